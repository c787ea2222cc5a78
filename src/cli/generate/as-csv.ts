import type { RoleGen } from '#domain/cards/rolegen.ts'
import { asPlainCell } from '#domain/spreadsheet.ts'
import { answerText } from './answer-text.ts'
import { lineFinder, onOneLine } from './lines.ts'

const columns = [
  'id',
  'recipe',
  'type',
  'role',
  'question',
  'answer',
  'options',
  'explanation',
  'line',
  'passage',
  'score',
  'source',
] as const

/** A cell of RFC 4180, on one line and never a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = asPlainCell(onOneLine(value))
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The cards as comma-separated values: UTF-8, a header, one line a card, lines ended by CR LF. */
export function asCsv(gen: RoleGen): string {
  const roleOf = new Map(gen.roles.map((role) => [role.id, role.name]))
  const lineOf = lineFinder(gen)
  const path = gen.sources[0]?.path ?? ''
  const rows = gen.cards.map((card) => {
    const [passage] = card.prov
    const values: Record<(typeof columns)[number], string | number> = {
      id: card.id,
      recipe: card.recipe,
      type: card.type,
      role: roleOf.get(card.role ?? '') ?? '',
      question: card.prompt,
      answer: answerText(card),
      options: (card.choices ?? []).map((choice) => choice.text).join(' | '),
      explanation: card.explanation ?? '',
      line: passage ? lineOf(passage) : '',
      passage: card.prov.map((range) => range.quote).join(' […] '),
      score: card.score,
      source: path,
    }
    return columns.map((column) => cell(values[column])).join(',')
  })
  return [columns.join(','), ...rows].map((row) => `${row}\r\n`).join('')
}
