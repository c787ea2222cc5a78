import { createContext } from '#backend/context.ts'
import { openCollection } from '#backend/store/open.ts'
import { searchCards } from '#backend/use-cases/search-cards.ts'
import type { CardOrder } from '#contract/shapes/cards.ts'
import { benchDay } from './many-cards.ts'
import { median, timed, type Took } from './timing.ts'

export interface SearchFigure {
  readonly what: string
  readonly order: CardOrder
  readonly found: number
  /** The search with its first hundred rows, warm: the middle run by processor time, and the longest by the clock. */
  readonly cpuMs: number
  readonly wallMs: number
  readonly longestMs: number
}

const runs = 15
const minuteMs = 60_000
const dayMs = 86_400_000

/** Words of the collection by how many cards hold them: a common one, a middling one, a rare one. */
function wordsOf(db: ReturnType<typeof openCollection>, cards: number) {
  const prompts = db.prepare<[], string>('select prompt from card limit 2000').pluck().all()
  const words = [...new Set(prompts.join(' ').split(/[ ?]+/))].filter((word) => word !== '')
  const count = db
    .prepare<[string], number>('select count(*) from card_search where card_search match ?')
    .pluck()
  const counted = words.slice(0, 1500).map((word) => ({ word, count: count.get(`"${word}"`) ?? 0 }))
  const nearest = (part: number) =>
    counted.reduce((best, each) =>
      Math.abs(each.count - part * cards) < Math.abs(best.count - part * cards) ? each : best,
    ).word
  return { common: nearest(0.033), middling: nearest(0.01), rare: nearest(0.001) }
}

/** Times searches over the collection in `folder` (see many-cards.ts), each found anew every time. */
export function benchSearch(folder: string, cards: number): SearchFigure[] {
  const db = openCollection(folder)
  // Each run is a minute later, so that no list is answered from memory.
  let now = benchDay * dayMs
  const clock = { now: () => now, mono: () => 0, zone: () => 'UTC' }
  const random = { bytes: (count: number) => new Uint8Array(count) }
  const context = createContext({ db, clock, random, changed: () => {} })
  const { common, middling, rare } = wordsOf(db, cards)
  const figure = (what: string, search: string, order: CardOrder = 'added'): SearchFigure => {
    const query = { search, order, isDescending: false, from: 0, count: 100 }
    const took: Took[] = []
    let found = 0
    for (let run = 0; run < runs; run += 1) {
      now += minuteMs
      took.push(timed(() => (found = searchCards(context, query).total)))
    }
    const { cpuMs, wallMs } = median(took.slice(2))
    return {
      what,
      order,
      found,
      cpuMs,
      wallMs,
      longestMs: Math.max(...took.map((run) => run.wallMs)),
    }
  }
  const figures = [
    figure('a rare word', rare),
    figure('a middling word', middling),
    figure('a common word', common),
    figure('a common word, by question', common, 'question'),
    figure('a common word, by due day', common, 'due'),
    figure('the beginning of a word', `${rare.slice(0, 4)}*`),
    figure('one word without another', `${common} -${rare}`),
    figure('is:due', 'is:due'),
    figure('is:due and a word', `is:due ${common}`),
    figure('a tag', 'tag:safety'),
    figure('a deck', 'deck:"Role 5"'),
    figure('prop:recall<80%', 'prop:recall<80%'),
    figure('everything', ''),
    figure('everything, by question', '', 'question'),
    figure('everything, by due day', '', 'due'),
  ]
  db.close()
  return figures
}
