import type { Output, Parsed } from '#contract/api.ts'
import type { Leech } from '#contract/shapes/leech.ts'
import type { WriteFix } from '#domain/cards/fix.ts'
import { writtenRev } from '#domain/cards/hand-written.ts'
import { writtenCardId } from '#domain/cards/draft.ts'
import { answerText } from '#domain/cards/matching/subject.ts'
import { AppError } from '#domain/errors.ts'
import { isLeech } from '#domain/study/leech.ts'
import { newId, type Context } from '../context.ts'
import { choicesOf, faceOf, type StoredCard } from '../store/cards.ts'
import type { WriteDb } from '../store/database.ts'
import type { StoredMemory } from '../store/memories.ts'
import { write } from '../store/open.ts'
import { takeStep } from './act-on-cards.ts'
import { insertWritten } from './insert-written.ts'
import { cardMemory } from './log-lines.ts'
import { stepResult } from './step-result.ts'

const waiting = (context: Context): StoredMemory[] =>
  context.memories
    .oftenForgotten()
    .filter(
      ({ memory, marks }) => memory.kind !== 'new' && isLeech(memory.lapses, marks.leechSettled),
    )

/** How many cards wait to be looked at. */
export const countLeeches = (context: Context): number => waiting(context).length

/** The roles that were chosen in the place of the right one, the most frequent first. */
function takenFor(context: Context, card: StoredCard): string[] {
  const duties = new Map(context.sources.duties(card.sourceId).map((duty) => [duty.id, duty.role]))
  const roleOf = new Map(
    (choicesOf(card) ?? [])
      .filter((choice) => !choice.correct)
      .map((choice) => [choice.text, duties.get(choice.from) ?? choice.from]),
  )
  const counts = new Map<string, number>()
  for (const { value } of context.reviews.ofCard(card.cardId)) {
    for (const text of value && 'chosen' in value ? value.chosen : []) {
      const role = roleOf.get(text)
      if (role !== undefined) counts.set(role, (counts.get(role) ?? 0) + 1)
    }
  }
  const chosen = [...counts].sort((a, b) => b[1] - a[1]).map(([role]) => role)
  return [...new Set([...chosen, ...roleOf.values()])]
}

function toLeech(context: Context, { cardId, deckId, memory }: StoredMemory): Leech | null {
  const card = context.cards.find(cardId)
  const deck = context.decks.find(deckId)
  if (!card || !deck) return null
  const { sourceId, roleId } = card
  const facts = context.cards.factsOf(card.noteId)
  const near = takenFor(context, card)
  const rank = (role: string) => (near.includes(role) ? near.indexOf(role) : near.length)
  return {
    cardId,
    face: faceOf(card),
    roleId,
    roleName: deck.parentId === null ? '' : deck.name,
    sourceId,
    sourceTitle: context.sources.titleOf(sourceId) ?? '',
    passages: card.passages.map((passage) => ({ ...passage })),
    lapses: memory.kind === 'new' ? 0 : memory.lapses,
    duty: context.sources.duties(sourceId).find((duty) => facts.includes(duty.id))?.text ?? '',
    others: context.sources
      .roles(sourceId)
      .filter((role) => role.id !== roleId)
      .toSorted((a, b) => rank(a.id) - rank(b.id))
      .map((role) => ({ roleId: role.id, name: role.name })),
  }
}

/** The cards that were forgotten so often that they wait to be looked at, the most often forgotten first. */
export const listLeeches = (context: Context): Output<'listLeeches'> =>
  waiting(context)
    .map((stored) => toLeech(context, stored))
    .filter((leech) => leech !== null)

/** A card of the learner's own beside another one: of the same note, role and passage. */
function insertBeside(context: Context, tx: WriteDb, beside: StoredCard, fix: WriteFix): void {
  const { type, prompt, answer, choices, explanation } = fix.card
  const { deckId, position } = cardMemory(context, beside.cardId)
  insertWritten(context, tx, {
    cardId: writtenCardId(beside.sourceId, fix.id),
    noteId: beside.noteId,
    sourceId: beside.sourceId,
    roleId: beside.roleId,
    type,
    prompt,
    answer: answerText({ answer }),
    choices,
    explanation,
    passages: beside.passages.slice(0, 1),
    tags: [],
    contentRev: writtenRev(fix.card),
    deckId,
    position,
  })
}

/**
 * Writes cards of the learner's own beside a card: its parts, or a contrast. They are kept with the document and come again
 * with each reading. The card itself is then found in order, or deleted, as a step that can be taken back; the new cards
 * stay then. A repeated `stepId` changes nothing.
 * @throws AppError card_not_found {cardId}
 */
export function writeBeside(context: Context, input: Parsed<'writeBeside'>): Output<'writeBeside'> {
  const { stepId, cardId, cards, then } = input
  write(context.db, (tx) => {
    if (context.reviews.ofStep(stepId).length > 0) return
    const beside = context.cards.find(cardId)
    if (!beside) throw new AppError('card_not_found', { cardId })
    const fact = context.cards.factsOf(beside.noteId)[0] ?? ''
    const quote = beside.passages[0]?.quote ?? ''
    const fixes = cards.map((card): WriteFix => ({
      kind: 'write',
      id: newId(context),
      fact,
      quote,
      card,
    }))
    for (const fix of fixes) insertBeside(context, tx, beside, fix)
    const present = context.sources.fixesOf(beside.sourceId)
    context.sources.putFixes(tx, beside.sourceId, [...present, ...fixes])
    const act =
      then === 'delete' ? ({ do: 'delete', on: true } as const) : ({ do: 'leech' } as const)
    if (takeStep(context, tx, stepId, [{ cardId, act }]) === 0)
      throw new AppError('nothing_to_change')
  })
  context.changed(['decks', 'study'])
  return stepResult(context, stepId)
}
