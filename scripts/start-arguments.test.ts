import { describe, expect, test } from 'vitest'
import { sumResults } from './sum-results.mjs'
import { hindrance, tellingLine } from './run-electron.mjs'
import { readStartArguments } from './start-arguments.mjs'

describe('the command line of npm start', () => {
  test.each([
    [[], { shell: 'any', passed: [], file: undefined }],
    [['--browser', '--no-open'], { shell: 'browser', passed: ['--no-open'], file: undefined }],
    [
      ['--electron', '--data', 'd', 'doc.md'],
      { shell: 'electron', passed: ['--data', 'd', 'doc.md'], file: 'doc.md' },
    ],
    [
      ['doc.md', '--port', '4000'],
      { shell: 'any', passed: ['--port', '4000', 'doc.md'], file: 'doc.md' },
    ],
    [['--help'], { help: true }],
  ])('%j is understood', (args, expected) => {
    expect(readStartArguments(args)).toEqual(expected)
  })

  test.each([
    [['--nothing']],
    [['--data']],
    [['--port', 'x']],
    [['--port', '70000']],
    [['--browser', '--electron']],
    [['a.md', 'b.md']],
  ])('%j is refused with a reason', (args) => {
    expect(readStartArguments(args)).toMatchObject({ problem: expect.stringMatching(/\w{3,}/) })
  })
})

describe('choosing the window', () => {
  test('is not tried without a display or as root, and says why', () => {
    expect(hindrance({ platform: 'linux', env: {}, uid: 1000 })).toContain('no display')
    expect(hindrance({ platform: 'linux', env: { DISPLAY: ':0' }, uid: 0 })).toContain('root')
    expect(hindrance({ platform: 'linux', env: { WAYLAND_DISPLAY: 'w' }, uid: 1000 })).toBeNull()
    expect(hindrance({ platform: 'darwin', env: {}, uid: 501 })).toBeNull()
  })

  test('shows the line that tells most of what Electron said', () => {
    expect(tellingLine('a\nerror while loading shared libraries: libgtk\nb')).toContain('libgtk')
    expect(tellingLine('')).toBe('')
  })
})

describe('adding up the results of both runners', () => {
  const unit = { numTotalTests: 5, numPassedTests: 4, numFailedTests: 1, success: false }
  const e2e = { stats: { expected: 3, unexpected: 1, flaky: 1 } }

  test('sums what passed and what failed', () => {
    expect(sumResults(unit, e2e)).toEqual({ passed: 8, failed: 2, empty: [] })
  })

  test('names a runner that gave no result or ran nothing', () => {
    expect(sumResults(null, e2e).empty).toEqual(['unit tests'])
    expect(sumResults(unit, { stats: { expected: 0, unexpected: 0, flaky: 0 } }).empty).toEqual([
      'browser tests',
    ])
  })

  test('counts a run that failed outside of its tests', () => {
    expect(sumResults({ ...unit, numFailedTests: 0, success: false }, e2e).failed).toBe(2)
  })
})
