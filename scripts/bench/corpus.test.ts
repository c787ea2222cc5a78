import { describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import { decodeDocument } from '#domain/roles/decode.ts'
import { documents, type Density } from './corpus.ts'

const take = (seed: number, count: number) => documents(seed).take(count).toArray()

describe('the documents that the generator is timed on', () => {
  const some = take(7, 35)
  test('are the same for the same seed, and others for another', () => {
    expect(take(7, 35)).toEqual(some)
    const others = new Set(take(8, 35).map(({ text }) => text))
    expect(some.filter(({ text }) => others.has(text))).toEqual([])
  })
  test('are no two alike: few lines of one stand in another', () => {
    const linesOf = (text: string) =>
      new Set(text.split('\n').filter((line) => /^(?:[-•|<]|\d+\.)/.test(line) && line.length > 50))
    const [first, ...rest] = some.map(({ text }) => linesOf(text)).filter((lines) => lines.size > 5)
    for (const other of rest)
      expect((first?.intersection(other).size ?? 0) / other.size).toBeLessThan(0.05)
  })
  test('are a folder of mixed reading too: half the duties a byte, some documents with none', () => {
    const read = (density: Density) => {
      let [bytes, duties, empty] = [0, 0, 0]
      for (const { name, text } of documents(7, density).take(15)) {
        const gen = generate({
          sourceId: name,
          path: name,
          sha256: '',
          ...decodeDocument(Buffer.from(text), name),
        })
        bytes += text.length
        duties += gen.responsibilities.length
        if (gen.cards.length === 0) empty += 1
      }
      return { bytesEach: bytes / duties, empty }
    }
    const [dense, mixed] = [read('dense'), read('mixed')]
    expect(dense.empty).toBe(0)
    expect(mixed.empty).toBe(3)
    expect(mixed.bytesEach / dense.bytesEach).toBeGreaterThan(1.8)
    expect(mixed.bytesEach / dense.bytesEach).toBeLessThan(3.5)
  })
  test('are read as what they are: every shape gives roles, duties and cards', () => {
    for (const { name, text } of some.slice(0, 14)) {
      const gen = generate({
        sourceId: name,
        path: name,
        sha256: '',
        ...decodeDocument(Buffer.from(text), name),
      })
      expect([name, gen.roles.length > 2]).toEqual([name, true])
      expect([name, gen.cards.length > 10]).toEqual([name, true])
    }
  })
})
