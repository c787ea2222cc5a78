import type { Range } from '#domain/cards/rolegen.ts'
import { markTyped } from '#domain/study/typed-answer.ts'
import { markOf, type Given, type Key, type MarkRules } from './marking.ts'

/** What a learner can ask for when a quiz is set up. */
export const quizKinds = [
  'single',
  'multi',
  'truth',
  'match',
  'order',
  'typed',
  'cloze',
  'raci',
] as const
export type QuizKind = (typeof quizKinds)[number]

/** How a question is answered. */
export const questionKinds = ['choice', 'truth', 'many', 'match', 'order', 'typed'] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface QuizOption {
  readonly text: string
  readonly correct: boolean
  /** Whose it is, where a wrong option is something of another role. */
  readonly of?: string
}

/**
 * A question as it is asked and kept, so that it reads the same for ever: options stand in the order in which they are shown.
 * A `truth` question offers True and False, in this order.
 */
export interface QuizQuestion {
  readonly kind: QuestionKind
  readonly cardId: string
  /** The card's wording at that time; questions of earlier versions do not have it. */
  readonly cardRev?: string
  readonly roleId: string
  readonly roleName: string
  /** The responsibility that is asked for, by id and in words. */
  readonly topic?: { readonly id: string; readonly text: string }
  readonly prompt: string
  readonly options: readonly QuizOption[]
  /** Matching: what each option is to be laid beside. */
  readonly lefts?: readonly string[]
  /** Ordering: options in their order. Matching: the option of each left side. */
  readonly key?: readonly number[]
  /** Typing: what is right. */
  readonly accepted?: readonly string[]
  readonly reason: string
  readonly passages: readonly Range[]
}

/** An answer: an option, several in the order in which they were chosen, or what was typed. */
export type QuizAnswer = number | readonly number[] | string | null

const textsOf = ({ options }: QuizQuestion, places: readonly number[]) =>
  places.map((place) => options[place]?.text ?? '')

const keysOf = ({ options }: QuizQuestion) =>
  options.flatMap((option, index) => (option.correct ? [index] : []))

/** What is right, in the form that is marked. */
export function keyOf(question: QuizQuestion): Key {
  const optionCount = question.options.length
  switch (question.kind) {
    case 'choice':
    case 'truth':
      return { kind: 'single', optionCount, key: keysOf(question)[0] ?? -1 }
    case 'many':
      return { kind: 'multi', optionCount, keys: keysOf(question) }
    case 'match':
    case 'order':
      return { kind: question.kind, key: textsOf(question, question.key ?? []) }
    case 'typed':
      return { kind: 'text', accepted: question.accepted ?? [] }
  }
}

/** Can this be an answer to that question? An empty one is none. */
export function isAnswerTo({ kind, options, key }: QuizQuestion, answer: QuizAnswer): boolean {
  if (answer === null) return true
  const isOption = (option: number) => option < options.length
  if (kind === 'typed') return typeof answer === 'string'
  if (kind === 'choice' || kind === 'truth') return typeof answer === 'number' && isOption(answer)
  if (!Array.isArray(answer)) return false
  const most = kind === 'many' ? options.length : (key?.length ?? 0)
  return answer.every(isOption) && new Set(answer).size === answer.length && answer.length <= most
}

/** Nothing chosen and nothing typed is no answer. */
export const isGiven = (answer: QuizAnswer): boolean =>
  typeof answer === 'number' ||
  (typeof answer === 'string' ? answer.trim() !== '' : answer !== null && answer.length > 0)

function givenOf(question: QuizQuestion, answer: QuizAnswer): Given {
  if (!isGiven(answer)) return null
  if (typeof answer === 'string' || typeof answer === 'number' || answer === null) return answer
  return question.kind === 'many' ? answer : textsOf(question, answer)
}

/** The mark of an answer, as `markOf` gives it. A typed one may have small slips, as when a card is studied. */
export function markAnswer(question: QuizQuestion, answer: QuizAnswer, rules: MarkRules): number {
  const isClose =
    question.kind === 'typed' &&
    typeof answer === 'string' &&
    (question.accepted ?? []).some((each) => markTyped(each, answer) !== 'wrong')
  return isClose ? 1 : markOf(keyOf(question), givenOf(question, answer), rules)
}

/** What is right, in words, a line each. */
export function keyInWords(question: QuizQuestion): string[] {
  const { kind, options, lefts, key, accepted } = question
  if (kind === 'typed') return [...(accepted ?? [])]
  if (kind === 'order') return textsOf(question, key ?? [])
  if (kind === 'match')
    return textsOf(question, key ?? []).map((right, index) => `${lefts?.[index] ?? ''} – ${right}`)
  return options.filter(({ correct }) => correct).map(({ text }) => text)
}
