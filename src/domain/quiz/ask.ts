import type { CardType, Range } from '#domain/cards/rolegen.ts'
import { isTypeable } from '#domain/study/typed-answer.ts'
import type { QuizKind, QuizQuestion } from './question.ts'
import { shuffle, type Rng } from './random.ts'

/** A card that a question can be made of. */
export interface QuizSourceCard {
  readonly cardId: string
  readonly cardRev: string
  readonly roleId: string
  readonly roleName: string
  readonly type: CardType
  readonly recipe: string
  readonly prompt: string
  readonly answer: string | null
  readonly choices: readonly {
    readonly text: string
    readonly correct: boolean
    /** The fact that the option comes from; empty where that is not known. */
    readonly from: string
  }[]
  readonly items: readonly string[]
  readonly pairs: readonly (readonly [left: string, right: string])[]
  readonly explanation: string
  readonly prov: readonly Range[]
  /** Ids of the facts that it asks for. */
  readonly topics: readonly string[]
}

/** A responsibility, to say whose it is. */
export interface QuizFact {
  readonly text: string
  readonly roleName: string
  readonly prov: readonly Range[]
}
export type QuizFacts = ReadonlyMap<string, QuizFact>

/** More options have no digit to choose them by. */
const mostOptions = 9

/** Words of the questions that are made here; kept in one place for translation. */
const words = {
  statement: (role: string, duty: string) =>
    `True or false: this is a responsibility of the ${role}. “${capital(duty)}”`,
  true: 'True',
  false: 'False',
  isTheirs: (role: string) => `It is a responsibility of the ${role}.`,
  isOthers: (role: string) => `No: it is a responsibility of the ${role}.`,
  belongs: (role: string) => `So it stands for the ${role}.`,
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const isRaci = (card: QuizSourceCard) => card.recipe.startsWith('raci')

/** The kinds of question that a card can become; none when it can only be known by heart. */
export function kindsOf(card: QuizSourceCard): QuizKind[] {
  const fits = (count: number) => count >= 2 && count <= mostOptions
  const keys = card.choices.filter(({ correct }) => correct).length
  const typed = card.answer !== null && card.items.length === 0 && isTypeable(card.answer)
  switch (card.type) {
    case 'mcq':
      if (!fits(card.choices.length) || keys !== 1) return []
      if (isRaci(card)) return ['raci']
      return card.recipe.startsWith('role-resp') ? ['single', 'truth'] : ['single']
    case 'multi':
      return fits(card.choices.length) && keys > 0 ? ['multi'] : []
    case 'tf':
      return ['truth']
    case 'match':
      return fits(card.pairs.length) ? ['match'] : []
    case 'order':
      return fits(card.items.length) ? ['order'] : []
    case 'cloze':
      return typed ? ['cloze'] : []
    case 'basic':
      return typed ? ['typed'] : []
  }
}

const base = (card: QuizSourceCard, facts: QuizFacts) => {
  const [topic] = card.topics
  const fact = topic === undefined ? undefined : facts.get(topic)
  return {
    cardId: card.cardId,
    cardRev: card.cardRev,
    roleId: card.roleId,
    roleName: card.roleName,
    ...(topic !== undefined && fact ? { topic: { id: topic, text: fact.text } } : {}),
    prompt: card.prompt,
    options: [],
    reason: card.explanation || words.belongs(card.roleName),
    passages: card.prov,
  }
}

/** A statement from a "which is theirs?" card: its key for a true one, a distractor (someone else's duty) for a false one. */
function asStatement(
  card: QuizSourceCard,
  facts: QuizFacts,
  isTrue: boolean,
  rng: Rng,
): QuizQuestion | null {
  const candidates = card.choices.filter(
    (choice) => choice.correct === isTrue && facts.has(choice.from),
  )
  const chosen = shuffle(candidates, rng)[0]
  const fact = chosen ? facts.get(chosen.from) : undefined
  if (!chosen || !fact || (!isTrue && fact.roleName === card.roleName)) return null
  return {
    ...base(card, facts),
    kind: 'truth',
    prompt: words.statement(card.roleName, chosen.text),
    options: [
      { text: words.true, correct: isTrue },
      { text: words.false, correct: !isTrue, ...(isTrue ? {} : { of: fact.roleName }) },
    ],
    reason: isTrue ? words.isTheirs(card.roleName) : words.isOthers(fact.roleName),
    passages: isTrue ? card.prov : fact.prov,
  }
}

/** Places of texts among the options; the same text twice stands in two places. */
function placesOf(texts: readonly string[], options: readonly string[]): number[] {
  const taken = new Set<number>()
  return texts.map((text) => {
    const at = options.findIndex((option, index) => option === text && !taken.has(index))
    taken.add(at)
    return at
  })
}

/** An order that is not the right one where there is another, since that would tell the answer. */
function mix<Each>(list: readonly Each[], rng: Rng): Each[] {
  const order = shuffle(list, rng)
  const isAsGiven = order.every((each, index) => each === list[index])
  return isAsGiven ? [...order.slice(1), ...order.slice(0, 1)] : order
}

const plain = (texts: readonly string[]) => texts.map((text) => ({ text, correct: true }))

/** Options that point at all others make sense in the last place only. */
const staysLast = /^(?:all|none|both) of (?:the )?(?:above|these)\b/i

function optionsOf(card: QuizSourceCard, facts: QuizFacts, { rng, isMixed }: Asking) {
  const options = card.choices.map(({ text, correct, from }) => {
    // Where the options are roles themselves, the one taken is named by its own words.
    const named = card.recipe.startsWith('resp-role') ? text : facts.get(from)?.roleName
    const of = correct ? undefined : named
    return { text, correct, ...(of && of !== card.roleName ? { of } : {}) }
  })
  const [fixed, free] = [true, false].map((isLast) =>
    options.filter(({ text }) => staysLast.test(text) === isLast),
  )
  return isMixed ? [...shuffle(free ?? [], rng), ...(fixed ?? [])] : options
}

export interface Asking {
  readonly rng: Rng
  /** Are options shuffled? Orders and pairs always are. */
  readonly isMixed: boolean
}

/** Makes the question of a card; `statement` asks for true or false, in that sense, where the card allows. */
export function askCard(
  card: QuizSourceCard,
  facts: QuizFacts,
  asking: Asking & { readonly statement: boolean | null },
): QuizQuestion | null {
  const { rng, statement } = asking
  const own = base(card, facts)
  switch (card.type) {
    case 'mcq':
      if (statement !== null) return asStatement(card, facts, statement, rng)
      return { ...own, kind: 'choice', options: optionsOf(card, facts, asking) }
    case 'multi':
      return { ...own, kind: 'many', options: optionsOf(card, facts, asking) }
    case 'tf': {
      const isTrue = card.answer !== words.false
      const options = [
        { text: words.true, correct: isTrue },
        { text: words.false, correct: !isTrue },
      ]
      return { ...own, kind: 'truth', options }
    }
    case 'order': {
      const options = mix(card.items, rng)
      return {
        ...own,
        kind: 'order',
        options: plain(options),
        key: placesOf(card.items, options),
      }
    }
    case 'match': {
      const rights = card.pairs.map(([, right]) => right)
      const options = mix(rights, rng)
      const lefts = card.pairs.map(([left]) => left)
      return {
        ...own,
        kind: 'match',
        lefts,
        options: plain(options),
        key: placesOf(rights, options),
      }
    }
    case 'cloze':
    case 'basic':
      return { ...own, kind: 'typed', accepted: card.answer === null ? [] : [card.answer] }
  }
}
