import type { Trade } from './trades.ts'

/** Sentences about a place and its things, in which nobody has anything to do. */
const sentences: readonly ((words: Words) => string)[] = [
  ({ thing, place, year }) =>
    `In ${year} the ${place} had fewer ${thing} than in any year since the war.`,
  ({ thing, number }) =>
    `About ${number} of the ${thing} date from before the fire, and hardly any of them look it.`,
  ({ place, number }) =>
    `The way from the station to the ${place} takes ${number} minutes on foot and longer in the rain.`,
  ({ thing, other }) =>
    `Whether ${thing} came before ${other} has been disputed for as long as there has been a canteen.`,
  ({ thing, year, number }) =>
    `A letter of ${year}, found behind a cupboard, mentions ${thing} ${number} times and never says why.`,
  ({ place, thing }) =>
    `What the ${place} is known for elsewhere is not its ${thing} but its soup.`,
  ({ thing, number, other }) =>
    `Prices of ${thing} rose by ${number} percent, while those of ${other} stayed where they were.`,
  ({ place, year }) =>
    `The roof of the ${place} was last open to the sky in ${year}, by accident and for one night.`,
  ({ other, number }) =>
    `Of ${number} letters to the newspaper, most were about the noise, a few about ${other}.`,
  ({ thing, place, other }) =>
    `Between the ${thing} and the ${other} there is a corridor that no plan of the ${place} shows.`,
]

interface Words {
  readonly place: string
  readonly thing: string
  readonly other: string
  readonly number: number
  readonly year: number
}

/** A paragraph of three to eight sentences that tell of a place and of nobody's work. */
export function paragraphOf(trade: Trade, next: () => number): string {
  const pick = <Each>(list: readonly Each[]): Each => list[Math.floor(next() * list.length)] as Each // as: the lists are not empty
  return Array.from({ length: 3 + Math.floor(next() * 6) }, () =>
    pick(sentences)({
      place: trade.place,
      thing: pick(trade.objects),
      other: pick(trade.objects),
      number: 3 + Math.floor(next() * 90),
      year: 1900 + Math.floor(next() * 120),
    }),
  ).join(' ')
}

/**
 * A document with paragraphs between its parts until they make about half of it, as in a handbook that is written to be
 * read; tables and lists stay whole.
 */
export function withProse(text: string, extension: string, paragraph: () => string): string {
  const isPage = extension === 'html'
  const parts = text.split(isPage ? /(?=<h2>)/ : /\n\n(?=#|\d+\. |\p{Lu})/u)
  let owed = 0
  return parts
    .map((part) => {
      owed += part.length
      const told: string[] = []
      while (owed > 400) {
        const each = paragraph()
        told.push(isPage ? `<p>${each}</p>` : each)
        owed -= each.length
      }
      // At the head of the next part, so that the first words of a document stay its own.
      return [part, ...told].join(isPage ? '' : '\n\n')
    })
    .join(isPage ? '' : '\n\n')
}
