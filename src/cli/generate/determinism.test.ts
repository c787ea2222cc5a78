import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { documentNames, documentsFolder } from '#domain/cards/testing/measured-documents.ts'

const script = join(import.meta.dirname, '..', 'generate.ts')
const root = mkdtempSync(join(tmpdir(), 'remit-bytes-'))
afterAll(() => rmSync(root, { recursive: true }))

/** Machines as they stand in the world: language, time zone, and the order that hash tables happen to have. */
const machines = [
  { locale: 'C', zone: 'UTC', seed: 1 },
  { locale: 'tr_TR.UTF-8', zone: 'Pacific/Kiritimati', seed: 20 },
  { locale: 'de_DE.UTF-8', zone: 'America/St_Johns', seed: 300 },
]
type Machine = (typeof machines)[number]

const call = ({ locale, zone, seed }: Machine, words: readonly string[]) =>
  spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `--hash-seed=${seed}`, ...words],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        LC_ALL: locale,
        LANG: locale,
        LANGUAGE: locale,
        TZ: zone,
        INIT_CWD: root,
      },
    },
  )

function outputsOf(machine: Machine): Map<string, string> {
  const out = `out-${machine.seed}`
  const { status } = call(machine, [script, documentsFolder, '--out', out])
  // The keys that lie beside the documents are no documents.
  expect(status).toBe(1)
  const folder = join(root, out)
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

test('language and time zone of the machine reach the process at all', () => {
  const tell =
    'console.log(JSON.stringify(Intl.DateTimeFormat().resolvedOptions()), (1234.5).toLocaleString())'
  const [, turkish, german] = machines.map((machine) => call(machine, ['-e', tell]).stdout)
  expect(turkish).toContain('tr-TR')
  expect(turkish).toContain('Pacific/Kiritimati')
  expect(turkish).toContain('1.234,5')
  expect(german).toContain('de-DE')
})

test('every document gives the same bytes on each of them', () => {
  const [first, ...others] = machines.map(outputsOf)
  expect([...(first?.keys() ?? [])]).toEqual(documentNames.map((name) => `${name}.json`).sort())
  for (const other of others) {
    for (const [name, text] of first ?? []) expect(other.get(name) === text, name).toBe(true)
    expect(other.size).toBe(first?.size)
  }
})
