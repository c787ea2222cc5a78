import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLeech } from '#domain/study/leech.ts'
import { readSearch } from '#domain/search/read-search.ts'
import { readNow } from '../context.ts'
import { write } from '../store/open.ts'
import { sampleCollection } from '../testing/sample.ts'
import { actOnCards } from './act-on-cards.ts'
import { answerCard } from './answer-card.ts'
import { removeDeck } from './change-decks.ts'
import { contestCard } from './contest-card.ts'
import { searchCondition } from './meaning-of.ts'
import { getSearchTerms, searchCards } from './search-cards.ts'

const dayMs = 86_400_000
const plain = { order: 'added', isDescending: false, from: 0, count: 500 } as const

function collection() {
  const sample = sampleCollection(3)
  const { context } = sample
  const search = (typed: string, rest: Partial<Parameters<typeof searchCards>[1]> = {}) =>
    searchCards(context, { ...plain, search: typed, ...rest })
  const prompts = (typed: string) => search(typed).rows.map((row) => row.prompt)
  const count = (typed: string) => search(typed).total
  const [first, second] = search('kind:basic').rows
  if (!first || !second) throw new Error('the sample has cards')
  let answers = 0
  const answer = (cardId: string, grade: 1 | 2 | 3 | 4) => {
    answers += 1
    const answerId = `018f2b1c-0000-7000-8000-${String(answers).padStart(12, '0')}`
    const revision = context.memories.find(cardId)?.revision ?? 0
    answerCard(context, { answerId, cardId, revision, grade, tookMs: 1000 })
  }
  const edit = (cardId: string, prompt: string, answer: string | null = null) =>
    write(context.db, (tx) => context.cards.setEdit(tx, cardId, { prompt, answer }))
  return { ...sample, search, prompts, count, first, second, answer, edit }
}

const faultOf = (work: () => unknown) => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('words', () => {
  test('stand anywhere in a card: question, answer, options, explanation', () => {
    const { prompts, count } = collection()
    expect(prompts('"duty 7"')).toEqual(['What is duty 7?'])
    expect(count('belongs')).toBe(12)
    expect(count('kind:mcq carry')).toBe(12)
    expect(count('nowhere')).toBe(0)
  })

  test('the learner’s own wording is found, what it replaced is not', () => {
    const { first, edit, prompts, count } = collection()
    expect(count('"what is duty 0"')).toBe(1)
    edit(first.cardId, 'Où est le café?', 'Behind the bakery')
    expect(prompts('cafe bakery')).toEqual(['Où est le café?'])
    expect(prompts('OU')).toEqual(['Où est le café?'])
    expect(count('"what is duty 0"')).toBe(0)
    expect(count('is:edited')).toBe(1)
  })

  test('a star stands for more letters; a whole word does not', () => {
    const { count } = collection()
    expect(count('respons*')).toBe(12)
    expect(count('respons')).toBe(0)
    expect(count('"a responsib"*')).toBe(12)
  })

  test('signs of the index’s own language are only text', () => {
    const { count, edit, first } = collection()
    edit(first.cardId, 'NEAR the col:umn "x" ^start AND NOT(y)')
    const found = ['"NEAR(the col)"', 'umn', String.raw`"\"x\" ^start"`, '"and not(y)"']
    expect(found.map(count)).toEqual([1, 1, 1, 1])
    expect(count('"near col"')).toBe(0)
    expect(count(`'x"; drop table card; --start"`)).toBe(0)
  })
})

