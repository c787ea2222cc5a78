import { createHash } from 'node:crypto'
import type { CardWording } from '#domain/cards/decision.ts'
import type { LineKind, ReviewEvent } from '#domain/scheduling/fold.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import type { Memory, Place } from '#domain/scheduling/memory.ts'
import type { TimedAnswer } from '#domain/study/costs.ts'
import type { DoneToday } from '#domain/study/limits.ts'
import type { Marks } from '#domain/study/marks.ts'
import { stepKinds, type StepLine } from '#domain/study/steps.ts'
import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson, fromJsonOrNull, toJsonOrNull } from './rows.ts'

/** What a mark sets, what an edit wrote over what, or which options were chosen for an answer. */
export type LineValue =
  | Partial<Marks>
  | { readonly edit: CardWording | null; readonly was: CardWording | null }
  | { readonly chosen: readonly string[] }

/** One line of the log. `before` is the card's state when the line was written. */
export interface StoredReview {
  readonly n: number
  readonly reviewId: string
  readonly device: string
  readonly cardId: string
  readonly at: EpochMs
  readonly zone: string
  readonly offsetMin: number
  readonly rolloverHour: number
  readonly studyDay: StudyDay
  readonly kind: LineKind
  readonly grade: Grade | null
  readonly undoOf: string | null
  readonly tookMs: number
  /** The recall aimed at when this answer set the next date. */
  readonly desiredRecall: number | null
  readonly before: Memory
  /** Where the answer sent the card; null for other lines, and for an earlier version's where it could not be found. */
  readonly place: Place | null
  /** Lines of one step share its id and are taken back together. */
  readonly stepId: string
  /** The line that was taken back and is repeated by this one. */
  readonly redoOf: string | null
  readonly value: LineValue | null
  /** What the digest covers: lines of earlier versions 1 all up to the place, 2 the place too; now 3, all of it. */
  readonly digestForm: 1 | 2 | 3
}
export type NewReview = Omit<StoredReview, 'n' | 'digestForm'>

/** The marks that a line sets; null for other lines. */
export const marksIn = ({ kind, value }: StoredReview): Partial<Marks> | null =>
  kind === 'edit' || kind === 'study' || kind === 'quiz' ? null : (value as Partial<Marks> | null) // as: only those hold another value

/** What an edit wrote, and over what; null for other lines. */
export const editIn = ({
  value,
}: StoredReview): Extract<LineValue, { readonly was: unknown }> | null =>
  value && 'was' in value ? value : null

const columns = `n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade,
  undo_of, took_ms, desired_recall, before_json, step, due_at, due_day, step_id, redo_of, value_json, digest_form`
interface ReviewRow {
  n: number
  review_id: string
  device: string
  card_id: string
  at: number
  zone: string
  offset_min: number
  rollover_hour: number
  study_day: number
  kind: LineKind
  grade: Grade | null
  undo_of: string | null
  took_ms: number
  desired_recall: number | null
  before_json: string
  step: number | null
  due_at: number | null
  due_day: number | null
  step_id: string
  redo_of: string | null
  value_json: string | null
  digest_form: 1 | 2 | 3
}
const placeOf = ({
  step,
  due_at: dueAt,
  due_day: dueDay,
}: Pick<ReviewRow, 'step' | 'due_at' | 'due_day'>): Place | null => {
  if (dueDay !== null) return { dueDay }
  return step === null || dueAt === null ? null : { step, dueAt }
}
interface EventRow extends Omit<ReviewEvent, 'place'> {
  readonly step: number | null
  readonly due_at: number | null
  readonly due_day: number | null
}
// Written out: a million of them are read when parameters change.
const toEvent = (row: EventRow): ReviewEvent => ({
  id: row.id,
  n: row.n,
  cardId: row.cardId,
  at: row.at,
  studyDay: row.studyDay,
  kind: row.kind,
  grade: row.grade,
  undoOf: row.undoOf,
  redoOf: row.redoOf ?? null,
  place: placeOf(row),
})
const toReview = (row: ReviewRow): StoredReview => ({
  n: row.n,
  reviewId: row.review_id,
  device: row.device,
  cardId: row.card_id,
  at: row.at,
  zone: row.zone,
  offsetMin: row.offset_min,
  rolloverHour: row.rollover_hour,
  studyDay: row.study_day,
  kind: row.kind,
  grade: row.grade,
  undoOf: row.undo_of,
  tookMs: row.took_ms,
  desiredRecall: row.desired_recall,
  before: fromJson<Memory>(row.before_json),
  place: placeOf(row),
  stepId: row.step_id,
  redoOf: row.redo_of,
  value: fromJsonOrNull<LineValue>(row.value_json),
  digestForm: row.digest_form,
})

