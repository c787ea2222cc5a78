import { nextMemory, placeOf } from '#domain/scheduling/next-memory.ts'
import { isGiven } from '#domain/quiz/question.ts'
import { isRight } from '#domain/quiz/score.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import { studyDay } from '#domain/time/study-day.ts'
import { newId, readNow, stampOf, type Context } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import type { StoredQuestion, StoredQuiz } from '../store/quizzes.ts'
import { noAnswer } from './log-lines.ts'
import { schedulingOf } from './scheduling-of.ts'

/** Options to choose from make an answer easier than a card does: right counts as Hard. What is typed is recalled: Good. */
function gradeOf(stored: StoredQuestion): 1 | 2 | 3 {
  if (!isRight(stored)) return 1
  return stored.question.kind === 'typed' ? 3 : 2
}

/**
 * Lets the answers of a quiz change when its cards come back, if that was wished: one step of the log, taken back as one.
 * Unanswered and contested questions change nothing, nor do cards that were answered since the quiz ended.
 */
export function feedSchedule(context: Context, tx: WriteDb, quiz: StoredQuiz, at: EpochMs): void {
  if (!quiz.plan.feeds) return
  const present = readNow(context)
  const now = { ...present, at, day: studyDay(at, present.zone, present.rolloverHour) }
  const contested = context.contests.setAside(quiz.quizId)
  const answered = context.quizzes
    .questions(quiz.quizId)
    .filter(({ n, chosen }) => isGiven(chosen) && !contested.has(n))
  let isFirst = true
  for (const stored of answered) {
    const card = context.memories.find(stored.question.cardId)
    const lastAt = card && card.memory.kind !== 'new' ? card.memory.lastReviewAt : null
    if (!card || card.status !== 'active' || (lastAt !== null && lastAt > at)) continue
    const grade = gradeOf(stored)
    const options = schedulingOf(context, card, now)
    const after = nextMemory(context.model, card.memory, grade, now, options)
    context.reviews.append(tx, {
      ...noAnswer,
      ...stampOf(context, now),
      reviewId: isFirst ? quiz.quizId : newId(context),
      stepId: quiz.quizId,
      cardId: card.cardId,
      kind: 'quiz',
      grade,
      undoOf: null,
      desiredRecall: options.desiredRecall,
      before: card.memory,
      place: placeOf(after),
    })
    context.memories.update(tx, card.cardId, after)
    isFirst = false
  }
}

/** The cards whose schedule a quiz changed, and whether that was taken back. */
export function fedBy(context: Context, quizId: string): { cards: number; isUndone: boolean } {
  const lines = context.reviews.ofStep(quizId)
  return {
    cards: lines.length,
    isUndone: lines.length > 0 && lines.every((line) => context.reviews.isUndone(line.reviewId)),
  }
}
