import type { Client } from '#contract/client.ts'
import { toPlain } from '#contract/plain.ts'
import type {
  ImportPreview,
  ImportResult,
  ImportStatus,
  PreviewCard,
} from '#contract/shapes/import.ts'
import type { CardDecision, CardWording, RejectReason } from '#domain/cards/decision.ts'
import type { Fix } from '#domain/cards/fix.ts'
import { advanceReview, emptyReview, type CardChange, type Review } from '#domain/cards/review.ts'
import { problemOf, type Problem } from '#renderer/context.ts'
import {
  bulkOf,
  coverageOf,
  groupsOf,
  isOpen,
  isRejected,
  neighbourOf,
  nextOpen,
  unwantedKinds,
  type Covered,
  type Group,
} from './outline.ts'

/**
 * An import on screen: its progress, then what it found and what the learner decides about it. Decisions show at
 * once and are sent behind, one after the other; they belong to the import in the backend, so that a reload keeps
 * them. Where cards are made anew the page waits.
 */
export class ImportReview {
  status = $state.raw<ImportStatus | null>(null)
  preview = $state.raw<ImportPreview | null>(null)
  /** Why the import cannot be shown. */
  problem = $state.raw<Problem | null>(null)
  /** Why the last thing that was tried did not happen. */
  failure = $state.raw<Problem | null>(null)
  title = $state('')
  review = $state.raw<Review>(emptyReview)
  roleId = $state.raw<string | null>(null)
  cardId = $state.raw<string | null>(null)
  /** Cards are being made anew. */
  isMaking = $state(false)
  readonly #client: Client
  readonly importId: string
  #queue: Promise<void> = Promise.resolve()

  constructor(client: Client, importId: string) {
    this.#client = client
    this.importId = importId
  }

