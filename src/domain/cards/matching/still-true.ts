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

/**
 * Is a stored card, which is not made any more, still right of a duty that the document still has? A wrong option
 * must still be wrong: a role without a duty like this one, or a duty unlike any of this role. `roleNow` gives the
 * changed document's id of a role.
 */
export function isStillTrue(
  card: KnownCard,
  duty: Responsibility,
  duties: Duties,
  roleNow: (roleId: string) => string,
): boolean {
  switch (card.type) {
    case 'basic':
    case 'cloze':
      return true
    case 'tf':
      return card.answer === 'True'
    case 'mcq':
      return (card.choices ?? []).every(({ correct, from, text }) => {
        // Options without an origin were written by a person.
        if (correct || from === '') return true
        if (!from.startsWith('role-')) return !has(duties, duty.role, text)
        return roleNow(from) !== duty.role && !has(duties, roleNow(from), duty.text)
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
