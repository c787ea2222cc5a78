import { isOfWhole, statementOf } from '#domain/cards/matching/subject.ts'
import type { CardUpdate } from '#domain/cards/reconcile.ts'
import type { UpdatePlan } from './plan-update.ts'

/** Which note each card belongs to after an update, and what the notes' cards ask for. */
export interface Notes {
  readonly noteOf: ReadonlyMap<string, string>
  readonly facts: ReadonlyMap<string, readonly string[]>
}

const targetOf = (change: CardUpdate): readonly string[] => {
  const { after, now, cardId } = change
  if (after) return after.target.length > 0 ? after.target : [after.id]
  return [now?.fact ?? cardId]
}

/** Cards about a whole list follow the note of their first fact, they do not decide on it. */
const isAboutWhole = ({ after }: CardUpdate) => after !== null && isOfWhole(statementOf(after))

/**
 * Cards that ask for one fact stay siblings: a note goes with the fact of its cards, whatever the fact is called now;
 * a new card joins the note of its fact. Cards that are gone keep their note.
 */
export function assignNotes({ source, cards, result }: UpdatePlan): Notes {
  const noteOfFact = new Map<string, string>()
  const factOfNote = new Map<string, string>()
  const existing = Map.groupBy(cards.values(), ({ card }) => card.noteId)
  const changes = result.changes.filter((change) => change.kind !== 'gone')
  const bind = (fact: string, noteId: string) => {
    noteOfFact.set(fact, noteId)
    factOfNote.set(noteId, fact)
  }
  for (const isWhole of [false, true])
    for (const change of changes) {
      const [fact = ''] = targetOf(change)
      const noteId = cards.get(change.cardId)?.card.noteId
      if (noteId === undefined || isAboutWhole(change) !== isWhole) continue
      if (!noteOfFact.has(fact) && !factOfNote.has(noteId)) bind(fact, noteId)
    }
  /** The note that the fact would have had from the start, unless other facts' cards are in it. */
  const freshNote = (fact: string): string => {
    const plain = `${source.sourceId}/${fact}`
    const isFree =
      !factOfNote.has(plain) && (existing.get(plain) ?? []).every(({ facts }) => facts[0] === fact)
    return isFree ? plain : `${plain}/${source.version + 1}`
  }
  const noteOf = new Map<string, string>()
  const facts = new Map<string, readonly string[]>()
  for (const change of changes) {
    const target = targetOf(change)
    const [fact = ''] = target
    if (!noteOfFact.has(fact)) bind(fact, freshNote(fact))
    const noteId = noteOfFact.get(fact) ?? ''
    noteOf.set(change.cardId, noteId)
    if (!facts.has(noteId) || isAboutWhole(change)) facts.set(noteId, target)
  }
  return { noteOf, facts }
}
