import { digestOf } from '#domain/roles/digest.ts'
import type { Range, RoleGen } from '../rolegen.ts'
import type { Alignment } from './align.ts'
import { startOf, type KnownCard } from './known.ts'
import { saysTheSame } from './meaning.ts'
import { findPassages } from './passages.ts'
import { isStillExplained, isStillTrue, type Duties, type Roles } from './still-true.ts'
import { isOfWhole, statedBy, subjectIdOf } from './subject.ts'

/** Where a card that is not made any more belongs in the changed document. */
interface Footing {
  readonly fact: string
  readonly role: string | null
  readonly passages: readonly Range[]
}

const dutiesOf = ({ responsibilities }: RoleGen): Duties => ({
  byId: new Map(responsibilities.map((duty) => [duty.id, duty])),
  byRole: Map.groupBy(responsibilities, (duty) => duty.role),
})

const rolesOf = ({ roleNow, rolesNamedIn }: Alignment): Roles => ({
  now: roleNow,
  namedIn: rolesNamedIn,
})

/** A duty of the changed document that a card asks for and that says what it said. */
function dutyUnder(card: KnownCard, alignment: Alignment, duties: Duties): Footing | null {
  const { subjects, saidBefore, saidAfter } = alignment
  const subjectId = subjectIdOf(card, card.generatedId)
  const then = saidBefore.get(subjectId)
  const now = saidAfter.get(subjects.get(subjectId) ?? '')
  const duty = duties.byId.get(now?.id ?? '')
  if (!then || !now || !duty || then.role !== now.role || then.title !== now.title) return null
  if (!saysTheSame(then.text, now.text) || !isStillTrue(card, duty, duties, rolesOf(alignment)))
    return null
  return { fact: duty.id, role: duty.role, passages: duty.prov }
}

/** Passages that are not read as a fact any more, but stand there as before. */
function passagesUnder(
  cards: readonly KnownCard[],
  versions: { readonly before: string; readonly gen: RoleGen },
  alignment: Alignment,
  duties: Duties,
): Map<string, Footing> {
  const { subjects, saidBefore, inNewWords, roleNow } = alignment
  const lost = cards.filter((card) => {
    const subjectId = subjectIdOf(card, card.generatedId)
    const text = saidBefore.get(subjectId)?.text ?? ''
    const duty = { id: card.fact, role: roleNow(card.role ?? ''), text, prov: card.passages }
    return !subjects.has(subjectId) && isStillTrue(card, duty, duties, rolesOf(alignment))
  })
  const [source] = versions.gen.sources
  const found = findPassages(
    lost.map(({ cardId, passages }) => ({
      id: cardId,
      start: startOf(passages),
      quote: passages[0]?.quote ?? '',
    })),
    { before: versions.before, after: source?.text ?? '', source: source?.id ?? '' },
    inNewWords,
  )
  return new Map(
    lost.flatMap(({ cardId, fact, role }) => {
      const passage = found.get(cardId)
      if (!passage) return []
      const footing = { fact, role: role === null ? null : roleNow(role), passages: [passage] }
      return [[cardId, footing] as const]
    }),
  )
}

/** A card as it reads on, with the names that roles have now. */
function onward(
  card: KnownCard,
  footing: Footing,
  isExplained: boolean,
  inNewWords: (text: string) => string,
): KnownCard {
  const words = {
    prompt: inNewWords(card.prompt),
    answer: card.answer === null ? null : inNewWords(card.answer),
    choices: card.choices?.map((choice) => ({ ...choice, text: inNewWords(choice.text) })) ?? null,
    explanation: isExplained && card.explanation !== null ? inNewWords(card.explanation) : null,
  }
  const isSame =
    statedBy({ ...card, ...words }) === statedBy(card) && words.explanation === card.explanation
  const rev = isSame ? card.rev : digestOf(JSON.stringify([card.rev, words]), 12)
  return { ...card, ...words, ...footing, rev }
}

/**
 * The stored cards that are not made any more although the document still says what they ask, as they are from now
 * on: they stand on a duty that the changed document has, else on a passage that says the same. All others are
 * gone. `before`: the stored document's text.
 */
export function cardsThatStay(
  cards: readonly KnownCard[],
  versions: { readonly before: string; readonly gen: RoleGen },
  alignment: Alignment,
): ReadonlyMap<string, KnownCard> {
  const duties = dutiesOf(versions.gen)
  const roles = new Set(versions.gen.roles.map((role) => role.id))
  // A card that asks for a whole list cannot stay when the list has changed.
  const candidates = cards.filter(
    (card) => !isOfWhole(card) && (card.role === null || roles.has(alignment.roleNow(card.role))),
  )
  const passages = passagesUnder(candidates, versions, alignment, duties)
  return new Map(
    candidates.flatMap((card) => {
      const footing = dutyUnder(card, alignment, duties) ?? passages.get(card.cardId)
      if (!footing) return []
      const isExplained = isStillExplained(card, duties)
      return [[card.cardId, onward(card, footing, isExplained, alignment.inNewWords)] as const]
    }),
  )
}
