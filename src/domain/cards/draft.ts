import { digestOf } from '#domain/roles/digest.ts'
import { firstRoleOf, type Fact, type RoleModel } from '#domain/roles/model.ts'
import type { MissReason } from './miss.ts'
import type { Choice, GeneratedCard, Range, Role } from './rolegen.ts'

/** A card before its checks; ids and revision are derived. */
export interface CardDraft {
  readonly recipe: string
  readonly type: GeneratedCard['type']
  readonly prompt: string
  readonly answer?: string | boolean
  readonly choices?: readonly Choice[]
  /** Choices that still stand as they were found: what decides their order, should the draft become a card. */
  readonly shuffle?: string
  readonly items?: readonly string[]
  readonly pairs?: GeneratedCard['pairs']
  /** True/false: the role that the statement names. */
  readonly statedRole?: string
  readonly explanation?: string
  readonly target: readonly string[]
  readonly role: string | null
  /** The role that it was written for, when that is another now. */
  readonly firstRole?: string
  /** The id that a hand-written card was given when it was written: it is known by that alone. */
  readonly writtenAs?: string
  readonly prov: readonly Range[]
  readonly bloom: NonNullable<GeneratedCard['bloom']>
  /** 0..1 before deductions. */
  readonly score: number
}

/** What decides whether a duty's card would be kept. */
type Kind = Pick<CardDraft, 'recipe' | 'type' | 'score'>

/** What a further card would be to its duty: the only or best one, a second one, or none that is kept. */
type Room = 'best' | 'second' | null

/** Which cards the duties of a document have, and which they would still keep. */
export interface Rooms {
  /** The room for a card of a kind, at the highest score that it may have. */
  for(fact: Fact, kind: Kind): Room
  /** Takes note of a draft that passed the checks. */
  add(draft: CardDraft): void
}

/** What recipes work with. */
export interface RecipeParts {
  readonly sourceId: string
  readonly model: RoleModel
  readonly roleOf: (id: string) => Role | undefined
  /** Does a text hold a name or other name of any role of the document? */
  readonly namesAnyRole: (text: string) => boolean
  /** Does a duty tell enough to ask whose it is? */
  readonly isTelling: (fact: Fact) => boolean
  /** Which duties need further cards, given those that they have by then. */
  readonly room: Pick<Rooms, 'for'>
  readonly reject: (recipe: string, target: string, reason: MissReason) => void
}

export type Recipe = (parts: RecipeParts) => CardDraft[]

/** Recipes that ask the same in another form: a statement may turn from true to false without being another card. */
const families = new Map([
  ['tf.true', 'tf'],
  ['tf.swap', 'tf'],
  // A third role in the document makes options possible.
  ['resp-role.mcq', 'resp-role'],
  ['resp-role.basic', 'resp-role'],
  ['not-resp.mcq', 'not-resp'],
  ['not-resp.basic', 'not-resp'],
])

/**
 * The id of a draft's card. It hangs on source, recipe, role and target only, so that wording, offsets and
 * distractors may change without loss of history; the role is the one that the target was read for, so that a
 * fix of roles changes no id.
 */
export function cardIdOf(
  draft: Pick<CardDraft, 'recipe' | 'target' | 'role' | 'firstRole' | 'writtenAs'>,
  { sourceId, model }: IdentityParts,
): string {
  if (draft.writtenAs !== undefined) return writtenCardId(sourceId, draft.writtenAs)
  const [target = ''] = draft.target
  // Comparisons are asked for aspect by aspect: `id/aspect`.
  const owned = target.split('/')[0] ?? target
  const role = draft.role === null ? '' : (draft.firstRole ?? firstRoleOf(model, owned, draft.role))
  const family = families.get(draft.recipe) ?? draft.recipe
  const identity = [sourceId, family, role, target].join('\u0000')
  return `c-${digestOf(identity, 16)}`
}

type IdentityParts = Pick<RecipeParts, 'sourceId' | 'model'>

/** The id of a card that somebody wrote in the app, by what it was given then: its words may change. */
export const writtenCardId = (sourceId: string, writtenAs: string): string =>
  `c-${digestOf([sourceId, 'written', writtenAs].join('\u0000'), 16)}`

/** Tells by what a card says whether it reads differently from before. */
export function revOf(
  said: Pick<CardDraft, 'prompt' | 'answer' | 'choices' | 'items' | 'pairs'>,
): string {
  const { prompt, answer, choices, items, pairs } = said
  const rendered = JSON.stringify([prompt, answer, choices, items, ...(pairs ? [pairs] : [])])
  return digestOf(rendered, 12)
}

/** The card of a draft, with its id; `rev` tells that it reads differently. */
export function toCard(draft: CardDraft, parts: IdentityParts): GeneratedCard {
  return {
    id: cardIdOf(draft, parts),
    rev: revOf(draft),
    recipe: draft.recipe,
    type: draft.type,
    prompt: draft.prompt,
    ...(draft.answer === undefined ? {} : { answer: draft.answer }),
    ...(draft.choices === undefined ? {} : { choices: draft.choices }),
    ...(draft.items === undefined ? {} : { items: draft.items }),
    ...(draft.pairs === undefined ? {} : { pairs: draft.pairs }),
    ...(draft.statedRole === undefined ? {} : { statedRole: draft.statedRole }),
    ...(draft.explanation === undefined ? {} : { explanation: draft.explanation }),
    target: draft.target,
    role: draft.role,
    prov: draft.prov,
    tags: [],
    bloom: draft.bloom,
    score: Math.round(Math.max(0, Math.min(1, draft.score)) * 100) / 100,
  }
}

/** Puts a list into an order that only its own content and `seed` decide. */
export const shuffledBy = <Each>(
  list: readonly Each[],
  seed: string,
  keyOf: (each: Each) => string,
): Each[] =>
  list
    .map((each) => ({ each, key: digestOf(`${seed}\u0000${keyOf(each)}`, 16) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each)

/** A draft with its choices in the order that its `shuffle` decides. */
export const withChoicesShuffled = (draft: CardDraft): CardDraft =>
  draft.choices && draft.shuffle !== undefined
    ? { ...draft, choices: shuffledBy(draft.choices, draft.shuffle, (choice) => choice.from) }
    : draft
