import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectFormat } from '#domain/roles/decode.ts'
import {
  handbook,
  jobDescription,
  matrix,
  page,
  prose,
  roleFile,
  roleTable,
} from '#domain/roles/samples.ts'
import { generate } from './generate.ts'
import { firstVersion, nextVersion } from './matching/known-sample.ts'
import type { KnownCard, KnownDocument } from './matching/known.ts'
import { reconcile, type CardUpdate, type ChangeKind, type Reconciliation } from './reconcile.ts'
import type { RoleGen } from './rolegen.ts'

const read = (text: string, path = 'sample.md'): RoleGen =>
  generate({ sourceId: 's', path, format: detectFormat(path, text), sha256: 'a'.repeat(64), text })

const folder = join(import.meta.dirname, 'testing/documents')
const documents: [name: string, text: string][] = [
  ['handbook.md', handbook],
  ['job.txt', jobDescription],
  ['newsroom.txt', prose],
  ['clinic.html', page],
  ['kitchen.role.md', roleFile],
  ['raci.md', matrix],
  ['library.md', roleTable],
  ...readdirSync(folder)
    .filter((name) => !name.endsWith('.key.json'))
    .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
].filter((document): document is [string, string] => {
  const [name, text] = document
  return name !== undefined && text !== undefined && read(text, name).cards.length > 0
})

const update = (before: string, after: string, path = 'sample.md'): Reconciliation =>
  reconcile(firstVersion(read(before, path)), read(after, path))
const ofKind = ({ changes }: Reconciliation, kind: ChangeKind) =>
  changes.filter((change) => change.kind === kind)
const kindsOf = ({ changes }: Reconciliation) => new Set(changes.map((change) => change.kind))
const counts = (result: Reconciliation) =>
  Object.fromEntries([...kindsOf(result)].map((kind) => [kind, ofKind(result, kind).length]))
const isKept = (change: CardUpdate) => change.before !== null && change.kind !== 'gone'
const keptShare = (result: Reconciliation) => {
  const known = result.changes.filter((change) => change.before !== null)
  return { kept: known.filter(isKept).length, of: known.length }
}

/** Nothing was lost or doubled: each stored and each generated card stands in one change. */
function expectEveryCardOnce(known: KnownDocument, gen: RoleGen, result: Reconciliation): void {
  const sorted = (ids: readonly string[]) => [...ids].sort()
  const before = result.changes.flatMap(({ before }) => (before ? [before.cardId] : []))
  const present = known.cards.filter((card) => card.status !== 'archived')
  expect(sorted(before)).toEqual(sorted([...new Set([...before])]))
  for (const card of present) expect(before).toContain(card.cardId)
  const after = result.changes.flatMap(({ after }) => (after ? [after.id] : []))
  expect(sorted([...after, ...result.suppressed.map((card) => card.id)])).toEqual(
    sorted(gen.cards.map((card) => card.id)),
  )
  const ids = result.changes.map((change) => change.cardId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const change of result.changes)
    if (change.before) expect(change.cardId).toBe(change.before.cardId)
}

/** Does a card have a passage in this line of its document? */
const isWithin = (card: KnownCard | null, start: number, line: string) =>
  (card?.passages ?? []).some(
    (passage) => passage.start >= start && passage.end <= start + line.length,
  )

/** Lines that are about nothing and nobody. */
const idle = fc.constantFrom(
  'This page was printed on grey paper.',
  'See the picture on the next page.',
  'All times are local times.',
)
const blankLines = (text: string) => [...text.matchAll(/\n[ \t]*\n/g)].map((match) => match.index)

const plain = documents.filter(([name]) => !/html$|role\.md$/.test(name))