  readonly cards = $derived(this.preview?.cards ?? [])
  readonly groups = $derived(this.preview ? groupsOf(this.preview) : [])
  readonly group = $derived(
    this.groups.find((group) => group.roleId === this.roleId) ?? this.groups[0],
  )
  readonly card = $derived(
    this.group?.cards.find((card) => card.cardId === this.cardId) ?? this.group?.cards[0] ?? null,
  )
  readonly decidedCount = $derived(
    this.cards.filter((card) => !isOpen(card, this.review.decisions)).length,
  )
  readonly keptCount = $derived(
    this.cards.filter((card) => !isRejected(card, this.review.decisions)).length,
  )
  /** The responsibilities of each role with the cards that ask for them. */
  readonly #covered = $derived(
    new Map(
      this.groups.map((group) => [
        group.roleId,
        coverageOf(group, this.cards, this.review.decisions),
      ]),
    ),
  )
  readonly unwanted = $derived(
    unwantedKinds(this.preview?.tally ?? [], this.cards, this.review.decisions),
  )

  coverageOf(group: Group): readonly Covered[] {
    return this.#covered.get(group.roleId) ?? []
  }
  /** How far a role is: cards, those decided, responsibilities without a card. */
  countsOf(group: Group): { cards: number; decided: number; uncovered: number } {
    return {
      cards: group.cards.length,
      decided: group.cards.filter((card) => !isOpen(card, this.review.decisions)).length,
      uncovered: this.coverageOf(group).filter(({ cards }) => cards.length === 0).length,
    }
  }
  decisionOf(cardId: string): CardDecision | null {
    return this.review.decisions.get(cardId) ?? null
  }

  /** Was it decided that the card stays? */
  isKept(card: PreviewCard): boolean {
    return this.decisionOf(card.cardId)?.verdict === 'kept'
  }

  /** Follows the import until it ends; returns the function that stops following. */
  follow(): () => void {
    const take = (status: ImportStatus) => {
      if (status.importId !== this.importId) return
      this.status = status
      if (status.status === 'ready' && !this.preview) void this.#load()
      if (status.status === 'failed') this.problem = status.problem
    }
    this.#client.getImport({ importId: this.importId }).then(take, (error: unknown) => {
      this.problem = problemOf(error)
    })
    return this.#client.listen((event) => {
      if (event.event === 'importMoved') take(event.status)
    })
  }

  async #load(): Promise<void> {
    try {
      const preview = await this.#client.getImportPreview({ importId: this.importId })
      const isFirst = this.preview === null
      this.preview = preview
      const { decisions, fixes, steps } = preview.review
      this.review = {
        decisions: new Map(decisions.map(({ cardId, decision }) => [cardId, decision])),
        fixes,
        steps,
      }
      if (isFirst) {
        this.title = preview.title
        this.show(nextOpen(this.groups, null, this.review.decisions) ?? this.groups[0]?.cards[0])
      }
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  async cancel(): Promise<void> {
    this.status = await this.#client.cancelImport({ importId: this.importId })
  }

  /** Puts a card in focus, and its role with it. */
  show(card: PreviewCard | null | undefined): void {
    if (!card) return
    this.roleId = card.roleId
    this.cardId = card.cardId
  }
  select(roleId: string | null): void {
    this.roleId = roleId
    const cards = this.groups.find((group) => group.roleId === roleId)?.cards ?? []
    const open = cards.find((card) => isOpen(card, this.review.decisions))
    this.cardId = (open ?? cards[0])?.cardId ?? null
  }
  move(step: 1 | -1): void {
    this.show(neighbourOf(this.groups, this.card?.cardId ?? null, step))
  }
  /** To the next undecided card; false when there is none. */
  toNextOpen(): boolean {
    const next = nextOpen(this.groups, this.card?.cardId ?? null, this.review.decisions)
    this.show(next)
    return next !== null
  }

  /** Keeps the card in focus and goes on; a card that is kept already only goes on. */
  keep(): void {
    this.#decideCurrent((before) =>
      before?.verdict === 'kept'
        ? before
        : { verdict: 'kept', isPinned: false, edit: null, inBulk: false },
    )
  }
  reject(reason: RejectReason | null): void {
    this.#decideCurrent(() => ({ verdict: 'rejected', reason, inBulk: false }))
  }
  /** Pins the card in focus and goes on; a pinned one is let go, and stays kept. */
  pin(): void {
    const before = this.card ? this.decisionOf(this.card.cardId) : null
    const edit = before?.verdict === 'kept' ? before.edit : null
    const isPinned = !(before?.verdict === 'kept' && before.isPinned)
    this.#decideCurrent(() => ({ verdict: 'kept', isPinned, edit, inBulk: false }), isPinned)
  }
  reword(edit: CardWording): void {
    this.#decideCurrent((before) => ({
      verdict: 'kept',
      isPinned: before?.verdict === 'kept' && before.isPinned,
      edit,
      inBulk: false,
    }))
  }
  /** Decides about the rest of a role at one stroke. */
  decideRole(verdict: 'kept' | 'rejected'): void {
    const { group } = this
    if (!group || group.cards.length === 0) return
    const decision: CardDecision =
      verdict === 'kept'
        ? { verdict, isPinned: false, edit: null, inBulk: true }
        : { verdict, reason: null, inBulk: true }
    this.#decide(bulkOf(group, this.review.decisions).map(({ cardId }) => ({ cardId, decision })))
    this.toNextOpen()
  }

  #decideCurrent(decide: (before: CardDecision | null) => CardDecision, goesOn = true): void {
    const { card } = this
    if (!card) return
    const before = this.decisionOf(card.cardId)
    const decision = decide(before)
    if (decision !== before) this.#decide([{ cardId: card.cardId, decision }])
    if (goesOn) this.move(1)
  }

  #decide(changes: CardChange[]): void {
    if (this.isMaking) return
    this.review = advanceReview(this.review, { kind: 'decide', changes })
    this.#send(() =>
      this.#client.decideImport({ importId: this.importId, changes: toPlain(changes) }),
    )
  }

  /** Takes the last step back and shows what it was about; false when there is none. */
  undo(): boolean {
    const last = this.review.steps.at(-1)
    if (!last || this.isMaking) return false
    if (last.kind === 'fixes') {
      void this.#makeAnew(() => this.#client.undoImport({ importId: this.importId }))
      return true
    }
    this.review = advanceReview(this.review, { kind: 'undo' })
    const [first] = last.before
    this.show(this.cards.find((card) => card.cardId === first?.cardId))
    this.#send(() => this.#client.undoImport({ importId: this.importId }))
    return true
  }

  /** Says what is to be set right about the document; resolves when the cards are there, false when it failed. */
  fix(fixes: readonly Fix[]): Promise<boolean> {
    return this.#makeAnew(() =>
      this.#client.fixImport({ importId: this.importId, fixes: toPlain(fixes) }),
    )
  }
  addFix(fix: Fix): Promise<boolean> {
    return this.fix([...this.review.fixes, fix])
  }

  /** Reads the document as the next version of a stored one, or (null) as one of its own. */
  readAs(sourceId: string | null): Promise<boolean> {
    return this.#makeAnew(() =>
      this.#client.chooseImportTarget({ importId: this.importId, sourceId }),
    )
  }

  async #makeAnew(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isMaking) return false
    this.isMaking = true
    this.failure = null
    try {
      await this.#queue
      await work()
      await this.#load()
      return true
    } catch (error) {
      this.failure = problemOf(error)
      return false
    } finally {
      this.isMaking = false
    }
  }

  #send(work: () => Promise<unknown>): void {
    this.failure = null
    this.#queue = this.#queue.then(async () => {
      try {
        await work()
      } catch (error) {
        this.failure = problemOf(error)
        // What the backend has is what counts.
        await this.#load()
      }
    })
  }

  /** Stores the kept cards as decks, when all that was decided has arrived. */
  async save(): Promise<ImportResult> {
    await this.#queue
    return this.#client.saveImport({ importId: this.importId, title: this.title })
  }
}