describe('terms', () => {
  test('deck, role and kind', () => {
    const { count, prompts } = collection()
    expect(count('deck:sample')).toBe(24)
    expect(count('deck:"role 1"')).toBe(8)
    expect(count('deck:"Sample::Role 1"')).toBe(8)
    expect(count('role:"Role 2"')).toBe(8)
    expect(count('role:role*')).toBe(24)
    expect(count('-role:"role 2"')).toBe(16)
    expect(count('kind:choice')).toBe(12)
    expect(count('kind:role-does.basic')).toBe(12)
    expect(count('kind:role-*')).toBe(24)
    expect(prompts('deck:"role 0" kind:basic -"duty 1"')).toHaveLength(3)
  })

  test('what became of a card', () => {
    const { context, clock, count, first, second, answer } = collection()
    expect([count('is:new'), count('is:due')]).toEqual([24, 0])
    answer(first.cardId, 4)
    answer(second.cardId, 1)
    expect([count('is:new'), count('is:review'), count('is:learning')]).toEqual([22, 1, 1])
    expect(count('is:due')).toBe(1)
    clock.at += 40 * dayMs
    expect(count('is:due')).toBe(2)
    expect(count('prop:due<0')).toBe(1)
    expect(count('is:due prop:recall<100% prop:recall>0')).toBe(2)
    expect(count('prop:recall<0.01')).toBe(0)
    expect(count('prop:reps>=1')).toBe(2)
    expect(count('is:young or is:mature')).toBe(1)
    expect(count('is:leech')).toBe(0)
    const contestId = '018f2b1c-0000-7000-8000-00000000000c'
    const target = { from: 'card', cardId: first.cardId } as const
    contestCard(context, { contestId, target, fault: 'wrong', note: '' })
    expect([count('is:contested'), count('is:due')]).toEqual([1, 1])
  })

  test('what the learner set on it', () => {
    const { context, count, first, second } = collection()
    const act = (n: number, cardId: string, act: Parameters<typeof actOnCards>[1]['act']) =>
      actOnCards(context, {
        stepId: `018f2b1c-0000-7000-8000-0000000000a${n}`,
        cardIds: [cardId],
        act,
      })
    act(1, first.cardId, { do: 'suspend', on: true })
    act(2, first.cardId, { do: 'flag', flag: 3 })
    act(3, second.cardId, { do: 'bury', on: true })
    expect([count('is:suspended'), count('is:buried'), count('is:flagged')]).toEqual([1, 1, 1])
    expect([count('prop:flag=3'), count('prop:flag=2')]).toEqual([1, 0])
    expect(count('')).toBe(24)
    act(4, first.cardId, { do: 'delete', on: true })
    expect([count(''), count('is:deleted'), count('is:suspended')]).toEqual([23, 1, 0])
  })

  test('a leech is what waits to be looked at', () => {
    const { context, count, first, answer } = collection()
    answer(first.cardId, 4)
    const put = context.db.prepare('update memory set lapses = ?, leech_settled = ? where reps > 0')
    for (let lapses = 0; lapses < 24; lapses += 1) {
      for (const settled of [null, 0, 7, 8, 9, 11, 12, 15]) {
        put.run(lapses, settled === 0 ? null : settled)
        expect(count('is:leech')).toBe(Number(isLeech(lapses, settled)))
      }
    }
  })

  test('recall compares as it is shown', () => {
    const { clock, search, count, first, answer } = collection()
    answer(first.cardId, 4)
    clock.at += 9 * dayMs
    const recall = search('is:review').rows[0]?.recall ?? 0
    expect(recall).toBeGreaterThan(0.5)
    expect(count(`prop:recall>${(recall - 0.001).toFixed(4)}`)).toBe(1)
    expect(count(`prop:recall<${(recall - 0.001).toFixed(4)}`)).toBe(0)
    expect(count(`prop:recall<${(recall + 0.001).toFixed(4)}`)).toBe(1)
    expect(count(`prop:recall=${Math.round(recall * 100)}%`)).toBe(1)
    expect(count('prop:recall!=1')).toBe(1)
  })

  test('tags: the document’s, with the learner’s laid over them', () => {
    const { context, count, first, search } = collection()
    const put = context.db.prepare('insert into learner_tag (card_id, tag, is_on) values (?, ?, ?)')
    put.run(first.cardId, 'Fire Safety', 1)
    expect([count('tag:"fire safety"'), count('tag:fire*'), count('tag:safety')]).toEqual([1, 1, 0])
    expect(count('safety')).toBe(1)
    expect(search('tag:fire*').rows[0]?.tags).toEqual(['Fire Safety'])
    expect(getSearchTerms(context).tags).toEqual(['Fire Safety'])
    context.db.exec('update card set tags_json = \'["given"]\'')
    expect(count('tag:given')).toBe(24)
    put.run(first.cardId, 'given', 0)
    expect(count('tag:given')).toBe(23)
    context.db.exec('delete from learner_tag')
    expect([count('tag:given'), count('tag:fire*')]).toEqual([24, 0])
  })
})