describe('an edit that touches no fact', () => {
  test.each(documents)(
    '%s with other line ends and a byte order mark stays as it is',
    (name, text) => {
      const result = update(text, `\ufeff${text.replaceAll('\n', '\r\n')}`, name)
      expect(kindsOf(result)).toEqual(new Set(['unchanged']))
    },
  )

  test.each(plain)('a paragraph at the end of %s changes no card', (name, text) => {
    const result = update(text, `${text.trimEnd()}\n\nPrinted on grey paper.\n`, name)
    expect(keptShare(result).kept).toBe(keptShare(result).of)
    expect([...kindsOf(result)].filter((kind) => kind !== 'unchanged')).toEqual([])
  })

  test('another title, tag or blank line changes no card of a role file', () => {
    const after = roleFile
      .replace('Our kitchen', 'The kitchen\ntags: [cook]')
      .replace('# Waiter', '\n\n# Waiter')
    expect(kindsOf(update(roleFile, after, 'kitchen.role.md'))).toEqual(new Set(['unchanged']))
  })

  test('a paragraph anywhere in a handbook keeps every card, and none moves by being pushed down', () => {
    fc.assert(
      fc.property(idle, fc.nat(), (line, at) => {
        const places = blankLines(handbook)
        const place = places[at % places.length] ?? 0
        const edited = `${handbook.slice(0, place)}\n\n${line}${handbook.slice(place)}`
        const result = update(handbook, edited)
        expect(keptShare(result)).toEqual({ kept: keptShare(result).of, of: keptShare(result).of })
        expect([...kindsOf(result)].every((kind) => ['unchanged', 'reworded'].includes(kind))).toBe(
          true,
        )
      }),
      { numRuns: 40 },
    )
  })
})

