import { noDeckOptions, type DeckOptions } from '#domain/study/deck-options.ts'
import type { DayLimits } from '#domain/study/limits.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'

interface OptionRow {
  deck_id: string
  desired_recall: number | null
  new_per_day: number | null
  reviews_per_day: number | null
}
interface LimitRow {
  deck_id: string | null
  new_per_day: number | null
  reviews_per_day: number | null
}

const limitsOf = (row: LimitRow): DayLimits => ({
  newPerDay: row.new_per_day,
  reviewsPerDay: row.reviews_per_day,
})

/** Options of decks, and limits that hold on one study day only. */
export function createDeckOptionStore(db: Db) {
  const own = db.prepare<[], OptionRow>(
    'select deck_id, desired_recall, new_per_day, reviews_per_day from deck_option',
  )
  const one = db.prepare<[string], OptionRow>(
    'select deck_id, desired_recall, new_per_day, reviews_per_day from deck_option where deck_id = ?',
  )
  const limitsOn = db.prepare<[number], LimitRow>(
    'select deck_id, new_per_day, reviews_per_day from day_limit where study_day = ?',
  )
  const toOptions = (row: OptionRow): DeckOptions => ({
    desiredRecall: row.desired_recall,
    ...limitsOf(row),
  })
  return {
    /** The decks that have options of their own. */
    all: (): ReadonlyMap<string, DeckOptions> =>
      new Map(own.all().map((row) => [row.deck_id, toOptions(row)])),
    of: (deckId: string): DeckOptions => {
      const row = one.get(deckId)
      return row ? toOptions(row) : noDeckOptions
    },
    put(tx: WriteDb, deckId: string, options: DeckOptions): void {
      tx.prepare(
        `insert into deck_option (deck_id, desired_recall, new_per_day, reviews_per_day)
        values (@deckId, @desiredRecall, @newPerDay, @reviewsPerDay)
        on conflict (deck_id) do update
        set desired_recall = excluded.desired_recall, new_per_day = excluded.new_per_day,
          reviews_per_day = excluded.reviews_per_day`,
      ).run({ deckId, ...options })
    },
    /** The limits of a single day, by deck; null is all decks together. */
    limitsOn: (day: StudyDay): ReadonlyMap<string | null, DayLimits> =>
      new Map(limitsOn.all(day).map((row) => [row.deck_id, limitsOf(row)])),
    /** Sets the limits of one day for a deck, or for all; those of days gone by are forgotten. */
    setLimitsOn(tx: WriteDb, day: StudyDay, deckId: string | null, limits: DayLimits): void {
      tx.prepare('delete from day_limit where study_day < ?').run(day)
      tx.prepare('delete from day_limit where study_day = ? and deck_id is ?').run(day, deckId)
      if (limits.newPerDay === null && limits.reviewsPerDay === null) return
      tx.prepare(
        `insert into day_limit (study_day, deck_id, new_per_day, reviews_per_day)
        values (@day, @deckId, @newPerDay, @reviewsPerDay)`,
      ).run({ day, deckId, ...limits })
    },
  }
}
