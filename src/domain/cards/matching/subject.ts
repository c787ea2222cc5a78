import type { GeneratedCard } from '#domain/cards/rolegen.ts'
import { senseOf } from './meaning.ts'

/** What a card says, whether it is stored or just made. Answers are in words ("True"). */
export interface Statement {
  readonly recipe: string
  readonly type: GeneratedCard['type']
  readonly role: string | null
  /** The id of the fact that it asks for first. */
  readonly fact: string
  readonly prompt: string
  readonly answer: string | null
  readonly choices: GeneratedCard['choices'] | null
  readonly items: GeneratedCard['items'] | null
  readonly pairs: GeneratedCard['pairs'] | null
}

/** A fact as cards ask for it: what is matched between two versions of a document. */
export interface Subject {
  readonly id: string
  /** Only subjects of one kind are the same: a duty is no skill, a list no duty. */
  readonly kind: string
  /** In ids of the changed document. */
  readonly role: string
  readonly title: string
  readonly text: string
}

/** Equal for texts with the same words that carry sense, in any order. */
export const senseKey = (text: string): string => [...senseOf(text)].sort().join(' ')

/** Cards about a whole list or group, which their first fact does not stand for. */
const wholes = /^(?:list|skill|match|order)\./

export const isOfWhole = (card: Pick<Statement, 'recipe'>): boolean => wholes.test(card.recipe)

/** All that a card states as right: the question, the answer, the right options, lists and pairs; no distractors. */
export const statedBy = (card: Statement): string =>
  [
    card.prompt,
    card.answer ?? '',
    ...(card.choices ?? []).filter((choice) => choice.correct).map((choice) => choice.text),
    ...(card.items ?? []),
    ...(card.pairs ?? []).map(([left, right]) => `${left}: ${right}`),
  ].join('\n')

/** A card's answer in words; a statement is true or false. */
export const answerText = ({
  answer,
}: {
  readonly answer?: string | boolean | null
}): string | null => {
  if (typeof answer === 'boolean') return answer ? 'True' : 'False'
  return answer ?? null
}

/** What a card that was just made says. */
export const statementOf = (card: GeneratedCard): Statement => ({
  recipe: card.recipe,
  type: card.type,
  role: card.role,
  fact: card.target[0] ?? card.id,
  prompt: card.prompt,
  answer: answerText(card),
  choices: card.choices ?? null,
  items: card.items ?? null,
  pairs: card.pairs ?? null,
})

/** A duty with its title, as cards ask for it. */
export interface DutyText {
  readonly id: string
  readonly role: string
  readonly text: string
  readonly title?: string | null
}

/** The kind of a fact stands at the head of its id: `r-` duties, `s-` skills, `q-` questions and so on. */
const kindOf = (factId: string) => /^[a-z]+(?=-)/.exec(factId)?.[0] ?? ''

/** The name of the subject that a card asks about. */
export const subjectIdOf = (card: Statement, cardId: string): string =>
  isOfWhole(card) ? cardId : card.fact

/** A card as a matter of matching: with the id that it is generated under and where its passage begins. */
export interface PlacedCard {
  readonly id: string
  readonly statement: Statement
  readonly at: number
}

/**
 * What a version of a document says, as its cards ask for it: its duties, then whatever else cards are about, in the
 * order of the document. `inNewWords` gives an old text with the names that roles have now; `roleNow` their ids.
 */
export function subjectsOf(
  duties: readonly (DutyText & { readonly at: number })[],
  cards: readonly PlacedCard[],
  {
    inNewWords,
    roleNow,
  }: { inNewWords: (text: string) => string; roleNow: (roleId: string) => string },
): Subject[] {
  const subjects = new Map<string, Subject & { at: number }>()
  for (const { id, role, text, title, at } of duties)
    if (!subjects.has(id))
      subjects.set(id, {
        id,
        kind: kindOf(id),
        role: roleNow(role),
        title: title ?? '',
        text: inNewWords(text),
        at,
      })
  for (const { id: cardId, statement, at } of cards) {
    const id = subjectIdOf(statement, cardId)
    if (subjects.has(id)) continue
    subjects.set(id, {
      id,
      kind: isOfWhole(statement) ? statement.recipe : kindOf(id),
      role: statement.role === null ? '' : roleNow(statement.role),
      // Comparisons are asked for aspect by aspect: `id/aspect`.
      title: id.split('/')[1] ?? '',
      text: inNewWords(statedBy(statement)),
      at,
    })
  }
  return [...subjects.values()].sort((a, b) => a.at - b.at)
}
