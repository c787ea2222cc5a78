import type { Output, Parsed } from '#contract/api.ts'
import type { CardAct } from '#contract/shapes/steps.ts'
import { isWordingSound } from '#domain/cards/decision.ts'
import { AppError } from '#domain/errors.ts'
import type { Memory, Place } from '#domain/scheduling/memory.ts'
import { onDay } from '#domain/scheduling/set-date.ts'
import { leechLapses } from '#domain/study/leech.ts'
import type { Marks } from '#domain/study/marks.ts'
import { newId, readNow, stampOf, type Context, type Now } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import type { StoredMemory } from '../store/memories.ts'
import { write } from '../store/open.ts'
import type { LineValue } from '../store/reviews.ts'
import { cardMemory, noAnswer } from './log-lines.ts'
import { stepResult } from './step-result.ts'

/** What an act makes of a card, and the line that tells of it. */
interface Effect {
  readonly kind: CardAct['do']
  readonly value?: LineValue
  readonly place?: Place
  readonly memory?: Memory
  readonly marks?: Partial<Marks>
}

const mark = (kind: CardAct['do'], marks: Partial<Marks>): Effect => ({ kind, value: marks, marks })

function editEffect(
  context: Context,
  cardId: string,
  wording: Extract<CardAct, { do: 'edit' }>['wording'],
): Effect | null {
  const card = context.cards.find(cardId)
  if (!card) throw new AppError('card_not_found', { cardId })
  if (wording && !isWordingSound(card.type, wording)) throw new AppError('wording_incomplete')
  const isSame = JSON.stringify(wording) === JSON.stringify(card.edit)
  return isSame ? null : { kind: 'edit', value: { edit: wording, was: card.edit } }
}

/** What an act changes of a card; null where it changes nothing. */
function effectOf(context: Context, stored: StoredMemory, act: CardAct, now: Now): Effect | null {
  const { memory, marks } = stored
  switch (act.do) {
    case 'bury': {
      const buriedDay = act.on ? now.day : null
      return marks.buriedDay === buriedDay ? null : mark('bury', { buriedDay })
    }
    case 'suspend':
      return marks.isSuspended === act.on ? null : mark('suspend', { isSuspended: act.on })
    case 'delete':
      return marks.isDeleted === act.on ? null : mark('delete', { isDeleted: act.on })
    case 'flag':
      return marks.flag === act.flag ? null : mark('flag', { flag: act.flag })
    case 'leech': {
      const lapses = memory.kind === 'new' ? 0 : memory.lapses
      if (lapses < leechLapses || marks.leechSettled === lapses) return null
      return mark('leech', { leechSettled: lapses })
    }
    case 'reset':
      if (memory.kind === 'new') return null
      return {
        kind: 'reset',
        memory: { kind: 'new' },
        ...(marks.leechSettled === null ? {} : { marks: { leechSettled: null } }),
      }
    case 'date': {
      const dueDay = now.day + act.inDays
      const isThere = memory.kind === 'review' && memory.dueDay === dueDay
      if (memory.kind === 'new' || isThere) return null
      return { kind: 'date', place: { dueDay }, memory: onDay(memory, dueDay) }
    }
    case 'edit':
      return editEffect(context, stored.cardId, act.wording)
  }
}

/**
 * Does something with cards, as one step, in the caller's transaction; returns how many changed. Each change is a line of
 * the log. Cards that the act does not change have none.
 * @throws AppError card_not_found {cardId}, wording_incomplete
 */
export function takeStep(
  context: Context,
  tx: WriteDb,
  stepId: string,
  acts: readonly { readonly cardId: string; readonly act: CardAct }[],
): number {
  const now = readNow(context)
  const stamp = stampOf(context, now)
  let changed = 0
  for (const { cardId, act } of acts) {
    const stored = cardMemory(context, cardId)
    const effect = effectOf(context, stored, act, now)
    if (!effect) continue
    const { kind, value = null, place = null, memory, marks } = effect
    const reviewId = changed === 0 ? stepId : newId(context)
    const line = { ...noAnswer, ...stamp, reviewId, stepId, cardId, kind, undoOf: null } as const
    context.reviews.append(tx, { ...line, value, place, before: stored.memory })
    if (memory) context.memories.update(tx, cardId, memory)
    if (marks) context.memories.setMarks(tx, cardId, { ...stored.marks, ...marks })
    if (act.do === 'edit') {
      context.cards.setEdit(tx, cardId, act.wording)
      context.memories.touch(tx, cardId)
    }
    changed += 1
  }
  return changed
}

/**
 * Buries, suspends, flags, rewords, deletes cards, begins them anew, or gives them a date: one step, that can be taken
 * back. A repeated `stepId` changes nothing.
 * @throws AppError card_not_found {cardId}, wording_incomplete, nothing_to_change
 */
export function actOnCards(context: Context, input: Parsed<'actOnCards'>): Output<'actOnCards'> {
  const { stepId, cardIds, act } = input
  const isNew = write(context.db, (tx) => {
    if (context.reviews.ofStep(stepId).length > 0) return false
    const acts = [...new Set(cardIds)].map((cardId) => ({ cardId, act }))
    if (takeStep(context, tx, stepId, acts) === 0) throw new AppError('nothing_to_change')
    return true
  })
  if (isNew) context.changed(['decks', 'study'])
  return stepResult(context, stepId)
}
