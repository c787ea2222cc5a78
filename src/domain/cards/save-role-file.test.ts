import { describe, expect, test } from 'vitest'
import { parseRoleFile } from '#domain/roles/role-file.ts'
import { handbook, roleFile } from '#domain/roles/samples.ts'
import type { Fix, WriteFix } from './fix.ts'
import { generate } from './generate.ts'
import { saveAsRoleFile, type OwnCard } from './save-role-file.ts'

const sourceId = '018f2b1c-0000-7000-8000-000000000001'
const read = (text: string, fixes: readonly Fix[] = []) =>
  generate(
    { sourceId, path: 'x.md', format: 'markdown', sha256: 'a'.repeat(64), text },
    () => {},
    fixes,
  )
const base = { sourceId, title: 'Our bäkery: who?', text: handbook, fixes: [], own: [] }
const first = read(handbook)
const own = (index: number, prompt: string, answer: string | null): OwnCard => {
  const card = first.cards[index]
  if (!card) throw new Error('the sample has cards')
  return {
    cardId: card.id,
    type: card.type,
    recipe: card.recipe,
    target: card.target,
    role: card.role,
    prompt,
    answer,
    choices: null,
    items: null,
    pairs: null,
    explanation: null,
  }
}

describe('saving a document as a role file', () => {
  test('names the file by its title and gives it the id of its source', () => {
    const { fileName, text } = saveAsRoleFile(base)
    expect(fileName).toBe('our-bakery-who.role.md')
    expect(parseRoleFile(text, sourceId).about).toEqual({
      id: sourceId,
      title: 'Our bäkery: who?',
      language: 'en',
      tags: [],
    })
  })

  test("keeps a role file's own id, language and tags", () => {
    const text = roleFile.replace(
      'title: Our kitchen',
      'title: Our kitchen\nlanguage: en-GB\ntags: [a, b]',
    )
    expect(parseRoleFile(saveAsRoleFile({ ...base, text }).text, sourceId).about).toMatchObject({
      id: 'kitchen',
      language: 'en-GB',
      tags: ['a', 'b'],
    })
  })

  test("brings the learner's wordings back to the cards that they belong to", () => {
    const { text } = saveAsRoleFile({ ...base, own: [own(0, 'In my words?', 'Yes, in mine')] })
    const again = read(text)
    expect(again.cards.map((card) => card.id).toSorted()).toEqual(
      first.cards.map((card) => card.id).toSorted(),
    )
    const card = again.cards.find(({ id }) => id === first.cards[0]?.id)
    expect(card?.prompt).toBe('In my words?')
  })

  test('holds the cards that the learner wrote, once, with the ids that they have', () => {
    const fact = first.responsibilities[0]
    const fix: WriteFix = {
      kind: 'write',
      id: '018f2b1c-0000-7000-8000-0000000000aa',
      fact: fact?.id ?? '',
      quote: fact?.prov[0]?.quote ?? '',
      card: {
        type: 'mcq',
        prompt: 'How much flour?',
        answer: 'Enough',
        choices: [
          { text: 'Enough', correct: true },
          { text: 'Too little', correct: false },
        ],
        explanation: 'It has to last.',
      },
    }
    const before = read(handbook, [fix]).cards.find(({ prompt }) => prompt === 'How much flour?')
    const { text } = saveAsRoleFile({ ...base, fixes: [fix] })
    for (const fixes of [[], [fix]]) {
      const cards = read(text, fixes).cards.filter(({ prompt }) => prompt === 'How much flour?')
      expect(cards).toMatchObject([
        { id: before?.id, type: 'mcq', role: fact?.role, explanation: 'It has to last.' },
      ])
    }
    // Saved from the file, it is there once, too.
    const twice = saveAsRoleFile({ ...base, text, fixes: [fix] }).text
    expect(twice.match(/How much flour/g)).toHaveLength(1)
  })

  test('replaces what a role file said of a card that has other words now', () => {
    const gen = read(roleFile)
    const card = gen.cards.find(({ recipe }) => recipe === 'written.basic')
    if (!card) throw new Error('the sample has a card')
    const now = {
      ...own(0, 'When do we close?', 'At ten'),
      cardId: card.id,
      recipe: card.recipe,
      target: card.target,
      role: card.role,
    }
    const { text } = saveAsRoleFile({ ...base, text: roleFile, own: [now] })
    expect(text).not.toContain('When does the kitchen close?')
    const again = read(text).cards.filter(({ recipe }) => recipe.startsWith('written'))
    expect(again).toMatchObject([{ id: card.id, prompt: 'When do we close?', answer: 'At ten' }])
  })
})
