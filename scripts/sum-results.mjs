// node scripts/sum-results.mjs CODE UNIT.json E2E.json: prints `N passed, N failed` over both runners and fails when
// the tests failed, a runner failed, or a runner ran nothing. Runs on any Node.
import { readFileSync } from 'node:fs'

/**
 * @param {string} file
 * @returns {any}
 */
const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Passed and failed tests of both reports; a missing report is a failure of its own.
 * @param {any} unit vitest's JSON report
 * @param {any} e2e playwright's JSON report
 */
export function sumResults(unit, e2e) {
  const sums = { passed: 0, failed: 0, empty: /** @type {string[]} */ ([]) }
  if (unit && unit.numTotalTests > 0) {
    sums.passed += unit.numPassedTests
    sums.failed += unit.numFailedTests + (unit.success || unit.numFailedTests > 0 ? 0 : 1)
  } else sums.empty.push('unit tests')
  const stats = e2e?.stats
  if (stats && stats.expected + stats.unexpected + stats.flaky > 0) {
    sums.passed += stats.expected + stats.flaky
    sums.failed += stats.unexpected
  } else sums.empty.push('browser tests')
  return sums
}

const [code = '1', unitFile = '', e2eFile = ''] = process.argv.slice(2)
if (unitFile !== '') {
  const { passed, failed, empty } = sumResults(read(unitFile), read(e2eFile))
  const silent = empty.length > 0 || (code !== '0' && failed === 0) ? Math.max(1, empty.length) : 0
  for (const name of empty) console.log(`No result of the ${name}.`)
  console.log(`${passed} passed, ${failed + silent} failed`)
  process.exitCode = code === '0' && failed + silent === 0 ? 0 : 1
}
