import type { Output } from '#contract/api.ts'
import { readNow, type Context } from '../context.ts'
import { noActivity } from '../store/activity.ts'
import { backlogOf } from './backlog-of.ts'
import { countLeeches } from './leeches.ts'
import { listDecks } from './list-decks.ts'
import { findOpenQuiz, listQuizzes } from './quiz-results.ts'
import { countsOf } from './queue-of.ts'
import { readStreak } from './read-streak.ts'

const activityDays = 84
const recallDays = 30

/** Everything that the Today screen shows, except the bundled decks. */
export function getHome(context: Context): Omit<Output<'getHome'>, 'bundles'> {
  const now = readNow(context)
  const decks = listDecks(context)
  const deckIds = decks.map((deck) => deck.deckId)
  return {
    day: now.day,
    due: countsOf(context, deckIds, now),
    backlog: backlogOf(context, now.day),
    streak: readStreak(context),
    roles: decks.filter((deck) => deck.kind === 'role'),
    openQuiz: findOpenQuiz(context),
    contested: context.contests.openCount(),
    leeches: countLeeches(context),
  }
}

/** The figures of the Progress screen, all counted from the log and its daily totals. */
export function getProgress(context: Context): Output<'getProgress'> {
  const now = readNow(context)
  const byDay = new Map(context.activity.all().map((each) => [each.day, each]))
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) => now.day - count + 1 + index)
  const recent = days(recallDays).map((day) => byDay.get(day) ?? noActivity)
  return {
    day: now.day,
    streak: readStreak(context),
    activity: days(activityDays).map((day) => {
      const { answers, passed, quizAnswers, tookMs } = byDay.get(day) ?? noActivity
      return { day, answers, passed, quizAnswers, minutes: tookMs / 60_000 }
    }),
    stages: context.memories.stages(),
    recall: {
      passed: recent.reduce((sum, each) => sum + each.reviewsPassed, 0),
      total: recent.reduce((sum, each) => sum + each.reviews, 0),
    },
    roles: listDecks(context).filter((deck) => deck.kind === 'role'),
    quizzes: listQuizzes(context),
  }
}