test('rejected and archived cards come only when they are asked for; those of removed decks never', () => {
  const { context, count, first, deckId } = collection()
  write(context.db, (tx) => context.memories.setStatus(tx, first.cardId, 'rejected'))
  expect([count(''), count('is:rejected'), count('is:all'), count('-is:rejected')]).toEqual([
    23, 1, 24, 23,
  ])
  removeDeck(context, { deckId })
  expect([count(''), count('is:all')]).toEqual([0, 0])
})

test('a name that is not there is named with its place', () => {
  const { search } = collection()
  for (const [typed, reason, start, end] of [
    ['x deck:Sampel', 'no_such_deck', 7, 13],
    ['role:"no one"', 'no_such_role', 6, 12],
    ['kind:song', 'no_such_kind', 5, 9],
  ] as const) {
    const error = faultOf(() => search(typed))
    expect(error, typed).toMatchObject({
      code: 'search_not_understood',
      params: { reason, start, end },
    })
  }
})

test('a window shows its part of the list, whatever the order', () => {
  const { search, answer, first, clock } = collection()
  answer(first.cardId, 4)
  clock.at += dayMs
  const orders = ['added', 'question', 'deck', 'kind', 'due', 'stability', 'recall'] as const
  for (const order of orders) {
    for (const isDescending of [false, true]) {
      const all = search('', { order, isDescending }).rows.map((row) => row.cardId)
      expect(new Set(all).size).toBe(24)
      const part = search('', { order, isDescending, from: 10, count: 5 })
      expect(part.total).toBe(24)
      expect(part.rows.map((row) => row.cardId)).toEqual(all.slice(10, 15))
    }
  }
  expect(search('', { from: 24 }).rows).toEqual([])
  // New cards have no due day: they come last either way.
  expect(search('', { order: 'due' }).rows[0]?.cardId).toBe(first.cardId)
  expect(search('', { order: 'due', isDescending: true }).rows[0]?.cardId).toBe(first.cardId)
  const byQuestion = search('kind:basic', { order: 'question', isDescending: true }).rows
  expect(byQuestion[0]?.prompt).toBe('What is duty 9?')
})

test('no search tries each hit of the one kind with each of the other', () => {
  const { context } = collection()
  const terms = [
    'word',
    'is:due',
    'tag:x',
    'deck:sample',
    'is:edited',
    'prop:recall<1',
    'role:role*',
  ]
  const pairs = terms.flatMap((a) => terms.flatMap((b) => [`${a} ${b}`, `${a} (${b} or other)`]))
  for (const typed of [...terms, ...pairs]) {
    const search = readSearch(typed)
    const { sql, values } = searchCondition(context, readNow(context), { search, typed })
    const plan = context.db
      .prepare<(string | number)[], { detail: string }>(
        `explain query plan select n from card_listing where ${sql} order by prompt_start`,
      )
      .all(...values)
    expect(plan.map((step) => step.detail).join(), typed).not.toMatch(/=\? AND rowid=\?/)
  }
})

test('a list is found anew as soon as anything changed', () => {
  const { context, count, first } = collection()
  expect(count('')).toBe(24)
  write(context.db, (tx) => context.memories.setStatus(tx, first.cardId, 'archived'))
  expect(count('')).toBe(23)
})

test('the index holds the words of each card after any edits', () => {
  const { context, edit, search } = collection()
  const cards = search('').rows.map((row) => row.cardId)
  const words = ['alpha', 'beta', 'gamma', 'délta']
  const edits = fc.array(
    fc.tuple(fc.nat(cards.length - 1), fc.constantFrom(...words), fc.constantFrom(...words)),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(edits, (made) => {
      for (const [index, prompt, answer] of made) edit(cards[index] ?? '', prompt, answer)
      for (const word of words) {
        const found = search(word).rows.map((row) => row.cardId)
        const holding = cards.filter((cardId) => {
          const card = context.cards.find(cardId)
          // Options stand in the place of an answer only when they are worded; here the answer is.
          return card?.edit?.prompt === word || card?.edit?.answer === word
        })
        expect(found).toEqual(holding)
      }
    }),
    { numRuns: 40 },
  )
})
