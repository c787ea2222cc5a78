import { randomFillSync } from 'node:crypto'
import { createContext, type Context } from '#backend/context.ts'
import { noActivity, type Activity } from '#backend/store/activity.ts'
import { openCollection, write } from '#backend/store/open.ts'
import { activityOf } from '#backend/use-cases/activity-of-line.ts'
import type { Clock } from '#domain/time/clock.ts'
import { benchDay, dayMs, makeHistory } from './history.ts'

/** The clock of the benchmark; it stands still until it is moved. */
export interface BenchClock extends Clock {
  at: number
}
export const benchClock = (): BenchClock => ({
  at: benchDay * dayMs + 12 * 3_600_000,
  now() {
    return this.at
  },
  mono() {
    return this.at
  },
  zone: () => 'Europe/Berlin',
})
export const benchRandom = { bytes: (count: number) => randomFillSync(new Uint8Array(count)) }

/** Two thirds of the cards are of a note of their own, the others one of two. */
const noteOf = (card: number) => `note-${card % 6 === 5 ? card - 1 : card}`
export const cardIdOf = (card: number) => `c-${card.toString(16).padStart(16, '0')}`
const rolesOfSource = 20

/** Sources with twenty roles each: decks as many as in a collection of that size. */
const deckCounts = (cards: number) =>
  Math.max(2, Math.round(Math.min(800, cards / 60) / rolesOfSource))

function insertDecks(context: Context, cards: number): string[] {
  const decks: string[] = []
  write(context.db, (tx) => {
    for (let source = 0; source < deckCounts(cards); source += 1) {
      const sourceId = `source-${source}`
      context.sources.insert(tx, {
        sourceId,
        bundleId: null,
        title: `Handbook ${source}`,
        path: `handbook-${source}.md`,
        format: 'markdown',
        sha256: String(source).padStart(64, '0'),
        text: 'What each role does.',
        importedAt: 0,
        documentKey: null,
        version: 1,
      })
      const roles = Array.from({ length: rolesOfSource }, (_, role) => ({
        id: `role-${role}`,
        name: `Role ${role} of handbook ${source}`,
        aliases: [],
        anchors: [],
      }))
      context.sources.insertRoles(tx, sourceId, roles, [])
      const base = { sourceId, removedAt: null }
      const deckId = `deck-${source}`
      const position = source
      context.decks.insert(tx, {
        ...base,
        deckId,
        parentId: null,
        roleId: null,
        name: `Handbook ${source}`,
        position,
      })
      for (const [index, { id, name }] of roles.entries()) {
        const roleDeck = `${deckId}-${index}`
        context.decks.insert(tx, {
          ...base,
          deckId: roleDeck,
          parentId: deckId,
          roleId: id,
          name,
          position: index,
        })
        decks.push(roleDeck)
      }
    }
  })
  return decks
}

function insertCards(
  context: Context,
  decks: readonly string[],
  cards: number,
  history: ReturnType<typeof makeHistory>,
) {
  write(context.db, (tx) => {
    for (let card = 0; card < cards; card += 1) {
      const deckId = decks[(card >> 1) % decks.length] ?? ''
      const [, source = '0', role = '0'] = deckId.split('-')
      const sourceId = `source-${source}`
      const noteId = noteOf(card)
      const duty = `keep record ${card % 9973} of unit ${card % 97} in order and report what is missing by day ${card % 28}`
      context.cards.insertNote(tx, { noteId, sourceId, facts: [`fact-${card}`] })
      context.cards.insert(tx, {
        cardId: cardIdOf(card),
        noteId,
        sourceId,
        roleId: `role-${role}`,
        recipe: 'role-does.basic',
        type: 'basic',
        prompt: `What does role ${role} of handbook ${source} do about record ${card} and the unit it belongs to?`,
        answer: duty,
        choices: null,
        items: null,
        pairs: null,
        explanation: `It stands in part ${card % 40} of handbook ${source}.`,
        passages: [{ source: sourceId, start: 0, end: 4, quote: 'What' }],
        tags: [],
        score: 0.9,
        contentRev: 'rev-1',
        edit: null,
        isEditBehind: false,
      })
      context.memories.insert(tx, {
        cardId: cardIdOf(card),
        deckId,
        noteId,
        position: card,
        status: 'active',
        revision: 0,
        memory: history.memories[card] ?? { kind: 'new' },
      })
    }
  })
}

function appendAnswers(context: Context, { given }: ReturnType<typeof makeHistory>): void {
  const atOnce = 20_000
  const days = new Map<number, { at: number; total: Activity }>()
  for (let from = 0; from < given.length; from += atOnce) {
    write(context.db, (tx) => {
      for (const [index, answer] of given.slice(from, from + atOnce).entries()) {
        const reviewId = `r-${from + index}`
        const tookMs = 2000 + ((from + index) % 9000)
        context.reviews.append(tx, {
          reviewId,
          device: context.device,
          cardId: cardIdOf(answer.card),
          at: answer.at,
          zone: 'Europe/Berlin',
          offsetMin: 60,
          rolloverHour: 4,
          studyDay: answer.day,
          kind: 'study',
          grade: answer.grade,
          undoOf: null,
          tookMs,
          desiredRecall: 0.9,
          before: answer.before,
          place: answer.place,
          stepId: reviewId,
          redoOf: null,
          value: null,
        })
        const one = activityOf(answer.before, answer.grade, tookMs)
        const day = days.get(answer.day) ?? { at: answer.at, total: noActivity }
        days.set(answer.day, { at: answer.at, total: sumOf(day.total, one) })
      }
    })
  }
  write(context.db, (tx) => {
    for (const [day, { at, total }] of days)
      context.activity.add(tx, { day, at, zone: 'Europe/Berlin', rolloverHour: 4 }, total)
  })
}

const sumOf = (a: Activity, b: Activity): Activity =>
  Object.fromEntries(
    Object.entries(a).map(([name, value]) => [name, value + b[name as keyof Activity]]), // as: the names of one are those of the other
  ) as unknown as Activity // as: see above

/** Fills an empty data folder; returns how many answers its log holds. */
export function makeCollection(folder: string, cards: number): number {
  const db = openCollection(folder)
  const context = createContext({ db, clock: benchClock(), random: benchRandom, changed: () => {} })
  const history = makeHistory(cards)
  const decks = insertDecks(context, cards)
  insertCards(context, decks, cards, history)
  appendAnswers(context, history)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return history.given.length
}
