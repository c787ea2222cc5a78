import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { drawQuiz, type QuizSourceCard } from '#domain/quiz/draw.ts'
import { newId, readNow, type Context } from '../context.ts'
import { choicesOf, faceOf, type StoredCard } from '../store/cards.ts'
import { write } from '../store/open.ts'
import type { StoredQuiz } from '../store/quizzes.ts'
import { markOrNull } from './contest-card.ts'
import { withSubdecks } from './list-decks.ts'
import { findQuiz, leftOf } from './quiz-clock.ts'

/** The roles that a quiz can be made of, with the number of cards that give a question. */
export function listQuizRoles(context: Context): Output<'listQuizRoles'> {
  const decks = context.decks.visible()
  const names = new Map(decks.map((deck) => [deck.deckId, deck.name]))
  return decks
    .filter((deck) => deck.parentId !== null)
    .map((deck) => ({
      deckId: deck.deckId,
      roleName: deck.name,
      sourceTitle: names.get(deck.parentId ?? '') ?? '',
      pool: context.cards.choiceCards([deck.deckId]).length,
    }))
    .filter((role) => role.pool > 0)
}

function toSourceCard(context: Context, card: StoredCard): QuizSourceCard | null {
  const stored = context.memories.find(card.cardId)
  const deck = stored ? context.decks.find(stored.deckId) : null
  const choices = choicesOf(card)
  if (!deck || !choices) return null
  const face = faceOf(card)
  return {
    cardId: card.cardId,
    roleId: deck.deckId,
    roleName: deck.name,
    type: 'mcq',
    recipe: card.recipe,
    prompt: face.prompt,
    choices,
    explanation: face.explanation ?? '',
    prov: card.passages,
  }
}

/** Cards asked in the quiz before this one, so that the next is a different one where it can be. */
const askedLast = (context: Context): Set<string> => {
  const last = context.quizzes.newest(1)[0]
  if (!last) return new Set()
  return new Set(context.quizzes.questions(last.quizId).map(({ question }) => question.cardId))
}

/**
 * Draws a quiz by a new seed and starts its clock: the end instant is stored, nothing counts down.
 * @throws AppError deck_not_found {deckId}, quiz_pool_empty
 */
export function startQuiz(context: Context, input: Parsed<'startQuiz'>): Output<'startQuiz'> {
  const deckIds = withSubdecks(context, input.deckIds)
  const cards = context.cards
    .choiceCards(deckIds)
    .map((card) => toSourceCard(context, card))
    .filter((card) => card !== null)
  if (cards.length === 0) throw new AppError('quiz_pool_empty')
  const sourceIds = new Set(
    deckIds.map((deckId) => context.decks.find(deckId)?.sourceId).filter((id) => id !== undefined),
  )
  const facts = new Map(
    [...sourceIds]
      .flatMap((sourceId) => context.sources.responsibilities(sourceId))
      .map((fact) => [
        fact.responsibilityId,
        { text: fact.text, roleName: fact.roleName, prov: fact.passages },
      ]),
  )
  const quizId = newId(context)
  const avoid = askedLast(context)
  const questions = drawQuiz({ cards, facts, count: input.questionCount, seed: quizId, avoid })
  const now = readNow(context)
  const quiz: StoredQuiz = {
    quizId,
    seed: quizId,
    deckIds,
    minutes: input.minutes,
    studyDay: now.day,
    startedAt: now.at,
    endsAt: now.at + input.minutes * 60_000,
    closedAt: null,
    closedBy: null,
  }
  write(context.db, (tx) => context.quizzes.insert(tx, quiz, questions))
  context.changed(['quizzes'])
  return viewRun(context, quiz)
}

function viewRun(context: Context, quiz: StoredQuiz): Output<'getQuiz'> {
  const contested = context.contests.setAside(quiz.quizId)
  return {
    quizId: quiz.quizId,
    status: quiz.closedAt === null ? 'open' : 'closed',
    minutes: quiz.minutes,
    startedAt: quiz.startedAt,
    endsAt: quiz.endsAt,
    remainingMs: leftOf(quiz, context.clock.now()),
    questions: context.quizzes.questions(quiz.quizId).map(({ n, question, chosen }) => ({
      n,
      kind: question.kind,
      prompt: question.prompt,
      options: question.options.map((option) => option.text),
      chosen,
      contest: markOrNull(contested.get(n)),
    })),
  }
}

/** A quiz as it may be seen while the clock runs: without keys. @throws AppError quiz_not_found */
export const getQuiz = (context: Context, input: Parsed<'getQuiz'>): Output<'getQuiz'> =>
  viewRun(context, findQuiz(context, input.quizId))

/**
 * Saves one answer at once; `chosen` null takes it back.
 * @throws AppError quiz_not_found, quiz_closed {quizId}, question_not_found {n}
 */
export function answerQuiz(context: Context, input: Parsed<'answerQuiz'>): Output<'answerQuiz'> {
  const { quizId, n, chosen } = input
  const quiz = findQuiz(context, quizId)
  if (quiz.closedAt !== null) throw new AppError('quiz_closed', { quizId })
  const now = readNow(context)
  write(context.db, (tx) => {
    const stored = context.quizzes.questions(quizId).find((question) => question.n === n)
    if (!stored || (chosen !== null && chosen >= stored.question.options.length)) {
      throw new AppError('question_not_found', { n })
    }
    context.quizzes.answer(tx, { quizId, n, chosen, at: now.at })
    if (stored.answeredAt === null && chosen !== null) {
      context.activity.add(tx, now, { quizAnswers: 1 })
    }
  })
  context.changed(['quizzes'])
  return { n, chosen, remainingMs: leftOf(quiz, now.at) }
}
