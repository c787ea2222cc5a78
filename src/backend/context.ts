import type { Topic } from '#contract/events.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import type { MemoryModel } from '#domain/scheduling/memory.ts'
import type { Clock, EpochMs, StudyDay } from '#domain/time/clock.ts'
import { uuidv7 } from '#domain/ids.ts'
import type { Random } from '#domain/time/random.ts'
import { studyDay, zoneOffsetMinutes } from '#domain/time/study-day.ts'
import { createActivityStore } from './store/activity.ts'
import { createCardChangeStore } from './store/card-changes.ts'
import { createListingStore } from './store/card-listing.ts'
import { createCardStore } from './store/cards.ts'
import { createContestStore } from './store/contests.ts'
import { createDecisionStore } from './store/decisions.ts'
import { createDeckOptionStore } from './store/deck-options.ts'
import { createDeckStore } from './store/decks.ts'
import { createMemoryStore } from './store/memories.ts'
import type { Db } from './store/database.ts'
import { write } from './store/open.ts'
import { createParameterStore } from './store/parameters.ts'
import { createQuizCardStore } from './store/quiz-cards.ts'
import { createTemplateStore } from './store/quiz-templates.ts'
import { createQuizStore } from './store/quizzes.ts'
import { createReviewStore } from './store/reviews.ts'
import { createMetaStore, createSettingsStore } from './store/settings.ts'
import { createSourceStore } from './store/sources.ts'
import { createVersionStore } from './store/versions.ts'

/** What every use case works with: the stores, the clock, the model, and where to tell of changes. */
export interface Context {
  readonly db: Db
  readonly settings: ReturnType<typeof createSettingsStore>
  readonly sources: ReturnType<typeof createSourceStore>
  readonly versions: ReturnType<typeof createVersionStore>
  readonly decks: ReturnType<typeof createDeckStore>
  readonly deckOptions: ReturnType<typeof createDeckOptionStore>
  readonly cards: ReturnType<typeof createCardStore>
  readonly cardChanges: ReturnType<typeof createCardChangeStore>
  readonly listing: ReturnType<typeof createListingStore>
  readonly decisions: ReturnType<typeof createDecisionStore>
  readonly memories: ReturnType<typeof createMemoryStore>
  readonly reviews: ReturnType<typeof createReviewStore>
  readonly activity: ReturnType<typeof createActivityStore>
  readonly quizzes: ReturnType<typeof createQuizStore>
  readonly quizCards: ReturnType<typeof createQuizCardStore>
  readonly templates: ReturnType<typeof createTemplateStore>
  readonly contests: ReturnType<typeof createContestStore>
  readonly clock: Clock
  readonly random: Random
  readonly parameters: ReturnType<typeof createParameterStore>
  /** The memory model with the parameters in use. */
  readonly model: MemoryModel
  /** Takes over the parameters in use: after another set was put to use. */
  readonly readModel: () => void
  /** This collection's name in its log of answers. */
  readonly device: string
  /** This run of the program: its monotonic clock means nothing in another. */
  readonly process: string
  readonly changed: (topics: readonly Topic[]) => void
}

export interface ContextParts {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  readonly changed: (topics: readonly Topic[]) => void
}

/** Prepares the stores of an open collection. */
export function createContext({ db, clock, random, changed }: ContextParts): Context {
  const meta = createMetaStore(db)
  const device =
    meta.read('device') ??
    write(db, (tx) => {
      const id = uuidv7(clock.now(), random)
      meta.put(tx, 'device', id)
      return id
    })
  const parameters = createParameterStore(db)
  let model = createFsrs6(parameters.current()?.params)
  return {
    db,
    settings: createSettingsStore(db),
    sources: createSourceStore(db),
    versions: createVersionStore(db),
    decks: createDeckStore(db),
    deckOptions: createDeckOptionStore(db),
    cards: createCardStore(db),
    cardChanges: createCardChangeStore(db),
    listing: createListingStore(db),
    decisions: createDecisionStore(db),
    memories: createMemoryStore(db),
    reviews: createReviewStore(db),
    activity: createActivityStore(db),
    quizzes: createQuizStore(db),
    quizCards: createQuizCardStore(db),
    templates: createTemplateStore(db),
    contests: createContestStore(db),
    clock,
    random,
    parameters,
    get model() {
      return model
    },
    readModel: () => {
      model = createFsrs6(parameters.current()?.params)
    },
    device,
    process: uuidv7(clock.now(), random),
    changed,
  }
}

/** "Now" in all the ways that the log stamps it. */
export interface Now {
  readonly at: EpochMs
  readonly day: StudyDay
  readonly zone: string
  readonly rolloverHour: number
}

/** Reads the clock once; a use case never reads it twice. */
export function readNow(context: Context): Now {
  const at = context.clock.now()
  const zone = context.clock.zone()
  const { rolloverHour } = context.settings.read()
  return { at, day: studyDay(at, zone, rolloverHour), zone, rolloverHour }
}

/** What every line of the log says of where and when it was written. */
export const stampOf = (context: Context, now: Now) => ({
  device: context.device,
  at: now.at,
  zone: now.zone,
  offsetMin: zoneOffsetMinutes(now.at, now.zone),
  rolloverHour: now.rolloverHour,
  studyDay: now.day,
})

/** A fresh time-ordered id. */
export const newId = (context: Context): string => uuidv7(context.clock.now(), context.random)
