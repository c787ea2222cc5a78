import { describe, expect, test } from 'vitest'
import { handbook, roleFile } from '#domain/roles/samples.ts'
import type { Fix, WriteFix } from './fix.ts'
import { generate } from './generate.ts'
import { withHandWritten } from './hand-written.ts'
import type { RoleGen } from './rolegen.ts'

const read = (text: string, fixes: readonly Fix[] = []): RoleGen =>
  generate(
    { sourceId: 's', path: 'a.md', format: 'markdown', sha256: 'a'.repeat(64), text },
    () => {},
    fixes,
  )
const plain = read(handbook)
const roleId = (name: string) => {
  const role = plain.roles.find((each) => each.name === name)
  if (!role) throw new Error(`no role ${name}`)
  return role.id
}
const idsOf = (gen: RoleGen) => new Set(gen.cards.map((card) => card.id))
const wordsOf = (gen: RoleGen) => JSON.stringify(gen.cards)

test('no fix changes nothing', () => {
  expect(JSON.stringify(read(handbook, []))).toBe(JSON.stringify(plain))
})

test('a renamed role keeps the ids of all its cards, and they speak of it by its new name', () => {
  const gen = read(handbook, [{ kind: 'rename', role: roleId('Shop Manager'), name: 'Stall Boss' }])
  expect(idsOf(gen)).toEqual(idsOf(plain))
  expect(wordsOf(gen)).toContain('Stall Boss')
  expect(wordsOf(gen)).not.toContain('of the Shop Manager')
})

test('cards of two roles that are one keep their ids, under one role', () => {
  const from = roleId('Delivery Driver')
  const into = roleId('Shop Manager')
  const gen = read(handbook, [{ kind: 'merge', role: from, into }])
  const before = new Map(plain.cards.map((card) => [card.id, card]))
  const theirs = gen.cards.filter((card) => before.get(card.id)?.role === from)
  expect(theirs.length).toBeGreaterThan(2)
  expect(new Set(theirs.map((card) => card.role))).toEqual(new Set([into]))
  expect(wordsOf(gen)).not.toContain('Delivery Driver')
})

test('a moved duty is asked for under its new role, by the card it had', () => {
  const duty = plain.responsibilities.find((each) => each.title === 'Cash handling')
  const card = plain.cards.find(({ recipe, target }) =>
    recipe.startsWith('label-how') && target[0] === duty?.id ? true : false,
  )
  const to = roleId('Head Baker')
  const gen = read(handbook, [{ kind: 'move', facts: [duty?.id ?? ''], to }])
  expect(gen.cards.find((each) => each.id === card?.id)).toMatchObject({
    role: to,
    prompt: '“Cash handling”: what does the Head Baker do?',
  })
})

test('hand-written cards of a role file keep their ids when their role becomes part of another', () => {
  const before = read(roleFile)
  const [chef, waiter] = before.roles
  if (!chef || !waiter) throw new Error('the sample has two roles')
  const own = before.cards.find((card) => card.recipe === 'written.basic')
  expect(own).toBeDefined()
  const gen = read(roleFile, [{ kind: 'merge', role: own?.role ?? '', into: chef.id }])
  expect(gen.cards.find((card) => card.id === own?.id)?.role).toBe(chef.id)
})

describe('a kind of card that is left out', () => {
  const recipe = 'label-how.basic'
  const [kept] = plain.cards.filter((card) => card.recipe === recipe)
  const gen = read(handbook, [{ kind: 'leaveOut', recipe, except: [kept?.id ?? ''] }])
  test('is not made, but for the cards that were chosen, and is told as left out', () => {
    expect(gen.cards.filter((card) => card.recipe === recipe).map((card) => card.id)).toEqual([
      kept?.id,
    ])
    expect(gen.rejects).toContainEqual(expect.objectContaining({ recipe, reason: 'kind-left-out' }))
  })
  test('leaves its duties to other kinds', () => {
    const asked = new Set(gen.cards.flatMap((card) => card.target))
    for (const duty of gen.responsibilities) expect(asked).toContain(duty.id)
  })
})

describe('a card that the learner wrote', () => {
  const duty = plain.responsibilities[1]
  const fix = (card: Partial<WriteFix['card']> = {}): WriteFix => ({
    kind: 'write',
    id: '0190',
    fact: duty?.id ?? '',
    quote: duty?.prov[0]?.quote ?? '',
    card: {
      type: 'basic',
      prompt: 'What is set?',
      answer: 'Heat and steam',
      choices: null,
      explanation: null,
      ...card,
    },
  })
  const written = (gen: RoleGen) => gen.cards.find((card) => card.recipe.startsWith('written'))

  test('stands with its responsibility and its passage, word for word', () => {
    expect(written(read(handbook, [fix()]))).toMatchObject({
      prompt: 'What is set?',
      answer: 'Heat and steam',
      role: duty?.role,
      target: [duty?.id, 'own-0190'],
      prov: [duty?.prov[0]],
      score: 1,
    })
  })

  test('keeps its id when its words, its kind or the document around it change', () => {
    const id = written(read(handbook, [fix()]))?.id
    expect(written(read(handbook, [fix({ prompt: 'What?', type: 'tf', answer: true })]))?.id).toBe(
      id,
    )
    expect(written(read(`A line before.\n\n${handbook}`, [fix()]))?.id).toBe(id)
    const reworded = handbook.replace('temperature and steam', 'the temperature, steam and fans')
    expect(written(read(reworded, [{ ...fix(), quote: 'for each batch' }]))?.id).toBe(id)
  })

  test('finds its passage again where its responsibility is read differently', () => {
    const card = written(read(handbook, [{ ...fix(), fact: 'r-gone' }]))
    expect(card?.target[0]).toBe(duty?.id)
  })

  test('may be laid over what holds it already, and be taken away again', () => {
    const once = read(handbook, [fix()])
    expect(withHandWritten(once, [fix()])).toEqual(once)
    expect(withHandWritten(once, [])).toEqual(plain)
  })

  test('is told as not made when its passage is gone', () => {
    const gen = read(handbook, [{ ...fix(), fact: 'r-gone', quote: 'nowhere' }])
    expect(written(gen)).toBeUndefined()
    expect(gen.rejects).toContainEqual({
      recipe: 'written.basic',
      target: 'r-gone',
      reason: 'passage-gone',
    })
  })
})
