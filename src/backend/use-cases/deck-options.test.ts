import { afterEach, describe, expect, test } from 'vitest'
import { createClient, type Client } from '#contract/client.ts'
import { startSampleBackend, type SampleBackend } from '../testing/sample-backend.ts'

let running: SampleBackend | null = null
afterEach(async () => {
  await running?.stop()
  running = null
})

/** A backend with its bundled deck, reached as a page reaches it. */
async function open(): Promise<{
  client: Client
  sourceId: string
  roleId: string
  backend: SampleBackend
}> {
  running = startSampleBackend()
  const { backend } = running
  const client = createClient({
    invoke: (name, input) => backend.dispatch(name, input),
    subscribe: (hear) => backend.subscribe(hear),
  })
  const { deckId } = await client.addBundle({ bundleId: 'tiny' })
  const role = (await client.listDecks()).find((deck) => deck.parentId === deckId)
  if (!role) throw new Error('the bundle has roles')
  return { client, sourceId: deckId, roleId: role.deckId, backend: running }
}
const none = { desiredRecall: null, newPerDay: null, reviewsPerDay: null }

describe('options of a deck', () => {
  test('are inherited from the deck above and from the settings, until it has its own', async () => {
    const { client, sourceId, roleId } = await open()
    const recall = async () => {
      const state = await client.getDeckOptions({ deckId: roleId })
      return [state.own.desiredRecall, state.inheritedRecall]
    }
    expect(await recall()).toEqual([null, 0.9])
    await client.saveSettings({ desiredRecall: 0.85 })
    expect(await recall()).toEqual([null, 0.85])
    await client.saveDeckOptions({ deckId: sourceId, options: { ...none, desiredRecall: 0.95 } })
    expect(await recall()).toEqual([null, 0.95])
    await client.saveDeckOptions({ deckId: roleId, options: { ...none, desiredRecall: 0.8 } })
    expect(await recall()).toEqual([0.8, 0.95])
    const { above, recallFrom } = await client.getDeckOptions({ deckId: roleId })
    expect(recallFrom).toEqual({ deckId: sourceId, name: above[0]?.name })
    expect(above).toMatchObject([{ deckId: sourceId, own: { desiredRecall: 0.95 } }])
    await client.saveDeckOptions({ deckId: roleId, options: none })
    expect(await recall()).toEqual([null, 0.95])
  })

  test('decide how many new cards the list of decks promises', async () => {
    const { client, sourceId, roleId } = await open()
    const fresh = async (deckId: string) =>
      (await client.listDecks()).find((deck) => deck.deckId === deckId)?.due.fresh
    await client.saveDeckOptions({ deckId: roleId, options: { ...none, newPerDay: 2 } })
    expect(await fresh(roleId)).toBe(2)
    await client.saveTodayLimits({ deckId: roleId, newPerDay: 4, reviewsPerDay: null })
    expect(await fresh(roleId)).toBe(4)
    await client.saveTodayLimits({ deckId: roleId, newPerDay: null, reviewsPerDay: null })
    expect(await fresh(roleId)).toBe(2)
    await client.saveDeckOptions({ deckId: sourceId, options: { ...none, newPerDay: 1 } })
    expect(await fresh(roleId)).toBe(1)
  })

  test('outside of what is allowed, or of a deck that is not there, are refused by name', async () => {
    const { client, roleId } = await open()
    const wrong = [
      [{ deckId: 'none', options: none }, 'deck_not_found'],
      [{ deckId: roleId, options: { ...none, desiredRecall: 0.99 } }, 'bad_request'],
      [{ deckId: roleId, options: { ...none, newPerDay: -1 } }, 'bad_request'],
      [{ deckId: roleId, options: { ...none, newPerDay: 1.5 } }, 'bad_request'],
    ] as const
    for (const [input, code] of wrong)
      await expect(client.saveDeckOptions(input)).rejects.toMatchObject({ code })
    expect((await client.getDeckOptions({ deckId: roleId })).own).toEqual(none)
  })
})

describe('simulations in a worker', () => {
  test('tell minutes a day for each recall, more for more, and the one in use', async () => {
    const { client, sourceId, roleId } = await open()
    await client.saveDeckOptions({ deckId: sourceId, options: { ...none, desiredRecall: 0.88 } })
    const { choices, current, cards } = await client.simulateRecall({ deckId: roleId })
    expect(current).toBe(0.88)
    expect(cards).toBe(8)
    expect(choices).toHaveLength(28)
    expect(choices.at(-1)?.minutesPerDay).toBeGreaterThan(choices[0]?.minutesPerDay ?? Infinity)
    expect(await client.simulateRecall({ deckId: roleId })).toEqual({ choices, current, cards })
  })

  test('offer no plan where nothing is overdue, and plans after a break, which change no date', async () => {
    const { client, backend } = await open()
    expect(await client.getCatchUp()).toMatchObject({ backlog: { overdue: 0 }, plans: [] })
    await client.saveSettings({ newPerDay: 20 })
    const session = await client.openSession({ deckIds: [] })
    for (const [n, { cardId, revision }] of session.cards.entries()) {
      const answerId = `018f2b1c-0000-7000-8000-0000000000${n + 10}`
      await client.answerCard({ answerId, cardId, revision, grade: 4, tookMs: 3000 })
    }
    backend.clock.at += 60 * 86_400_000
    const before = await client.openSession({ deckIds: [] })
    const { backlog, plans } = await client.getCatchUp({ cardsPerDay: 3 })
    expect(backlog.awayDays).toBe(59)
    expect(plans.map((plan) => plan.cardsPerDay)).toContain(3)
    expect(backlog.overdue).toBe(session.cards.length)
    expect(plans.map((plan) => plan.cardsPerDay)).toEqual(
      plans.map((plan) => plan.cardsPerDay).toSorted((a, b) => a - b),
    )
    expect(plans.every((plan) => plan.days !== null && plan.days >= 1)).toBe(true)
    expect((await client.openSession({ deckIds: [] })).cards).toEqual(before.cards)
  })
})

