import type { RoleGen } from '../../rolegen.ts'
import { flawsOf } from './flaws.ts'
import { measureFound, type FoundMeasures } from './found.ts'
import type { RoleKey } from './key.ts'
import { verdictsOf, type Verdict } from './keyed.ts'
import { percent } from './normal.ts'
import { measureProvenance, type ProvenanceMeasures } from './provenance.ts'
import { readAgainst, type Reading } from './reading.ts'
import { measureSameness, type SamenessMeasures } from './sameness.ts'

/** An output with what it takes to measure it. */
export interface Measured {
  readonly gen: RoleGen
  readonly key: RoleKey
  /** The document as decoded, byte order mark and line ends included. */
  readonly raw: string
  /** The output of a second run. */
  readonly again: RoleGen
  /** The output after an edit that touches no fact. */
  readonly edited: RoleGen
}

interface OtherMeasures {
  /** Cards without a flaw, and cards with one at most. */
  readonly flawFree: number | null
  readonly acceptable: number | null
  readonly keysRight: number | null
  readonly keysWrong: number | null
  readonly keysAmbiguous: number | null
  /** Cards that the key should judge but does not know: new recipe names must not hide there. */
  readonly keysUnknown: number | null
  /** Roles and cards made from a document that is not about roles: counts. */
  readonly falseRoles: number
  readonly falseCards: number
  readonly deterministic: number
  /** Card ids that outlive an unrelated edit. */
  readonly idsKept: number | null
  /** Canonical text is the file itself, for text and Markdown. */
  readonly textKept: number | null
  /** All in one, 0..100. */
  readonly total: number
}

/** Everything that is measured of one output: per cent with one decimal, counts where it says so, null for nothing to measure. */
export interface Scores
  extends FoundMeasures, ProvenanceMeasures, SamenessMeasures, OtherMeasures {}

/** Which measures are the worse the higher they are; all others are the better. */
export const lowerIsBetter: ReadonlySet<keyof Scores> = new Set<keyof Scores>([
  'dutiesWrongRole',
  'noise',
  'falseRoles',
  'falseCards',
  'leaks',
  'halfLeaks',
  'duplicates',
  'sameIds',
  'sameTarget',
  'samePrompt',
  'longestIsKey',
  'keyPosition',
  'keysWrong',
  'keysAmbiguous',
  'keysUnknown',
])

/** What counts how much in the total. */
const weights: readonly (readonly [keyof Scores, number])[] = [
  ['rolesFound', 5],
  ['rolesPrecise', 5],
  ['dutiesFound', 12],
  ['dutiesPrecise', 10],
  ['covered', 10],
  ['flawFree', 16],
  ['keysRight', 16],
  ['quotesExact', 4],
  ['answersInRange', 6],
  ['skillsFound', 2],
  ['comparisonsFound', 2],
  ['questionsFound', 2],
]
/** An output without cards cannot leave these unmeasured. */
const neverEmpty: ReadonlySet<keyof Scores> = new Set<keyof Scores>([
  'flawFree',
  'keysRight',
  'covered',
  'quotesExact',
])

/** One figure: the weighted mean of what was measured, less what a learner must never meet. */
function totalOf(scores: Omit<Scores, 'total'>, isAboutRoles: boolean): number {
  if (!isAboutRoles) {
    const isQuiet = scores.falseCards === 0 && scores.falseRoles === 0
    return isQuiet ? 100 : Math.max(0, 60 - scores.falseCards)
  }
  const parts = weights.flatMap(([name, weight]) => {
    const value = scores[name as keyof typeof scores] // as: the total is not among the weights
    if (value === null && !neverEmpty.has(name)) return []
    return [{ weight, value: value ?? 0 }]
  })
  const sum = parts.reduce((all, { weight }) => all + weight, 0)
  const mean = parts.reduce((all, { weight, value }) => all + weight * value, 0) / sum
  const penalty =
    0.5 * (scores.leaks ?? 0) +
    0.5 * (scores.duplicates ?? 0) +
    scores.noise +
    (scores.keysWrong ?? 0) +
    0.25 * (scores.keysAmbiguous ?? 0) +
    (scores.deterministic === 100 ? 0 : 10)
  return Math.round(10 * Math.max(0, mean - penalty)) / 10
}

function measureKeys(verdicts: ReadonlyMap<string, Verdict>) {
  const count = (verdict: Verdict) =>
    [...verdicts.values()].filter((each) => each === verdict).length
  const judged = verdicts.size - count('unknown')
  return {
    keysRight: percent(count('right'), judged),
    keysWrong: percent(count('wrong'), judged),
    keysAmbiguous: percent(count('ambiguous'), judged),
    keysUnknown: percent(count('unknown'), verdicts.size),
  }
}

/** Shares of cards with no flaw and with one at most. */
function measureFlaws({ cards }: RoleGen, flaws: ReadonlyMap<string, readonly string[]>) {
  const within = (most: number) =>
    cards.filter((card) => (flaws.get(card.id)?.length ?? 0) <= most).length
  return {
    flawFree: percent(within(0), cards.length),
    acceptable: percent(within(1), cards.length),
  }
}

const isSameText = (gen: RoleGen, raw: string): number | null => {
  const [source] = gen.sources
  if (!source || (source.format !== 'text' && source.format !== 'markdown')) return null
  return source.text === raw.replaceAll('\ufeff', '').replace(/\r\n?/g, '\n') ? 100 : 0
}

/** The scores with what lies behind them, for reading. */
export interface Report {
  readonly scores: Scores
  readonly reading: Reading
  readonly flaws: ReadonlyMap<string, readonly string[]>
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/** Measures an output against its key. */
export function score({ gen, key, raw, again, edited }: Measured): Report {
  const reading = readAgainst(gen, key)
  const flaws = flawsOf(gen)
  const verdicts = verdictsOf(reading)
  const isAboutRoles = key.doc.kind === 'role-content'
  const later = new Set(edited.cards.map((card) => card.id))
  const measured = {
    ...measureFound(reading),
    ...measureFlaws(gen, flaws),
    ...measureKeys(verdicts),
    ...measureProvenance(gen),
    ...measureSameness(gen),
    falseRoles: isAboutRoles ? 0 : gen.roles.length,
    falseCards: isAboutRoles ? 0 : gen.cards.length,
    deterministic: JSON.stringify(gen) === JSON.stringify(again) ? 100 : 0,
    idsKept: percent(gen.cards.filter((card) => later.has(card.id)).length, gen.cards.length),
    textKept: isSameText(gen, raw),
  }
  return {
    scores: { ...measured, total: totalOf(measured, isAboutRoles) },
    reading,
    flaws,
    verdicts,
  }
}
