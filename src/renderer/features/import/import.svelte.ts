import type { Client } from '#contract/client.ts'
import type {
  ImportPreview,
  ImportResult,
  ImportStatus,
  PreviewCard,
} from '#contract/shapes/import.ts'
import { problemOf, type Problem } from '#renderer/context.ts'

export type Decision = 'open' | 'accepted' | 'rejected'
export interface Wording {
  readonly prompt: string
  readonly answer: string | null
}
/** A role of the preview, or the questions that belong to none. */
export interface Group {
  readonly roleId: string | null
  readonly name: string
  readonly cards: readonly PreviewCard[]
}

/** An import on screen: its progress, then what it found and what the learner decides about each card. */
export class ImportReview {
  status = $state.raw<ImportStatus | null>(null)
  preview = $state.raw<ImportPreview | null>(null)
  problem = $state.raw<Problem | null>(null)
  title = $state('')
  decisions = $state.raw<ReadonlyMap<string, Decision>>(new Map())
  edits = $state.raw<ReadonlyMap<string, Wording>>(new Map())
  roleId = $state.raw<string | null>(null)
  cardId = $state.raw<string | null>(null)
  readonly #client: Client
  readonly importId: string

  constructor(client: Client, importId: string) {
    this.#client = client
    this.importId = importId
  }

  readonly groups = $derived.by((): Group[] => {
    const preview = this.preview
    if (!preview) return []
    const byRole = Map.groupBy(preview.cards, (card) => card.roleId)
    const roles = preview.roles.map((role) => ({
      roleId: role.roleId,
      name: role.name,
      cards: byRole.get(role.roleId) ?? [],
    }))
    const general = byRole.get(null) ?? []
    return general.length === 0 ? roles : [...roles, { roleId: null, name: '', cards: general }]
  })
  readonly group = $derived(
    this.groups.find((group) => group.roleId === this.roleId) ?? this.groups[0],
  )
  readonly card = $derived(
    this.group?.cards.find((card) => card.cardId === this.cardId) ?? this.group?.cards[0],
  )
  readonly keptCount = $derived(
    (this.preview?.cards ?? []).filter((card) => this.decisionOf(card.cardId) !== 'rejected')
      .length,
  )

  decisionOf(cardId: string): Decision {
    return this.decisions.get(cardId) ?? 'open'
  }
  wordingOf(card: PreviewCard): Wording {
    return this.edits.get(card.cardId) ?? { prompt: card.face.prompt, answer: card.face.answer }
  }
  keptIn(group: Group): number {
    return group.cards.filter((card) => this.decisionOf(card.cardId) !== 'rejected').length
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
      this.preview = preview
      this.title = preview.title
      this.roleId = this.groups[0]?.roleId ?? null
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  async cancel(): Promise<void> {
    this.status = await this.#client.cancelImport({ importId: this.importId })
  }

  select(roleId: string | null): void {
    this.roleId = roleId
    this.cardId = null
  }

  /** The next (+1) or previous (-1) card of the role; stays at the ends. */
  move(step: 1 | -1): void {
    const cards = this.group?.cards ?? []
    const at = cards.findIndex((card) => card.cardId === this.card?.cardId)
    this.cardId = cards[Math.min(Math.max(at + step, 0), cards.length - 1)]?.cardId ?? null
  }

  /** Decides on a card; the same decision again takes it back. */
  decide(cardId: string, decision: 'accepted' | 'rejected'): void {
    const now = this.decisionOf(cardId)
    this.decisions = new Map(this.decisions).set(cardId, now === decision ? 'open' : decision)
  }
  decideAll(group: Group, decision: 'accepted' | 'rejected'): void {
    const decisions = new Map(this.decisions)
    for (const card of group.cards) decisions.set(card.cardId, decision)
    this.decisions = decisions
  }
  reword(card: PreviewCard, wording: Wording): void {
    this.edits = new Map(this.edits).set(card.cardId, wording)
    this.decisions = new Map(this.decisions).set(card.cardId, 'accepted')
  }

  /** Stores the kept cards as decks. */
  save(): Promise<ImportResult> {
    const rejectedCardIds = [...this.decisions]
      .filter(([, decision]) => decision === 'rejected')
      .map(([cardId]) => cardId)
    const edits = [...this.edits].map(([cardId, wording]) => ({ cardId, ...wording }))
    return this.#client.saveImport({
      importId: this.importId,
      title: this.title,
      rejectedCardIds,
      edits,
    })
  }
}
