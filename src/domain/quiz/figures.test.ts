import { describe, expect, test } from 'vitest'
import { confusionsIn, questionFigures } from './figures.ts'
import type { QuizQuestion } from './question.ts'

const question = (cardId: string): QuizQuestion => ({
  kind: 'choice',
  cardId,
  roleId: 'r',
  roleName: 'Nurse',
  prompt: `Which is the nurse's (${cardId})?`,
  options: [
    { text: 'right', correct: true },
    { text: 'of the cook', correct: false, of: 'Cook' },
    { text: 'of the porter', correct: false, of: 'Porter' },
  ],
  reason: '',
  passages: [],
})
/** Attempts that answer the same questions by these options. */
const attempts = (...rows: (readonly (number | null)[])[]) =>
  rows.map((row) => row.map((chosen, index) => ({ question: question(`c${index}`), chosen })))

describe('what quizzes tell of questions', () => {
  test('is nothing below five answers; then how easy it is and what nobody chooses', () => {
    const four = questionFigures(attempts([0], [0], [0], [1]))
    expect(four[0]).toMatchObject({ answers: 4, facility: null, deadOptions: [] })
    const five = questionFigures(attempts([0], [0], [0], [1], [0]))
    expect(five[0]).toMatchObject({ facility: 0.8, deadOptions: ['of the porter'] })
    expect(five[0]?.discrimination).toBeNull()
  })

  test('does not count what was left out or contested', () => {
    const rows = attempts([0], [0], [0], [0], [null])
    expect(questionFigures(rows)[0]?.answers).toBe(4)
    const aside = rows.map((row) => row.map((each) => ({ ...each, isSetAside: true })))
    expect(questionFigures(aside)).toEqual([])
  })

  test('from thirty answers on says what it tells apart', () => {
    const good = Array.from({ length: 15 }, () => [0, 0, 0])
    const weak = Array.from({ length: 15 }, () => [1, 1, 0])
    const [hard] = questionFigures(attempts(...good, ...weak))
    expect(hard?.facility).toBe(0.5)
    expect(hard?.discrimination).toBeCloseTo(100)
    expect(hard?.efficiency).toBeCloseTo(100)
    expect(questionFigures(attempts(...good, ...weak)).at(-1)).toMatchObject({ isTooEasy: true })
  })
})

test('roles that were taken for each other are counted by pair, the most frequent first', () => {
  expect(confusionsIn(attempts([1, 2, 0], [1, 1, null]))).toEqual([
    { roleName: 'Nurse', takenFor: 'Cook', count: 3, cardIds: ['c0', 'c1'] },
    { roleName: 'Nurse', takenFor: 'Porter', count: 1, cardIds: ['c1'] },
  ])
})
