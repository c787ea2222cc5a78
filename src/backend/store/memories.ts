import type { Memory } from '#domain/scheduling/memory.ts'
import type { Marks } from '#domain/study/marks.ts'
import type { FreshCard, LearningCard, ReviewCard } from '#domain/study/queue-cards.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'

/**
 * Only an active card may be studied. `contested`: out of the queue until it is settled; `suspended` and `deleted`: it
 * would be active but for the learner's mark. Its state stays untouched in each case.
 */
export type CardStatus = 'active' | 'contested' | 'suspended' | 'deleted' | 'rejected' | 'archived'

/** What a card would be without the learner's marks. */
export const withoutMarks = (status: CardStatus): Exclude<CardStatus, 'suspended' | 'deleted'> =>
  status === 'suspended' || status === 'deleted' ? 'active' : status

export interface StoredMemory {
  readonly cardId: string
  readonly deckId: string
  readonly noteId: string
  readonly position: number
  readonly status: CardStatus
  readonly revision: number
  readonly memory: Memory
  readonly marks: Marks
}

/** A row of `memory` as SQLite gives it. */
export interface MemoryRow {
  card_id: string
  deck_id: string
  note_id: string
  position: number
  status: CardStatus
  revision: number
  state: Memory['kind']
  stability: number | null
  difficulty: number | null
  reps: number
  lapses: number
  step: number | null
  last_review_at: number | null
  last_study_day: number | null
  due_at: number | null
  due_day: number | null
  is_suspended: number
  is_deleted: number
  buried_day: number | null
  flag: Marks['flag']
  leech_settled: number | null
}
const ownColumns = `card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps, lapses,
  step, last_review_at, last_study_day, due_at, due_day`
const columns = `${ownColumns}, is_suspended, is_deleted, buried_day, flag, leech_settled`
/** A card that would be active is what its marks say. */
const marked = "iif(is_deleted, 'deleted', iif(is_suspended, 'suspended', 'active'))"

interface OutlookRow {
  readonly stability: number | null
  readonly difficulty: number | null
  readonly lastStudyDay: StudyDay | null
  readonly dueDay: StudyDay | null
}

/** A column that the table's checks promise in this state. */
const promised = (value: number | null): number => {
  if (value === null) throw new TypeError('a memory row breaks its own checks')
  return value
}

/** The state that a row holds. */
export function stateOf(row: MemoryRow): Memory {
  if (row.state === 'new') return { kind: 'new' }
  const seen = {
    stability: promised(row.stability),
    difficulty: promised(row.difficulty),
    reps: row.reps,
    lapses: row.lapses,
    lastReviewAt: promised(row.last_review_at),
    lastStudyDay: promised(row.last_study_day),
  }
  if (row.state === 'review') return { kind: 'review', ...seen, dueDay: promised(row.due_day) }
  return { kind: row.state, ...seen, step: promised(row.step), dueAt: promised(row.due_at) }
}

/** What the learner has set on a card, by its row. */
export const marksOf = (row: MemoryRow): Marks => ({
  isSuspended: row.is_suspended === 1,
  isDeleted: row.is_deleted === 1,
  buriedDay: row.buried_day,
  flag: row.flag,
  leechSettled: row.leech_settled,
})

const toStored = (row: MemoryRow): StoredMemory => ({
  cardId: row.card_id,
  deckId: row.deck_id,
  noteId: row.note_id,
  position: row.position,
  status: row.status,
  revision: row.revision,
  memory: stateOf(row),
  marks: marksOf(row),
})

const stateColumns = (memory: Memory) => ({
  state: memory.kind,
  stability: memory.kind === 'new' ? null : memory.stability,
  difficulty: memory.kind === 'new' ? null : memory.difficulty,
  reps: memory.kind === 'new' ? 0 : memory.reps,
  lapses: memory.kind === 'new' ? 0 : memory.lapses,
  step: 'step' in memory ? memory.step : null,
  lastReviewAt: memory.kind === 'new' ? null : memory.lastReviewAt,
  lastStudyDay: memory.kind === 'new' ? null : memory.lastStudyDay,
  dueAt: 'dueAt' in memory ? memory.dueAt : null,
  dueDay: 'dueDay' in memory ? memory.dueDay : null,
})

