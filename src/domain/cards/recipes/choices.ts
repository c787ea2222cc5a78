import { isBaseVerb, thirdPerson } from '#domain/roles/lexicon/verbs.ts'
import { digestOf } from '#domain/roles/fact-id.ts'
import type { Fact } from '#domain/roles/model.ts'
import { capital, similarity, stemsOf, wordsOf } from '#domain/roles/words.ts'
import { namesItself } from '../affinity.ts'
import { shuffledBy, type CardDraft, type RecipeParts } from '../draft.ts'
import type { Choice, Range, Role } from '../rolegen.ts'
import type { TruthIndex } from '../truth.ts'

/** Duties as options: capital first, no full stop. */
const optionOf = (fact: Fact, correct: boolean): Choice => ({
  text: capital(fact.text),
  correct,
  from: fact.id,
})

const isLengthAlike = (a: string, b: string) => {
  const ratio = a.length / b.length
  return ratio >= 0.6 && ratio <= 1.55
}

/** Options must not be told apart by their length: the key is neither far the longest nor far the shortest. */
const isKeyInconspicuous = (key: string, others: readonly string[]) =>
  key.length * 0.8 <= Math.max(...others.map((other) => other.length)) &&
  key.length >= Math.min(...others.map((other) => other.length)) * 0.6

