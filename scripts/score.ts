// `npm run score [-- DOCUMENT...] [--cards] [--ratchet]`: how good the generator is on documents with keys.
// DOCUMENT: one of the project's own by name, or any file with its key beside it (NAME.key.json). --cards lists what
// is wrong card by card. --ratchet writes what the project's documents have reached into the table of limits.

import { writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  documentNames,
  documentsFolder,
  loadDocument,
  loadKey,
  measureDocument,
} from '#domain/cards/testing/measured-documents.ts'
import { missedOf } from '#domain/cards/testing/score/found.ts'
import type { Report, Scores } from '#domain/cards/testing/score/score.ts'
import { limitsOf, thresholdsFile, tightened } from '#domain/cards/testing/thresholds.ts'

const shown: readonly (readonly [keyof Scores, string])[] = [
  ['total', 'total'],
  ['rolesFound', 'roles'],
  ['dutiesFound', 'duties'],
  ['dutiesPrecise', 'precise'],
  ['covered', 'covered'],
  ['rolesWithThreeCards', '3cards'],
  ['flawFree', 'clean'],
  ['keysRight', 'right'],
  ['keysWrong', 'wrong'],
  ['keysAmbiguous', 'ambig.'],
  ['answersInRange', 'answer'],
  ['promptsInRange', 'prompt'],
  ['skillsFound', 'skills'],
  ['comparisonsFound', 'compare'],
  ['questionsFound', 'faq'],
  ['stepsFound', 'steps'],
  ['samePrompt', 'same?'],
  ['longestIsKey', 'longest'],
  ['noise', 'noise'],
]
const nameWidth = 22
const line = (name: string, cells: readonly string[]) =>
  [name.slice(0, nameWidth).padEnd(nameWidth), ...cells.map((cell) => cell.padStart(7))].join(' ')

function printCards({ reading, flaws, verdicts }: Report) {
  for (const missed of missedOf(reading)) console.log(`  missed    ${missed}`)
  for (const duty of reading.gen.responsibilities) {
    const verdict = reading.findingOf(duty.id)?.verdict
    if (verdict !== 'right') console.log(`  ${verdict?.padEnd(10)} ${duty.text}`)
  }
  for (const card of reading.gen.cards) {
    const verdict = verdicts.get(card.id) ?? 'right'
    const wrongs = [...(verdict === 'right' ? [] : [verdict]), ...(flaws.get(card.id) ?? [])]
    if (wrongs.length === 0) continue
    const options = card.choices?.map((each) => `${each.correct ? '*' : ''}${each.text}`) ?? []
    console.log(`  ${wrongs.join(', ')}: ${card.recipe}: ${card.prompt} => ${String(card.answer)}`)
    if (options.length > 0) console.log(`      ${options.join(' | ')}`)
  }
}

function measured(path: string): { name: string; report: Report } | null {
  const isOwn = documentNames.includes(path)
  const folder = isOwn ? documentsFolder : dirname(resolve(process.env.INIT_CWD ?? '.', path))
  const name = basename(path)
  const key = loadKey(name, folder)
  if (!key) {
    console.error(`${path}: there is no key beside it (NAME.key.json).`)
    return null
  }
  return { name, report: measureDocument(loadDocument(name, folder), key) }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cards: { type: 'boolean' }, ratchet: { type: 'boolean' } },
})
const results = (positionals.length > 0 ? positionals : documentNames).map(measured)
console.log(
  line(
    '',
    shown.map(([, label]) => label),
  ),
)
for (const result of results) {
  if (!result) process.exitCode = 1
  else {
    const { scores } = result.report
    console.log(
      line(
        result.name,
        shown.map(([name]) => String(scores[name] ?? '-')),
      ),
    )
    if (values.cards) printCards(result.report)
  }
}
if (values.ratchet) {
  const table = Object.fromEntries(
    results.flatMap((result) =>
      result ? [[result.name, tightened(limitsOf(result.name), result.report.scores)]] : [],
    ),
  )
  const kept = Object.fromEntries(documentNames.map((name) => [name, limitsOf(name)]))
  writeFileSync(thresholdsFile, `${JSON.stringify({ ...kept, ...table }, null, 2)}\n`)
}
