import * as v from 'valibot'
import { ImportStatus } from './shapes/import.ts'

export const topics = ['decks', 'study', 'quizzes', 'settings'] as const
export type Topic = (typeof topics)[number]

/** What the backend tells every open page. `revision` grows with each change of the collection. */
export const AppEvent = v.variant('event', [
  v.object({
    event: v.literal('changed'),
    topics: v.array(v.picklist(topics)),
    revision: v.number(),
  }),
  v.object({ event: v.literal('importMoved'), status: ImportStatus }),
  /** What is reckoned under this id is so far. */
  v.object({
    event: v.literal('reckoningMoved'),
    runId: v.string(),
    done: v.number(),
    total: v.number(),
  }),
  /** The host opens a page of the app, e.g. the import that the command line asked for. */
  v.object({ event: v.literal('showPage'), hash: v.string() }),
])
export type AppEvent = v.InferOutput<typeof AppEvent>
