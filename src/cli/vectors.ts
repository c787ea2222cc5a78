// The command line: arguments and files around the domain and the backend.
// May import src/domain, src/backend and node:.
// `npm run --silent vectors -- FILE...` checks files of cases against the real domain code.

import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Verdict } from './vectors/check.ts'
import { checkStatistics, type StatisticsCase } from './vectors/item-statistics.ts'
import { checkQuizClocks, type ClockCase } from './vectors/quiz-clock.ts'
import { checkQuizScores, type ScoreCase } from './vectors/quiz-scores.ts'
import { checkScheduling, type SchedulingFile } from './vectors/scheduling.ts'
import { checkStreaks, type StreakCase } from './vectors/streaks.ts'

const usage = `Usage: npm run --silent vectors -- FILE...
Checks files of cases (scheduling, study days, streaks, clocks and marks of quizzes, item statistics) against Remit's own rules.
Prints a line for each file, NAME: N cases, N wrong, then the wrong ones.
Exit code: 0 all right, 1 something is wrong, 2 a file cannot be read or is of no known format.`

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Tells the formats apart by their content; null for none of them. */
function check(file: unknown): Verdict | null {
  if (!isRecord(file)) return null
  if (Array.isArray(file.sequences) && Array.isArray(file.study_day) && isRecord(file.param_sets)) {
    return checkScheduling(file as unknown as SchedulingFile) // as: told by its members
  }
  const { cases } = file
  const first: unknown = Array.isArray(cases) ? cases[0] : undefined
  if (isRecord(first) && 'events' in first && 'tz' in first) {
    return checkStreaks(cases as readonly StreakCase[]) // as: told by its members
  }
  if (isRecord(first) && 'events' in first && 'limit' in first) {
    return checkQuizClocks(cases as readonly ClockCase[]) // as: told by its members
  }
  if (isRecord(first) && 'quiz' in first && 'answers' in first) {
    return checkQuizScores(cases as readonly ScoreCase[]) // as: told by its members
  }
  if (isRecord(first) && 'maxmark' in first && 'marks' in first) {
    return checkStatistics(cases as readonly StatisticsCase[]) // as: told by its members
  }
  return null
}

function main(paths: readonly string[]): number {
  if (paths.length === 0 || paths.includes('--help')) {
    console.log(usage)
    return paths.length === 0 ? 2 : 0
  }
  let code = 0
  for (const path of paths) {
    let verdict: Verdict | null
    try {
      const text = readFileSync(resolve(process.env.INIT_CWD ?? '.', path), 'utf8')
      verdict = check(JSON.parse(text) as unknown)
    } catch (error) {
      console.error(
        `${basename(path)}: cannot be read (${error instanceof Error ? error.message : 'unknown'})`,
      )
      return 2
    }
    if (!verdict) {
      console.error(`${basename(path)}: no known format of cases`)
      return 2
    }
    console.log(`${basename(path)}: ${verdict.cases} cases, ${verdict.wrong.length} wrong`)
    for (const line of verdict.wrong) console.log(`  ${line}`)
    if (verdict.wrong.length > 0) code = Math.max(code, 1)
  }
  return code
}

process.exitCode = main(process.argv.slice(2))
