import type { Output, Parsed } from '#contract/api.ts'
import type { ContestMark } from '#contract/shapes/contest.ts'
import type { Asked } from '#domain/contests/contest.ts'
import { keyInWords } from '#domain/quiz/question.ts'
import { AppError } from '#domain/errors.ts'
import { readNow, type Context } from '../context.ts'
import { faceOf, type StoredCard } from '../store/cards.ts'
import type { StoredContest } from '../store/contests.ts'
import { withoutMarks } from '../store/memories.ts'
import { write } from '../store/open.ts'
import { findQuiz } from './quiz-clock.ts'

/** What is said against a card, as pages show it. */
export const markOf = ({ contestId, fault, note, outcome }: StoredContest): ContestMark => ({
  contestId,
  fault,
  note,
  isOpen: outcome === null,
})

export const markOrNull = (contest: StoredContest | undefined): ContestMark | null =>
  contest ? markOf(contest) : null

const askedCard = (card: StoredCard): Asked => {
  const { prompt, answer, choices, items, pairs } = faceOf(card)
  const right = choices?.filter((choice) => choice.correct).map((choice) => choice.text)
  const paired = pairs?.map(([left, other]) => `${left} – ${other}`)
  const whole = items ?? right ?? paired
  return {
    prompt,
    options: choices?.map((choice) => choice.text) ?? [],
    key: whole?.join('; ') ?? answer ?? '',
    passages: card.passages,
  }
}

/** The card of a target and the question as it was asked. */
function askedOf(
  context: Context,
  target: Parsed<'contestCard'>['target'],
): { readonly cardId: string; readonly asked: Asked } {
  if (target.from === 'card') {
    const card = context.cards.find(target.cardId)
    if (!card) throw new AppError('card_not_found', { cardId: target.cardId })
    return { cardId: card.cardId, asked: askedCard(card) }
  }
  const { quizId, n } = target
  const stored = context.quizzes.questions(quizId).find((each) => each.n === n)
  if (!stored) throw new AppError('question_not_found', { n })
  const { cardId, prompt, options, passages } = stored.question
  const key = keyInWords(stored.question).join('; ')
  return { cardId, asked: { prompt, options: options.map(({ text }) => text), key, passages } }
}

/**
 * Says that a card is wrong, ambiguous or outdated. Until that is settled it is in no queue, quiz or figure; its
 * schedule and its history stay as they are. A card that is contested already takes the new words. A repeated
 * `contestId` changes nothing.
 * @throws AppError card_not_found {cardId}, quiz_not_found {quizId}, question_not_found {n}
 */
export function contestCard(context: Context, input: Parsed<'contestCard'>): Output<'contestCard'> {
  const { contestId, target, fault, note } = input
  if (target.from === 'question') findQuiz(context, target.quizId)
  const contest = write(context.db, (tx): StoredContest => {
    const repeated = context.contests.find(contestId)
    if (repeated) return repeated
    const { cardId, asked } = askedOf(context, target)
    const memory = context.memories.find(cardId)
    if (!memory) throw new AppError('card_not_found', { cardId })
    const present = context.contests.openOf(cardId)
    if (present) {
      context.contests.amend(tx, present.contestId, fault, note)
      return { ...present, fault, note }
    }
    const now = readNow(context)
    const before = withoutMarks(memory.status)
    const opened: StoredContest = {
      contestId,
      cardId,
      fault,
      note,
      asked,
      statusBefore: before === 'contested' ? 'active' : before,
      openedAt: now.at,
      openedDay: now.day,
      outcome: null,
      editBefore: null,
    }
    context.contests.insert(tx, opened)
    if (before === 'active') context.memories.setStatus(tx, cardId, 'contested')
    return opened
  })
  context.changed(['decks', 'study', 'quizzes'])
  return { ...markOf(contest), cardId: contest.cardId }
}
