import type { Fact } from '#domain/roles/model.ts'
import { similarity } from '#domain/roles/words.ts'
import { namesItself } from '../affinity.ts'
import { shuffledBy, type CardDraft, type RecipeParts } from '../draft.ts'
import type { Role } from '../rolegen.ts'
import type { TruthIndex } from '../truth.ts'
import {
  clangs,
  cluesOf,
  hidden,
  isAbsolute,
  isKeyInconspicuous,
  isLengthAlike,
  optionOf,
  optionText,
  someFrom,
  Uses,
  withRole,
} from './options.ts'
import { sentenceOf, the } from '../wording.ts'

const longest = 24
const worthOf = (fact: Fact): number => 0.66 + (fact.isListed ? 0.08 : 0)

/** "Which of these is a responsibility of the R?": two duties of other roles that R surely does not have. */
export function* roleResp(
  { model, roleOf, reject, namesAnyRole, isTelling, room }: RecipeParts,
  truth: TruthIndex,
): Generator<CardDraft> {
  const phrases = model.facts.filter(
    (fact) =>
      fact.form === 'phrase' &&
      fact.text.split(' ').length <= longest &&
      isTelling(fact) &&
      !isAbsolute(fact.text) &&
      !namesAnyRole(fact.text),
  )
  const ring = shuffledBy(phrases, 'ring', (fact) => fact.id).map((fact) => ({
    fact,
    text: optionText(fact.text),
    namesItself: namesItself(fact.text, roleOf(fact.role)?.name ?? ''),
  }))
  const uses = new Uses()

  const othersFor = (fact: Fact, role: Role, prompt: string): Fact[] => {
    const key = optionText(fact.text)
    const clues = cluesOf(prompt, fact.text)
    const candidates = someFrom(
      ring,
      fact.id,
      (option) =>
        option.fact.role !== role.id &&
        !option.namesItself &&
        isLengthAlike(option.text, key) &&
        !truth.mayHave(role.id, option.fact),
    )
      .map(({ fact: other }) => ({
        other,
        worth:
          hidden(clues, other.text) +
          (other.isListed ? 0.5 : 0) +
          (truth.kinship(role.id, other) > 0 ? 0.5 : 0) +
          // A longer one than the right one, so that the right one is not the longest too often.
          (other.text.length >= fact.text.length ? 0.8 : 0) -
          0.6 * uses.of(other.id),
      }))
      .sort((a, b) => b.worth - a.worth)
    const chosen: Fact[] = []
    for (const { other } of candidates) {
      const isNew = [...chosen, fact].every(
        (each) =>
          each.role !== other.role &&
          similarity(truth.contentOfFact(each), truth.contentOfFact(other)) < 0.3,
      )
      if (isNew) chosen.push(other)
      if (chosen.length === 2) break
    }
    return chosen
  }

  const draftOf = (fact: Fact): CardDraft | null => {
    const role = roleOf(fact.role)
    if (!role) return null
    const prompt = `Which of these is a responsibility of ${the(role)}?`
    const chosen = othersFor(fact, role, prompt)
    const texts = chosen.map((other) => optionText(other.text))
    if (
      chosen.length < 2 ||
      !isKeyInconspicuous(optionText(fact.text), texts) ||
      clangs(prompt, fact.text, texts)
    ) {
      reject('role-resp.mcq', fact.id, 'no-safe-options')
      return null
    }
    for (const other of chosen) uses.add(other.id)
    const options = [optionOf(fact, true), ...chosen.map((other) => optionOf(other, false))]
    const others = chosen.flatMap((other) => {
      const owner = roleOf(other.role)
      return owner ? [sentenceOf(owner, other)] : []
    })
    return {
      recipe: 'role-resp.mcq',
      type: 'mcq',
      prompt,
      answer: optionText(fact.text),
      choices: options,
      shuffle: `role-resp/${fact.id}`,
      explanation: [sentenceOf(role, fact), ...others].join(' '),
      target: [fact.id],
      role: role.id,
      prov: withRole(fact, role),
      bloom: 'remember',
      score: worthOf(fact),
    }
  }

  // Of a role only a few are kept, so that duties with no better question come first.
  for (const wanted of ['best', 'second'] as const) {
    for (const fact of phrases) {
      const kind = { recipe: 'role-resp.mcq', type: 'mcq', score: worthOf(fact) } as const
      const draft = room.for(fact, kind) === wanted ? draftOf(fact) : null
      if (draft) yield draft
    }
  }
}
