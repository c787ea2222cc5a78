import type { ReportWords } from '#domain/contests/report.ts'

/** Words of the report on contested cards, for translation; the page's own words stand in src/renderer/i18n. */
export const reportWords: ReportWords = {
  title: 'Contested cards',
  intro:
    'These questions were made from the documents below, and somebody who learns with them says that something is wrong. Each one names its passage, so that the document can be corrected.',
  nothing: 'No card is contested.',
  faults: { wrong: 'wrong', ambiguous: 'ambiguous', outdated: 'outdated' },
  generalRole: 'Questions in general',
  question: 'Question',
  options: 'Options',
  key: 'Key',
  passage: 'Passage',
  said: 'Said to be',
  note: 'Note',
  date: 'Date',
  document: 'Document',
  role: 'Role',
  line: 'Line',
  section: 'Section',
  gone: 'no longer in the document',
  at: (line, section) => (section === null ? `line ${line}` : `line ${line}, under “${section}”`),
}
