import type { CardFace } from '#contract/shapes/common.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import { choose, isChosen, isRight } from '#domain/study/choosing.ts'
import { hintOf, mostHints } from '#domain/study/hint.ts'
import { markTyped, type Mark } from '#domain/study/typed-answer.ts'
import { mostOptions, questionOf, shownFace, type Question } from './question-of.ts'

/** A card as it is asked; `reps`: how often it was answered, which decides the order of its options. */
interface AskedCard {
  readonly cardId: string
  readonly face: CardFace
  readonly reps: number
}

/** What the learner does with the question on screen before they grade: choose, type, ask for a hint. */
export class Answering {
  face = $state.raw<CardFace | null>(null)
  question = $state.raw<Question>({ kind: 'knowing' })
  chosen = $state.raw<readonly number[]>([])
  typed = $state('')
  hints = $state(0)
  /** The learner says that what they typed is right. */
  isCounted = $state(false)
  seed = ''
  #shown = ''

  /** A card is on screen; the same showing again changes nothing. */
  begin(card: AskedCard, shownAt: number, isTyped: boolean): void {
    const shown = JSON.stringify([card.cardId, card.face, shownAt, isTyped])
    if (shown === this.#shown) return
    this.#shown = shown
    // The order is another one each time the card comes, so that places are not learnt in the place of words.
    this.seed = `${card.cardId}/${card.reps}`
    this.face = shownFace(card.face, this.seed)
    const question = questionOf(this.face, { seed: this.seed, isTyped })
    const isTooLong = question.kind === 'choosing' && question.choosing.options.length > mostOptions
    this.question = isTooLong ? { kind: 'knowing' } : question
    this.chosen = []
    this.typed = ''
    this.hints = 0
    this.isCounted = false
  }

  /** An option was pressed; returns whether nothing is left to choose. */
  choose(option: number): boolean {
    if (this.question.kind !== 'choosing') return false
    this.chosen = choose(this.question.choosing, this.chosen, option)
    return isChosen(this.question.choosing, this.chosen)
  }

  /** First letters of the answer; null where a hint would be the answer. */
  readonly hintable = $derived(
    this.face?.answer && this.question.kind !== 'choosing' ? this.face.answer : null,
  )
  readonly hint = $derived(
    this.hints > 0 && this.hintable ? hintOf(this.hintable, this.hints) : null,
  )
  askHint(): void {
    if (this.hintable) this.hints = Math.min(mostHints, this.hints + 1)
  }

  readonly mark: Mark | null = $derived.by(() => {
    if (this.question.kind === 'typing' && this.typed.trim() !== '')
      return markTyped(this.question.answer, this.typed)
    if (this.question.kind !== 'choosing' || this.chosen.length === 0) return null
    return isRight(this.question.choosing, this.chosen) ? 'right' : 'wrong'
  })
  /** The grade that Space gives. */
  readonly suggested: Grade = $derived(this.mark === 'wrong' && !this.isCounted ? 1 : 3)

  /** What was chosen or typed, in words. */
  get words(): string[] {
    if (this.question.kind === 'typing') return this.typed.trim() === '' ? [] : [this.typed.trim()]
    if (this.question.kind !== 'choosing') return []
    const { options } = this.question.choosing
    return this.chosen.map((index) => options[index] ?? '')
  }
}
