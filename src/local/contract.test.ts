import * as v from 'valibot'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Backend } from '#backend/ports.ts'
import { countingRandom, standingClock } from '#backend/testing/sample.ts'
import { startSampleBackend, type SampleBackend } from '#backend/testing/sample-backend.ts'
import { api, apiNames, type ApiName } from '#contract/api.ts'
import { createClient, type Client, type Transport } from '#contract/client.ts'
import { AppError } from '#domain/errors.ts'
import { startLocalServer, type LocalServer } from './server.ts'

type Listener = (event: unknown, ...args: unknown[]) => unknown
const electron = vi.hoisted(() => ({ handlers: new Map<string, Listener>() }))
vi.mock('electron', () => ({
  BrowserWindow: {
    getAllWindows: () => [{ webContents: { id: 1, isDestroyed: () => false, send: () => {} } }],
  },
  ipcMain: {
    handle: (channel: string, listener: Listener) => electron.handlers.set(channel, listener),
  },
  protocol: {},
  session: {},
}))

let stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.reverse()) await stop()
  stops = []
})

/** The real HTTP server, signed in as a page would be. */
async function overHttp(backend: Backend): Promise<Transport> {
  const server: LocalServer = await startLocalServer({
    backend,
    assets: new Map(),
    clock: standingClock(),
    random: countingRandom(),
    port: 0,
    leaseSecret: 'lease',
  })
  stops.push(() => server.close())
  const link = new URL(server.link())
  const headers = { 'content-type': 'application/json', origin: link.origin }
  const token = new URLSearchParams(link.hash.slice(1)).get('token')
  const signIn = await fetch(`${link.origin}/auth`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
  })
  const { secret } = (await signIn.json()) as { secret: string }
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    subscribe: () => () => {},
    invoke: async (name, input) => {
      const response = await fetch(`${link.origin}/api/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { ...headers, cookie, 'x-remit-session': secret },
        body: JSON.stringify(input) ?? 'null',
      })
      return response.json()
    },
  }
}

/** The real handler of the Electron host, called as its page would. Values travel as JSON there too. */
async function overIpc(backend: Backend): Promise<Transport> {
  const { carryContract } = await import('../main/ipc.ts')
  carryContract(backend)
  const handler = electron.handlers.get('remit:call')
  const event = { sender: { id: 1 }, senderFrame: { url: 'app://remit/', parent: null } }
  return {
    subscribe: () => () => {},
    invoke: async (name, input) =>
      JSON.parse(
        JSON.stringify(await handler?.(event, name, JSON.parse(JSON.stringify(input) ?? 'null'))),
      ) as unknown,
  }
}

const handbook = `# Who does what\n\n## Ward Nurse\n\n- Wound care: clean and dress wounds by the ward protocol.\n- Handover: report the state of each patient to the next shift.\n\n## Clinic Manager\n\n- Rota planning: assign staff to shifts for the coming month.\n- Complaint handling: answer each written complaint within ten days.\n`

/** Resolves when an import is no longer running. */
const ended = (running: SampleBackend, importId: string) =>
  vi.waitUntil(
    () =>
      running.events.some(
        (event) =>
          event.event === 'importMoved' &&
          event.status.importId === importId &&
          event.status.status !== 'running',
      ),
    { timeout: 30_000 },
  )

/** Every procedure once, with inputs that a page would send; returns the names in the order of calling. */
async function everyProcedure(client: Client, running: SampleBackend): Promise<Set<ApiName>> {
  const used = new Set<ApiName>()
  const call = async <Value>(name: ApiName, work: Promise<Value>): Promise<Value> => {
    const value = await work
    used.add(name)
    expect(v.safeParse(api[name].output, value).issues, name).toBeUndefined()
    return value
  }
  await call('getHome', client.getHome())
  await call('listBundles', client.listBundles())
  const deck = await call('addBundle', client.addBundle({ bundleId: 'tiny' }))
  const { deckId } = deck
  await call('listDecks', client.listDecks())
  await call('renameDeck', client.renameDeck({ deckId, name: 'Renamed' }))
  await call('removeDeck', client.removeDeck({ deckId }))
  await call('restoreDeck', client.restoreDeck({ deckId }))
  await call('readSource', client.readSource({ sourceId: deck.sourceId ?? '' }))
  await call('exportRoleFile', client.exportRoleFile({ from: 'deck', deckId }))
  await call('getDeckOptions', client.getDeckOptions({ deckId }))
  const options = { desiredRecall: 0.93, newPerDay: 5, reviewsPerDay: null }
  await call('saveDeckOptions', client.saveDeckOptions({ deckId, options }))
  const today = { deckId: null, newPerDay: 8, reviewsPerDay: null }
  await call('saveTodayLimits', client.saveTodayLimits(today))
  await call('getTodayLimits', client.getTodayLimits({ deckId: null }))
  await call('simulateRecall', client.simulateRecall({ deckId }))
  const runId = '018f2b1c-0000-7000-8000-0000000000ff'
  await call('stopReckoning', client.stopReckoning({ runId }))
  await call('getCatchUp', client.getCatchUp())
  await call('getParameters', client.getParameters())
  await call('useParameters', client.useParameters({ setId: null }))
  await expect(client.fitParameters()).rejects.toMatchObject({ code: 'too_few_answers' })
  used.add('fitParameters')
  const session = await call('openSession', client.openSession({ deckIds: [] }))
  const card = session.cards[0]
  if (!card) throw new Error('the sample has cards')
  const answerId = '018f2b1c-0000-7000-8000-000000000001'
  const { cardId, revision } = card
  await call('answerCard', client.answerCard({ answerId, cardId, revision, grade: 3, tookMs: 10 }))
  await call('getSteps', client.getSteps())
  await call('undoStep', client.undoStep({ stepId: answerId }))
  await call('redoStep', client.redoStep())
  await client.undoStep({ stepId: null })
  const step = { stepId: '018f2b1c-0000-7000-8000-000000000003', cardIds: [cardId] }
  await call('actOnCards', client.actOnCards({ ...step, act: { do: 'flag', flag: 3 } }))
  await call('listPracticeRoles', client.listPracticeRoles())
  const cards = { kind: 'cards' as const, deckIds: [], responsibilityId: null }
  expect((await call('openPractice', client.openPractice(cards))).length).toBeGreaterThan(0)
  await call('listLeeches', client.listLeeches())
  const part = {
    type: 'basic',
    prompt: 'A part?',
    answer: 'One.',
    choices: null,
    explanation: null,
  }
  const beside = { stepId: '018f2b1c-0000-7000-8000-000000000005', cardId, then: 'delete' } as const
  await call('writeBeside', client.writeBeside({ ...beside, cards: [{ ...part, type: 'basic' }] }))
  await client.undoStep({ stepId: null })
  const own = { noteId: '018f2b1c-0000-7000-8000-0000000000aa', deckId: null, ownDeckName: 'Mine' }
  const ownNote = { kind: 'cloze' as const, text: '{{Ann}} plans {{rotas}}.' }
  const hand = { ...own, note: ownNote, explanation: null, tags: ['own'] }
  const written = await call('writeNote', client.writeNote(hand))
  expect(written.cardIds).toHaveLength(2)
  const same = await call('findSameCard', client.findSameCard({ prompt: '_____ PLANS rotas' }))
  expect(same?.cardId).toBe(written.cardIds[0])
  const practice = { answerId: '018f2b1c-0000-7000-8000-000000000004', cardId, tookMs: 10 }
  await call('practiseCard', client.practiseCard({ ...practice, grade: 1 }))
  const list = { search: 'duty', order: 'added', isDescending: false } as const
  const found = await call('searchCards', client.searchCards({ ...list, from: 0, count: 5 }))
  expect(found.total).toBeGreaterThan(0)
  await call('getSearchTerms', client.getSearchTerms())
  const cardIds = await call('listCardIds', client.listCardIds({ ...list, from: 0, count: 9 }))
  await call('getCardInfo', client.getCardInfo({ cardId }))
  const changeId = '018f2b1c-0000-7000-8000-000000000005'
  const tag = { kind: 'tag', tag: 'exam', on: true } as const
  await call('changeCards', client.changeCards({ changeId, cardIds, change: tag }))
  await call('undoCardChange', client.undoCardChange({ changeId }))
  const rule = { find: 'duty', replaceWith: 'task', isCaseSensitive: false, isWholeWords: false }
  const replacing = { cardIds, ...rule }
  await call('previewReplace', client.previewReplace({ ...replacing, from: 0, count: 9 }))
  const replaceStep = '018f2b1c-0000-7000-8000-000000000006'
  await call('replaceText', client.replaceText({ stepId: replaceStep, ...replacing }))
  await client.undoStep({ stepId: replaceStep })
  const contestId = '018f2b1c-0000-7000-8000-000000000002'
  const target = { from: 'card' as const, cardId }
  await call('contestCard', client.contestCard({ contestId, target, fault: 'wrong', note: 'so' }))
  await call('listContests', client.listContests())
  await call('exportContests', client.exportContests({ format: 'csv' }))
  await call('settleContest', client.settleContest({ contestId, outcome: 'kept' }))
  await call('reopenContest', client.reopenContest({ contestId }))
  await call('withdrawContest', client.withdrawContest({ contestId }))
  const roles = await call('listQuizRoles', client.listQuizRoles())
  const plan = { deckIds: roles.map((role) => role.deckId), questionCount: 3, minutes: 5 }
  const { quizId } = await call('startQuiz', client.startQuiz(plan))
  await call('getQuiz', client.getQuiz({ quizId }))
  await call('answerQuiz', client.answerQuiz({ quizId, n: 0, chosen: 0 }))
  await call('flagQuestion', client.flagQuestion({ quizId, n: 1, isFlagged: true }))
  await call('beatQuiz', client.beatQuiz({ quizId }))
  await call('turnQuiz', client.turnQuiz({ quizId, n: 0 }))
  await call('submitQuiz', client.submitQuiz({ quizId }))
  await call('getQuizResult', client.getQuizResult({ quizId }))
  await call('listQuizzes', client.listQuizzes())
  const { templateId } = await call(
    'saveQuizTemplate',
    client.saveQuizTemplate({ name: 'Audit', plan }),
  )
  await call('getQuizFigures', client.getQuizFigures())
  await call('listQuizTemplates', client.listQuizTemplates())
  await call('removeQuizTemplate', client.removeQuizTemplate({ templateId }))
  await call('getProgress', client.getProgress())
  const document = { name: 'handbook.md', content: { kind: 'text' as const, text: handbook } }
  const { importId } = await call('startImport', client.startImport(document))
  await ended(running, importId)
  await call('getImport', client.getImport({ importId }))
  const preview = await call('getImportPreview', client.getImportPreview({ importId }))
  const [made] = preview.cards
  const [role] = preview.roles
  if (!made || !role) throw new Error('the handbook gives cards')
  const decision = { verdict: 'rejected', reason: 'trivial', inBulk: false } as const
  const changes = [{ cardId: made.cardId, decision }]
  await call('decideImport', client.decideImport({ importId, changes }))
  const fixes = [{ kind: 'rename', role: role.roleId, name: 'Renamed' } as const]
  await call('fixImport', client.fixImport({ importId, fixes }))
  await call('undoImport', client.undoImport({ importId }))
  const saved = await call('saveImport', client.saveImport({ importId, title: preview.title }))
  const content = { kind: 'text' as const, text: handbook.replace('ten days', 'five days') }
  const next = await client.startImport({ name: 'handbook.md', content })
  await ended(running, next.importId)
  const version = { importId: next.importId, sourceId: saved.sourceId }
  await call('chooseImportTarget', client.chooseImportTarget(version))
  const told = await call('getImportChanges', client.getImportChanges({ importId: next.importId }))
  expect(told.counts.changed).toBeGreaterThan(0)
  await client.saveImport({ importId: next.importId, title: preview.title })
  const changed = await call('getChanges', client.getChanges({ deckId: saved.deckId }))
  const changedId = changed.updates[0]?.changes[0]?.cardId ?? ''
  await call('settleChange', client.settleChange({ cardId: changedId, wording: 'keep' }))
  await call('cancelImport', client.cancelImport({ importId }))
  await call('discardImport', client.discardImport({ importId }))
  await call('saveSettings', client.saveSettings({ newPerDay: 12 }))
  await call('getSettings', client.getSettings())
  await call('getAbout', client.getAbout())
  return used
}

const hostile: unknown[] = [
  null,
  7,
  'text',
  [],
  { deckId: 7 },
  { extra: true },
  { deckIds: [null] },
  { quizId: 'x'.repeat(5000) },
]

describe.each([
  ['HTTP', overHttp],
  ['IPC', overIpc],
])('over %s', (_, transportOf) => {
  test('every procedure of the contract gives its promised shape', async () => {
    const running = startSampleBackend()
    stops.push(() => running.stop())
    const client = createClient(await transportOf(running.backend))
    const used = await everyProcedure(client, running)
    expect([...used].sort()).toEqual([...apiNames].sort())
  })

  test('bad payloads and unknown names are refused by a code, never by a crash', async () => {
    const running = startSampleBackend()
    stops.push(() => running.stop())
    const transport = await transportOf(running.backend)
    for (const name of [...apiNames, 'nothing', '__proto__', 'constructor']) {
      for (const input of hostile) {
        const answer = await transport.invoke(name, input)
        expect(answer, `${name} ${JSON.stringify(input).slice(0, 40)}`).toMatchObject({
          ok: expect.any(Boolean) as boolean,
        })
        expect(JSON.stringify(answer)).not.toContain('"internal"')
      }
    }
    expect(running.logged.filter((line) => line.level === 'error')).toEqual([])
  })

  test('failures arrive as the error that the backend named', async () => {
    const running = startSampleBackend()
    stops.push(() => running.stop())
    const client = createClient(await transportOf(running.backend))
    const error = await client.getQuiz({ quizId: 'none' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'quiz_not_found', params: { quizId: 'none' } })
  })
})

test('both transports give the same answers', async () => {
  const answers = await Promise.all(
    [overHttp, overIpc].map(async (transportOf) => {
      const running = startSampleBackend()
      stops.push(() => running.stop())
      const transport = await transportOf(running.backend)
      const named: [string, unknown][] = [
        ['addBundle', { bundleId: 'tiny' }],
        ['listDecks', {}],
        ['getHome', {}],
        ['openSession', { deckIds: [] }],
        ['openSession', { deckIds: ['none'] }],
        ['nothing', {}],
      ]
      const all: unknown[] = []
      for (const [name, input] of named) all.push(await transport.invoke(name, input))
      return all
    }),
  )
  expect(answers[0]).toEqual(answers[1])
})
