import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { api, apiNames, type ApiName } from '#contract/api.ts'
import type { Envelope } from '#contract/envelope.ts'
import { errorCodes } from '#domain/errors.ts'
import { startSampleBackend, type SampleBackend } from './testing/sample-backend.ts'

let running: SampleBackend | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})
const start = () => (running = startSampleBackend())

const hostile: unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  'text',
  [],
  [{}],
  { deckId: 7 },
  { deckId: '' },
  { deckId: 'x'.repeat(100_000) },
  { deckIds: [{}] },
  { deckIds: 'all' },
  { quizId: ['a'], n: -1, chosen: 1.5 },
  { cardId: 'c', answerId: 'not a uuid', revision: -1, grade: 9, tookMs: 'soon' },
  { name: '', content: { kind: 'file', path: '/etc/passwd' } },
  { name: 'x.md', content: { kind: 'base64', data: '%%%' } },
  { newPerDay: -5 },
  { theme: 'pink', extra: true },
  JSON.parse('{"__proto__": {"deckId": "d"}}'),
  { constructor: { prototype: {} } },
]
const isEnvelope = (answer: Envelope): boolean =>
  answer.ok || (errorCodes.includes(answer.error.code) && answer.error.code !== 'internal')

describe('the dispatcher', () => {
  test('answers every hostile input to every procedure with a value or a typed refusal', async () => {
    const { backend, logged } = start()
    for (const name of apiNames) {
      for (const input of hostile) {
        const answer = await backend.dispatch(name, input)
        expect(isEnvelope(answer), `${name} ${String(JSON.stringify(input)).slice(0, 80)}`).toBe(
          true,
        )
      }
    }
    expect(logged.filter((line) => line.level === 'error')).toEqual([])
  })

  test('refuses names that are not in the table, inherited ones too', async () => {
    const { backend } = start()
    for (const name of [
      'nothing',
      'constructor',
      '__proto__',
      'toString',
      '',
      null,
      3,
      ['getHome'],
    ]) {
      expect(await backend.dispatch(name, {})).toEqual({
        ok: false,
        error: { code: 'unknown_procedure', params: {} },
      })
    }
  })

  test('says which field of a bad request is wrong and does not repeat the input', async () => {
    const { backend } = start()
    const answer = await backend.dispatch('renameDeck', { deckId: 'd', name: 'secret '.repeat(50) })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(JSON.stringify(answer)).toContain('name')
  })

  test('gives values of the promised shape for every query that needs no input', async () => {
    const { backend } = start()
    await backend.dispatch('addBundle', { bundleId: 'tiny' })
    const plain = apiNames.filter(
      (name) => api[name].kind === 'query' && v.safeParse(api[name].input, {}).success,
    )
    expect(plain).toContain('getHome' satisfies ApiName)
    for (const name of plain) {
      const answer = await backend.dispatch(name, {})
      const shape = answer.ok
        ? v.safeParse(v.strictObject({ value: api[name].output }), answer).issues
        : answer
      expect(
        answer.ok ? v.safeParse(api[name].output, answer.value).issues : shape,
        name,
      ).toBeUndefined()
    }
  })
})
