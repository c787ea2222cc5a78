import type { RoleGen } from '#domain/cards/rolegen.ts'
import { newId, type Context } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import type { StoredDeck } from '../store/decks.ts'
import type { UpdatePlan } from './plan-update.ts'

/** Where the cards of a changed document go. */
export interface Decks {
  readonly deckId: string
  /** The deck of a role; that of the source for questions in general. */
  readonly of: (roleId: string | null) => string
  readonly roleCount: number
}

/**
 * Gives each role of a changed document its deck: that of the role it was before, by its new name unless the learner
 * chose one; a new deck for a new role. Decks of roles that are gone stay, with all that they hold.
 */
export function arrangeDecks(
  context: Context,
  tx: WriteDb,
  { source, known, result }: UpdatePlan,
  gen: RoleGen,
): Decks {
  const { sourceId } = source
  const top = context.decks.ofSource(sourceId)
  const deckId = top?.deckId ?? newId(context)
  if (!top) {
    const position = context.decks.nextPosition()
    const base = { parentId: null, roleId: null, removedAt: null }
    context.decks.insert(tx, { ...base, deckId, sourceId, name: source.title, position })
  } else if (top.removedAt !== null) context.decks.setRemoved(tx, deckId, null)

  const decks = context.decks.rolesOf(sourceId)
  const before = new Map(known.roles.map((role) => [role.id, role]))
  const oldIdOf = new Map([...result.roles].map(([old, fresh]) => [fresh, old]))
  const used = new Set(result.changes.map((change) => change.after?.role ?? change.now?.role))
  const deckOf = new Map<string, string>()
  for (const [position, role] of gen.roles.entries()) {
    if (!used.has(role.id)) continue
    const old = before.get(oldIdOf.get(role.id) ?? '')
    const present: StoredDeck | undefined =
      decks.find((deck) => old !== undefined && deck.roleId === old.id) ??
      decks.find((deck) => deck.roleId === role.id)
    if (!present) {
      const roleDeckId = newId(context)
      const base = { deckId: roleDeckId, parentId: deckId, sourceId, removedAt: null }
      context.decks.insert(tx, { ...base, roleId: role.id, name: role.name, position })
      deckOf.set(role.id, roleDeckId)
      continue
    }
    // The deck of a role that was gone and whose name another one has taken over holds gone cards only.
    for (const other of decks)
      if (other !== present && other.roleId === role.id)
        context.decks.setRole(tx, { ...other, roleId: null })
    const name = old && present.name === old.name ? role.name : present.name
    context.decks.setRole(tx, { ...present, roleId: role.id, name, position })
    deckOf.set(role.id, present.deckId)
  }
  return { deckId, of: (roleId) => deckOf.get(roleId ?? '') ?? deckId, roleCount: deckOf.size }
}
