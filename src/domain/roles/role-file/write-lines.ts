import type { Fact, WrittenCard } from '../model.ts'
import { isUnmarked, noMark, writeMark, type Mark } from './marks.ts'
import { cardFields, dutyIn, formOf, labelled, namesIn } from './parts.ts'
import { liveMarks, normalText, readWords, writeWords } from './words.ts'

const readsAs = (text: string) => (written: string) =>
  readWords(written) === normalText(text) && isUnmarked(written)

/** Words of a heading, a list item or a quote, escaped where they would be read as something else. */
export const line = (text: string): string =>
  writeWords(
    text,
    (written) => readsAs(text)(written) && !/^(?:[#>|<-]|[*+•]\s|\d+[.)]\s)|#\s*$/.test(written),
  )

/** The same for an item that a colon at its end would make an introduction. */
export const entry = (text: string): string =>
  writeWords(text, (written) => line(text) === written && !/:$/.test(liveMarks(written)))

const sentence = (text: string) => (/[!?]$/.test(text) ? text : `${text}.`)

/** "Title: duty." with its mark; a title that would not be found as one stands in bold. */
export function writeDuty(fact: Fact, id: string | null, from: readonly string[]): string {
  const duty = normalText(fact.text)
  const title = fact.title === undefined ? null : normalText(fact.title)
  const isRead = (raw: string, form: Mark['form']) => {
    const read = dutyIn(raw, form)
    return read.duty.text === duty && (read.title?.text ?? null) === title && isUnmarked(raw)
  }
  const form = formOf(duty) === fact.form ? null : fact.form
  const body = (isBare: (written: string) => boolean) => writeWords(sentence(duty), isBare)
  const mark = writeMark({ ...noMark, id, form, from })
  if (title === null) return `${body((written) => isRead(written, form))}${mark}`
  const plain = `${line(title)}: ${line(sentence(duty))}`
  if (isRead(plain, form)) return `${plain}${mark}`
  const bold = writeWords(title, (written) =>
    isRead(`**${written}**: ${line(sentence(duty))}`, form),
  )
  return `**${bold}**: ${line(sentence(duty))}${mark}`
}

/** "Label: the rest", or the label alone. */
export function writeLabelled(label: string, rest: string | null): string {
  const said = (written: string) => {
    const read = labelled(rest === null ? written : `${written}: x`)
    const isSplit = (read.rest === null) === (rest === null)
    return read.label.text === normalText(label) && isSplit && isUnmarked(written)
  }
  const head = writeWords(label, said)
  return rest === null ? head : `${head}: ${line(rest)}`
}

/** Names in one line, separated by commas. */
export const writeNames = (names: readonly string[]): string =>
  names
    .map((name) =>
      writeWords(name, (written) => {
        const read = namesIn(written)
        return read.length === 1 && read[0] === normalText(name) && isUnmarked(written)
      }),
    )
    .join(', ')

/** Both sides of an arrow or a bar: neither may hold one that is live. */
export const side = (text: string): string =>
  writeWords(text, (written) => readsAs(text)(written) && !/\||->|:(?=\s|$)/.test(written))

/** A card of a person's own as a list item over several lines. */
export function writeCard(card: WrittenCard, mark: Mark): string {
  const field = (name: string, text: string) => {
    const words = writeWords(text, (written) => {
      const [read, ...others] = cardFields(`${name}: ${written}\nA: x`)
      return read?.text === normalText(text) && others.length === 1 && isUnmarked(written)
    })
    return `${name}: ${words}`
  }
  return [
    `- ${field('Q', card.question)}`,
    `  ${field('A', card.answer)}`,
    ...(card.wrong ?? []).map((text) => `  ${field('X', text)}`),
    ...(card.explanation === undefined ? [] : [`  ${field('Because', card.explanation)}`]),
  ]
    .join('\n')
    .concat(writeMark(mark))
}