/** Chains each line to the one before it, so that a changed or missing line shows. */
export function reviewDigest(previous: string, review: StoredReview): string {
  const columns = Object.values(toColumns(review))
  const places = review.digestForm === 1 ? [] : Object.values(placeColumns(review.place))
  const steps = review.digestForm === 3 ? Object.values(stepColumns(review)) : []
  return createHash('sha256')
    .update(JSON.stringify([previous, ...columns, ...places, ...steps]))
    .digest('hex')
}

const toColumns = (review: StoredReview) => ({
  n: review.n,
  reviewId: review.reviewId,
  device: review.device,
  cardId: review.cardId,
  at: review.at,
  zone: review.zone,
  offsetMin: review.offsetMin,
  rolloverHour: review.rolloverHour,
  studyDay: review.studyDay,
  kind: review.kind,
  grade: review.grade,
  undoOf: review.undoOf,
  tookMs: review.tookMs,
  desiredRecall: review.desiredRecall,
  before: JSON.stringify(review.before),
})

const placeColumns = (place: Place | null) => ({
  step: place && 'step' in place ? place.step : null,
  dueAt: place && 'dueAt' in place ? place.dueAt : null,
  dueDay: place && 'dueDay' in place ? place.dueDay : null,
})

const stepColumns = ({ stepId, redoOf, value }: StoredReview) => ({
  stepId,
  redoOf,
  value: toJsonOrNull(value),
})

const kindsOfSteps = stepKinds.map((kind) => `'${kind}'`).join()

