import { itemFigures } from './item-statistics.ts'
import { isGiven } from './question.ts'
import { isRight, markFor, plainRules, type AnsweredQuestion } from './score.ts'

/** From so many answers on a question's facility is shown, and from so many what it tells apart. */
export const leastForFacility = 5
export const leastForDiscrimination = 30
const tooEasy = 0.95

/** What the quizzes that were handed in tell of one card's question. */
export interface QuestionFigures {
  readonly cardId: string
  readonly prompt: string
  readonly roleName: string
  readonly answers: number
  /** 0..1; null below five answers, as everything that follows. */
  readonly facility: number | null
  readonly isTooEasy: boolean
  /** Wrong options that nobody ever chose. */
  readonly deadOptions: readonly string[]
  /** 100 × correlation with the rest, and its share of what is possible; null below thirty answers. */
  readonly discrimination: number | null
  readonly efficiency: number | null
}

/** How often what is another role's was taken for this role's. */
export interface Confusion {
  readonly roleName: string
  readonly takenFor: string
  readonly count: number
  readonly cardIds: readonly string[]
}

/** Whose it is what was taken for the asked role's; null where that is not known or nothing was mixed up. */
export function mixedUpWith({ question, chosen }: AnsweredQuestion): string | null {
  const { kind, options } = question
  if (kind === 'truth') {
    const isTaken = options[0]?.correct === false && chosen === 0
    return isTaken ? (options[1]?.of ?? null) : null
  }
  if (chosen === null || typeof chosen === 'string') return null
  const places = typeof chosen === 'number' ? [chosen] : chosen
  return places.map((place) => options[place]?.of).find((role) => role !== undefined) ?? null
}

/** The options of choices that were chosen, by text; statements and typed answers have none. */
const chosenTexts = ({ question, chosen }: AnsweredQuestion): string[] => {
  if (chosen === null || typeof chosen === 'string') return []
  const places = typeof chosen === 'number' ? [chosen] : chosen
  return places.map((place) => question.options[place]?.text ?? '')
}

function deadOf(own: readonly AnsweredQuestion[]): string[] {
  const choices = own.filter(({ question }) => ['choice', 'many'].includes(question.kind))
  const latest = choices.at(-1)
  if (!latest || choices.length < leastForFacility) return []
  const chosen = new Set(choices.flatMap(chosenTexts))
  return latest.question.options
    .filter(({ text, correct }) => !correct && !chosen.has(text))
    .map(({ text }) => text)
}

/**
 * Figures of each card that was asked, the most often wrong first: from attempts that were handed in, oldest first, contested and
 * unanswered questions left out. One learner's attempts describe that learner, so little is shown of few.
 */
export function questionFigures(
  attempts: readonly (readonly AnsweredQuestion[])[],
): QuestionFigures[] {
  const marked = attempts.flatMap((attempt) => {
    const counted = attempt.filter((each) => each.isSetAside !== true && isGiven(each.chosen))
    const marks = counted.map((each) => markFor(each, plainRules))
    const total = marks.reduce((sum, mark) => sum + mark, 0)
    return counted.map((answered, index) => {
      const mark = marks[index] ?? 0
      // Attempts differ in length: the rest counts as a share.
      const rest = counted.length < 2 ? 0 : (total - mark) / (counted.length - 1)
      return { answered, mark, rest }
    })
  })
  const byCard = Map.groupBy(marked, ({ answered }) => answered.question.cardId)
  const figures = [...byCard].map(([cardId, own]): QuestionFigures => {
    const found = itemFigures(
      own.map(({ mark }) => mark),
      own.map(({ rest }) => rest),
      1,
    )
    const latest = own.at(-1)?.answered.question
    const facility = own.length < leastForFacility ? null : found.facility
    const isTelling = own.length >= leastForDiscrimination
    return {
      cardId,
      prompt: latest?.prompt ?? '',
      roleName: latest?.roleName ?? '',
      answers: own.length,
      facility,
      isTooEasy: facility !== null && facility >= tooEasy,
      deadOptions: deadOf(own.map(({ answered }) => answered)),
      discrimination: isTelling ? found.discrimination : null,
      efficiency: isTelling ? found.efficiency : null,
    }
  })
  return figures.toSorted((a, b) => (a.facility ?? 2) - (b.facility ?? 2) || b.answers - a.answers)
}

/** Which roles get taken for which, the most frequent first. */
export function confusionsIn(attempts: readonly (readonly AnsweredQuestion[])[]): Confusion[] {
  const mixed = attempts.flat().flatMap((each) => {
    const takenFor = each.isSetAside === true || isRight(each) ? null : mixedUpWith(each)
    return takenFor === null ? [] : [{ question: each.question, takenFor }]
  })
  const cells = Map.groupBy(mixed, ({ question, takenFor }) =>
    JSON.stringify([question.roleName, takenFor]),
  )
  return [...cells.values()]
    .flatMap((own): Confusion[] => {
      const [first] = own
      if (!first) return []
      const cardIds = [...new Set(own.map(({ question }) => question.cardId))]
      return [
        { roleName: first.question.roleName, takenFor: first.takenFor, count: own.length, cardIds },
      ]
    })
    .toSorted((a, b) => b.count - a.count)
}
