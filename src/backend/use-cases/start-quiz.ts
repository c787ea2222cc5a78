import type { Output, Parsed } from '#contract/api.ts'
import type { CardType } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { kindsOf, type QuizFact, type QuizSourceCard } from '#domain/quiz/ask.ts'
import { startClock } from '#domain/quiz/attempt-clock.ts'
import { drawQuiz, formBefore, seedOf } from '#domain/quiz/draw.ts'
import type { QuizPlan } from '#domain/quiz/plan.ts'
import type { QuizKind } from '#domain/quiz/question.ts'
import { newId, readNow, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import type { StoredQuiz } from '../store/quizzes.ts'
import { withSubdecks } from './list-decks.ts'
import { firstTurn, readingOf } from './quiz-clock.ts'
import { findCards } from './search-cards.ts'
import { viewRun } from './take-quiz.ts'

const typesOf: Record<QuizKind, readonly CardType[]> = {
  single: ['mcq'],
  multi: ['multi'],
  truth: ['mcq', 'tf'],
  match: ['match'],
  order: ['order'],
  typed: ['basic'],
  cloze: ['cloze'],
  raci: ['mcq'],
}
const typesFor = (kinds: readonly QuizKind[]) => [
  ...new Set(kinds.flatMap((kind) => typesOf[kind])),
]

/** The roles that a quiz can be made of, with the number of cards that give a question, by kind. */
export function listQuizRoles(context: Context): Output<'listQuizRoles'> {
  const decks = context.decks.visible()
  const names = new Map(decks.map((deck) => [deck.deckId, deck.name]))
  const roles = decks.filter((deck) => deck.parentId !== null)
  const all: CardType[] = ['basic', 'cloze', 'mcq', 'multi', 'tf', 'match', 'order']
  const cards = Map.groupBy(
    context.quizCards.ofDecks(
      roles.map((deck) => deck.deckId),
      all,
    ),
    (card) => card.roleId,
  )
  return roles
    .map((deck) => {
      const kinds = (cards.get(deck.deckId) ?? []).map(kindsOf).filter((own) => own.length > 0)
      const sorts = Map.groupBy(kinds, (own) => own.join())
      return {
        deckId: deck.deckId,
        roleName: deck.name,
        sourceTitle: names.get(deck.parentId ?? '') ?? '',
        pool: kinds.length,
        pools: [...sorts.values()].map((own) => ({
          kinds: [...(own[0] ?? [])],
          cards: own.length,
        })),
      }
    })
    .filter((role) => role.pool > 0)
}

/** Responsibilities of the documents that the cards come from. */
function factsOf(context: Context, deckIds: readonly string[]): Map<string, QuizFact> {
  const sources = context.decks
    .visible()
    .filter((deck) => deckIds.includes(deck.deckId))
    .map((deck) => deck.sourceId)
  return new Map(
    [...new Set(sources)]
      .flatMap((sourceId) => context.sources.responsibilities(sourceId))
      .map((fact) => [
        fact.responsibilityId,
        { text: fact.text, roleName: fact.roleName, prov: fact.passages },
      ]),
  )
}

/** Cards that fit a plan: of its decks, found by its search, among those it names. */
function cardsFor(context: Context, plan: QuizPlan, deckIds: readonly string[]): QuizSourceCard[] {
  const cards = context.quizCards.ofDecks(deckIds, typesFor(plan.kinds), plan.cardIds)
  if (plan.search === '') return cards
  const query = { search: plan.search, order: 'added', isDescending: false } as const
  const numbers = findCards(context, query, readNow(context))
  const found = new Set(context.listing.ids(numbers))
  return cards.filter((card) => found.has(card.cardId))
}

/** Cards asked in the quiz before this one, so that the next is a different one where it can be. */
function askedLast(context: Context): Set<string> {
  const last = context.quizzes.newest(1)[0]
  if (!last) return new Set()
  return new Set(context.quizzes.questions(last.quizId).map(({ question }) => question.cardId))
}

/** What a plan draws, by which seed and attempt, and how many questions it has to repeat. */
function drawFor(context: Context, plan: QuizPlan, quizId: string) {
  const deckIds = withSubdecks(context, plan.deckIds)
  const draw = {
    cards: cardsFor(context, plan, deckIds),
    facts: factsOf(context, deckIds),
    count: plan.questionCount,
    kinds: new Set(plan.kinds),
    isMixed: plan.isShuffled,
  }
  const seed = plan.seed ?? quizId
  const attempt = plan.seed === null ? context.quizzes.attemptsOn(plan.deckIds) + 1 : plan.form
  const avoid = plan.seed === null ? askedLast(context) : formBefore(draw, seed, attempt)
  const questions = drawQuiz({ ...draw, seed: seedOf(seed, attempt), avoid })
  const repeats = questions.filter(({ cardId }) => avoid.has(cardId)).length
  return { seed, attempt, questions, repeats }
}

/**
 * Draws a quiz and starts its clock.
 * @throws AppError deck_not_found {deckId}, quiz_pool_empty, search_not_understood {reason, start, end, text}
 */
export function startQuiz(context: Context, wished: Parsed<'startQuiz'>): Output<'startQuiz'> {
  const quizId = newId(context)
  const { questions, ...drawn } = drawFor(context, wished, quizId)
  if (questions.length === 0) throw new AppError('quiz_pool_empty')
  const now = readNow(context)
  const quiz: StoredQuiz = {
    quizId,
    ...drawn,
    plan: { ...wished, questionCount: questions.length },
    studyDay: now.day,
    startedAt: now.at,
    clock: startClock(readingOf(context)),
    turn: firstTurn,
    closedAt: null,
    closedBy: null,
  }
  write(context.db, (tx) => context.quizzes.insert(tx, quiz, questions))
  context.changed(['quizzes'])
  return viewRun(context, quiz)
}
