import { describe, expect, it } from 'vitest'
import type { CardFace } from '#contract/shapes/common.ts'
import { isRoleTold } from './role-label.ts'

const face = (own: Partial<CardFace>): CardFace => ({
  type: 'basic',
  recipe: 'role-resp.basic',
  prompt: 'What does the Data Engineer do every week?',
  answer: 'Checks the backups.',
  choices: null,
  items: null,
  pairs: null,
  explanation: null,
  ...own,
})
const choices = ['Data Engineer', 'Data Scientist'].map((text, index) => ({
  text,
  correct: index === 0,
}))

describe('the role above a question', () => {
  it('stands there when the question names it', () => {
    expect(isRoleTold(face({}), 'Data Engineer')).toBe(true)
    expect(isRoleTold(face({ prompt: 'Name a duty of a DATA-ENGINEER.' }), 'Data Engineer')).toBe(
      true,
    )
  })

  it('waits for the answer when the question does not name it', () => {
    const who = face({
      type: 'mcq',
      prompt: 'Which role checks the backups?',
      answer: null,
      choices,
    })
    expect(isRoleTold(who, 'Data Engineer')).toBe(false)
    expect(isRoleTold(face({ prompt: 'Who is the Data Engineering lead?' }), 'Data Engineer')).toBe(
      false,
    )
  })

  it('waits for the answer of true or false, whichever role the statement names', () => {
    const prompt = 'True or false: the Data Engineer checks the backups.'
    for (const answer of ['True', 'False'])
      expect(isRoleTold(face({ type: 'tf', prompt, answer }), 'Data Engineer')).toBe(false)
  })

  it('waits when the question names the role and the answer is it: contrast, comparison, matching', () => {
    const prompt = 'Data Engineer or Data Scientist: whose responsibility is this? “Checks.”'
    expect(isRoleTold(face({ prompt, answer: 'Data Engineer' }), 'Data Engineer')).toBe(false)
    expect(isRoleTold(face({ prompt, answer: null, choices }), 'Data Engineer')).toBe(false)
    const pairs = [['Data Engineer', 'Checks the backups']] satisfies CardFace['pairs']
    const match = face({ type: 'match', prompt: 'Data Engineer: match.', answer: null, pairs })
    expect(isRoleTold(match, 'Data Engineer')).toBe(false)
    const items = ['The Data Engineer checks', 'The other reads']
    expect(isRoleTold(face({ answer: null, items }), 'Data Engineer')).toBe(false)
  })

  it('is no empty name', () => {
    expect(isRoleTold(face({}), ' ')).toBe(false)
  })
})
