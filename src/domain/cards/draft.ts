import { digestOf } from '#domain/roles/fact-id.ts'
import { firstRoleOf, type RoleModel } from '#domain/roles/model.ts'
import type { MissReason } from './miss.ts'
import type { Choice, GeneratedCard, Range, Role } from './rolegen.ts'

/** A card before its checks; ids and revision are derived. */
export interface CardDraft {
  readonly recipe: string
  readonly type: GeneratedCard['type']
  readonly prompt: string
  readonly answer?: string | boolean
  readonly choices?: readonly Choice[]
  readonly items?: readonly string[]
  readonly pairs?: GeneratedCard['pairs']
  /** True/false: the role that the statement names. */
  readonly statedRole?: string
  readonly explanation?: string
  readonly target: readonly string[]
  readonly role: string | null
  /** The role that it was written for, when that is another now. */
  readonly firstRole?: string
  readonly prov: readonly Range[]
  readonly bloom: NonNullable<GeneratedCard['bloom']>
  /** 0..1 before deductions. */
  readonly score: number
}

/** What recipes work with. */
export interface RecipeParts {
  readonly sourceId: string
  readonly model: RoleModel
  readonly roleOf: (id: string) => Role | undefined
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
export function cardIdOf(draft: CardDraft, { sourceId, model }: IdentityParts): string {
  const [target = ''] = draft.target
  // Comparisons are asked for aspect by aspect: `id/aspect`.
  const owned = target.split('/')[0] ?? target
  const role = draft.role === null ? '' : (draft.firstRole ?? firstRoleOf(model, owned, draft.role))
  const family = families.get(draft.recipe) ?? draft.recipe
  const identity = [sourceId, family, role, target].join('\u0000')
  return `c-${digestOf(identity).slice(0, 16)}`
}

type IdentityParts = Pick<RecipeParts, 'sourceId' | 'model'>

/** The card of a draft, with its id; `rev` tells that it reads differently. */
export function toCard(draft: CardDraft, parts: IdentityParts): GeneratedCard {
  const rendered = JSON.stringify([
    draft.prompt,
    draft.answer,
    draft.choices,
    draft.items,
    ...(draft.pairs ? [draft.pairs] : []),
  ])
  return {
    id: cardIdOf(draft, parts),
    rev: digestOf(rendered).slice(0, 12),
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
    .map((each) => ({ each, key: digestOf(`${seed}\u0000${keyOf(each)}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each)
