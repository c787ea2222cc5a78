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
    expect(await client.getCatchUp()).toEqual({ overdue: 0, plans: [] })
    await client.saveSettings({ newPerDay: 20 })
    const session = await client.openSession({ deckIds: [] })
    for (const [n, { cardId, revision }] of session.cards.entries()) {
      const answerId = `018f2b1c-0000-7000-8000-0000000000${n + 10}`
      await client.answerCard({ answerId, cardId, revision, grade: 4, tookMs: 3000 })
    }
    backend.clock.at += 60 * 86_400_000
    const before = await client.openSession({ deckIds: [] })
    const { overdue, plans } = await client.getCatchUp()
    expect(overdue).toBe(session.cards.length)
    expect(plans.map((plan) => plan.cardsPerDay)).toEqual(
      plans.map((plan) => plan.cardsPerDay).toSorted((a, b) => a - b),
    )
    expect(plans.every((plan) => plan.days !== null && plan.days >= 1)).toBe(true)
    expect((await client.openSession({ deckIds: [] })).cards).toEqual(before.cards)
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
