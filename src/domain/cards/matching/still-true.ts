import { containment, similarity } from '#domain/roles/words.ts'
import type { Responsibility } from '../rolegen.ts'
import type { KnownCard } from './known.ts'
import { senseOf } from './meaning.ts'

/** The duties of the changed document, by id and by role. */
export interface Duties {
  readonly byId: ReadonlyMap<string, Responsibility>
  readonly byRole: ReadonlyMap<string, readonly Responsibility[]>
}

const areAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  similarity(a, b) >= 0.3 || (a.size >= 2 && containment(a, b) >= 0.5)

/** Does a role of the changed document have a duty like this? */
function has(duties: Duties, role: string, text: string): boolean {
  const sense = senseOf(text)
  return (duties.byRole.get(role) ?? []).some((each) => areAlike(sense, senseOf(each.text)))
}

/** What is needed to know of roles: the changed document's ids of them, and which are named in a text of the stored one. */
export interface Roles {
  readonly now: (roleId: string) => string
  readonly namedIn: (text: string) => readonly string[]
}

/**
 * Is a stored card, which is not made any more, still right of a duty that the document still has? What was wrong
 * must still be wrong: a role without a duty like this one, or a duty unlike any of this role.
 */
export function isStillTrue(
  card: KnownCard,
  duty: Responsibility,
  duties: Duties,
  roles: Roles,
): boolean {
  switch (card.type) {
    case 'basic':
    case 'cloze':
      return true
    case 'tf': {
      // A false statement gives the duty to somebody else.
      const named = roles.namedIn(card.prompt).map(roles.now)
      const isOthers = (role: string) => role !== duty.role && !has(duties, role, duty.text)
      return card.answer === 'True' || (named.length > 0 && named.every(isOthers))
    }
    case 'mcq':
      return (card.choices ?? []).every(({ correct, from, text }) => {
        // Options without an origin were written by a person.
        if (correct || from === '') return true
        if (!from.startsWith('role-')) return !has(duties, duty.role, text)
        return roles.now(from) !== duty.role && !has(duties, roles.now(from), duty.text)
      })
    case 'multi':
    case 'match':
    case 'order':
      return false
  }
}

/** Are the origins of a card's wrong options still there, so that its explanation may speak of them? */
export const isStillExplained = (card: KnownCard, duties: Duties): boolean =>
  (card.choices ?? []).every(
    ({ correct, from }) =>
      correct || from === '' || from.startsWith('role-') || duties.byId.has(from),
  )
