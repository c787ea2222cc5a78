import { digestOf } from '#domain/roles/digest.ts'
import { writtenCardId } from './draft.ts'
import { isHandWritten, ownTarget, writeFixesOf, type Fix, type WriteFix } from './fix.ts'
import { bestFirst } from './order.ts'
import type { GeneratedCard, Range, Responsibility, RoleGen } from './rolegen.ts'

/** Where a hand-written card's passage is now: with its responsibility, else where its words stand. */
function placeOf(
  gen: RoleGen,
  { fact, quote }: WriteFix,
): { fact: Responsibility | null; prov: readonly Range[] } | null {
  const holds = ({ prov }: Responsibility) => prov.some((range) => range.quote === quote)
  const found =
    gen.responsibilities.find(({ id }) => id === fact) ?? gen.responsibilities.find(holds)
  if (found) return { fact: found, prov: found.prov.slice(0, 1) }
  const [source] = gen.sources
  const start = quote === '' ? -1 : (source?.text.indexOf(quote) ?? -1)
  if (!source || start < 0) return null
  return { fact: null, prov: [{ source: source.id, start, end: start + quote.length, quote }] }
}

/** Tells by what a hand-written card says whether it reads differently from before. */
export const writtenRev = (card: WriteFix['card']): string => digestOf(JSON.stringify(card), 12)

function toCard(gen: RoleGen, fix: WriteFix): GeneratedCard | null {
  const place = placeOf(gen, fix)
  const sourceId = gen.sources[0]?.id ?? ''
  if (!place) return null
  const { type, prompt, answer, choices, explanation } = fix.card
  return {
    id: writtenCardId(sourceId, fix.id),
    rev: writtenRev(fix.card),
    recipe: `written.${type}`,
    type,
    prompt,
    answer,
    ...(choices ? { choices: choices.map((choice) => ({ ...choice, from: '' })) } : {}),
    ...(explanation === null ? {} : { explanation }),
    target: [...(place.fact ? [place.fact.id] : []), ownTarget(fix.id)],
    role: place.fact?.role ?? null,
    prov: place.prov,
    tags: [],
    bloom: 'remember',
    score: 1,
  }
}

/**
 * What was generated, with the cards that the learner wrote among them, in place of those that are there already.
 * One whose passage is no longer in the document is told as not made.
 */
export function withHandWritten(gen: RoleGen, fixes: readonly Fix[]): RoleGen {
  const fixesToWrite = writeFixesOf(fixes)
  const cards = gen.cards.filter((card) => !isHandWritten(card))
  const rejects = gen.rejects.filter((each) => each.reason !== 'passage-gone')
  if (fixesToWrite.length === 0 && cards.length === gen.cards.length) return gen
  const known = new Set(cards.map((card) => card.id))
  for (const fix of fixesToWrite) {
    const card = toCard(gen, fix)
    const recipe = `written.${fix.card.type}`
    // A role file may hold the card's words already, and newer ones.
    if (card && known.has(card.id)) continue
    if (card) cards.push(card)
    else rejects.push({ recipe, target: fix.fact, reason: 'passage-gone' })
  }
  return { ...gen, cards: bestFirst(cards, gen.roles), rejects }
}