/** The append-only log of answers and of what was done with cards. */
export function createReviewStore(db: Db) {
  const byId = db.prepare<[string], ReviewRow>(`select ${columns} from review where review_id = ?`)
  const last = db.prepare<[], { n: number; digest: string }>(
    'select n, digest from review order by n desc limit 1',
  )
  const undoOf = db.prepare<[string], { review_id: string }>(
    'select review_id from review where undo_of = ?',
  )
  const ofCard = db.prepare<[string], ReviewRow>(
    `select ${columns} from review where card_id = ? order by n`,
  )
  const doneOn = db.prepare<[number], { deckId: string; introduced: number; reviewed: number }>(`
    select memory.deck_id as deckId,
      sum(before_json ->> 'kind' = 'new') as introduced,
      sum(before_json ->> 'kind' = 'review') as reviewed
    from review
    join memory using (card_id)
    where review.study_day = ? and review.kind = 'study'
      and not exists (select 1 from review as undo where undo.undo_of = review.review_id)
    group by memory.deck_id`)
  const isValid = `kind in ('study', 'quiz')
      and not exists (select 1 from review as undo where undo.undo_of = review.review_id)`
  const answerCount = db.prepare<[], { count: number }>(
    `select count(*) as count from review where ${isValid}`,
  )
  const validAnswers = db.prepare<[], { cardId: string; grade: Grade; studyDay: StudyDay }>(`
    select card_id as cardId, grade, study_day as studyDay
    from review
    where ${isValid}
    order by n`)
  const latestTimes = db.prepare<[number], TimedAnswer>(`
    select before_json ->> 'kind' as was, grade, took_ms as tookMs
    from review
    where kind = 'study'
    order by n desc
    limit ?`)
  const answersOf = db.prepare<[string], { count: number }>(`
    select count(*) as count
    from review
    where card_id = ? and kind = 'study'
      and not exists (select 1 from review as undo where undo.undo_of = review.review_id)`)
  const ofStep = db.prepare<[string], ReviewRow>(
    `select ${columns} from review where step_id = ? order by n`,
  )
  const standing = db.prepare<[], { stepId: string }>(`
    select step_id as stepId
    from review
    where kind in (${kindsOfSteps})
      and not exists (select 1 from review as undo where undo.undo_of = review.review_id)
    order by n desc`)
  const sinceNewStep = db.prepare<[], StepLine>(`
    select review.n, review.kind, review.step_id as stepId, undone.step_id as undoneStep,
      redone.step_id as redoneStep
    from review
    left join review as undone on undone.review_id = review.undo_of and undone.kind in (${kindsOfSteps})
    left join review as redone on redone.review_id = review.redo_of
    where review.n > coalesce(
      (select n from review where kind in (${kindsOfSteps}) and redo_of is null order by n desc limit 1), 0)
    order by review.n`)
  const all = db.prepare<[], ReviewRow & { digest: string }>(
    `select ${columns}, digest from review order by n`,
  )
  const events = db.prepare<[], EventRow>(`
    select review_id as id, n, card_id as cardId, at, study_day as studyDay, kind, grade, undo_of as undoOf,
      redo_of as redoOf, step, due_at, due_day
    from review
    order by card_id, n`)
  return {
    find: (reviewId: string): StoredReview | null => {
      const row = byId.get(reviewId)
      return row ? toReview(row) : null
    },
    isUndone: (reviewId: string): boolean => undoOf.get(reviewId) !== undefined,
    /** How many answers of a card count. */
    answersOf: (cardId: string): number => answersOf.get(cardId)?.count ?? 0,
    ofCard: (cardId: string): StoredReview[] => ofCard.all(cardId).map(toReview),
    ofStep: (stepId: string): StoredReview[] => ofStep.all(stepId).map(toReview),
    /** The steps that stand, the latest first; lines of one step follow each other. */
    *standingSteps(): Generator<string, void> {
      let last = ''
      for (const { stepId } of standing.iterate()) {
        if (stepId !== last) yield stepId
        last = stepId
      }
    },
    /** The lines since the latest new step: what was taken back and done again. */
    sinceNewStep: (): StepLine[] => sinceNewStep.all(),
    /** New cards and reviews answered on this day, by deck, those taken back left out. */
    doneOn: (day: StudyDay): ReadonlyMap<string, DoneToday> =>
      new Map(doneOn.all(day).map(({ deckId, ...done }) => [deckId, done])),
    /** Answers in all, those taken back left out. */
    answerCount: (): number => answerCount.get()?.count ?? 0,
    /** The same one by one, oldest first. */
    validAnswers: () => validAnswers.all(),
    /** How long the latest answers took. */
    latestTimes: (limit: number): TimedAnswer[] => latestTimes.all(limit),
    /** The log of each card, as far as its state depends on it; read one by one. */
    *logs(): Generator<{ readonly cardId: string; readonly events: readonly ReviewEvent[] }, void> {
      let own: { cardId: string; events: ReviewEvent[] } | null = null
      for (const row of events.iterate()) {
        if (own && own.cardId !== row.cardId) {
          yield own
          own = null
        }
        own ??= { cardId: row.cardId, events: [] }
        own.events.push(toEvent(row))
      }
      if (own) yield own
    },
    /** Every line with its digest, oldest first. */
    all: (): (StoredReview & { digest: string })[] =>
      all.all().map((row) => ({ ...toReview(row), digest: row.digest })),
    append(tx: WriteDb, review: NewReview): void {
      const previous = last.get() ?? { n: 0, digest: '' }
      const line: StoredReview = { ...review, n: previous.n + 1, digestForm: 3 }
      tx.prepare(
        `insert into review (${columns}, digest)
        values (@n, @reviewId, @device, @cardId, @at, @zone, @offsetMin, @rolloverHour, @studyDay, @kind,
          @grade, @undoOf, @tookMs, @desiredRecall, @before, @step, @dueAt, @dueDay, @stepId, @redoOf, @value, 3,
          @digest)`,
      ).run({
        ...toColumns(line),
        ...placeColumns(line.place),
        ...stepColumns(line),
        digest: reviewDigest(previous.digest, line),
      })
    },
  }
}
