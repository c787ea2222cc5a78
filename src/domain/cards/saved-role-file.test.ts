import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '#domain/roles/canonical.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { applyFixes, type RoleFix } from '#domain/roles/fixes.ts'
import { readModel } from '#domain/roles/read-model.ts'
import {
  handbook,
  jobDescription,
  matrix,
  page,
  prose,
  roleFile,
  roleTable,
} from '#domain/roles/samples.ts'
import { writeRoleFile } from '#domain/roles/write-role-file.ts'
import { generate } from './generate.ts'
import type { GeneratedCard } from './rolegen.ts'
import { documentNames, loadDocument } from './testing/measured-documents.ts'

const document = (path: string, text: string): RawDocument => ({
  sourceId: path,
  path,
  format: path.endsWith('html') ? 'html' : 'markdown',
  sha256: 'a'.repeat(64),
  text,
})
const bundled = readFileSync(
  join(import.meta.dirname, '../../../decks/mlops-roles/source.role.md'),
  'utf8',
)
const documents: readonly RawDocument[] = [
  document('handbook.md', handbook),
  document('job.md', jobDescription),
  document('prose.md', prose),
  document('page.html', page),
  document('kitchen.role.md', roleFile),
  document('matrix.md', matrix),
  document('table.md', roleTable),
  document('bundled.role.md', bundled),
  ...documentNames.map((name) => loadDocument(name)),
].filter((each) => generate(each).cards.length > 0)

/** The document as it would be saved as a role file, after these fixes. */
function saved(raw: RawDocument, fixes: readonly RoleFix[] = []): RawDocument {
  const { model } = readModel(canonicalText(raw).text, raw.sourceId)
  const about = { id: null, title: raw.path, language: null, tags: [] }
  return { ...raw, format: 'markdown', text: writeRoleFile(applyFixes(model, fixes), about) }
}
const ids = (cards: readonly GeneratedCard[]) => new Set(cards.map((card) => card.id))
const kept = (before: readonly GeneratedCard[], after: readonly GeneratedCard[]) =>
  before.filter((card) => ids(after).has(card.id)).length

describe('a document saved as a role file and read again', () => {
  test('gives the same cards by id, at least 99 of 100 in all and 95 of each document', () => {
    const counts = documents.map((raw) => {
      const before = generate(raw).cards
      const after = generate(saved(raw)).cards
      return {
        path: raw.path,
        all: before.length,
        kept: kept(before, after),
        more: after.length - kept(after, before),
      }
    })
    const sum = (name: 'all' | 'kept' | 'more') =>
      counts.reduce((total, each) => total + each[name], 0)
    expect(counts.filter((each) => each.kept < 0.95 * each.all)).toEqual([])
    expect(sum('all')).toBeGreaterThan(400)
    expect(sum('kept') / sum('all')).toBeGreaterThanOrEqual(0.99)
    // Nor does the file make up cards that the document did not give.
    expect(sum('more') / sum('all')).toBeLessThan(0.01)
  })

  test.each(documents.map((raw) => [raw.path, raw] as const))(
    '%s reads the same when it is saved once more',
    (_, raw) => {
      const once = saved(raw)
      expect(saved(once).text).toBe(once.text)
    },
  )

  test('keeps the cards of roles that the learner has merged, renamed, and given duties of others', () => {
    const raw = document('handbook.md', handbook)
    const { roles, responsibilities } = generate(raw)
    const [baker, manager, driver] = roles
    if (!baker || !manager || !driver) throw new Error('the sample has three roles')
    const moved = responsibilities.filter((duty) => duty.role === driver.id).slice(0, 1)
    const fixes: RoleFix[] = [
      { kind: 'rename', role: baker.id, name: 'Master Baker' },
      { kind: 'move', facts: moved.map((duty) => duty.id), to: baker.id },
      { kind: 'merge', role: driver.id, into: manager.id },
    ]
    const before = generate(raw, () => {}, fixes).cards
    const file = saved(raw, fixes)
    expect(ids(generate(file).cards)).toEqual(ids(before))
    // Laid over the file once more, the fixes change nothing.
    expect(ids(generate(file, () => {}, fixes).cards)).toEqual(ids(before))
  })

  test('keeps a card whose duty was put in other words, where the file names it', () => {
    const file = saved(document('handbook.md', handbook))
    const [fact] = generate(file).responsibilities
    const duty = 'calculate the flour and yeast for the coming night.'
    const other = `weigh salt, malt and water before midnight. {#${fact?.id ?? ''}}`
    const before = generate(file).cards.filter((card) => card.target[0] === fact?.id)
    const after = generate({ ...file, text: file.text.replace(duty, other) }).cards
    const label = before.find((card) => card.recipe === 'label-how.basic')
    expect(file.text).toContain(duty)
    expect(kept(before, after)).toBe(before.length)
    expect(after.find((card) => card.id === label?.id)?.answer).toBe(
      'Weigh salt, malt and water before midnight',
    )
  })

  test('names nothing by its id where a role was merely renamed', () => {
    const raw = document('handbook.md', handbook)
    const [baker] = generate(raw).roles
    const file = saved(raw, [{ kind: 'rename', role: baker?.id ?? '', name: 'Master Baker' }])
    expect(file.text.match(/\{#/g)).toHaveLength(1)
    expect(file.text).toContain(`# Master Baker {#${baker?.id ?? ''}}\n\naliases: Head Baker\n`)
  })
})

describe('words of a person in a role file', () => {
  const base = generate(document('kitchen.role.md', roleFile))
  const card = base.cards.find(({ recipe }) => recipe === 'label-how.basic')
  const own = (of: string) =>
    generate(
      document(
        'kitchen.role.md',
        roleFile.replace(
          '# Waiter',
          `## Cards\n\n- Q: What about the menu?\n  A: It is the Chef's choice.\n  {of=${of}}\n\n# Waiter`,
        ),
      ),
    ).cards

  test('replace those of the generated card that they name; its id stays, it reads as changed', () => {
    const cards = own(`${card?.recipe ?? ''}/${card?.target[0] ?? ''}`)
    const now = cards.find(({ id }) => id === card?.id)
    expect(cards).toHaveLength(base.cards.length)
    expect(now).toMatchObject({
      prompt: 'What about the menu?',
      answer: "It is the Chef's choice.",
    })
    expect(now?.rev).not.toBe(card?.rev)
  })

  test('make a card of their own where that card is no longer made', () => {
    const cards = own('label-how.basic/r-ffffffffffff')
    expect(cards).toHaveLength(base.cards.length + 1)
    expect(cards.find(({ prompt }) => prompt === 'What about the menu?')?.recipe).toBe(
      'written.basic',
    )
  })

  test('make a choice or a statement to judge where the file gives wrong options or a truth', () => {
    const text = `${roleFile}- Q: Who splits the bill?\n  A: The Waiter\n  X: The Chef\n- Q: The kitchen has a gas stove.\n  A: false\n`
    const cards = generate(document('kitchen.role.md', text)).cards
    expect(cards.find(({ prompt }) => prompt.startsWith('Who splits'))).toMatchObject({
      type: 'mcq',
      recipe: 'written.mcq',
    })
    expect(cards.find(({ prompt }) => prompt.startsWith('The kitchen has'))).toMatchObject({
      type: 'tf',
      answer: false,
    })
  })

  test('carry the tags of the file on every card', () => {
    const text = roleFile.replace(
      'title: Our kitchen',
      'title: Our kitchen\ntags: [kitchen, new staff]',
    )
    for (const each of generate(document('kitchen.role.md', text)).cards)
      expect(each.tags).toEqual(['kitchen', 'new staff'])
  })
})
