import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWordingSound, reworded, type CardDecision, type Worded } from './decision.ts'
import type { Fix } from './fix.ts'
import { advanceReview, emptyReview, isClearlyRejected, type ReviewEvent } from './review.ts'

const kept: CardDecision = { verdict: 'kept', isPinned: false, edit: null, inBulk: false }
const rejected = (reason: 'wrong' | 'trivial' | null): CardDecision => ({
  verdict: 'rejected',
  reason,
  inBulk: false,
})
const decide = (...changes: [string, CardDecision | null][]): ReviewEvent => ({
  kind: 'decide',
  changes: changes.map(([cardId, decision]) => ({ cardId, decision })),
})
const after = (...events: ReviewEvent[]) => events.reduce(advanceReview, emptyReview)
const undo: ReviewEvent = { kind: 'undo' }

describe('deciding about cards', () => {
  test('keeps the last decision of each card', () => {
    const review = after(
      decide(['a', kept]),
      decide(['b', rejected('trivial')]),
      decide(['a', rejected(null)]),
    )
    expect([...review.decisions]).toEqual([
      ['a', rejected(null)],
      ['b', rejected('trivial')],
    ])
  })

  test('is undone step by step, a whole role at once', () => {
    const review = after(
      decide(['a', rejected('wrong')]),
      decide(['a', kept], ['b', kept], ['c', kept]),
      undo,
    )
    expect([...review.decisions]).toEqual([['a', rejected('wrong')]])
    expect(advanceReview(review, undo).decisions.size).toBe(0)
  })

  test('without a step to undo nothing changes', () => {
    expect(advanceReview(emptyReview, undo)).toBe(emptyReview)
  })

  const decision = fc.constantFrom<CardDecision | null>(
    kept,
    { ...kept, isPinned: true },
    rejected('wrong'),
    rejected(null),
    null,
  )
  const event: fc.Arbitrary<ReviewEvent> = fc.oneof(
    fc.record({
      kind: fc.constant('decide' as const),
      changes: fc.uniqueArray(
        fc.record({ cardId: fc.constantFrom('a', 'b', 'c', 'd'), decision }),
        { minLength: 1, selector: (change) => change.cardId },
      ),
    }),
    fc.record({
      kind: fc.constant('fix' as const),
      fixes: fc.array(fc.string().map((role): Fix => ({ kind: 'drop', role }))),
    }),
  )
  test('undone as often as something was done is as at the beginning, from any state on', () => {
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (before, events) => {
        const start = after(...before)
        const end = events.reduce(advanceReview, start)
        const back = events.reduce((review) => advanceReview(review, undo), end)
        expect(new Map(back.decisions)).toEqual(new Map(start.decisions))
        expect([back.fixes, back.steps]).toEqual([start.fixes, start.steps])
      }),
    )
  })
})

test('a kind of card is clearly rejected from six of eight on', () => {
  const is = (rejectedCount: number, decided: number) =>
    isClearlyRejected({ recipe: 'x', decided, rejected: rejectedCount })
  expect([is(6, 8), is(8, 10), is(8, 8)]).toEqual([true, true, true])
  expect([is(5, 8), is(7, 7), is(7, 10), is(0, 0)]).toEqual([false, false, false, false])
})

describe('the learner’s wording', () => {
  const face: Worded = {
    prompt: 'Which?',
    answer: 'Right',
    choices: [
      { text: 'Right', correct: true },
      { text: 'Wrong', correct: false },
    ],
    items: null,
    pairs: null,
    explanation: 'Because.',
  }

  test('lies over the card, and what it leaves out stays', () => {
    expect(reworded(face, null)).toBe(face)
    expect(reworded(face, { prompt: 'Who?', answer: null })).toEqual({ ...face, prompt: 'Who?' })
    expect(
      reworded(face, { prompt: 'Who?', answer: null, explanation: null }).explanation,
    ).toBeNull()
  })

  test('of options says the answer as well', () => {
    const choices = [
      { text: 'Left', correct: false },
      { text: 'Up', correct: true },
    ]
    expect(reworded(face, { prompt: 'Which?', answer: null, choices })).toMatchObject({
      choices,
      answer: 'Up',
    })
  })

  const sound = (type: Parameters<typeof isWordingSound>[0], change: object) =>
    isWordingSound(type, { prompt: 'Q', answer: 'A', ...change })
  test('needs a question, an answer, and the right number of right options', () => {
    const options = (...correct: boolean[]) => ({
      answer: null,
      choices: correct.map((each, index) => ({ text: `o${index}`, correct: each })),
    })
    expect(sound('basic', {})).toBe(true)
    expect(sound('basic', { prompt: ' ' })).toBe(false)
    expect(sound('basic', { answer: '' })).toBe(false)
    expect(sound('mcq', options(true, false))).toBe(true)
    expect(sound('mcq', options(true, true))).toBe(false)
    expect(sound('mcq', options(false, false))).toBe(false)
    expect(sound('mcq', options(true))).toBe(false)
    expect(sound('multi', options(true, true, false))).toBe(true)
    expect(sound('multi', options(false, false))).toBe(false)
    expect(sound('tf', { answer: 'False' })).toBe(true)
    expect(sound('tf', { answer: 'Maybe' })).toBe(false)
    expect(sound('order', { items: ['one', ' '] })).toBe(false)
    expect(
      sound('match', {
        pairs: [
          ['a', 'b'],
          ['c', ''],
        ],
      }),
    ).toBe(false)
    expect(
      sound('match', {
        pairs: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      }),
    ).toBe(true)
  })
})
