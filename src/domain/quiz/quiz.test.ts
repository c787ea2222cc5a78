import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isExpired, remainingMs } from './clock.ts'
import { drawQuiz, type QuizFact, type QuizSourceCard } from './draw.ts'
import { hashText, seededRng, shuffle } from './random.ts'
import { scoreQuiz } from './score.ts'

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

describe('the end of a quiz', () => {
  test('time runs to the stored end, and an answer on its way then still counts', () => {
    expect(remainingMs(10_000, 4_000)).toBe(6_000)
    expect(remainingMs(10_000, 14_000)).toBe(0)
    expect(isExpired(10_000, 12_000)).toBe(false)
    expect(isExpired(10_000, 12_001)).toBe(true)
  })

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
