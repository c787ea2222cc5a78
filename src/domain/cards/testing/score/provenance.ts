import type { GeneratedCard, RoleGen } from '../../rolegen.ts'
import { readAloud } from './locate.ts'
import { percent, shareFound, squeezed, stemsIn } from './normal.ts'

/** Words that questions are made of, whatever they ask. */
const template = stemsIn(
  `which role what statement complete blank describe does differ between mean involve area source one list matrix
  accountable raci comparison named skill work purpose apart sets headings select steps order pair match short
  sentence case`,
)

/** What a card says is right, as words. */
function answerOf(card: GeneratedCard): string {
  if (card.type === 'tf') return card.answer === true ? card.prompt : (card.explanation ?? '')
  if (card.type === 'match') return (card.pairs ?? []).flat().join(' ')
  if (card.type === 'order') return (card.items ?? []).join(' ')
  if (typeof card.answer === 'string' && card.answer !== '') return card.answer
  return (card.choices ?? [])
    .filter((choice) => choice.correct)
    .map((choice) => choice.text)
    .join(' ')
}

/** How well the passages of cards hold what the cards say, in per cent of the cards. */
export interface ProvenanceMeasures {
  readonly rangesValid: number | null
  readonly quotesExact: number | null
  /** Most words of the answer stand in the passages. */
  readonly answersInRange: number | null
  /** Most words of the question do. */
  readonly promptsInRange: number | null
}

/** Checks each card's passages against the canonical text: bounds, quotes, and whether they hold question and answer. */
export function measureProvenance(gen: RoleGen): ProvenanceMeasures {
  const texts = new Map(gen.sources.map((source) => [source.id, source.text]))
  const counts = { valid: 0, exact: 0, answers: 0, prompts: 0 }
  for (const card of gen.cards) {
    const passages = card.prov.map(({ source, start, end, quote }) => {
      const text = texts.get(source) ?? ''
      return {
        isWithin: 0 <= start && start < end && end <= text.length,
        quote,
        said: text.slice(start, end),
      }
    })
    if (passages.length === 0 || !passages.every(({ isWithin }) => isWithin)) continue
    counts.valid += 1
    if (passages.every(({ quote, said }) => squeezed(quote) === squeezed(said))) counts.exact += 1
    const said = stemsIn(readAloud(passages.map((passage) => passage.said).join(' ')))
    const answer = stemsIn(answerOf(card))
    if (shareFound(answer, said) >= 0.6) counts.answers += 1
    const isAllAnswer = card.type === 'match' || card.type === 'order' || card.type === 'tf'
    const asked = stemsIn(card.prompt.replace(/_{2,}/g, ' ')).difference(template)
    if (shareFound(isAllAnswer ? answer : asked, said) >= 0.6) counts.prompts += 1
  }
  const share = (count: number) => percent(count, gen.cards.length)
  return {
    rangesValid: share(counts.valid),
    quotesExact: share(counts.exact),
    answersInRange: share(counts.answers),
    promptsInRange: share(counts.prompts),
  }
}
