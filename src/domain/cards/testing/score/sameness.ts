import type { GeneratedCard, RoleGen } from '../../rolegen.ts'
import { folded, nameForm, overlap, percent, stemsIn } from './normal.ts'

/** What goes wrong between cards, and between a question and its answer. Per cent of the cards concerned. */
export interface SamenessMeasures {
  /** The question holds every word of the answer. */
  readonly leaks: number | null
  /** It holds half of them. */
  readonly halfLeaks: number | null
  /** Asks nearly what a card of the same type and answer asks already. */
  readonly duplicates: number | null
  /** Cards that share another's id: a count. */
  readonly sameIds: number
  /** Same type for the same facts. */
  readonly sameTarget: number | null
  /** One question with several right answers. */
  readonly samePrompt: number | null
  /** The longest option is the key: a learner finds that out. Only from 10 choice cards on. */
  readonly longestIsKey: number | null
  /** How often the key stands at its favourite place; only from 20 choice cards on. */
  readonly keyPosition: number | null
}

const answerOf = ({ answer }: GeneratedCard) => String(answer ?? '')
const isRecall = ({ type }: GeneratedCard) => type === 'basic' || type === 'cloze' || type === 'mcq'

const countBy = (keys: readonly string[]): number[] => [
  ...Map.groupBy(keys, (key) => key)
    .values()
    .map((same) => same.length),
]

function measureLeaks(gen: RoleGen) {
  // A word that several roles' names share tells nobody which of them it is.
  const names = gen.roles.map((role) => stemsIn(role.name))
  const shared = new Set(
    names.flatMap((stems) =>
      [...stems].filter((stem) => names.filter((n) => n.has(stem)).length > 1),
    ),
  )
  const forms = new Set(gen.roles.flatMap((role) => [role.name, ...role.aliases]).map(nameForm))
  let judged = 0
  let all = 0
  let half = 0
  for (const card of gen.cards.filter(isRecall)) {
    const wrong = (card.choices ?? []).filter((choice) => !choice.correct)
    const elsewhere = wrong.reduce((sum, each) => sum.union(stemsIn(each.text)), new Set<string>())
    const full = stemsIn(answerOf(card)).difference(elsewhere)
    const told = forms.has(nameForm(answerOf(card))) ? full.difference(shared) : full
    if (told.size === 0) continue
    judged += 1
    const leaked = told.intersection(stemsIn(card.prompt.replace(/_{2,}/g, ' '))).size / told.size
    if (leaked === 1) all += 1
    else if (leaked >= 0.5) half += 1
  }
  return { leaks: percent(all, judged), halfLeaks: percent(half, judged) }
}

function countDuplicates(cards: readonly GeneratedCard[]): number {
  const groups = Map.groupBy(
    cards.filter(({ type }) => type !== 'match' && type !== 'order'),
    (card) => `${card.type}/${folded(answerOf(card))}`,
  )
  let count = 0
  for (const group of groups.values()) {
    const prompts = group.map((card) => stemsIn(card.prompt))
    count += prompts.filter((prompt, index) =>
      prompts.slice(0, index).some((earlier) => overlap(prompt, earlier) >= 0.8),
    ).length
  }
  return count
}

function measureChoices(cards: readonly GeneratedCard[]) {
  const choices = cards.filter(({ type }) => type === 'mcq').map((card) => card.choices ?? [])
  const isLongest = choices.filter((options) => {
    const longest = Math.max(...options.map((option) => option.text.length))
    return options.find((option) => option.text.length === longest)?.correct === true
  })
  const places = choices.map((options) => String(options.findIndex((option) => option.correct)))
  return {
    longestIsKey: choices.length < 10 ? null : percent(isLongest.length, choices.length),
    keyPosition: choices.length < 20 ? null : percent(Math.max(...countBy(places)), choices.length),
  }
}

/** Measures leaks, repetition and habits of an output. */
export function measureSameness(gen: RoleGen): SamenessMeasures {
  const { cards } = gen
  const surplus = (keys: readonly string[]) =>
    countBy(keys).reduce((sum, count) => sum + count - 1, 0)
  const answers = Map.groupBy(cards.filter(isRecall), (card) => folded(card.prompt))
  const rivals = [...answers.values()].reduce(
    (sum, group) => sum + new Set(group.map((card) => folded(answerOf(card)))).size - 1,
    0,
  )
  return {
    ...measureLeaks(gen),
    duplicates: percent(countDuplicates(cards), cards.length),
    sameIds: surplus(cards.map((card) => card.id)),
    sameTarget: percent(
      surplus(cards.map((card) => `${card.type}/${card.target.toSorted().join('/')}`)),
      cards.length,
    ),
    samePrompt: percent(rivals, cards.length),
    ...measureChoices(cards),
  }
}
