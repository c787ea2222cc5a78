import type { Range } from '#domain/cards/rolegen.ts'
import { seededRng, shuffle, type Rng } from './random.ts'

/** A multiple-choice card that a question can be made of. */
export interface QuizSourceCard {
  readonly cardId: string
  readonly roleId: string
  readonly roleName: string
  readonly type: 'mcq'
  readonly recipe: string
  readonly prompt: string
  readonly choices: readonly {
    readonly text: string
    readonly correct: boolean
    readonly from: string
  }[]
  readonly explanation: string
  readonly prov: readonly Range[]
}

/** A responsibility, to say whose it is. */
export interface QuizFact {
  readonly text: string
  readonly roleName: string
  readonly prov: readonly Range[]
}

/** A question as it is asked and kept. A `truth` question offers True and False, in this order. */
export interface QuizQuestion {
  readonly kind: 'choice' | 'truth'
  readonly cardId: string
  readonly roleId: string
  readonly roleName: string
  readonly prompt: string
  readonly options: readonly { readonly text: string; readonly correct: boolean }[]
  readonly reason: string
  readonly passages: readonly Range[]
}

export interface QuizDraw {
  readonly cards: readonly QuizSourceCard[]
  /** Responsibilities by id: where the choices of a card come from. */
  readonly facts: ReadonlyMap<string, QuizFact>
  readonly count: number
  readonly seed: string
  /** Ids of cards to leave out while there are enough others. */
  readonly avoid?: ReadonlySet<string>
}

/** Words of the questions that are made here; kept in one place for translation. */
const words = {
  statement: (role: string, duty: string) =>
    `True or false: this is a responsibility of the ${role}. “${capital(duty)}”`,
  true: 'True',
  false: 'False',
  isTheirs: (role: string) => `It is a responsibility of the ${role}.`,
  isOthers: (role: string) => `No: it is a responsibility of the ${role}.`,
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const asChoice = (card: QuizSourceCard, rng: Rng): QuizQuestion => ({
  kind: 'choice',
  cardId: card.cardId,
  roleId: card.roleId,
  roleName: card.roleName,
  prompt: card.prompt,
  options: shuffle(card.choices, rng).map(({ text, correct }) => ({ text, correct })),
  reason: card.explanation || words.isTheirs(card.roleName),
  passages: card.prov,
})

/** A statement from a "which is theirs?" card: its key for a true one, a distractor (someone else's duty) for a false one. */
function asTruth(
  card: QuizSourceCard,
  facts: ReadonlyMap<string, QuizFact>,
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
    kind: 'truth',
    cardId: card.cardId,
    roleId: card.roleId,
    roleName: card.roleName,
    prompt: words.statement(card.roleName, chosen.text),
    options: [
      { text: words.true, correct: isTrue },
      { text: words.false, correct: !isTrue },
    ],
    reason: isTrue ? words.isTheirs(card.roleName) : words.isOthers(fact.roleName),
    passages: isTrue ? card.prov : fact.prov,
  }
}

/** Takes from each role in turn, so that every chosen role is asked about. */
function spread(cards: readonly QuizSourceCard[], count: number, rng: Rng): QuizSourceCard[] {
  const roles = shuffle([...Map.groupBy(cards, (card) => card.roleId).values()], rng)
  const longest = Math.max(0, ...roles.map((own) => own.length))
  const rounds = Array.from({ length: longest }, (_, round) =>
    roles.map((own) => own[round]).filter((card) => card !== undefined),
  )
  return rounds.flat().slice(0, count)
}

/**
 * Draws a quiz: cards spread over the roles, none twice, those of `avoid` last; about every third becomes a
 * true/false statement where the card's choices are duties, half of them true. Same seed and cards, same quiz.
 */
export function drawQuiz({
  cards,
  facts,
  count,
  seed,
  avoid = new Set(),
}: QuizDraw): QuizQuestion[] {
  const rng = seededRng(seed)
  const sorted = cards.toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))
  const shuffled = shuffle(sorted, rng)
  const unseen = shuffled.filter((card) => !avoid.has(card.cardId))
  const seen = shuffled.filter((card) => avoid.has(card.cardId))
  const fromUnseen = spread(unseen, count, rng)
  const drawn = [...fromUnseen, ...spread(seen, count - fromUnseen.length, rng)]
  let nextIsTrue = rng() < 0.5
  const questions = drawn.map((card) => {
    const wantsTruth = rng() < 1 / 3 && card.recipe.startsWith('role-resp')
    const truth = wantsTruth ? asTruth(card, facts, nextIsTrue, rng) : null
    if (truth) nextIsTrue = !nextIsTrue
    return truth ?? asChoice(card, rng)
  })
  return shuffle(questions, rng)
}
