import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askCard, kindsOf, type QuizFact, type QuizSourceCard } from './ask.ts'
import { drawQuiz as draw, formBefore, seedOf, type QuizDraw } from './draw.ts'
import { turnAt } from './in-turn.ts'
import { isAnswerTo, keyInWords, markAnswer, type QuizAnswer } from './question.ts'
import { hashText, seededRng, shuffle } from './random.ts'
import { plainRules, scoreQuiz } from './score.ts'

/** A draw of choices and statements with options in any order. */
const drawQuiz = (wished: Omit<QuizDraw, 'kinds' | 'isMixed'>) =>
  draw({ ...wished, kinds: new Set(['single', 'truth']), isMixed: true })

const facts = new Map<string, QuizFact>(
  Array.from({ length: 40 }, (_, n) => [
    `f${n}`,
    {
      text: `do thing ${n}`,
      roleName: `Role ${n % 5}`,
      prov: [{ source: 's', start: n, end: n + 1, quote: 'x' }],
    },
  ]),
)
const cards = Array.from({ length: 40 }, (_, n): QuizSourceCard => ({
  cardId: `c${n}`,
  cardRev: 'r1',
  answer: null,
  items: [],
  pairs: [],
  topics: [`f${n}`],
  roleId: `r${n % 5}`,
  roleName: `Role ${n % 5}`,
  type: 'mcq',
  recipe: n % 2 === 0 ? 'role-resp.mcq' : 'resp-role.mcq',
  prompt: `Question ${n}?`,
  choices: [n, n + 1, n + 2].map((each, index) => ({
    text: `do thing ${each % 40}`,
    correct: index === 0,
    from: `f${each % 40}`,
  })),
  explanation: 'Because.',
  prov: [{ source: 's', start: n, end: n + 1, quote: 'x' }],
}))

describe('drawing a quiz', () => {
  test('the random numbers of a seed never change', () => {
    const rng = seededRng('remit')
    expect([rng(), rng(), rng()].map((value) => value.toFixed(9))).toEqual([
      '0.717003796',
      '0.181081228',
      '0.220619636',
    ])
    expect(hashText('remit')).toBe(3120570639)
  })

  test('the same seed and cards give the same quiz, in whatever order the cards come', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, count) => {
        const quiz = drawQuiz({ cards, facts, count, seed })
        expect(drawQuiz({ cards: cards.toReversed(), facts, count, seed })).toEqual(quiz)
      }),
    )
  })

  test('asks each card once, spreads over the roles, and has exactly one key in each question', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, count) => {
        const quiz = drawQuiz({ cards, facts, count, seed })
        expect(quiz).toHaveLength(Math.min(count, cards.length))
        expect(new Set(quiz.map((question) => question.cardId)).size).toBe(quiz.length)
        const perRole = [...Map.groupBy(quiz, (question) => question.roleId).values()].map(
          (own) => own.length,
        )
        if (count >= 5) expect(Math.max(...perRole) - Math.min(...perRole)).toBeLessThanOrEqual(1)
        for (const { options } of quiz)
          expect(options.filter((option) => option.correct)).toHaveLength(1)
      }),
    )
  })

  test("a statement is true exactly when the duty is that role's, and a false one says whose it is", () => {
    const quiz = Array.from({ length: 60 }, (_, n) =>
      drawQuiz({ cards, facts, count: 40, seed: `s${n}` }),
    ).flat()
    const statements = quiz.filter((question) => question.kind === 'truth')
    expect(statements.length).toBeGreaterThan(100)
    for (const { prompt, options, roleName, reason } of statements) {
      const duty = /“(.+)”/.exec(prompt)?.[1]?.toLowerCase()
      const owner = [...facts.values()].find((fact) => fact.text === duty)?.roleName
      expect(options[0]?.correct).toBe(owner === roleName)
      expect(reason).toContain(owner)
    }
    const share = statements.filter(({ options }) => options[0]?.correct).length / statements.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })

  test('leaves out what the last quiz asked while there is enough else', () => {
    const avoid = new Set(cards.slice(0, 20).map((card) => card.cardId))
    const asked = drawQuiz({ cards, facts, count: 20, seed: 'next', avoid }).map(
      (question) => question.cardId,
    )
    expect(asked.some((cardId) => avoid.has(cardId))).toBe(false)
    expect(drawQuiz({ cards, facts, count: 30, seed: 'next', avoid })).toHaveLength(30)
  })

  test('shuffling keeps what there is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        expect(shuffle(list, seededRng(seed)).toSorted()).toEqual(list.toSorted())
      }),
    )
  })
})

describe('forms of a seed', () => {
  const wished = { cards, facts, count: 15, kinds: new Set(['single'] as const), isMixed: true }
  const form = (n: number) =>
    draw({ ...wished, seed: seedOf('exam', n), avoid: formBefore(wished, 'exam', n) })
  const ids = (n: number) => new Set(form(n).map(({ cardId }) => cardId))

  test('are the same whenever they are drawn, and neighbours share nothing where the pool allows', () => {
    expect(form(2)).toEqual(form(2))
    expect(ids(1).intersection(ids(2)).size).toBe(0)
    expect(ids(2).intersection(ids(3)).size).toBe(0)
    expect(form(1)).not.toEqual(form(2))
  })

  test('repeat only as many as the pool lacks', () => {
    const few = { ...wished, cards: cards.slice(0, 20) }
    const first = draw({ ...few, seed: seedOf('exam', 1) })
    const second = draw({
      ...few,
      seed: seedOf('exam', 2),
      avoid: formBefore(few, 'exam', 2),
    })
    const asked = new Set(first.map(({ cardId }) => cardId))
    expect(second.filter(({ cardId }) => asked.has(cardId))).toHaveLength(2 * 15 - 20)
  })
})