const headsOf = (text: string) =>
  new Set(
    wordsOf(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  )

/** How many words that question and key share stand in another option as well: such options hide the clue. */
const givenAway = (prompt: string, key: string, other: string): number =>
  headsOf(key).intersection(headsOf(prompt)).intersection(headsOf(other)).size

/** A word of the question that stands in the key only gives it away. */
function clangs(prompt: string, key: string, others: readonly string[]): boolean {
  const asked = headsOf(prompt)
  const elsewhere = others.reduce((all, other) => all.union(headsOf(other)), new Set<string>())
  return headsOf(key).intersection(asked).difference(elsewhere).size > 0
}

/** The passage of a fact, and where the document names the role when the passage itself does not. */
export const withRole = (fact: Fact, role: Role): Range[] => {
  const passage = fact.prov.slice(0, 1)
  const named = new Set(stemsOf(passage.map((range) => range.quote).join(' ')))
  const isNamed = stemsOf(role.name).every((stem) => named.has(stem))
  const anchors = isNamed ? [] : role.anchors.slice(0, 1)
  return [...passage, ...anchors.map((range) => ({ ...range, supports: 'role' as const }))]
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
  const start = Number.parseInt(digestOf(seed).slice(0, 8), 16)
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

/** More would ask the same question of a role over and over. */
const perRole = 4

/** "Which of these is a responsibility of the R?": two duties of other roles that R surely does not have. */
export function roleResp({ model, roleOf, reject }: RecipeParts, truth: TruthIndex): CardDraft[] {
  const phrases = model.facts.filter(
    (fact) => fact.form === 'phrase' && fact.text.split(' ').length <= 24,
  )
  const ring = shuffledBy(phrases, 'ring', (fact) => fact.id)
  const uses = new Map<string, number>()
  return [...Map.groupBy(phrases, (fact) => fact.role)].flatMap(([roleId, own]) => {
    const role = roleOf(roleId)
    if (!role) return []
    const drafts: CardDraft[] = []
    // Duties with a title are asked for by it already.
    const best = own.toSorted(
      (a, b) =>
        Number(a.title !== undefined) - Number(b.title !== undefined) ||
        Number(b.isListed) - Number(a.isListed),
    )
    for (const fact of best) {
      if (drafts.length >= perRole) break
      const prompt = `Which of these is a responsibility of the ${role.name}?`
      const candidates = someFrom(
        ring,
        fact.id,
        (other) =>
          other.role !== roleId &&
          isLengthAlike(other.text, fact.text) &&
          !truth.mayHave(roleId, other) &&
          !namesItself(other.text, roleOf(other.role)?.name ?? ''),
      ).sort(
        (a, b) =>
          givenAway(prompt, fact.text, b.text) - givenAway(prompt, fact.text, a.text) ||
          (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0),
      )
      const chosen: Fact[] = []
      for (const candidate of candidates) {
        const isNew = [...chosen, fact].every(
          (other) =>
            other.role !== candidate.role &&
            similarity(truth.contentOfFact(other), truth.contentOfFact(candidate)) < 0.3,
        )
        if (isNew) chosen.push(candidate)
        if (chosen.length === 2) break
      }
      const texts = chosen.map((other) => other.text)
      if (
        chosen.length < 2 ||
        !isKeyInconspicuous(fact.text, texts) ||
        clangs(prompt, fact.text, texts)
      ) {
        reject('role-resp.mcq', fact.id, 'no-safe-options')
        continue
      }
      for (const other of chosen) uses.set(other.id, (uses.get(other.id) ?? 0) + 1)
      const options = [optionOf(fact, true), ...chosen.map((other) => optionOf(other, false))]
      const others = chosen.map(
        (other) => `“${capital(other.text)}” belongs to the ${roleOf(other.role)?.name ?? ''}.`,
      )
      drafts.push({
        recipe: 'role-resp.mcq',
        type: 'mcq',
        prompt,
        answer: capital(fact.text),
        choices: shuffledBy(options, `role-resp/${fact.id}`, (option) => option.from),
        explanation: others.join(' '),
        target: [fact.id],
        role: roleId,
        prov: withRole(fact, role),
        bloom: 'remember',
        score: 0.74 + (fact.isListed ? 0.08 : 0),
      })
    }
    return drafts
  })
}

/** "Which role identifies biases ...?": only where no other role fits, by the text and by its field of work. */
export function respRole({ model, roleOf, reject }: RecipeParts, truth: TruthIndex): CardDraft[] {
  const drafts: CardDraft[] = []
  const namesAnyRole = namesOneOf(model.roles.map((role) => role.name))
  const ring = shuffledBy(model.roles, 'ring', (role) => role.id)
  const uses = new Map<string, number>()
  for (const fact of model.facts) {
    const role = roleOf(fact.role)
    if (!role || fact.form !== 'phrase' || fact.text.split(' ').length > 22) continue
    const question = whichRole(fact.text)
    if (question === null) {
      reject('resp-role.mcq', fact.id, 'verbs-unsure')
      continue
    }
    if (namesItself(fact.text, role.name) || namesAnyRole(fact.text)) {
      reject('resp-role.mcq', fact.id, 'duty-names-role')
      continue
    }
    const safe = someFrom(
      ring,
      fact.id,
      (other) => other.id !== fact.role && !truth.mayHave(other.id, fact),
    ).sort((a, b) => (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0))
    if (safe.length < 2) {
      reject('resp-role.mcq', fact.id, 'others-may-have-it')
      continue
    }
    const others = safe.slice(0, 2)
    for (const other of others) uses.set(other.id, (uses.get(other.id) ?? 0) + 1)
    const options: Choice[] = [role, ...others].map((each) => ({
      text: each.name,
      correct: each.id === role.id,
      from: each.id,
    }))
    drafts.push({
      recipe: 'resp-role.mcq',
      type: 'mcq',
      prompt: question,
      answer: role.name,
      choices: shuffledBy(options, `resp-role/${fact.id}`, (option) => option.from),
      explanation: `It is a responsibility of the ${role.name}.`,
      target: [fact.id],
      role: fact.role,
      prov: withRole(fact, role),
      bloom: 'remember',
      score: 0.7 + (fact.isListed ? 0.08 : 0),
    })
  }
  return drafts
}

/** Does a text hold one of these names? They are looked up by their last word, not one by one. */
function namesOneOf(names: readonly string[]): (text: string) => boolean {
  const byLastWord = Map.groupBy(
    names.map((name) => name.toLowerCase()),
    (name) => wordsOf(name).at(-1) ?? '',
  )
  return (text) => {
    const lower = text.toLowerCase()
    return wordsOf(text).some((word) =>
      [word, word.replace(/s$/, '')].some((each) =>
        (byLastWord.get(each) ?? []).some((name) => lower.includes(name)),
      ),
    )
  }
}

/** "Which role builds X and tests Y?" from a base-form duty; null when a coordinated verb cannot be told from a noun. */
export function whichRole(duty: string): string | null {
  const first = /^[\p{L}-]+/u.exec(duty)?.[0]
  if (!first) return null
  // "build, test and ship X": verbs in a row right at the start are inflected together.
  const row = /^((?:[a-z-]+)(?:,\s+[a-z-]+)*,?\s+(?:and|or)\s+)([a-z-]+)(?=\s)/.exec(duty)
  const verbs = row
    ? [...duty.slice(0, row[0].length).matchAll(/[a-z-]+/g)].map((match) => match[0])
    : [first]
  const words = verbs.filter((word) => word !== 'and' && word !== 'or')
  const inflected = words.length > 1 && words.every(isVerb)
  const head = inflected ? duty.slice(0, row?.[0].length ?? 0) : first
  const rest = duty.slice(head.length)
  if (hasLaterVerb(rest)) return null
  const finite = head.replace(/[a-z-]+/g, (word) =>
    word === 'and' || word === 'or' ? word : thirdPerson(word),
  )
  return `Which role ${finite}${rest}?`
}

const isVerb = (word: string) => isBaseVerb(word)

/** A further verb after "and" or a comma that would have to be inflected as well. */
const hasLaterVerb = (rest: string): boolean =>
  [...rest.matchAll(/(?:,|\band|\bor|\bbut)\s+(?:\w+ly\s+)?([a-z-]+)\b/g)].some((match) => {
    const word = match[1] ?? ''
    const before = rest.slice(0, match.index)
    return (
      isBaseVerb(word) &&
      !/\b(?:to|can|that|will|may|must|should|how|who)\b[^,]{0,40}$/.test(before)
    )
  })
