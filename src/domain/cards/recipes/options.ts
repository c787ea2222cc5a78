import type { Fact } from '#domain/roles/model.ts'
import { digestOf } from '#domain/roles/digest.ts'
import { remembered } from '#domain/roles/remembered.ts'
import { capital, sharedCount, stemsOf, stemSetOf } from '#domain/roles/words.ts'
import { headsOf } from '../affinity.ts'
import type { Choice, Range, Role } from '../rolegen.ts'

/** Words that tell how often or how many without saying it: as an option they make a duty look unsure. */
const vague =
  /\b(?:frequently|occasionally|rarely|seldom|sometimes|usually|regularly|periodically|infrequently|generally|nearly|somewhat|partly|various|several)\s+/gi

/** A duty as an option: capital first, no vague adverbs; what stays is as true as before. */
export const optionText = remembered((duty): string => capital(duty.replace(vague, '')))

export const optionOf = (fact: Fact, correct: boolean): Choice => ({
  text: optionText(fact.text),
  correct,
  from: fact.id,
})

/** Words that make an option sound too strong or too weak to be right. */
export const isAbsolute = (text: string): boolean =>
  /\b(?:always|never|none|completely|absolutely|totally|definitely|inevitable|every)\b/i.test(text)

export const isLengthAlike = (a: string, b: string): boolean => {
  const ratio = a.length / b.length
  return ratio >= 0.6 && ratio <= 1.55
}

/** Options must not be told apart by their length: the key is neither far the longest nor far the shortest. */
export const isKeyInconspicuous = (key: string, others: readonly string[]): boolean =>
  key.length * 0.8 <= Math.max(...others.map((other) => other.length)) &&
  key.length >= Math.min(...others.map((other) => other.length)) * 0.6

/** How many clues stand in another option as well: such options hide them. */
export const hidden = (clues: ReadonlySet<string>, other: string): number =>
  clues.size === 0 ? 0 : sharedCount(clues, headsOf(other))

/** What the short parts of names stand for: "MLOps" is said by "operations" too. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/\bML|Machine Learning/, 'ML machine learning'],
  [/Ops\b/, 'operations'],
  [/\bDev(?=\p{Lu}|\b)/u, 'development developers'],
  [/\b(?:HR|H\.R\.)/, 'human resources'],
  [/\bQA\b/, 'quality assurance'],
  [/\bIT\b/, 'information technology'],
  [/Sec\b|Sec(?=Ops)/, 'security'],
  [/\bFin(?=\p{Lu})/u, 'finance financial'],
  [/\bAI\b/, 'artificial intelligence'],
]

/** Words that question and key share: they give the key away. */
export function cluesOf(prompt: string, key: string): ReadonlySet<string> {
  const said = parts.flatMap(([part, meaning]) => (part.test(prompt) ? [meaning] : []))
  return headsOf(key).intersection(headsOf([prompt, ...said].join(' ')))
}

/** A word of the question that stands in the key gives it away, unless every other option has it too. */
export function clangs(prompt: string, key: string, others: readonly string[]): boolean {
  return [...cluesOf(prompt, key)].some(
    (clue) => !others.every((other) => headsOf(other).has(clue)),
  )
}

/** Passages, and where the document names the role when they themselves do not. */
export function withAnchor(passages: readonly Range[], role: Role): Range[] {
  const named = stemSetOf(passages.map((range) => range.quote).join(' '))
  const isNamed = stemsOf(role.name).every((stem) => named.has(stem))
  const anchors = isNamed ? [] : role.anchors.slice(0, 1)
  return [...passages, ...anchors.map((range) => ({ ...range, supports: 'role' as const }))]
}

/** What several recipes ask of the same duty in turn. */
const anchored = new WeakMap<Fact, { readonly role: Role; readonly ranges: readonly Range[] }>()

/** The passage of a fact, and where the document names its role. */
export function withRole(fact: Fact, role: Role): readonly Range[] {
  const known = anchored.get(fact)
  if (known?.role === role) return known.ranges
  const ranges = withAnchor(fact.prov.slice(0, 1), role)
  anchored.set(fact, { role, ranges })
  return ranges
}

const mostTried = 400
const mostFound = 40

/**
 * Some members of a list that pass, from a place on that `seed` alone decides: enough to choose from, without
 * looking at every pair in documents of thousands of duties.
 */
export function someFrom<Each>(
  list: readonly Each[],
  seed: string,
  passes: (each: Each) => boolean,
): Each[] {
  const start = Number.parseInt(digestOf(seed, 8), 16)
  const found: Each[] = []
  for (
    let step = 0;
    step < Math.min(list.length, mostTried) && found.length < mostFound;
    step += 1
  ) {
    const each = list[(start + step) % list.length]
    if (each !== undefined && passes(each)) found.push(each)
  }
  return found
}

/** Counts how often a wrong option was used, so that none comes again and again. */
export class Uses {
  readonly #count = new Map<string, number>()
  of(id: string): number {
    return this.#count.get(id) ?? 0
  }
  add(id: string): void {
    this.#count.set(id, this.of(id) + 1)
  }
}