/** The sections of the handbook and the bullets in them, in any order. */
const [intro = '', ...sections] = handbook.split(/(?=^## )/m)
const shuffled = fc.record({
  sections: fc.shuffledSubarray(sections, { minLength: sections.length }),
  turn: fc.nat(2),
})

test('other wrong options leave a card unchanged, though it reads otherwise', () => {
  const before = read(handbook)
  const cards = before.cards.map((card) => ({
    ...card,
    rev: `${card.rev}x`,
    explanation: 'Told otherwise.',
    ...(card.choices && {
      choices: card.choices.map((each) =>
        each.correct ? each : { ...each, text: `${each.text}!` },
      ),
    }),
  }))
  expect(cards.some((card) => card.choices)).toBe(true)
  const result = reconcile(firstVersion(before), { ...before, cards })
  expect(counts(result)).toEqual({ unchanged: before.cards.length })
})

describe('another order', () => {
  test('of sections and bullets keeps every card: it is moved, and nothing is new, changed or gone', () => {
    fc.assert(
      fc.property(shuffled, ({ sections: order, turn }) => {
        const turned = order.map((section) => {
          const bullets = section.match(/^- .*\n/gm) ?? []
          const rest = [...bullets.slice(turn), ...bullets.slice(0, turn)]
          return section.replace(/(?:^- .*\n)+/m, rest.join(''))
        })
        const result = update(handbook, intro + turned.join(''))
        expect(keptShare(result).kept).toBe(keptShare(result).of)
        expect(
          [...kindsOf(result)].filter((kind) => !['unchanged', 'moved', 'reworded'].includes(kind)),
        ).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('one section moved to the front is moved; the others stay where they are', () => {
    const [first = '', second = '', third = ''] = sections
    const tail = third.slice(third.indexOf('\nShare this page'))
    const result = update(handbook, `${intro}${third.replace(tail, '\n')}${first}${second}${tail}`)
    const moved = new Set(ofKind(result, 'moved').map((change) => change.after?.role))
    expect(moved.size).toBe(1)
    expect(ofKind(result, 'unchanged').length).toBeGreaterThan(ofKind(result, 'moved').length)
  })
})

describe('a duty', () => {
  const bullet = '- Tasting: reject loaves that miss the agreed crust.\n'

  test('that is deleted takes its own cards with it and no others', () => {
    for (const each of handbook.matchAll(/^- .*\n/gm)) {
      const [line] = each
      const gone = ofKind(update(handbook, handbook.replace(line, '')), 'gone')
      expect(gone.length).toBeGreaterThan(0)
      for (const { before } of gone) expect(isWithin(before, each.index, line)).toBe(true)
    }
  })

  test('that comes back brings its cards back', () => {
    const first = read(handbook)
    const shorter = read(handbook.replace(bullet, ''))
    const v1 = firstVersion(first)
    const v2 = nextVersion(v1, shorter, reconcile(v1, shorter))
    const back = reconcile(v2, first)
    expect(back.changes.map((change) => change.cardId).sort()).toEqual(
      v1.cards.map((card) => card.cardId).sort(),
    )
    for (const change of ofKind(back, 'new')) expect(change.before?.status).toBe('archived')
  })

  test('whose number changes is another fact, though its id stays', () => {
    const result = update(handbook, handbook.replace('within two days', 'within three days'))
    const changed = ofKind(result, 'changed')
    expect(changed.length).toBeGreaterThan(0)
    for (const { before, after } of changed) {
      expect(before?.passages[0]?.quote).toContain('two days')
      expect(after?.prov[0]?.quote).toContain('three days')
    }
    expect(ofKind(result, 'gone')).toEqual([])
  })

  test.each([
    ['a denial', 'count the till', 'never count the till'],
    [
      'an opposite',
      'bring unsold bread back to the bakery by noon',
      'bring unsold bread back to the bakery by midnight',
    ],
    ['a unit', 'below seven degrees', 'below seven minutes'],
    ['another object', 'assign sellers to shifts', 'assign ovens to batches'],
  ])('with %s in it is another fact', (_, from, to) => {
    const result = update(handbook, handbook.replace(from, to))
    const touched = result.changes.filter((change) =>
      change.before?.passages[0]?.quote.includes(from),
    )
    expect(touched.length).toBeGreaterThan(0)
    for (const change of touched) expect(['changed', 'gone']).toContain(change.kind)
  })

  test.each([
    ['an adjective more', 'order the stops', 'order the many stops'],
    ['a typo mended', 'assign sellers', 'assign selers'],
    ['a figure for a word', 'within two days', 'within 2 days'],
  ])('with %s is the same fact in other words', (_, from, to) => {
    for (const [before, after] of [
      [handbook, handbook.replace(from, to)],
      [handbook.replace(from, to), handbook],
    ] as const) {
      const result = update(before, after)
      expect(ofKind(result, 'changed')).toEqual([])
      expect(keptShare(result).kept).toBe(keptShare(result).of)
      expect(ofKind(result, 'reworded').length).toBeGreaterThan(0)
    }
  })

  test('with a synonym in it is the same fact in other words', () => {
    const before = handbook.replace('reject loaves that miss', 'identify each issue of')
    const result = update(before, before.replace('identify each issue', 'detect each problem'))
    expect(ofKind(result, 'changed')).toEqual([])
    expect(ofKind(result, 'gone')).toEqual([])
    expect(ofKind(result, 'reworded').length).toBeGreaterThan(0)
  })

  test('with the same title and quite other words is changed, not gone', () => {
    const result = update(
      handbook,
      handbook.replace(
        'order the stops so that schools come first',
        'follow the map on the tablet at all times',
      ),
    )
    const changed = ofKind(result, 'changed')
    expect(changed.length).toBeGreaterThan(0)
    for (const { before, after } of changed) {
      expect(before?.passages[0]?.quote).toContain('order the stops')
      expect(after?.prov[0]?.quote).toContain('follow the map')
    }
  })

  test('that another role takes over is changed, for whoever knew it as the first one’s', () => {
    const moved = handbook
      .replace('- Returns: bring unsold bread back to the bakery by noon.\n', '')
      .replace(
        "- Cash handling: count the till against the day's receipts.\n",
        "- Cash handling: count the till against the day's receipts.\n- Returns: bring unsold bread back to the bakery by noon.\n",
      )
    const result = update(handbook, moved)
    const handed = ofKind(result, 'changed').filter(
      (change) => change.before?.role !== change.after?.role,
    )
    expect(handed.length).toBeGreaterThan(0)
    for (const { before } of handed) expect(before?.passages[0]?.quote).toContain('unsold bread')
  })
})

describe('a role', () => {
  const renamed = handbook.replaceAll('Head Baker', 'Night Baker')

  test('with another name keeps all its cards, reworded', () => {
    const result = update(handbook, renamed)
    expect(keptShare(result).kept).toBe(keptShare(result).of)
    expect([...kindsOf(result)].sort()).toEqual(['reworded', 'unchanged'])
    expect(result.roles.size).toBe(3)
  })

  test('alone in its document may be renamed as well', () => {
    const result = update(
      jobDescription,
      jobDescription.replaceAll('Laboratory Technician', 'Laboratory Assistant'),
      'job.txt',
    )
    expect(keptShare(result).kept).toBe(keptShare(result).of)
  })

  test('that is split keeps the cards of both halves', () => {
    const split = handbook.replace(
      '- Complaint handling',
      '\n## Office Manager\n\n- Complaint handling',
    )
    const result = update(handbook, split)
    expect(
      ofKind(result, 'gone')
        .map((change) => change.before?.recipe)
        .filter((recipe) => !recipe?.startsWith('list.')),
    ).toEqual([])
    const handed = ofKind(result, 'changed')
    expect(handed.length).toBeGreaterThan(0)
  })

  test('that is merged into another keeps the cards of both', () => {
    const merged = handbook.replace(/\n## Delivery Driver\n\n/, '')
    const result = update(handbook, merged)
    expect(
      ofKind(result, 'gone')
        .map((change) => change.before?.recipe)
        .filter((recipe) => !/^list|^(?:resp-role|role-resp)/.test(recipe ?? '')),
    ).toEqual([])
  })

  test('that is gone takes its cards along, and they come back with it', () => {
    const without = `${intro}${sections[0]}${sections[2]}`
    const v1 = firstVersion(read(handbook))
    const shorter = read(without)
    const away = reconcile(v1, shorter)
    const goneRoles = new Set(ofKind(away, 'gone').map((change) => change.before?.role))
    expect(goneRoles.size).toBe(1)
    const back = reconcile(nextVersion(v1, shorter, away), read(handbook))
    expect(counts(back).changed).toBeUndefined()
    expect(back.changes.map((change) => change.cardId).sort()).toEqual(
      v1.cards.map((card) => card.cardId).sort(),
    )
  })
})

describe('rejected cards', () => {
  const reject = (known: KnownDocument, cardId: string): KnownDocument => ({
    ...known,
    cards: known.cards.map((card) =>
      card.cardId === cardId ? { ...card, status: 'rejected' } : card,
    ),
  })

  test('stay rejected through an update and are never taken for gone and back', () => {
    const gen = read(handbook)
    const [first] = gen.cards
    const known = reject(firstVersion(gen), first?.id ?? '')
    const next = nextVersion(
      known,
      read(handbook.replace('Everybody', 'Nobody')),
      update(handbook, handbook),
    )
    expect(next.cards.find((card) => card.cardId === first?.id)?.status).toBe('active')
    const result = reconcile(known, read(handbook.replace('Everybody', 'Nobody')))
    expect(
      nextVersion(known, gen, result).cards.find((card) => card.cardId === first?.id)?.status,
    ).toBe('rejected')
  })

  test('suppress a new card that asks nearly the same of the same fact', () => {
    const gen = read(handbook)
    const card = gen.cards.find((each) => each.recipe === 'label-how.basic')
    if (!card) throw new Error('the handbook gives cards')
    const [own] = firstVersion({ ...gen, cards: [card] }).cards
    if (!own) throw new Error('a generation gives its cards')
    const known: KnownDocument = {
      ...firstVersion({ ...gen, cards: gen.cards.filter((each) => each !== card) }),
    }
    // The learner rejected this very question, when another recipe made it.
    const tombstone = {
      ...own,
      cardId: 'c-old',
      generatedId: 'c-old',
      recipe: 'written.basic',
      status: 'rejected' as const,
    }
    const result = reconcile({ ...known, cards: [...known.cards, tombstone] }, gen)
    expect(result.suppressed.map((each) => each.id)).toEqual([card.id])
    expect(ofKind(result, 'new')).toEqual([])
    const other = { ...tombstone, prompt: 'Is the oven blue?', answer: 'No.' }
    expect(reconcile({ ...known, cards: [...known.cards, other] }, gen).suppressed).toEqual([])
  })
})

/** An edit of one word: another word for it, a word more, the word left out, two letters swapped. */
const wordEdit = fc.record({
  fact: fc.nat(),
  word: fc.nat(),
  how: fc.constantFrom('exchange', 'insert', 'delete', 'swap'),
  other: fc.constantFrom(
    'lamp',
    'careful',
    'winter',
    'seven',
    'never',
    'quickly',
    'supervisor',
    'reports',
    'green',
  ),
})
type WordEdit = typeof wordEdit extends fc.Arbitrary<infer Edit> ? Edit : never

function edited(
  text: string,
  from: number,
  to: number,
  { word, how, other }: WordEdit,
): string | null {
  const words = [...text.slice(from, to).matchAll(/\p{L}{3,}/gu)]
  const match = words[word % Math.max(1, words.length)]
  if (!match) return null
  const [old] = match
  const at = from + match.index
  const put = {
    exchange: other,
    insert: `${old} ${other}`,
    delete: '',
    swap: `${old.slice(0, 1)}${old.slice(2, 3)}${old.slice(1, 2)}${old.slice(3)}`,
  }[how]
  return text.slice(0, at) + put + text.slice(at + old.length)
}

describe('one word', () => {
  const facts = documents.flatMap(([name, text]) => {
    const gen = read(text, name)
    return gen.responsibilities.map((duty) => ({ name, gen, duty }))
  })
  const run = (edit: WordEdit) => {
    const chosen = facts[edit.fact % facts.length]
    if (!chosen) throw new Error('the documents have facts')
    const { name, gen, duty } = chosen
    const text = gen.sources[0]?.text ?? ''
    const { start = 0, end = 0 } = duty.prov[0] ?? {}
    const after = edited(text, start, end, edit)
    if (after === null) return null
    // HTML was read into Markdown-like text: that is what is edited.
    const next = read(after, name.replace(/\.html$/, '.md'))
    return { known: firstVersion(gen), next, result: reconcile(firstVersion(gen), next) }
  }

  test('changed in a fact keeps at least 99 of 100 cards, over edits of many documents', () => {
    const edits = fc.sample(wordEdit, { numRuns: 700, seed: 20260510 })
    const shares = edits
      .map(run)
      .filter((each) => each !== null)
      .map(({ result }) => keptShare(result))
    const kept = shares.reduce((sum, share) => sum + share.kept, 0)
    const all = shares.reduce((sum, share) => sum + share.of, 0)
    expect(shares.length).toBeGreaterThan(600)
    expect(kept / all).toBeGreaterThanOrEqual(0.99)
  }, 60_000)

  test('changed anywhere: each card stands in one change, and the same input gives the same output', () => {
    fc.assert(
      fc.property(wordEdit, (edit) => {
        const done = run(edit)
        if (!done) return
        expectEveryCardOnce(done.known, done.next, done.result)
        expect(reconcile(done.known, done.next)).toEqual(done.result)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('in one duty leaves the cards of all other duties with their ids', () => {
    const text = handbook
    fc.assert(
      fc.property(wordEdit, fc.nat(8), (edit, n) => {
        const bullets = [...text.matchAll(/^- .*$/gm)]
        const bullet = bullets[n % bullets.length]
        if (!bullet) return
        const after = edited(text, bullet.index + 2, bullet.index + bullet[0].length, edit)
        if (after === null) return
        for (const { before } of ofKind(update(text, after), 'gone'))
          expect(isWithin(before, bullet.index, bullet[0])).toBe(true)
      }),
      { numRuns: 80 },
    )
  }, 60_000)
})

test('a document of thousands of duties is reconciled in a moment', () => {
  const nouns =
    'ledger crate valve permit route invoice sample trailer rota mooring archive beacon'.split(' ')
  const verbs = 'check count label inspect repair sort weigh file update clean'.split(' ')
  const duty = (n: number) =>
    `- ${verbs[n % 10]} the ${nouns[n % 12]} of hall ${n} with the ${nouns[(n * 7) % 12]} list number ${n * 3}.`
  const roles = (from: number) =>
    Array.from({ length: 60 }, (_, r) =>
      [
        `## Depot ${r} Inspector`,
        '',
        ...Array.from({ length: 60 }, (_, n) => duty(from + r * 60 + n)),
        '',
      ].join('\n'),
    ).join('\n')
  const before = read(`# Depots\n\n${roles(0)}`)
  // Every duty is another one: nothing can be found by its id.
  const after = read(`# Depots\n\n${roles(5)}`)
  expect(before.responsibilities.length).toBeGreaterThan(2500)
  const known = firstVersion(before)
  const start = performance.now()
  reconcile(known, after)
  expect(performance.now() - start).toBeLessThan(6000)
}, 120_000)
