import { parseBlocks } from '#domain/roles/blocks.ts'
import { sentencesIn } from '#domain/roles/sentences.ts'
import type { Range } from '../rolegen.ts'
import { matchSubjects } from './match-subjects.ts'
import { saysTheSame } from './meaning.ts'
import { headingsOf } from './place.ts'
import type { Subject } from './subject.ts'

/** A passage of the stored document that no fact of the changed one stands for. */
export interface LostPassage {
  readonly id: string
  readonly start: number
  readonly quote: string
}

/** Stretches of a text that may be a passage: blocks, cells, sentences, and the parts between semicolons. */
function* stretchesOf(text: string, blocks: ReturnType<typeof parseBlocks>) {
  for (const block of blocks) {
    if (block.kind === 'heading') continue
    const wholes = [{ start: block.start, end: block.end }, ...block.cells]
    for (const { start, end } of wholes) {
      yield { start, end }
      for (const sentence of sentencesIn(text, start, end)) {
        yield sentence
        let from = sentence.start
        for (const part of text.slice(sentence.start, sentence.end).split(/;\s*/)) {
          const at = text.indexOf(part, from)
          if (part.length > 0 && part.length < sentence.end - sentence.start)
            yield { start: at, end: at + part.length }
          from = at + part.length
        }
      }
    }
  }
}

/**
 * Where passages that were not read as a fact any more still stand in the changed text: below the same heading, in
 * words that say the same. `inNewWords` gives an old text with the names that roles have now.
 */
export function findPassages(
  lost: readonly LostPassage[],
  texts: { readonly before: string; readonly after: string; readonly source: string },
  inNewWords: (text: string) => string,
): ReadonlyMap<string, Range> {
  if (lost.length === 0) return new Map()
  const then = headingsOf(parseBlocks(texts.before))
  const blocks = parseBlocks(texts.after)
  const now = headingsOf(blocks)
  const subject = (id: string, heading: string, text: string): Subject => ({
    id,
    kind: 'passage',
    role: heading,
    title: '',
    text,
  })
  const places = new Map<string, Range>()
  for (const { start, end } of stretchesOf(texts.after, blocks)) {
    const quote = texts.after.slice(start, end)
    places.set(`${start}-${end}`, { source: texts.source, start, end, quote, supports: 'fact' })
  }
  // Several cards stand on one passage.
  const keyOf = ({ start, quote }: LostPassage) => `lost ${start}-${start + quote.length}`
  const distinct = new Map(lost.map((passage) => [keyOf(passage), passage]))
  const found = matchSubjects(
    [...distinct].map(([key, { start, quote }]) =>
      subject(key, inNewWords(then.at(start)), inNewWords(quote)),
    ),
    [...places].map(([id, { start, quote }]) => subject(id, now.at(start), quote)),
  )
  return new Map(
    lost.flatMap((passage) => {
      const { id, start, quote } = passage
      const range = places.get(found.get(keyOf(passage)) ?? '')
      if (!range || now.at(range.start) !== inNewWords(then.at(start))) return []
      return saysTheSame(inNewWords(quote), range.quote) ? [[id, range] as const] : []
    }),
  )
}
