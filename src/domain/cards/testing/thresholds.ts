import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lowerIsBetter, type Scores } from './score/score.ts'

/** What a measure must reach: at least, or at most where lower is better. */
export type Limits = Partial<Record<keyof Scores, number>>

/** What holds for every document, whatever it looks like. */
export const always: Limits = {
  rangesValid: 100,
  quotesExact: 100,
  deterministic: 100,
  textKept: 100,
  idsKept: 100,
  noise: 0,
  falseRoles: 0,
  falseCards: 0,
  sameIds: 0,
  leaks: 0.5,
  duplicates: 1,
  sameTarget: 2,
  keysUnknown: 20,
}

/**
 * Measures whose limit is a document's own, what it has reached, up to what a release must have. Beyond that a new
 * recipe may cost a little; short of it nothing may get worse.
 */
const targets: Limits = {
  total: 95,
  rolesFound: 100,
  rolesPrecise: 95,
  dutiesFound: 95,
  dutiesPrecise: 95,
  covered: 95,
  rolesWithThreeCards: 95,
  flawFree: 92,
  keysRight: 97,
  keysWrong: 0.5,
  keysAmbiguous: 2.5,
  answersInRange: 98,
  promptsInRange: 95,
  skillsFound: 95,
  comparisonsFound: 95,
  questionsFound: 100,
  stepsFound: 100,
  samePrompt: 12,
  longestIsKey: 40,
}

/** The table of limits: `npm run score -- --ratchet` tightens it and never loosens it. */
export const thresholdsFile = join(import.meta.dirname, 'thresholds.json')

const table = JSON.parse(readFileSync(thresholdsFile, 'utf8')) as Record<string, Limits> // as: our own file

/** The limits of one document by its file name; none for a document that is not in the table. */
export const limitsOf = (document: string): Limits => table[document] ?? {}

/** A little room, so that one card more or less is no failure. */
const room = 2

/** The limits of a document after it has reached these scores: the stricter of old and new, and never beyond the target. */
export function tightened(old: Limits, scores: Scores): Limits {
  return Object.fromEntries(
    Object.entries(targets).flatMap(([key, target]): [string, number][] => {
      const name = key as keyof Scores // as: a table of measures
      const value = scores[name]
      const before = old[name]
      if (value === null) return before === undefined ? [] : [[name, before]]
      if (lowerIsBetter.has(name)) {
        const limit = Math.max(target, value <= target ? target : Math.ceil(value) + room)
        return [[name, Math.min(limit, before ?? limit)]]
      }
      const limit = Math.min(target, Math.max(0, Math.floor(value) - (value === 100 ? 0 : room)))
      return [[name, Math.max(limit, before ?? limit)]]
    }),
  )
}
