import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { cardOrders } from '#contract/shapes/cards.ts'
import type * as RouterModule from './router.svelte.ts'
import type { Route } from './router.svelte.ts'

let router: typeof RouterModule
beforeAll(async () => {
  vi.stubGlobal('location', { hash: '' })
  router = await import('./router.svelte.ts')
})

const ids = fc.string({ minLength: 1 }).filter((id) => !id.includes(',') && id.isWellFormed())
const searches = fc.string({ unit: 'grapheme' }).filter((each) => each.isWellFormed())
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { name: 'today' },
    { name: 'library' },
    { name: 'contested' },
    { name: 'import' },
    { name: 'quiz' },
    { name: 'progress' },
    { name: 'settings' },
  ),
  fc.constant<Route>({ name: 'options', deckId: null }),
  ids.map((deckId): Route => ({ name: 'options', deckId })),
  ids.map((deckId): Route => ({ name: 'library', deckId })),
  ids.map((importId): Route => ({ name: 'importing', importId })),
  ids.map((deckId): Route => ({ name: 'changes', deckId })),
  fc.array(ids).map((deckIds): Route => ({ name: 'study', deckIds })),
  fc
    .tuple(fc.array(ids), searches)
    .map(([deckIds, search]): Route => ({ name: 'study', deckIds, search })),
  fc
    .tuple(searches, fc.constantFrom(...cardOrders), fc.boolean())
    .map(([search, order, isDescending]): Route => ({
      name: 'cards',
      search,
      order,
      isDescending,
    })),
  fc.array(ids, { minLength: 1 }).map((deckIds): Route => ({ name: 'quiz-setup', deckIds })),
  ids.map((quizId): Route => ({ name: 'quiz-run', quizId })),
  ids.map((quizId): Route => ({ name: 'quiz-result', quizId })),
)

test('every page has an address that leads back to it', () => {
  fc.assert(
    fc.property(routes, (route) => {
      expect(router.parseRoute(router.formatRoute(route))).toEqual(route)
    }),
  )
})

test('an address that means nothing leads to Today, and none throws', () => {
  expect(router.parseRoute('#/nowhere/at/all')).toEqual({ name: 'today' })
  fc.assert(
    fc.property(fc.string(), (hash) => {
      expect(router.parseRoute(`#${hash}`).name).toBeTypeOf('string')
    }),
  )
})
