import type { GeneratedCard, RoleGen } from '#domain/cards/rolegen.ts'
import { answerText } from './answer-text.ts'
import { lineFinder, onOneLine } from './lines.ts'

/** Text of a document as text of Markdown: nothing in it is a mark. */
const plain = (text: string): string =>
  onOneLine(text)
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')

const optionsOf = (card: GeneratedCard): string[] =>
  (card.choices ?? []).map((choice) => `- [${choice.correct ? 'x' : ' '}] ${plain(choice.text)}`)

/** The cards for reading: by role, each with its answer and the passages it stands on. */
export function asMarkdown(gen: RoleGen): string {
  const lineOf = lineFinder(gen)
  const path = gen.sources[0]?.path ?? ''
  const blockOf = (card: GeneratedCard, number: number): string => {
    const options = optionsOf(card)
    const passages = card.prov.map((range) => `> ${plain(range.quote)} (line ${lineOf(range)})`)
    return [
      `### ${number}. ${plain(card.prompt)}`,
      ...(options.length > 0 ? [options.join('\n')] : []),
      `**Answer:** ${plain(answerText(card))}`,
      ...(card.explanation ? [plain(card.explanation)] : []),
      passages.join('\n>\n'),
    ].join('\n\n')
  }
  const groups = [
    ...gen.roles.map((role) => ({
      title: role.name,
      cards: gen.cards.filter((card) => card.role === role.id),
    })),
    {
      title: 'More than one role',
      cards: gen.cards.filter((card) => !gen.roles.some((role) => role.id === card.role)),
    },
  ].filter(({ cards }) => cards.length > 0)
  const parts = groups.map(({ title, cards }) =>
    [`## ${plain(title)}`, ...cards.map((card, index) => blockOf(card, index + 1))].join('\n\n'),
  )
  const counts = `${gen.cards.length} cards, ${gen.roles.length} roles, ${gen.responsibilities.length} responsibilities.`
  return `${[`# Cards from ${plain(path)}`, counts, ...parts].join('\n\n')}\n`
}