/** New cards are read so many at a time: a queue takes a few of each deck. */
const freshAtOnce = 32

/** What the learner has of each card. */
export function createMemoryStore(db: Db) {
  const byId = db.prepare<[string], MemoryRow>(`select ${columns} from memory where card_id = ?`)
  const inDecks = 'deck_id in (select value from json_each(@decks))'
  const isHere = '(buried_day is null or buried_day <> @day)'
  const queued = 'card_id as cardId, note_id as noteId, deck_id as deckId'
  const learning = db.prepare<{ decks: string; day: number }, LearningCard>(`
    select ${queued}, due_at as dueAt
    from memory
    where ${inDecks} and status = 'active' and state in ('learning', 'relearning') and ${isHere}`)
  const reviews = db.prepare<{ decks: string; day: number }, ReviewCard>(`
    select ${queued}, stability, difficulty, last_study_day as lastStudyDay, due_day as dueDay
    from memory
    where ${inDecks} and status = 'active' and state = 'review' and due_day <= @day
      and ${isHere}`)
  const freshHeads = db.prepare<{ decks: string; day: number }, FreshCard>(`
    select memory.card_id as cardId, memory.note_id as noteId, memory.deck_id as deckId, memory.position
    from json_each(@decks) as wanted
    join memory on memory.card_id = (
      select card_id
      from memory
      where deck_id = wanted.value and status = 'active' and state = 'new' and ${isHere}
      order by position, card_id
      limit 1)`)
  const fresh = db.prepare<FreshCard & { limit: number; day: number }, FreshCard>(`
    select ${queued}, position
    from memory
    where deck_id = @deckId and status = 'active' and state = 'new' and (position, card_id) > (@position, @cardId)
      and ${isHere}
    order by position, card_id
    limit @limit`)
  const outlook = db.prepare<{ decks: string }, OutlookRow>(`
    select stability, difficulty, last_study_day as lastStudyDay, due_day as dueDay
    from memory
    where ${inDecks} and status = 'active'
    order by card_id`)
  const answeredOn = db.prepare<{ day: number }, { cardId: string; noteId: string }>(`
    select distinct memory.card_id as cardId, memory.note_id as noteId
    from review
    join memory using (card_id)
    where review.study_day = @day and review.kind = 'study' and memory.last_study_day = @day`)
  const seen = db.prepare<[], MemoryRow>(`select ${columns} from memory where state <> 'new'`)
  const activeOfSource = db.prepare<[string], { count: number }>(`
    select count(*) as count
    from memory
    join card using (card_id, note_id)
    where card.source_id = ? and memory.status = 'active'`)
  const stages = db.prepare<
    [],
    { fresh: number; learning: number; young: number; mature: number }
  >(`
    select coalesce(sum(memory.state = 'new'), 0) as fresh,
      coalesce(sum(memory.state in ('learning', 'relearning')), 0) as learning,
      coalesce(sum(memory.state = 'review' and memory.stability < 21), 0) as young,
      coalesce(sum(memory.state = 'review' and memory.stability >= 21), 0) as mature
    from memory
    join deck using (deck_id)
    left join deck as parent on parent.deck_id = deck.parent_id
    where memory.status = 'active' and deck.removed_at is null and parent.removed_at is null`)
  const activeIn = db.prepare<{ decks: string; fact: string | null }, { cardId: string }>(`
    select card_id as cardId
    from memory
    join note using (note_id)
    where ${inDecks} and status = 'active'
      and (@fact is null or exists (select 1 from json_each(note.facts_json) where value = @fact))
    order by deck_id, position, card_id`)
  const isShown = `deck_id not in (
      select deck.deck_id
      from deck
      left join deck as parent on parent.deck_id = deck.parent_id
      where deck.removed_at is not null or parent.removed_at is not null)`
  // Days are counted for all decks (0009-totals.sql); what lies in decks that are not shown is few, and taken off.
  const hiddenDue = `from memory
      where status = 'active' and state = 'review' and deck_id in (
        select deck_id
        from deck
        where removed_at is not null
        union all
        select deck.deck_id
        from deck as parent indexed by deck_removed
        cross join deck on deck.parent_id = parent.deck_id
        where parent.removed_at is not null)`
  const dueOn = db.prepare<{ day: number }, { count: number }>(`
    select coalesce((select cards from due_total where due_day = @day), 0)
      - (select count(*) ${hiddenDue} and due_day = @day) as count`)
  const overdue = db.prepare<{ day: number }, { count: number }>(`
    select coalesce((select sum(cards) from due_total where due_day < @day), 0)
      - (select count(*) ${hiddenDue} and due_day < @day) as count`)
  const dueFrom = db.prepare<{ first: number; last: number }, { day: StudyDay; count: number }>(`
    select due_day as day, sum(cards) as count
    from (
      select due_day, cards from due_total where due_day between @first and @last
      union all
      select due_day, -1 ${hiddenDue} and due_day between @first and @last)
    group by due_day`)
  const often = db.prepare<[], MemoryRow>(`
    select ${columns}
    from memory
    where lapses >= 8 and status = 'active' and ${isShown}
    order by lapses desc, card_id`)
  function* freshFrom(head: FreshCard, day: StudyDay): Generator<FreshCard, void> {
    yield head
    let last: FreshCard | undefined = head
    while (last) {
      const cards: FreshCard[] = fresh.all({ ...last, day, limit: freshAtOnce })
      yield* cards
      last = cards.length === freshAtOnce ? cards.at(-1) : undefined
    }
  }
  return {
    find: (cardId: string): StoredMemory | null => {
      const row = byId.get(cardId)
      return row ? toStored(row) : null
    },
    /** All cards of these decks in learning, due or not, but for those that stay away on this day. */
    learning: (decks: readonly string[], day: StudyDay): LearningCard[] =>
      learning.all({ decks: JSON.stringify(decks), day }),
    /** All reviews of these decks that are due on this day or were before. */
    due: (decks: readonly string[], day: StudyDay): ReviewCard[] =>
      reviews.all({ decks: JSON.stringify(decks), day }),
    /** The same, read one by one. */
    dueOneByOne: (decks: readonly string[], day: StudyDay): Iterable<ReviewCard> =>
      reviews.iterate({ decks: JSON.stringify(decks), day }),
    /** The new cards of each deck that has some, in their author's order: the first at once, others when they are asked for. */
    fresh: (decks: readonly string[], day: StudyDay) =>
      freshHeads
        .all({ decks: JSON.stringify(decks), day })
        .map((head) => ({ deckId: head.deckId, cards: freshFrom(head, day) })),
    /** Reviews that were due before this day, in all decks that are shown. */
    overdueCount: (day: StudyDay): number => overdue.get({ day })?.count ?? 0,
    /** All active cards of these decks, as far as a simulation needs them. */
    outlook: (decks: readonly string[]): OutlookRow[] =>
      outlook.all({ decks: JSON.stringify(decks) }),
    /** The cards that were answered on this day, those taken back left out. */
    answeredOn: (day: StudyDay) => answeredOn.all({ day }),
    /** The active cards of these decks, or of those only that ask for this fact, in their authors' order. */
    activeIn: (decks: readonly string[], fact: string | null): string[] =>
      activeIn.all({ decks: JSON.stringify(decks), fact }).map(({ cardId }) => cardId),
    /** Active cards that were forgotten eight times or more. */
    oftenForgotten: (): StoredMemory[] => often.all().map(toStored),
    /** Cards in review that are due on this very day, in all decks that are shown. */
    dueOn: (day: StudyDay): number => dueOn.get({ day })?.count ?? 0,
    /** The same for `days` days on end, from `first` on. */
    dueCounts(first: StudyDay, days: number): number[] {
      const counts = Array.from({ length: days }, () => 0)
      for (const { day, count } of dueFrom.all({ first, last: first + days - 1 }))
        counts[day - first] = count
      return counts
    },
    /** All cards that were answered, whatever their status. */
    seen: (): StoredMemory[] => seen.all().map(toStored),
    /** Cards of a source that may be studied. */
    activeCount: (sourceId: string): number => activeOfSource.get(sourceId)?.count ?? 0,
    stages: () => stages.get() ?? { fresh: 0, learning: 0, young: 0, mature: 0 },
    /** The place after the last card of a deck. */
    nextPosition: (deckId: string): number =>
      db
        .prepare<[string], { next: number }>(
          'select coalesce(max(position), -1) + 1 as next from memory where deck_id = ?',
        )
        .get(deckId)?.next ?? 0,
    insert(tx: WriteDb, stored: Omit<StoredMemory, 'marks'>): void {
      tx.prepare(
        `insert into memory (${ownColumns})
        values (@cardId, @deckId, @noteId, @position, @status, @revision, @state, @stability, @difficulty,
          @reps, @lapses, @step, @lastReviewAt, @lastStudyDay, @dueAt, @dueDay)`,
      ).run({
        cardId: stored.cardId,
        deckId: stored.deckId,
        noteId: stored.noteId,
        position: stored.position,
        status: stored.status,
        revision: stored.revision,
        ...stateColumns(stored.memory),
      })
    },
    /** Moves a card in or out of the queue; what the learner has of it, and has set on it, stays as it is. */
    setStatus(tx: WriteDb, cardId: string, status: CardStatus): void {
      tx.prepare(
        `update memory set status = iif(@status = 'active', ${marked}, @status) where card_id = @cardId`,
      ).run({ cardId, status: withoutMarks(status) })
    },
    /** Writes what the learner has set on a card, and its revision, so that an answer to the card without it is refused. */
    setMarks(tx: WriteDb, cardId: string, marks: Marks): void {
      tx.prepare(
        `update memory
        set revision = revision + 1, is_suspended = @suspended, is_deleted = @deleted, buried_day = @buriedDay,
          flag = @flag, leech_settled = @leechSettled,
          status = iif(status in ('active', 'suspended', 'deleted'),
            iif(@deleted, 'deleted', iif(@suspended, 'suspended', 'active')), status)
        where card_id = @cardId`,
      ).run({
        cardId,
        suspended: marks.isSuspended ? 1 : 0,
        deleted: marks.isDeleted ? 1 : 0,
        buriedDay: marks.buriedDay,
        flag: marks.flag,
        leechSettled: marks.leechSettled,
      })
    },
    /** Counts a card's revision up: it reads otherwise than before. */
    touch(tx: WriteDb, cardId: string): void {
      tx.prepare('update memory set revision = revision + 1 where card_id = ?').run(cardId)
    },
    /** Puts a card where its document has it now; in other words than before, it counts as another revision. */
    place(
      tx: WriteDb,
      place: Pick<StoredMemory, 'cardId' | 'deckId' | 'noteId' | 'position' | 'status'> & {
        readonly isReworded: boolean
      },
    ): void {
      tx.prepare(
        `update memory
        set deck_id = @deckId, note_id = @noteId, position = @position,
          status = iif(@status = 'active', ${marked}, @status), revision = revision + @reworded
        where card_id = @cardId`,
      ).run({
        ...place,
        status: withoutMarks(place.status),
        isReworded: undefined,
        reworded: place.isReworded ? 1 : 0,
      })
    },
    /** Writes a card's new state and counts its revision up. */
    update(tx: WriteDb, cardId: string, memory: Memory): void {
      tx.prepare(
        `update memory
        set revision = revision + 1, state = @state, stability = @stability, difficulty = @difficulty,
          reps = @reps, lapses = @lapses, step = @step, last_review_at = @lastReviewAt,
          last_study_day = @lastStudyDay, due_at = @dueAt, due_day = @dueDay
        where card_id = @cardId`,
      ).run({ cardId, ...stateColumns(memory) })
    },
  }
}
