import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'svelte/compiler'
import { describe, expect, test } from 'vitest'
import { errorCodes } from '#domain/errors.ts'
import { noticeCodes } from '#domain/roles/notices.ts'
import { en } from './en.ts'

const folder = join(import.meta.dirname, '..')
const components = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.svelte'),
)

interface Node {
  readonly type?: string
  readonly name?: string
  readonly data?: string
  readonly value?: unknown
}
const spoken = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label'])

/** Words that stand in a component's markup instead of the catalogue. */
function wordsIn(source: string): string[] {
  const found: string[] = []
  const walk = (node: unknown, parent: Node | null): void => {
    if (Array.isArray(node)) {
      for (const each of node) walk(each, parent)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const own = node as Node
    const isSpoken = parent?.type !== 'Attribute' || spoken.has(parent.name ?? '')
    if (own.type === 'Text' && isSpoken && /\p{L}{2,}/u.test(own.data ?? ''))
      found.push(own.data ?? '')
    for (const [name, value] of Object.entries(node)) {
      if (name !== 'parent')
        walk(value, own.type === 'Attribute' || own.type === 'RegularElement' ? own : parent)
    }
  }
  walk(parse(source, { modern: true }).fragment, null)
  return found
}

describe('the words of the page', () => {
  test.each(components)('%s takes all its words from the catalogue', (name) => {
    expect(wordsIn(readFileSync(join(folder, name), 'utf8'))).toEqual([])
  })

  test('the check notices words in text and in attributes that are read out', () => {
    expect(
      wordsIn('<p>Hello there</p><button title="Press me" class="big">{label}</button>'),
    ).toEqual(['Hello there', 'Press me'])
  })

  test('every error has a sentence that ends, without a stack or a code', () => {
    for (const code of errorCodes) {
      const sentence = en.error(code, {
        path: '/p',
        limitMb: 10,
        incident: 'i',
        name: 'n',
        line: 3,
        problem: 'x',
        extension: 'y',
        most: 1000,
        answers: 12,
        needed: 1000,
      })
      expect(sentence, code).toMatch(/^[A-Z].*\.$/)
      expect(sentence).not.toMatch(/undefined|_|Error:/)
    }
  })

  test('every notice of an import has a sentence that ends', () => {
    for (const code of noticeCodes) {
      const params = { count: 1234, extension: 'txt', format: 'pdf', language: 'de' }
      const sentence = en.notice(code, params)
      expect(sentence, code).toMatch(/^\d?[A-Z0-9].*\.$/)
      expect(sentence, code).not.toMatch(/undefined|_|NaN/)
    }
    expect(en.notice('not_english', { language: 'de' })).toContain('German')
    expect(en.notice('not_english', { language: 'und' })).not.toContain('und ')
  })

  test('intervals read as learners know them', () => {
    const label = (unit: 'ms' | 'days', value: number) => en.interval({ unit, value })
    expect([
      label('ms', 60_000),
      label('ms', 330_000),
      label('days', 4),
      label('days', 152),
      label('days', 730),
    ]).toEqual(['1m', '6m', '4d', '5mo', '2y'])
  })

  test('one is not many', () => {
    expect([en.common.cards(1), en.common.cards(0), en.today.streak(1)]).toEqual([
      '1 card',
      '0 cards',
      '1 day',
    ])
  })

  test('a study day is shown as its own date in every zone', () => {
    expect(`${en.weekday(20_583)}, ${en.date(20_583)}`).toBe('Sunday, May 10')
  })
})
