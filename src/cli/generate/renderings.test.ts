import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedFor } from '#domain/cards/check.ts'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { loadDocument, documentNames } from '#domain/cards/testing/measured-documents.ts'
import { asCsv } from './as-csv.ts'
import { asMarkdown } from './as-markdown.ts'
import { explain } from './explain.ts'

const gens = new Map(documentNames.map((name) => [name, generate(loadDocument(name))]))
const theatre = gens.get('theatre-handbook.md')!

/** Reads CSV as RFC 4180 has it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows.filter((each) => each.length > 1)
}
/** An output whose only card asks `prompt`. */
const asking = (prompt: string): RoleGen => ({
  ...theatre,
  cards: theatre.cards.slice(0, 1).map((card) => ({ ...card, prompt })),
})

describe('csv', () => {
  test('has a line for each card and the same columns in each', () => {
    for (const [name, gen] of gens) {
      const rows = parseCsv(asCsv(gen))
      expect([name, rows.length]).toEqual([name, gen.cards.length + 1])
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]))
      expect(asCsv(gen).split('\r\n')).toHaveLength(gen.cards.length + 2)
    }
  })
  test('holds question, answer, passage and its line', () => {
    const [head, first] = parseCsv(asCsv(theatre))
    const cell = (name: string) => first?.[head?.indexOf(name) ?? -1]
    const card = theatre.cards[0]!
    expect(cell('question')).toBe(card.prompt)
    expect(cell('answer')).toBe(card.answer)
    const lines = theatre.sources[0]!.text.split('\n')
    expect(lines[Number(cell('line')) - 1]).toContain(card.prov[0]!.quote)
  })
  test('never lets a text run as a formula, and loses no word of it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '"=', "'=", '＝', ''),
        fc.string({ unit: 'grapheme' }),
        (start, rest) => {
          const prompt = `${start}${rest}`
          const [head, row] = parseCsv(asCsv(asking(prompt)))
          const cell = row?.[head?.indexOf('question') ?? -1] ?? ''
          expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/)
          expect(cell.replace(/^'/, '').replace(/\s/g, '')).toContain(
            prompt.replace(/^'/, '').replace(/\s/g, ''),
          )
        },
      ),
    )
  })
})

describe('md', () => {
  test('shows each question once with its passages', () => {
    for (const gen of gens.values()) {
      const text = asMarkdown(gen)
      expect(text.match(/^### \d+\. /gm)?.length ?? 0).toBe(gen.cards.length)
      expect(text.match(/\(line \d+\)$/gm)?.length ?? 0).toBe(
        gen.cards.flatMap((card) => card.prov).length,
      )
    }
  })
  test('takes no mark of a document for its own', () => {
    const text = asMarkdown(asking('# <b>Who</b> [has](javascript:x) | `keys` **now**?'))
    expect(text).toContain(
      '\\# \\<b\\>Who\\</b\\> \\[has\\](javascript:x) \\| \\`keys\\` \\*\\*now\\*\\*?',
    )
  })
})

describe('explain', () => {
  test('tells of each card its recipe, its fact, its passage with the line, its score and its checks', () => {
    const text = explain(theatre)
    const lines = theatre.sources[0]!.text.split('\n')
    for (const card of theatre.cards) {
      const own = text.slice(text.indexOf(`card ${card.id}`)).split('\n\n')[0]!
      expect(own).toContain(`recipe ${card.recipe}, type ${card.type}, score ${card.score}`)
      expect(own).toContain('made of  ')
      expect(own).toContain(`passed all ${checkedFor.length}`)
      const [, line] = /passage {2}line (\d+), /.exec(own)!
      expect(lines[Number(line) - 1]).toContain(card.prov[0]!.quote)
      expect(own.match(/^ {2}option {3}(?:right|wrong) “.*”: .+, line \d+/gm)?.length ?? 0).toBe(
        card.choices?.length ?? 0,
      )
      expect(own.match(/option {3}wrong/g)?.length ?? 0).toBe(
        card.choices?.filter((choice) => !choice.correct).length ?? 0,
      )
    }
  })
  test('tells of everything that was not made why', () => {
    for (const gen of gens.values()) {
      const [, misses = ''] = explain(gen).split('\nNot made:\n')
      const [list = '', reasons = ''] = misses.split('\nReasons:\n')
      expect(list.split('\n').filter((line) => line.trim() !== '')).toHaveLength(gen.rejects.length)
      const counted = [...reasons.matchAll(/^ +(\d+) {2}/gm)].map((match) => Number(match[1]))
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(gen.rejects.length)
    }
  })
  test('names everything it speaks of: no bare ids', () => {
    for (const gen of gens.values())
      expect(explain(gen)).not.toMatch(
        /(?:made of|names|option {3}\w+ “.*”:) +(?:r|s|q|d|v|role)-[0-9a-f]{6}/,
      )
  })
})
