// Contested cards: the list, what is said of each, and the ways to settle it.
// May import what every feature may: contract, domain, i18n, keys, ui.

import type { Client } from '#contract/client.ts'
import type { ContestedCard } from '#contract/shapes/contest.ts'
import type { ExportedFile } from '#contract/shapes/deck.ts'
import type { RejectReason } from '#domain/cards/decision.ts'
import { problemOf, type Problem } from '#renderer/context.ts'
import { Resource } from '#renderer/resource.svelte.ts'

/** A document with its contested cards. */
export interface ContestedGroup {
  readonly sourceId: string
  readonly title: string
  readonly cards: readonly ContestedCard[]
}

/** The list on screen: which card the keys act on, and what is done with it. */
export class ContestedList {
  problem = $state.raw<Problem | null>(null)
  contestId = $state.raw<string | null>(null)
  readonly #client: Client
  readonly #cards: Resource<ContestedCard[]>

  constructor(client: Client) {
    this.#client = client
    this.#cards = new Resource(() => client.listContests())
  }

  readonly groups = $derived.by((): ContestedGroup[] =>
    [...Map.groupBy(this.#cards.value ?? [], (card) => card.sourceId)].map(([sourceId, cards]) => ({
      sourceId,
      title: cards[0]?.sourceTitle ?? '',
      cards,
    })),
  )
  /** In the order on screen. */
  readonly cards = $derived(this.groups.flatMap((group) => group.cards))
  readonly card = $derived(
    this.cards.find((card) => card.contestId === this.contestId) ?? this.cards[0] ?? null,
  )
  get isLoaded(): boolean {
    return this.#cards.value !== null
  }
  get loadProblem(): Problem | null {
    return this.#cards.problem
  }

  follow(): () => void {
    return this.#cards.follow(this.#client)
  }

  /** The next (+1) or previous (-1) card; stays at the ends. */
  move(step: 1 | -1): void {
    const at = this.cards.findIndex((card) => card.contestId === this.card?.contestId)
    const next = this.cards[Math.min(Math.max(at + step, 0), this.cards.length - 1)]
    this.contestId = next?.contestId ?? null
  }

  keep(card: ContestedCard): Promise<boolean> {
    return this.#settle(card, () =>
      this.#client.settleContest({ contestId: card.contestId, outcome: 'kept' }),
    )
  }

  reword(card: ContestedCard, prompt: string, answer: string | null): Promise<boolean> {
    const { contestId } = card
    return this.#settle(card, () =>
      this.#client.settleContest({ contestId, outcome: 'edited', prompt, answer }),
    )
  }

  reject(card: ContestedCard, reason: RejectReason): Promise<boolean> {
    const { contestId } = card
    return this.#settle(card, () =>
      this.#client.settleContest({ contestId, outcome: 'rejected', reason }),
    )
  }

  async reopen(contestId: string): Promise<void> {
    await this.#attempt(() => this.#client.reopenContest({ contestId }))
    this.contestId = contestId
  }

  /** The list as a file; null when it could not be written. */
  async exported(format: 'md' | 'csv'): Promise<ExportedFile | null> {
    try {
      this.problem = null
      return await this.#client.exportContests({ format })
    } catch (error) {
      this.problem = problemOf(error)
      return null
    }
  }

  /** Settles a card; the keys then act on the one after it. */
  async #settle(card: ContestedCard, work: () => Promise<unknown>): Promise<boolean> {
    const at = this.cards.findIndex((each) => each.contestId === card.contestId)
    const next = this.cards[at + 1] ?? this.cards[at - 1]
    const isDone = await this.#attempt(work)
    if (isDone) this.contestId = next?.contestId ?? null
    return isDone
  }

  async #attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      this.problem = null
      await work()
      return true
    } catch (error) {
      this.problem = problemOf(error)
      return false
    }
  }
}
