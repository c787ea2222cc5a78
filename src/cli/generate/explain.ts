import { missWords } from '#contract/miss-words.ts'
import { checkedFor } from '#domain/cards/check.ts'
import type { MissReason } from '#domain/cards/miss.ts'
import type { Choice, GeneratedCard, Range, Reject, RoleGen } from '#domain/cards/rolegen.ts'
import { answerText } from './answer-text.ts'
import { lineFinder, onOneLine } from './lines.ts'

const quoted = (text: string) => `“${onOneLine(text)}”`
const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

/** Says of things by their ids what they are and where they stand. */
function namesOf(gen: RoleGen) {
  const lineOf = lineFinder(gen)
  const at = ([range]: readonly Range[]) => (range ? `line ${lineOf(range)}` : 'no line')
  const roles = new Map(gen.roles.map((role) => [role.id, role]))
  const roleName = (id: string | null) => roles.get(id ?? '')?.name ?? 'no single role'
  const things = new Map<string, string>([
    ...gen.roles.map((role) => [role.id, `the role ${role.name}, ${at(role.anchors)}`] as const),
    ...gen.responsibilities.map(
      (duty) =>
        [
          duty.id,
          `responsibility of the ${roleName(duty.role)}, ${at(duty.prov)}: ${quoted(duty.text)}`,
        ] as const,
    ),
    ...gen.skills.map(
      (each) => [each.id, `skill, ${at(each.prov)}: ${quoted(each.name)}`] as const,
    ),
    ...gen.faqs.map(
      (each) => [each.id, `question, ${at(each.prov)}: ${quoted(each.question)}`] as const,
    ),
    ...gen.definitions.map(
      (each) => [each.id, `definition, ${at(each.prov)}: ${quoted(each.text)}`] as const,
    ),
    ...gen.comparisons.map(
      (each) => [each.id, `comparison of ${roleName(each.a)} and ${roleName(each.b)}`] as const,
    ),
  ])
  const thing = (id: string) => things.get(id) ?? things.get(id.split('/')[0] ?? id) ?? id
  return { lineOf, roleName, thing }
}

/** What of a card's wrong options makes them wrong. */
const safety: readonly (readonly [start: string, sentence: string])[] = [
  ['resp-role.raci', 'No wrong option has a letter in the row.'],
  ['resp-role', 'By text, field of work and rank no wrong option may have this responsibility.'],
  ['role-resp', 'By text, field of work and rank the role may have none of the wrong options.'],
  ['tf.swap', 'By text, field of work and rank the role that is named may not have it.'],
]

function explainCard(card: GeneratedCard, names: ReturnType<typeof namesOf>): string[] {
  const option = (choice: Choice) =>
    `${choice.correct ? 'right' : 'wrong'} ${quoted(choice.text)}: ${names.thing(choice.from)}`
  const isWritten = card.recipe === 'written.basic'
  const isSafe = safety.find(([start]) => card.recipe.startsWith(start))?.[1]
  return [
    `card ${card.id}: recipe ${card.recipe}, type ${card.type}, score ${card.score}`,
    ...indent([
      `asks     ${quoted(card.prompt)}`,
      `answer   ${quoted(answerText(card))}`,
      ...(card.choices ?? []).map((choice) => `option   ${option(choice)}`),
      ...(card.statedRole ? [`names    ${names.thing(card.statedRole)}`] : []),
      ...card.target.map((id) => `made of  ${names.thing(id)}`),
      ...card.prov.map(
        (range) =>
          `passage  line ${names.lineOf(range)}, ${range.start}-${range.end}${range.supports ? ` (${range.supports})` : ''}: ${quoted(range.quote)}`,
      ),
      isWritten
        ? 'checks   none: a person wrote it'
        : `checks   passed all ${checkedFor.length}${isSafe ? `. ${isSafe}` : ''}`,
    ]),
  ]
}

/** How often each reason kept a card from being made, most frequent first. */
function tally(rejects: readonly Reject[]): string[] {
  const counts = Map.groupBy(rejects, (reject) => reject.reason)
  return [...counts]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([reason, list]) => `${String(list.length).padStart(5)}  ${missWords[reason]}`)
}

/** Why each card was made and why others were not, for reading in a terminal. */
export function explain(gen: RoleGen): string {
  const names = namesOf(gen)
  const path = gen.sources[0]?.path ?? ''
  const sameReason = (reason: MissReason) => missWords[reason]
  const cards = gen.cards.flatMap((card) => [...explainCard(card, names), ''])
  const misses = gen.rejects.map(
    ({ recipe, target, reason }) => `${recipe}: ${sameReason(reason)} (${names.thing(target)})`,
  )
  return `${[
    `${path}: ${gen.roles.length} roles, ${gen.responsibilities.length} responsibilities, ${gen.cards.length} cards, ${gen.rejects.length} not made`,
    '',
    `Every card is checked for: ${checkedFor.join(', ')}.`,
    '',
    ...cards,
    'Not made:',
    ...indent(misses),
    '',
    'Reasons:',
    ...indent(tally(gen.rejects)),
  ].join('\n')}\n`
}