describe('questions of every kind', () => {
  const blank = { ...cards[0], choices: [] } as unknown as QuizSourceCard // as: cards has forty
  const rng = seededRng('kinds')
  const ask = (card: Partial<QuizSourceCard>) => {
    const question = askCard({ ...blank, ...card }, facts, { rng, isMixed: true, statement: null })
    if (!question) throw new Error('each of these gives a question')
    return question
  }
  const mark = (question: ReturnType<typeof ask>, answer: QuizAnswer) =>
    markAnswer(question, answer, plainRules)

  test('an order is never shown as the answer and is marked by its longest right run', () => {
    const items = ['plan', 'build', 'test', 'ship']
    const question = ask({ type: 'order', items, recipe: 'steps.order' })
    expect(question.options.map(({ text }) => text)).not.toEqual(items)
    expect(mark(question, question.key ?? [])).toBe(1)
    expect(mark(question, (question.key ?? []).slice(0, 3))).toBeCloseTo(2 / 3)
    expect(keyInWords(question)).toEqual(items)
  })

  test('a match counts pair by pair, also where two have the same partner', () => {
    const pairs = [
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'y'],
    ] as const
    const question = ask({ type: 'match', pairs })
    const [one, other, last] = question.key ?? []
    expect(mark(question, [one ?? 0, other ?? 0, last ?? 0])).toBe(1)
    expect(mark(question, [other ?? 0, one ?? 0, last ?? 0])).toBe(1)
    expect(mark(question, [last ?? 0, other ?? 0, one ?? 0])).toBeCloseTo(1 / 3)
  })

  test('a typed answer may have small slips and no other words', () => {
    const question = ask({ type: 'basic', answer: 'Data Engineer' })
    expect([mark(question, 'the data enginer'), mark(question, 'Data Manager')]).toEqual([1, 0])
  })

  test('a statement that a document gives keeps its own key', () => {
    const question = ask({ type: 'tf', answer: 'False' })
    expect([mark(question, 0), mark(question, 1)]).toEqual([0, 1])
  })

  test('a wrong option says whose it is: by its duty, or by its own words where roles are the options', () => {
    const choices = ['do thing 1', 'do thing 2'].map((text, n) => ({
      text,
      correct: n === 0,
      from: `f${n + 1}`,
    }))
    const duty = ask({ type: 'mcq', recipe: 'role-resp.mcq', choices })
    expect(duty.options.map(({ of }) => of).toSorted()).toEqual(['Role 2', undefined])
    const role = ask({ type: 'mcq', recipe: 'resp-role.mcq', choices })
    expect(role.options.map(({ of }) => of).toSorted()).toEqual(['do thing 2', undefined])
  })

  test('"all of the above" stays in the last place', () => {
    const choices = ['All of the above', 'a', 'b', 'c'].map((text, n) => ({
      text,
      correct: n === 0,
      from: '',
    }))
    for (const seed of ['1', '2', '3', '4', '5']) {
      const asking = { rng: seededRng(seed), isMixed: true, statement: null }
      const question = askCard({ ...blank, type: 'mcq', choices }, facts, asking)
      expect(question?.options.at(-1)?.text).toBe('All of the above')
    }
  })

  test('a long answer and a list that has no digits for its options are not asked', () => {
    const items = Array.from({ length: 10 }, (_, n) => `step ${n}`)
    expect(kindsOf({ ...blank, type: 'order', items })).toEqual([])
    expect(kindsOf({ ...blank, type: 'basic', answer: 'word '.repeat(40) })).toEqual([])
    expect(kindsOf({ ...blank, type: 'basic', answer: 'Nurse' })).toEqual(['typed'])
  })

  test('only what a question can have is an answer to it', () => {
    const question = ask({ type: 'order', items: ['a', 'b', 'c'] })
    const answers: QuizAnswer[] = [[0, 2], null, [0, 0], [3], 1, 'a']
    expect(answers.map((answer) => isAnswerTo(question, answer))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('questions one after the other', () => {
  const rules = { perQuestionMs: 30_000, count: 4 }
  test('a question whose time is over is left, several when nobody looked', () => {
    const turn = { n: 0, sinceMs: 0 }
    expect(turnAt(turn, 29_999, rules)).toEqual({ n: 0, sinceMs: 0, isOver: false })
    expect(turnAt(turn, 30_000, rules)).toEqual({ n: 1, sinceMs: 30_000, isOver: false })
    expect(turnAt(turn, 100_000, rules)).toEqual({ n: 3, sinceMs: 90_000, isOver: false })
    expect(turnAt(turn, 120_000, rules).isOver).toBe(true)
  })

  test('looking at it more often changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40_000), { maxLength: 8 }), (steps) => {
        let elapsed = 0
        let turn = { n: 0, sinceMs: 0 }
        for (const step of steps) {
          elapsed += step
          turn = turnAt(turn, elapsed, rules)
        }
        const { n, sinceMs } = turnAt({ n: 0, sinceMs: 0 }, elapsed, rules)
        expect(turn).toMatchObject({ n, sinceMs })
      }),
    )
  })
})

describe('the score of a quiz', () => {
  test('the score counts right answers only, in all and by role', () => {
    const quiz = drawQuiz({ cards, facts, count: 10, seed: 'score' })
    const key = (n: number) => quiz[n]?.options.findIndex((option) => option.correct) ?? 0
    const answered = quiz.map((question, n) => ({
      question,
      chosen: n < 4 ? key(n) : n < 8 ? (key(n) + 1) % question.options.length : null,
    }))
    const score = scoreQuiz(answered)
    expect(score).toMatchObject({ right: 4, answered: 8, total: 10, percent: 40 })
    expect(score.perRole.reduce((sum, role) => sum + role.right, 0)).toBe(4)
  })
})
