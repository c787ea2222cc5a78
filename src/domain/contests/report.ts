import type { Asked, Fault } from './contest.ts'
import { toCsv } from './csv.ts'
import type { Place } from './place.ts'

/** A contested card as the owner of its document needs it. */
export interface ReportedCard {
  readonly fault: Fault
  readonly note: string
  /** The day it was contested, as a date: 2026-05-10. */
  readonly date: string
  readonly document: string
  /** Empty for a question that belongs to no role. */
  readonly role: string
  readonly asked: Asked
  /** Of each passage, in the same order; null where the document no longer holds it. */
  readonly places: readonly (Place | null)[]
}

/** The words of a report, for translation. */
export interface ReportWords {
  readonly title: string
  readonly intro: string
  readonly nothing: string
  readonly faults: Readonly<Record<Fault, string>>
  readonly generalRole: string
  readonly question: string
  readonly options: string
  readonly key: string
  readonly passage: string
  readonly said: string
  readonly note: string
  readonly date: string
  readonly document: string
  readonly role: string
  readonly line: string
  readonly section: string
  readonly gone: string
  readonly at: (line: number, section: string | null) => string
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Text as Markdown that shows it as it is: nothing in it is markup, HTML or a link. */
const asText = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>~|@]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(/\bwww\./giu, 'www\\.')
    .replace(/^[#+=-]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')

/** The passage as a quote within a list item; each line stays one. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `  > ${asText(line)}`)
    .join('\n')

function entry({ asked, places, fault, note, date }: ReportedCard, words: ReportWords): string {
  const passages = asked.passages.map((passage, index) => {
    const place = places[index] ?? null
    const where = place
      ? words.at(place.line, place.section === null ? null : asText(place.section))
      : words.gone
    return `  ${words.passage}, ${where}:\n\n${quoted(passage.quote)}`
  })
  const said = `**${words.faults[fault]}** (${date})${note === '' ? '' : `: ${asText(note)}`}`
  return [
    `- **${words.question}:** ${asText(asked.prompt)}`,
    ...(asked.options.length > 0
      ? [`  ${words.options}: ${asked.options.map(asText).join(' · ')}`]
      : []),
    `  ${words.key}: ${asText(asked.key)}`,
    `  ${words.said}: ${said}`,
    ...passages,
  ].join('\n\n')
}

const grouped = (cards: readonly ReportedCard[]) =>
  [...Map.groupBy(cards, (card) => card.document)].map(([document, own]) => ({
    document,
    roles: [...Map.groupBy(own, (card) => card.role)],
  }))

/** The contested cards as Markdown, by document and role. */
export function reportAsMarkdown(cards: readonly ReportedCard[], words: ReportWords): string {
  const body = grouped(cards).flatMap(({ document, roles }) => [
    `## ${asText(document)}`,
    ...roles.flatMap(([role, own]) => [
      `### ${asText(role) || words.generalRole}`,
      ...own.map((card) => entry(card, words)),
    ]),
  ])
  const parts = [`# ${words.title}`, words.intro, ...(body.length > 0 ? body : [words.nothing])]
  return `${parts.join('\n\n')}\n`
}

/** The contested cards as CSV, a row each, by document and role. */
export function reportAsCsv(cards: readonly ReportedCard[], words: ReportWords): string {
  const head = [
    words.document,
    words.role,
    words.question,
    words.options,
    words.key,
    words.said,
    words.note,
    words.date,
    words.line,
    words.section,
    words.passage,
  ]
  const rows = grouped(cards)
    .flatMap(({ roles }) => roles.flatMap(([, own]) => own))
    .map(({ document, role, asked, fault, note, date, places }) => [
      document,
      role,
      asked.prompt,
      asked.options.join(' | '),
      asked.key,
      words.faults[fault],
      note,
      date,
      places.map((place) => place?.line ?? words.gone).join('; '),
      [...new Set(places.map((place) => place?.section ?? ''))].filter(Boolean).join('; '),
      asked.passages.map((passage) => passage.quote).join('\n'),
    ])
  return toCsv([head, ...rows])
}
