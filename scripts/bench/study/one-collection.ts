// Measures a collection in this process, which does nothing else: `node … one-collection.ts FOLDER CARDS`; prints JSON.

import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createBackend } from '#backend/backend.ts'
import { createContext } from '#backend/context.ts'
import { openCollection } from '#backend/store/open.ts'
import type { Envelope } from '#contract/envelope.ts'
import { createClient, type Client } from '#contract/client.ts'
import { uuidv7 } from '#domain/ids.ts'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import { bareCommits } from './bare-commit.ts'
import { benchClock, benchRandom } from './collection.ts'
import { dayMs } from './history.ts'
import { kernelAlone } from './kernel.ts'
import { stopwatch, type Spread } from './spread.ts'

const [folder = '', cardsAsked = '0'] = process.argv.slice(2)
const cards = Number(cardsAsked)
const answersToTime = 400
const clock = benchClock()
const noWorker = () => {
  throw new Error('nothing here starts a worker')
}
const backend = createBackend({
  dataFolder: folder,
  decksFolder: join(import.meta.dirname, '../../../decks'),
  startWorker: noWorker,
  startStudyWorker: noWorker,
  host: 'local',
  version: '0',
  clock,
  random: benchRandom,
  log: () => {},
})
const client: Client = createClient({
  invoke: (name, input): Promise<Envelope> => backend.dispatch(name, input),
  subscribe: (hear) => backend.subscribe(hear),
})

/** Warm: after it was done a few times. */
async function timesOf(count: number, work: () => Promise<unknown>): Promise<Spread> {
  for (let n = 0; n < 5; n += 1) await work()
  const watch = stopwatch()
  for (let n = 0; n < count; n += 1) await watch.time(work)
  return watch.spread()
}

/** Answers, each beside a bare one-row commit, and then takes them back, each beside one too. */
async function timeAnswers() {
  const bare = bareCommits(folder)
  await client.saveSettings({ newPerDay: 0, reviewsPerDay: 9999 })
  const [answers, undos, bares] = [stopwatch(), stopwatch(), stopwatch()]
  const given: string[] = []
  while (given.length < answersToTime) {
    const session = await client.openSession({ deckIds: [] })
    if (session.cards.length === 0) break
    for (const { cardId, revision } of session.cards) {
      const answerId = uuidv7(clock.now(), benchRandom)
      const grade = given.length % 8 === 7 ? 1 : 3
      const answer = () => client.answerCard({ answerId, cardId, revision, grade, tookMs: 4000 })
      clock.at += 4000
      // The first ones pay for compiling.
      if (given.length < 50) await answer()
      else {
        await bares.time(() => bare.commit())
        await answers.time(answer)
      }
      given.push(answerId)
    }
  }
  for (const [index, stepId] of given.toReversed().entries()) {
    const undo = () => client.undoStep({ stepId })
    if (index < 20) await undo()
    else {
      await bares.time(() => bare.commit())
      await undos.time(undo)
    }
  }
  bare.close()
  return { bare: bares.spread(), answer: answers.spread(), undo: undos.spread() }
}

/** Days later so many are overdue that the order of a backlog is put together from a fifth of the collection. */
async function timeBacklog() {
  const started = clock.at
  await client.saveSettings({ newPerDay: 20, reviewsPerDay: 200, backlogOrder: 'worth' })
  while (clock.at < started + 60 * dayMs) {
    const { backlog } = await client.getHome()
    if (backlog.overdue >= cards / 5) break
    clock.at += dayMs
  }
  const { backlog } = await client.getHome()
  const times = await timesOf(15, () => client.openSession({ deckIds: [] }))
  clock.at = started
  return { overdue: backlog.overdue, queue: times }
}
/** The whole log folded again, in memory and from the file, beside the kernel of ts-fsrs alone over the same answers. */
function timeReplay() {
  const db = openCollection(folder)
  const context = createContext({ db, clock, random: benchRandom, changed: () => {} })
  const model = createFsrs6()
  const readStart = performance.now()
  const logs = [...context.reviews.logs()].map(({ events }) => events)
  const readMs = performance.now() - readStart
  const reviews = logs.reduce((sum, log) => sum + log.length, 0)
  const kernel = [kernelAlone(logs), kernelAlone(logs), kernelAlone(logs)]
  const fold = () => {
    const start = performance.now()
    for (const log of logs) foldMemory(model, log)
    return performance.now() - start
  }
  const folds = [fold(), fold(), fold()]
  db.close()
  return { reviews, readMs, kernelMs: Math.min(...kernel), foldMs: Math.min(...folds) }
}
async function measure() {
  await client.saveSettings({ newPerDay: 20, reviewsPerDay: 200 })
  const home = await timesOf(25, () => client.getHome())
  // No limit that anything waits for: the whole queue in the order of days.
  await client.saveSettings({ newPerDay: 20, reviewsPerDay: 9999 })
  const queue = await timesOf(25, () => client.openSession({ deckIds: [] }))
  const commits = await timeAnswers()
  const backlog = await timeBacklog()
  await backend.close()
  return { cards, home, queue, ...commits, backlog, replay: timeReplay() }
}
export type StudyFigures = Awaited<ReturnType<typeof measure>>

console.log(JSON.stringify(await measure()))
