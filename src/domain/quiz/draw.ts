import { askCard, kindsOf, type QuizFacts, type QuizSourceCard } from './ask.ts'
import type { QuizKind, QuizQuestion } from './question.ts'
import { seededRng, shuffle, type Rng } from './random.ts'

export interface QuizDraw {
  readonly cards: readonly QuizSourceCard[]
  /** Responsibilities by id: where the choices of a card come from. */
  readonly facts: QuizFacts
  readonly count: number
  readonly seed: string
  readonly kinds: ReadonlySet<QuizKind>
  readonly isMixed: boolean
  /** Ids of cards to leave out while there are enough others. */
  readonly avoid?: ReadonlySet<string>
}

/** Takes from each group in turn, so that each is asked about. */
function inTurn<Each>(groups: readonly (readonly Each[])[]): Each[] {
  const longest = Math.max(0, ...groups.map((own) => own.length))
  return Array.from({ length: longest }, (_, round) =>
    groups.map((own) => own[round]).filter((each) => each !== undefined),
  ).flat()
}

/** From each role in turn, and within a role from each responsibility in turn. */
function spread(cards: readonly QuizSourceCard[], count: number, rng: Rng): QuizSourceCard[] {
  const roles = shuffle([...Map.groupBy(cards, (card) => card.roleId).values()], rng)
  const byTopic = roles.map((own) =>
    inTurn([...Map.groupBy(own, (card) => card.topics[0] ?? card.cardId).values()]),
  )
  return inTurn(byTopic).slice(0, count)
}

/** Cards of which a question of the wanted kinds can be made. */
export const askable = (
  cards: readonly QuizSourceCard[],
  kinds: ReadonlySet<QuizKind>,
): QuizSourceCard[] => cards.filter((card) => kindsOf(card).some((kind) => kinds.has(kind)))

/**
 * Draws a quiz: cards spread over roles and responsibilities, none twice, those of `avoid` last; where statements are wanted
 * too, about every third choice among duties becomes one, half of them true. Same seed and cards, same quiz.
 */
export function drawQuiz(draw: QuizDraw): QuizQuestion[] {
  const { facts, count, seed, kinds, isMixed, avoid = new Set() } = draw
  const rng = seededRng(seed)
  const sorted = askable(draw.cards, kinds).toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))
  const shuffled = shuffle(sorted, rng)
  const unseen = shuffled.filter((card) => !avoid.has(card.cardId))
  const seen = shuffled.filter((card) => avoid.has(card.cardId))
  const fromUnseen = spread(unseen, count, rng)
  const drawn = [...fromUnseen, ...spread(seen, count - fromUnseen.length, rng)]
  let nextIsTrue = rng() < 0.5
  const questions = drawn.map((card) => {
    const wanted = kindsOf(card).filter((kind) => kinds.has(kind))
    const isStatement =
      card.type === 'mcq' &&
      wanted.includes('truth') &&
      (!wanted.includes('single') || rng() < 1 / 3)
    const asking = { rng, isMixed }
    const statement = isStatement
      ? (askCard(card, facts, { ...asking, statement: nextIsTrue }) ??
        askCard(card, facts, { ...asking, statement: !nextIsTrue }))
      : null
    if (statement) nextIsTrue = statement.options[0]?.correct !== true
    // A card that gives no statement is asked as it is: fewer kinds are better than fewer questions.
    return statement ?? askCard(card, facts, { ...asking, statement: null })
  })
  return shuffle(
    questions.filter((question) => question !== null),
    rng,
  )
}

/**
 * The cards to avoid for a form of a fixed seed: those of the form before it, which avoids the one before that. So the same
 * seed and number give the same form on every machine, and neighbours share as little as the pool allows.
 */
export function formBefore(draw: Omit<QuizDraw, 'avoid' | 'seed'>, seed: string, form: number) {
  let avoid: ReadonlySet<string> = new Set()
  for (let each = 1; each < form; each += 1) {
    const questions = drawQuiz({ ...draw, seed: seedOf(seed, each), avoid })
    avoid = new Set(questions.map(({ cardId }) => cardId))
  }
  return avoid
}

/** What an attempt is drawn by. */
export const seedOf = (seed: string, attempt: number): string => `${seed}/${attempt}`
