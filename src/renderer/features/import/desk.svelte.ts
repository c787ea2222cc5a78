import type { PreviewDuty } from '#contract/shapes/import.ts'
import type { CardWording, RejectReason } from '#domain/cards/decision.ts'
import type { HandWritten } from '#domain/cards/fix.ts'
import type { Messages } from '#renderer/i18n/messages.ts'
import type { KeyMap } from '#renderer/key-map.svelte.ts'
import { isFreeKey, isPlainKey } from '#renderer/keys.ts'
import { commandOf, isEverywhere, reasonOf, type Command } from './desk-keys.ts'
import type { ImportReview } from './import.svelte.ts'
import { bulkOf, type Covered } from './outline.ts'

export const views = ['cards', 'coverage', 'misses'] as const
export type View = (typeof views)[number]

/** What lies before the learner in a review: which view, what is being done with the card, and what was said of it. */
export class Desk {
  view = $state<View>('cards')
  /** With the card in focus: decide, say why it is rejected, or edit. */
  mode = $state<'deciding' | 'asking' | 'editing'>('deciding')
  /** The responsibility for which a card is being written. */
  writing = $state.raw<PreviewDuty | null>(null)
  /** The responsibility that is being given to another role. */
  moving = $state.raw<PreviewDuty | null>(null)
  /** The responsibility whose passage is shown. */
  looking = $state.raw<PreviewDuty | null>(null)
  isFixing = $state(false)
  /** What was done, for those who hear it. */
  said = $state('')
  readonly review: ImportReview
  readonly keys: KeyMap
  readonly #t: Messages['import']
  readonly #focus: () => Promise<void>

  /** `focus` puts the focus on the card, when it is there. */
  constructor(
    review: ImportReview,
    { t, keys }: { readonly t: Messages['import']; readonly keys: KeyMap },
    focus: () => Promise<void>,
  ) {
    this.review = review
    this.keys = keys
    this.#t = t
    this.#focus = focus
  }

  readonly label = $derived.by(() => {
    const { group, card } = this.review
    const place = group && card ? group.cards.indexOf(card) + 1 : 0
    return this.#t.cardOf(place, group?.cards.length ?? 0)
  })
  /** The cards that a stroke over the role decides, and whether these are all of it. */
  readonly bulk = $derived.by(() => {
    const { group, review } = this.review
    const cards = group ? bulkOf(group, review.decisions) : []
    return { count: cards.length, isRest: cards.length < (group?.cards.length ?? 0) }
  })
  /** All passages of the role; those that are looked at come first. */
  readonly passages = $derived.by(() => {
    const { card, group } = this.review
    const isCard = this.view === 'cards' && !this.writing
    const looked = isCard ? card?.passages : (this.writing ?? this.looking)?.passages
    const others = (group?.cards ?? []).filter((each) => !isCard || each !== card)
    return [...(looked ?? []), ...others.flatMap((each) => each.passages)]
  })

  async #onCard(what: string): Promise<void> {
    this.mode = 'deciding'
    await this.#focus()
    const { card, group } = this.review
    const state = card ? this.#t.decision(this.review.decisionOf(card.cardId)) : ''
    this.said = [what, group?.name ?? '', this.label, state].filter(Boolean).join('. ')
  }

  keep(): void {
    this.review.keep()
    void this.#onCard(this.#t.said.kept)
  }
  reject(reason: RejectReason | null): void {
    this.review.reject(reason)
    void this.#onCard(this.#t.said.rejected)
  }
  pin(): void {
    this.review.pin()
    void this.#onCard(this.#t.said.pinned)
  }
  reword(wording: CardWording): void {
    this.review.reword(wording)
    void this.#onCard(this.#t.said.edited)
  }
  decideRole(verdict: 'kept' | 'rejected'): void {
    const { count } = this.bulk
    this.review.decideRole(verdict)
    void this.#onCard(this.#t.said.role(verdict, count))
  }
  undo(): void {
    const isDone = this.review.undo()
    void this.#onCard(isDone ? this.#t.said.undone : this.#t.said.nothingToUndo)
  }
  /** Back to deciding, with nothing changed. */
  cancel(): void {
    void this.#onCard('')
  }
  #move(step: 1 | -1): void {
    this.review.move(step)
    void this.#onCard('')
  }
  #toNextOpen(): void {
    const isThere = this.review.toNextOpen()
    void this.#onCard(isThere ? '' : this.#t.said.allDecided)
  }

  show(view: View): void {
    this.view = view
    this.mode = 'deciding'
    this.writing = null
    this.looking = null
  }
  /** To the cards of a responsibility; where there are none, to writing one. */
  open({ duty, cards }: Covered): void {
    const [first] = cards
    if (!first) {
      this.writing = duty
      return
    }
    this.review.show(first)
    this.view = 'cards'
    void this.#onCard('')
  }
  /** Adds a card for the responsibility that one is being written for; false when it failed. */
  async write(id: string, card: HandWritten): Promise<boolean> {
    const duty = this.writing
    if (!duty) return false
    const quote = duty.passages[0]?.quote ?? ''
    const isAdded = await this.review.addFix({ kind: 'write', id, fact: duty.dutyId, quote, card })
    if (!isAdded) return false
    this.writing = null
    this.looking = duty
    return true
  }

  #run(command: Command): void {
    switch (command) {
      case 'keep':
        return this.keep()
      case 'edit':
        this.mode = 'editing'
        return
      case 'ask':
        this.mode = 'asking'
        return
      case 'pin':
        return this.pin()
      case 'undo':
        return this.undo()
      case 'next':
        return this.#move(1)
      case 'previous':
        return this.#move(-1)
      case 'nextOpen':
        return this.#toNextOpen()
      case 'keepRole':
        return this.decideRole('kept')
      case 'rejectRole':
        return this.decideRole('rejected')
      case 'coverage':
        return this.show(this.view === 'coverage' ? 'cards' : 'coverage')
      case 'fix':
        this.isFixing = (this.review.group?.roleId ?? null) !== null
        return
    }
  }

  #pressReason(event: KeyboardEvent): boolean {
    const reason = reasonOf(event)
    if (reason === 'none') this.reject(null)
    else if (reason === 'cancel') this.cancel()
    else if (reason !== null && reason !== 'wait') this.reject(reason)
    return reason !== null
  }

  /** A key was pressed somewhere on the page. `isScrolling`: in a part that the arrow keys scroll. */
  press(event: KeyboardEvent, isScrolling: boolean): void {
    if (this.review.isMaking || this.writing || this.mode === 'editing') return
    if (this.keys.step(event) === 'undo' && isFreeKey(event)) {
      event.preventDefault()
      this.undo()
      return
    }
    if (!isPlainKey(event)) return
    if (this.mode === 'asking') {
      if (this.#pressReason(event)) event.preventDefault()
      return
    }
    const command = commandOf(event, this.keys)
    const isOnCard = this.view === 'cards' && this.review.card !== null
    if (command === null || (!isEverywhere(command) && !isOnCard)) return
    if (isScrolling && event.key.startsWith('Arrow')) return
    event.preventDefault()
    this.#run(command)
  }
}