describe('what is reckoned in a worker', () => {
  const runId = '018f2b1c-0000-7000-8000-0000000000aa'

  test('tells how far it is, to the end, under the id that the page gave it', async () => {
    const { client, backend } = await open()
    await client.simulateRecall({ deckId: null, runId })
    const told = backend.events.filter((event) => event.event === 'reckoningMoved')
    expect(told.map((event) => event.done)).toEqual(told.map((_, index) => index + 1))
    expect(told.at(-1)).toEqual({ event: 'reckoningMoved', runId, done: 28, total: 28 })
  })

  test('stops when it is told to; another run under the same id is another run', async () => {
    const { client } = await open()
    const asked = client.simulateRecall({ deckId: null, runId })
    await client.stopReckoning({ runId })
    await expect(asked).rejects.toMatchObject({ code: 'reckoning_stopped' })
    await client.stopReckoning({ runId })
    expect((await client.simulateRecall({ deckId: null, runId })).choices).toHaveLength(28)
  })
})

describe('the rules of all decks', () => {
  test('are the learner’s: steps and the longest interval act from the next answer on', async () => {
    const { client, backend } = await open()
    await client.saveSettings({ learningSteps: [30], relearningSteps: [], maximumDays: 3 })
    const { cards, scheduling, moment } = await client.openSession({ deckIds: [] })
    expect(scheduling).toEqual({
      maximumDays: 3,
      learningStepsMs: [1_800_000],
      relearningStepsMs: [],
    })
    const [first, second] = cards
    if (!first || !second) throw new Error('the sample has cards')
    const answer = (n: number, card: typeof first, grade: 1 | 4) =>
      client.answerCard({
        answerId: `018f2b1c-0000-7000-8000-0000000002${n}`,
        cardId: card.cardId,
        revision: card.revision,
        grade,
        tookMs: 1,
      })
    const failed = await answer(10, first, 1)
    expect(failed.memory).toMatchObject({ kind: 'learning', dueAt: backend.clock.at + 1_800_000 })
    const known = await answer(11, second, 4)
    expect(known.memory).toMatchObject({ kind: 'review' })
    if (known.memory.kind === 'review')
      expect(known.memory.dueDay - moment.day).toBeLessThanOrEqual(3)
  })

  test('let siblings come on one day where they are not buried', async () => {
    const { client } = await open()
    const notes = async () =>
      (await client.openSession({ deckIds: [] })).cards.map((card) => card.noteId)
    await client.saveSettings({ newPerDay: 50 })
    const buried = await notes()
    expect(new Set(buried).size).toBe(buried.length)
    await client.saveSettings({ burySiblings: false })
    const all = await notes()
    expect(new Set(all).size).toBe(buried.length)
    expect(all.length).toBeGreaterThan(buried.length)
  })

  test('out of range are refused', async () => {
    const { client } = await open()
    const wrong = [{ learningSteps: [1440] }, { learningSteps: [0] }, { maximumDays: 0 }]
    for (const changes of wrong)
      await expect(client.saveSettings(changes)).rejects.toMatchObject({ code: 'bad_request' })
  })
})

describe('while a backlog is worked off', () => {
  test('its limits stand in the place of the usual ones, and end with the last overdue card', async () => {
    const { client, backend } = await open()
    await client.saveSettings({ newPerDay: 20 })
    let ids = 100
    const answerAll = async (count: number) => {
      const { cards } = await client.openSession({ deckIds: [] })
      for (const { cardId, revision } of cards.slice(0, count)) {
        ids += 1
        const answerId = `018f2b1c-0000-7000-8000-000000000${ids}`
        await client.answerCard({ answerId, cardId, revision, grade: 4, tookMs: 3000 })
      }
    }
    await answerAll(5)
    backend.clock.at += 60 * 86_400_000
    await client.saveSettings({ catchUp: { newPerDay: 0, reviewsPerDay: 3 } })
    expect((await client.openSession({ deckIds: [] })).due).toMatchObject({ review: 3, fresh: 0 })
    await answerAll(3)
    expect((await client.openSession({ deckIds: [] })).due).toMatchObject({ review: 0, fresh: 0 })
    expect((await client.getSettings()).catchUp).not.toBeNull()
    backend.clock.at += 86_400_000
    await answerAll(2)
    expect((await client.getSettings()).catchUp).toBeNull()
    expect((await client.openSession({ deckIds: [] })).due.fresh).toBeGreaterThan(0)
  })
})
