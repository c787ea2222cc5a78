import type { Client } from '#contract/client.ts'
import type { PracticeItem } from '#contract/shapes/practice.ts'
import { afterAnswer, startPractice, type Practice } from '#domain/study/practice.ts'
import { problemOf, type Problem } from '#renderer/context.ts'

export type PracticeKind = 'cards' | 'look' | 'duties'

/** A practice session: nothing of it reaches a schedule. What was answered of a card is told to the backend, which counts it. */
export class PracticeRun {
  readonly kind: PracticeKind
  practice = $state.raw<Practice<PracticeItem> | null>(null)
  isRevealed = $state(false)
  problem = $state.raw<Problem | null>(null)
  /** When the item on screen was shown, by the page's monotonic clock. */
  shownAt = $state(0)
  readonly #client: Client

  constructor(client: Client, kind: PracticeKind) {
    this.#client = client
    this.kind = kind
  }

  readonly item = $derived(this.practice?.queue[0] ?? null)

  async open(deckIds: readonly string[], responsibilityId: string | null): Promise<void> {
    try {
      const kind = this.kind === 'duties' ? 'duties' : 'cards'
      const items = await this.#client.openPractice({
        kind,
        deckIds: [...deckIds],
        responsibilityId,
      })
      this.practice = startPractice(items)
      this.shownAt = performance.now()
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  /** Goes on to the next; `isKnown` says how the one on screen went. */
  answer(isKnown: boolean): void {
    const { item, practice } = this
    if (!item || !practice) return
    this.practice = afterAnswer(practice, isKnown || this.kind === 'look')
    this.isRevealed = false
    const tookMs = Math.round(performance.now() - this.shownAt)
    this.shownAt = performance.now()
    if (item.cardId === null || this.kind === 'look') return
    const answer = { answerId: crypto.randomUUID(), cardId: item.cardId, tookMs } as const
    void this.#client
      .practiseCard({ ...answer, grade: isKnown ? 3 : 1 })
      .catch((error: unknown) => {
        this.problem = problemOf(error)
      })
  }
}
