import type { Fact } from '#domain/roles/model.ts'
import { capital, contentOf, stemsOf, wordsOf } from '#domain/roles/words.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import { clauseOf, does, sentenceOf, verbRow } from '../wording.ts'
import { quantitiesOf, termsOf, type Gap } from './gaps.ts'
import { withRole } from './options.ts'

/** A term that the document uses again and again is no more than its subject. */
function isOwnTerm({ text }: Gap, fact: Fact, facts: readonly Fact[]): boolean {
  const lower = text.toLowerCase()
  return facts.every((other) => other === fact || !other.text.toLowerCase().includes(lower))
}

const [ofQuantity, ofTerm] = [0.78, 0.68]
const kind = { recipe: 'cloze.object', type: 'cloze' } as const

/** The best gap of a duty, and whether it is a quantity: the rest must not say it, and must say enough. */
function gapOf(
  fact: Fact,
  role: string,
  { facts, mayBeTerm }: { readonly facts: readonly Fact[]; readonly mayBeTerm: boolean },
) {
  const named = new Set(stemsOf(role))
  const restOf = ({ start, end }: Gap) => fact.text.slice(0, start) + fact.text.slice(end)
  const quantity = quantitiesOf(fact.text).find(
    (gap) => contentOf(restOf(gap)).size >= 1 && !restOf(gap).includes(gap.text),
  )
  if (quantity) return { gap: quantity, isQuantity: true }
  if (!mayBeTerm) return null
  const term = termsOf(fact.text).find((gap) => {
    const rest = contentOf(restOf(gap))
    return (
      contentOf(gap.text).isDisjointFrom(rest) &&
      rest.size >= 3 &&
      stemsOf(gap.text).every((stem) => !named.has(stem)) &&
      isOwnTerm(gap, fact, facts)
    )
  })
  return term ? { gap: term, isQuantity: false } : null
}

/**
 * "The R checks ____ before each delivery.": strict, since a gap that anything could fill is no question. A quantity
 * is worth asking for; a term only where the duty can be asked for in no better way.
 */
export function cloze({ model, roleOf, room }: RecipeParts): CardDraft[] {
  const factsOf = Map.groupBy(model.facts, (fact) => fact.role)
  return model.facts.flatMap((fact: Fact): CardDraft[] => {
    const role = roleOf(fact.role)
    if (room.for(fact, { ...kind, score: ofQuantity }) === null) return []
    // "The members checks" would be wrong.
    if (!role || !verbRow(fact.text) || fact.form !== 'phrase' || does(role).startsWith('do '))
      return []
    const size = wordsOf(fact.text).length
    if (size < 6 || size > 20) return []
    const mayBeTerm = room.for(fact, { ...kind, score: ofTerm }) !== null
    const found = gapOf(fact, role.name, { facts: factsOf.get(fact.role) ?? [], mayBeTerm })
    if (!found) return []
    const { gap, isQuantity } = found
    const open = `${fact.text.slice(0, gap.start)}____${fact.text.slice(gap.end)}`
    return [
      {
        recipe: 'cloze.object',
        type: 'cloze',
        prompt: `${capital(clauseOf(role, { text: open, form: 'phrase' }))}.`,
        answer: gap.text,
        explanation: sentenceOf(role, fact),
        target: [fact.id],
        role: fact.role,
        prov: withRole(fact, role),
        bloom: 'remember',
        score: isQuantity ? ofQuantity : ofTerm,
      },
    ]
  })
}
