import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fromMarkdown, makeDocx } from '#backend/testing/make-docx.ts'
import { makePdf, typeset } from '#backend/testing/make-pdf.ts'
import type { Report } from './import/report.ts'

const root = join(import.meta.dirname, '../..')
const clinic = `# Who does what in our clinic

## Ward Nurse

- Wound care: clean and dress wounds by the ward protocol.
- Handover: report the state of each patient to the next shift.

## Clinic Manager

- Rota planning: assign staff to shifts for the coming month.
- Complaint handling: answer each written complaint within ten days.
`
const soup = '# Leek soup\n\nCut two leeks. Fry them in butter. Add stock and cook for an hour.\n'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'remit-import-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The command as npm runs it; paths count from the test's folder. */
function run(...args: readonly string[]): { code: number | null; said: string } {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const [, ...command] = (scripts.import ?? '').split(' ')
  const { status, stderr, stdout } = spawnSync(process.execPath, [...command, ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  })
  return { code: status, said: stdout + stderr }
}

function importAll(...paths: readonly string[]) {
  const { code, said } = run(...paths, '--data', 'data', '--report', 'out.json')
  const report = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as Report
  return { code, said, results: report.results }
}

/** Every row of every table, as the collection's file holds it. */
function contents(): string {
  const db = new Database(join(folder, 'data', 'remit.db'), { readonly: true })
  const names = db
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by 1")
    .all()
  const rows = names.map(({ name }) => [name, db.prepare(`select * from "${name}"`).all()])
  db.close()
  return JSON.stringify(rows)
}

describe('importing without a screen', () => {
  test('takes files and folders of every format, by name, and says what became of each', () => {
    mkdirSync(join(folder, 'docs', 'deep'), { recursive: true })
    writeFileSync(join(folder, 'docs', 'b.docx'), makeDocx(fromMarkdown(clinic)))
    writeFileSync(join(folder, 'docs', 'deep', 'c.pdf'), makePdf(typeset(clinic)))
    writeFileSync(join(folder, 'docs', 'a.md'), clinic)
    writeFileSync(join(folder, 'soup.txt'), soup)
    const { code, results } = importAll('docs', 'soup.txt')
    expect(code).toBe(1)
    expect(results.map(({ path, outcome, code }) => [path, outcome, code])).toEqual([
      [join('docs', 'a.md'), 'full', null],
      [join('docs', 'b.docx'), 'full', null],
      [join('docs', 'deep', 'c.pdf'), 'full', null],
      ['soup.txt', 'reject', 'E_DOCUMENT_NO_ROLES'],
    ])
    for (const line of results.slice(0, 3)) {
      expect(line.cards).toBeGreaterThan(3)
      expect(line.sentence).toMatch(/^2 roles and \d+ cards were stored\.$/)
      expect(line.unchanged).toBe(false)
      expect(line.rss_mb).toBeGreaterThan(20)
    }
    expect(results[3]).toMatchObject({ cards: 0, unchanged: true })
    expect(results[3]?.sentence).toContain('No job role')
  })

  test('the same file again changes nothing, not a row', () => {
    writeFileSync(join(folder, 'a.md'), clinic)
    expect(importAll('a.md').code).toBe(0)
    const before = contents()
    const { code, results } = importAll('a.md')
    expect(code).toBe(0)
    expect(results).toMatchObject([{ outcome: 'full', unchanged: true }])
    expect(results[0]?.sentence).toContain('already')
    expect(contents()).toBe(before)
  })

  test('a refused file leaves every row as it was, and a good one right after it is taken', () => {
    writeFileSync(join(folder, '1.md'), clinic)
    importAll('1.md')
    const before = contents()
    writeFileSync(join(folder, '2.docx'), makeDocx(fromMarkdown(clinic)).subarray(0, 700))
    const bad = importAll('2.docx')
    expect(bad.code).toBe(1)
    expect(bad.results).toMatchObject([{ code: 'E_DOCUMENT_DAMAGED', unchanged: true, cards: 0 }])
    expect(contents()).toBe(before)
    writeFileSync(join(folder, '3.docx'), makeDocx(fromMarkdown(clinic)))
    expect(importAll('3.docx').results).toMatchObject([{ outcome: 'full', unchanged: false }])
    expect(contents()).not.toBe(before)
  })

  test('links, empty folders, missing files and huge ones are refused before they are read', () => {
    mkdirSync(join(folder, 'docs', 'empty'), { recursive: true })
    symlinkSync('/etc/passwd', join(folder, 'docs', 'link.md'))
    writeFileSync(join(folder, 'docs', 'huge.txt'), '')
    truncateSync(join(folder, 'docs', 'huge.txt'), 100_000_000)
    const { code, results } = importAll('docs', 'docs/empty', 'docs/none.md')
    expect(code).toBe(1)
    expect(results.map((line) => [line.path, line.code])).toEqual([
      [join('docs', 'huge.txt'), 'E_DOCUMENT_TOO_LARGE'],
      [join('docs', 'link.md'), 'E_DOCUMENT_NO_FILE'],
      ['docs/empty', 'E_DOCUMENT_NONE_IN_FOLDER'],
      ['docs/none.md', 'E_DOCUMENT_MISSING'],
    ])
    for (const line of results) {
      expect(line.unchanged).toBe(true)
      expect(line.rss_mb).toBe(0)
      expect(line.sentence).toMatch(/Nothing was stored\. .*\.$/)
    }
  })

  test('a collection in use, a file in its place and wrong usage have exit codes of their own', () => {
    writeFileSync(join(folder, 'a.md'), clinic)
    for (const args of [[], ['a.md'], ['--data', 'data'], ['a.md', '--data', 'data', '--what']]) {
      const { code, said } = run(...args)
      expect(code, args.join(' ')).toBe(2)
      expect(said).toContain('Usage:')
    }
    expect(run('a.md', '--data', 'data', '--report', 'no/such/folder/out.json').code).toBe(2)
    expect(readdirSync(folder)).toEqual(['a.md'])
    expect(run('a.md', '--data', 'a.md').code).toBe(3)
    mkdirSync(join(folder, 'data'))
    writeFileSync(
      join(folder, 'data', 'remit.lock'),
      JSON.stringify({ pid: process.pid, host: 'local', port: 1, secret: 'x' }),
    )
    const { code, said } = run('a.md', '--data', 'data')
    expect(code).toBe(3)
    expect(said).toContain('uses')
  })
})
