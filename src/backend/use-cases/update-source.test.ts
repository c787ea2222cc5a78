import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CardDecision } from '#domain/cards/decision.ts'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { handbook } from '#domain/roles/samples.ts'
import { foldMemory } from '#domain/scheduling/fold.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import { createContext, newId, readNow, type Context } from '../context.ts'
import { openMemoryCollection } from '../store/open.ts'
import { countingRandom, standingClock, type MovableClock } from '../testing/sample.ts'
import { answerCard } from './answer-card.ts'
import { changeCards } from './change-cards.ts'
import { contestCard } from './contest-card.ts'
import { listDecks } from './list-decks.ts'
import { openSession } from './open-session.ts'
import { getChanges, settleChange } from './read-changes.ts'
import { settleContest } from './settle-contest.ts'
import { storeSource } from './store-source.ts'
import { undoStep } from './undo-step.ts'
import { updateSource, type UpdatedResult } from './update-source.ts'

let context: Context
let clock: MovableClock
const sourceId = 'handbook'
const dayMs = 86_400_000

const read = (text: string): RoleGen =>
  generate({ sourceId, path: 'handbook.md', format: 'markdown', sha256: 'a'.repeat(64), text })

beforeEach(() => {
  clock = standingClock()
  const db = openMemoryCollection()
  context = createContext({ db, clock, random: countingRandom(), changed: () => {} })
  const decided = { fixes: [], decisions: new Map() }
  storeSource(context, { ...decided, gen: read(handbook), title: 'Bakery', bundleId: null })
  context.db.transaction(() =>
    context.settings.save(context.db as never, { newPerDay: 500, reviewsPerDay: 900 }),
  )()
})
afterEach(() => context.db.close())

const update = (
  text: string,
  decided: Partial<Parameters<typeof updateSource>[1]> = {},
): UpdatedResult =>
  updateSource(context, {
    sourceId,
    gen: read(text),
    fixes: [],
    decided: new Map(),
    ...decided,
  })
const cards = () => context.cards.ofSource(sourceId)
/** The one card of this recipe whose passage holds these words. */
const cardAbout = (words: string, recipe = 'label-how.basic') => {
  const found = cards().filter(
    ({ card }) =>
      card.recipe === recipe && card.passages.some((passage) => passage.quote.includes(words)),
  )
  const [one] = found
  if (found.length !== 1 || !one) throw new Error(`${found.length} cards about ${words}`)
  return one
}
const stateOf = (cardId: string) => {
  const stored = context.memories.find(cardId)
  if (!stored) throw new Error(`no card ${cardId}`)
  return stored
}
const answer = (cardId: string, grade: Grade = 4) => {
  const { revision } = stateOf(cardId)
  return answerCard(context, { answerId: newId(context), cardId, revision, grade, tookMs: 1000 })
}
const studied = (words: string) => {
  const { card } = cardAbout(words)
  answer(card.cardId)
  clock.at += dayMs
  return card.cardId
}
const isInSession = (cardId: string) =>
  openSession(context, { deckIds: [] }).cards.some((card) => card.cardId === cardId)
const changeShown = (cardId: string) =>
  openSession(context, { deckIds: [] }).cards.find((card) => card.cardId === cardId)?.change ?? null

const threeDays = handbook.replace('within two days', 'within three days')
const withoutTasting = handbook.replace(
  '- Tasting: reject loaves that miss the agreed crust.\n',
  '',
)

function expectStateToBeTheFoldOfTheLog(): void {
  const lines = context.reviews.all()
  for (const { card } of cards()) {
    const own = lines
      .filter((line) => line.cardId === card.cardId)
      .map((line) => ({ id: line.reviewId, ...line }))
    expect(stateOf(card.cardId).memory).toEqual(foldMemory(context.model, own))
  }
}

/** Cards that ask for one duty are of one note, and a note asks for one duty. */
function expectSiblingsToShareTheirFact(): void {
  const duties = context.sources.duties(sourceId)
  const dutyOf = new Map(
    cards()
      .filter(({ card, status }) => status === 'active' && card.recipe !== 'list.basic')
      .map(({ card }) => [
        card.cardId,
        duties.find(({ passages }) => passages[0]?.start === card.passages[0]?.start)?.id,
      ]),
  )
  const notes = new Map(cards().map(({ card }) => [card.cardId, card.noteId]))
  const pairs = new Set(
    [...dutyOf].flatMap(([cardId, duty]) => (duty ? [`${duty} ${notes.get(cardId)}`] : [])),
  )
  const count = (side: number) => new Set([...pairs].map((pair) => pair.split(' ')[side])).size
  expect(count(0)).toBe(pairs.size)
  expect(count(1)).toBe(pairs.size)
}

describe('a changed document', () => {
  test('keeps ids, schedule and history of what stayed the same', () => {
    const cardId = studied('set temperature')
    const before = stateOf(cardId)
    const idsBefore = cards().map(({ card }) => card.cardId)
    const result = update(handbook.replace('Everybody has a say', 'Everybody is heard'))
    expect(result).toMatchObject({ version: 2, sourceId, counts: { changed: 0, gone: 0, new: 0 } })
    expect(stateOf(cardId)).toEqual(before)
    expect(
      cards()
        .map(({ card }) => card.cardId)
        .sort(),
    ).toEqual(idsBefore.sort())
    expect(context.reviews.all()).toHaveLength(1)
  })

  test('keeps the earlier text, and every passage points into the present one', () => {
    update(`A line on top.\n\n${threeDays}`)
    expect(context.versions.textOf(sourceId, 1)).toBe(handbook)
    const text = context.sources.textOf(sourceId)
    expect(text).toContain('A line on top.')
    for (const { card } of cards())
      for (const { start, end, quote } of card.passages) expect(text.slice(start, end)).toBe(quote)
  })

  test('rewords a card silently: same id, same schedule, new words, another revision', () => {
    const cardId = studied('order the stops')
    const before = stateOf(cardId)
    update(handbook.replace('order the stops', 'order the many stops'))
    expect(cardAbout('many stops').card.cardId).toBe(cardId)
    expect(stateOf(cardId)).toEqual({
      ...before,
      revision: before.revision + 1,
      position: stateOf(cardId).position,
    })
    expect(changeShown(cardId)).toBeNull()
  })

  test('makes a card due whose fact is another one, with both passages until it is answered', () => {
    const cardId = studied('within two days')
    const before = stateOf(cardId).memory
    expect(isInSession(cardId)).toBe(false)
    expect(update(threeDays).counts.changed).toBeGreaterThan(0)
    const { day } = readNow(context)
    expect(stateOf(cardId).memory).toEqual({ ...before, dueDay: day })
    const change = changeShown(cardId)
    expect(change?.before?.passages[0]).toContain('two days')
    expect(change?.after?.passages[0]).toContain('three days')
    expect(change).toMatchObject({ kind: 'changed', isDue: true })
    const { answerId } = answer(cardId, 3)
    expect(isInSession(cardId)).toBe(false)
    undoStep(context, { stepId: answerId })
    expect(changeShown(cardId)).toMatchObject({ isDue: true })
    expectStateToBeTheFoldOfTheLog()
  })

  test('leaves a new card new when its fact changes: there is nothing to relearn', () => {
    const { card } = cardAbout('within two days')
    update(threeDays)
    expect(stateOf(card.cardId).memory).toEqual({ kind: 'new' })
    expect(changeShown(card.cardId)).toBeNull()
    expect(context.reviews.all()).toEqual([])
  })

  test('lets the learner dismiss a change: the card goes back to its old date', () => {
    const cardId = studied('within two days')
    const before = stateOf(cardId).memory
    update(threeDays)
    settleChange(context, { cardId, wording: 'keep' })
    expect(stateOf(cardId).memory).toEqual(before)
    expect(isInSession(cardId)).toBe(false)
    const lines = context.reviews.all().length
    settleChange(context, { cardId, wording: 'keep' })
    expect(context.reviews.all()).toHaveLength(lines)
    expectStateToBeTheFoldOfTheLog()
  })

  test('that changes twice shows how the learner knew it and how it is now', () => {
    const cardId = studied('within two days')
    update(threeDays)
    clock.at += dayMs
    update(handbook.replace('within two days', 'within four days'))
    const change = changeShown(cardId)
    expect(change?.before?.passages[0]).toContain('two days')
    expect(change?.after?.passages[0]).toContain('four days')
    settleChange(context, { cardId, wording: 'keep' })
    expect(context.versions.openDues(cardId)).toEqual([])
    expectStateToBeTheFoldOfTheLog()
  })

  test('archives what it no longer says, and brings it back with its history', () => {
    const cardId = studied('reject loaves')
    const before = stateOf(cardId)
    expect(update(withoutTasting).counts.gone).toBeGreaterThan(0)
    expect(stateOf(cardId)).toMatchObject({ status: 'archived', memory: before.memory })
    expect(isInSession(cardId)).toBe(false)
    const deckId = context.decks.ofSource(sourceId)?.deckId ?? ''
    const gone = getChanges(context, { deckId }).gone.find((card) => card.cardId === cardId)
    expect(gone).toMatchObject({ roleName: 'Head Baker', answers: 1 })
    update(handbook)
    expect(stateOf(cardId)).toMatchObject({ status: 'active', memory: before.memory })
    expect(getChanges(context, { deckId }).gone).toEqual([])
    expect(context.reviews.ofCard(cardId)).toHaveLength(1)
  })

  test('that brings back a card as another fact makes it due', () => {
    const cardId = studied('within two days')
    update(handbook.replace('- Complaint handling: answer each complaint within two days.\n', ''))
    expect(stateOf(cardId).status).toBe('archived')
    update(threeDays)
    expect(stateOf(cardId).status).toBe('active')
    expect(changeShown(cardId)).toMatchObject({ isDue: true })
  })

  test('adds new cards as new ones, siblings of the cards of their fact', () => {
    const added = handbook.replace(
      '- Cash handling',
      '- Key holding: lock the shop and both ovens at the end of the day.\n- Cash handling',
    )
    const result = update(added)
    expect(result.counts.new).toBeGreaterThan(0)
    const own = cards().filter(({ card }) =>
      card.passages.some(({ quote }) => quote.includes('lock the shop')),
    )
    expect(own.length).toBeGreaterThan(0)
    for (const { card } of own)
      expect(stateOf(card.cardId)).toMatchObject({
        status: 'active',
        revision: 0,
        memory: { kind: 'new' },
      })
    expect(new Set(own.map(({ card }) => card.noteId)).size).toBe(1)
  })

  test('renames the deck of a renamed role, unless the learner gave it a name', () => {
    const names = () => listDecks(context).map((deck) => deck.name)
    update(handbook.replaceAll('Head Baker', 'Night Baker'))
    expect(names()).toEqual(['Bakery', 'Night Baker', 'Shop Manager', 'Delivery Driver'])
    const deck = listDecks(context).find((each) => each.name === 'Shop Manager')
    context.decks.rename(context.db as never, deck?.deckId ?? '', 'My shop')
    update(
      handbook.replaceAll('Shop Manager', 'Store Manager').replaceAll('Head Baker', 'Night Baker'),
    )
    expect(names()).toEqual(['Bakery', 'Night Baker', 'My shop', 'Delivery Driver'])
  })

  test('hides the deck of a role that is gone and shows it again when the role comes back', () => {
    const [intro = '', first = '', , third = ''] = handbook.split(/(?=^## )/m)
    const names = () => listDecks(context).map((deck) => deck.name)
    update(intro + first + third)
    expect(names()).toEqual(['Bakery', 'Head Baker', 'Delivery Driver'])
    update(handbook)
    expect(names()).toEqual(['Bakery', 'Head Baker', 'Shop Manager', 'Delivery Driver'])
    expect(listDecks(context)[2]?.cardCount).toBeGreaterThan(0)
  })

  test('leaves a card where the learner moved it, with the tags that they gave it', () => {
    const { card } = cardAbout('within two days')
    const top = context.decks.ofSource(sourceId)?.deckId ?? ''
    const change = (kind: Parameters<typeof changeCards>[1]['change']) =>
      changeCards(context, { changeId: newId(context), cardIds: [card.cardId], change: kind })
    expect(stateOf(card.cardId).deckId).not.toBe(top)
    change({ kind: 'move', deckId: top })
    change({ kind: 'tag', tag: 'exam', on: true })
    update(threeDays)
    expect(stateOf(card.cardId).deckId).toBe(top)
    expect(context.cardChanges.withTag([card.cardId], 'EXAM')[0]?.tag).toBe('exam')
  })

  test('brings back a deck that was removed', () => {
    const deckId = context.decks.ofSource(sourceId)?.deckId ?? ''
    context.decks.setRemoved(context.db as never, deckId, clock.at)
    expect(update(threeDays).deckId).toBe(deckId)
    expect(listDecks(context)).toHaveLength(4)
  })

  test('is stored whole or not at all', () => {
    studied('within two days')
    const dump = () =>
      [
        'source',
        'source_version',
        'card',
        'memory',
        'note',
        'role',
        'deck',
        'review',
        'card_alias',
        'source_change',
      ].map((table) => context.db.prepare(`select * from ${table} order by 1, 2`).all())
    const before = dump()
    context.db.exec(
      "create trigger stumble before insert on source_update begin select raise(abort, 'power cut'); end",
    )
    expect(() => update(threeDays)).toThrow('power cut')
    expect(dump()).toEqual(before)
  })
})

describe('what the learner decided', () => {
  const reword = (cardId: string) =>
    context.cards.setEdit(context.db as never, cardId, { prompt: 'Mine?', answer: 'Mine.' })

  test('their own wording stays, and the card says that the document’s has changed', () => {
    const cardId = studied('order the stops')
    reword(cardId)
    update(handbook.replace('order the stops', 'order the many stops'))
    const card = context.cards.find(cardId)
    expect(card).toMatchObject({ edit: { prompt: 'Mine?' }, isEditBehind: true })
    clock.at += 400 * dayMs
    const change = changeShown(cardId)
    expect(change?.before?.face.prompt).toBe('Mine?')
    expect(change?.after?.face.answer).toContain('many stops')
    expect(change).toMatchObject({ isEdited: true, isDue: false })
  })

  test('they keep their wording or take the document’s', () => {
    const cardId = studied('within two days')
    reword(cardId)
    update(threeDays)
    settleChange(context, { cardId, wording: 'keep' })
    expect(context.cards.find(cardId)).toMatchObject({
      edit: { prompt: 'Mine?' },
      isEditBehind: false,
    })
    update(handbook)
    settleChange(context, { cardId, wording: 'take' })
    expect(context.cards.find(cardId)).toMatchObject({ edit: null, isEditBehind: false })
  })

  test('an edit is not behind when only the passage moved or other options came', () => {
    const { card } = cardAbout('order the stops')
    reword(card.cardId)
    update(`A line on top.\n\n${threeDays}`)
    expect(context.cards.find(card.cardId)?.isEditBehind).toBe(false)
  })

  test('rejected cards stay rejected, tell of no change and are not archived', () => {
    const { card } = cardAbout('within two days')
    context.memories.setStatus(context.db as never, card.cardId, 'rejected')
    const first = update(threeDays)
    expect(stateOf(card.cardId).status).toBe('rejected')
    update(handbook.replace('- Complaint handling: answer each complaint within two days.\n', ''))
    expect(stateOf(card.cardId).status).toBe('rejected')
    update(handbook)
    expect(stateOf(card.cardId).status).toBe('rejected')
    const deckId = context.decks.ofSource(sourceId)?.deckId ?? ''
    const told = getChanges(context, { deckId }).updates.flatMap((each) => each.changes)
    expect(told.map((change) => change.cardId)).not.toContain(card.cardId)
    expect(first.counts.changed).toBeLessThan(cards().length)
  })

  test('cards of the update itself can be rejected and edited', () => {
    const added = handbook.replace(
      '- Cash handling',
      '- Key holding: lock the shop and both ovens at night.\n- Cash handling',
    )
    const fresh = read(added).cards.filter((card) =>
      card.prov.some(({ quote }) => quote.includes('lock the shop')),
    )
    const [one] = fresh
    const two = cardAbout('order the stops').card.cardId
    if (!one) throw new Error('a titled duty gives a card')
    update(added, {
      decided: new Map<string, CardDecision>([
        [one.id, { verdict: 'rejected', reason: 'trivial', inBulk: false }],
        [
          two,
          {
            verdict: 'kept',
            isPinned: true,
            edit: { prompt: 'Mine?', answer: null },
            inBulk: false,
          },
        ],
      ]),
    })
    expect(stateOf(one.id).status).toBe('rejected')
    expect(context.cards.find(two)?.edit?.prompt).toBe('Mine?')
    const decisions = () => context.decisions.ofSource(sourceId)
    expect(decisions().get(one.id)).toMatchObject({ verdict: 'rejected', reason: 'trivial' })
    // Pins and reasons survive the next update, and a decision can be taken back by it.
    update(added.replace('order the stops', 'order the many stops'))
    expect(decisions().get(two)).toMatchObject({ verdict: 'kept', isPinned: true })
    update(added, { decided: new Map([[one.id, null]]) })
    expect(stateOf(one.id).status).toBe('active')
    expect(decisions().has(one.id)).toBe(false)
  })

  test('a contested card stays contested, and is due when that is settled', () => {
    const cardId = studied('within two days')
    context.memories.setStatus(context.db as never, cardId, 'contested')
    update(threeDays)
    expect(stateOf(cardId).status).toBe('contested')
    context.memories.setStatus(context.db as never, cardId, 'active')
    expect(changeShown(cardId)).toMatchObject({ isDue: true })
  })
})

describe('a contested card that is gone', () => {
  const contestId = 'contest'
  const contested = () => {
    const cardId = studied('reject loaves')
    const target = { from: 'card' as const, cardId }
    contestCard(context, { contestId, target, fault: 'wrong', note: 'by weight, not by crust' })
    update(withoutTasting)
    expect(stateOf(cardId).status).toBe('archived')
    return cardId
  }

  test('is contested again when it comes back, its schedule as it was', () => {
    const cardId = contested()
    const { memory } = stateOf(cardId)
    update(handbook)
    expect(stateOf(cardId)).toMatchObject({ status: 'contested', memory })
    clock.at += 400 * dayMs
    expect(isInSession(cardId)).toBe(false)
    settleContest(context, { contestId, outcome: 'kept' })
    expect(stateOf(cardId)).toMatchObject({ status: 'active', memory })
    expect(isInSession(cardId)).toBe(true)
  })

  test('comes back active when it was settled meanwhile', () => {
    const cardId = contested()
    settleContest(context, { contestId, outcome: 'kept' })
    expect(stateOf(cardId).status).toBe('archived')
    update(handbook)
    expect(stateOf(cardId).status).toBe('active')
  })
})

describe('the list of changes', () => {
  test('is offered for each deck that an update ever changed, with the count of the latest', () => {
    const counts = () =>
      Object.fromEntries(listDecks(context).map((each) => [each.name, each.changeCount]))
    expect(counts()).toEqual({
      Bakery: null,
      'Head Baker': null,
      'Shop Manager': null,
      'Delivery Driver': null,
    })
    const { changed, gone, reworded, ...rest } = update(withoutTasting).counts
    const { Bakery, ...roles } = counts()
    expect(Bakery).toBe(changed + gone + reworded + rest.new)
    expect(roles['Head Baker']).toBeGreaterThanOrEqual(gone)
    expect(roles['Shop Manager']).toBeNull()
    expect(Object.values(roles).reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBe(Bakery)
    update(`A line on top.\n\n${withoutTasting}`)
    expect(counts()).toMatchObject({ Bakery: 0, 'Head Baker': 0, 'Shop Manager': null })
  })

  test('does not tell of a deleted card that is gone; it stays deleted when it comes back', () => {
    const cardId = studied('reject loaves')
    const { marks } = stateOf(cardId)
    context.memories.setMarks(context.db as never, cardId, { ...marks, isDeleted: true })
    update(withoutTasting)
    const deckId = context.decks.ofSource(sourceId)?.deckId ?? ''
    const { updates, gone } = getChanges(context, { deckId })
    const told = [...updates.flatMap((each) => each.changes), ...gone].map((each) => each.cardId)
    expect(told).not.toContain(cardId)
    expect(gone.length).toBeGreaterThan(0)
    update(handbook)
    expect(stateOf(cardId).status).toBe('deleted')
  })

  test('tells by update and by role what was reworded, changed, new and gone', () => {
    const cardId = studied('within two days')
    update(threeDays)
    update(withoutTasting)
    const top = context.decks.ofSource(sourceId)?.deckId ?? ''
    const { updates, sourceTitle } = getChanges(context, { deckId: top })
    expect(sourceTitle).toBe('Bakery')
    expect(updates.map((each) => each.version)).toEqual([3, 2])
    expect(updates[1]?.changes.find((change) => change.cardId === cardId)).toMatchObject({
      kind: 'changed',
      roleName: 'Shop Manager',
      isSeen: true,
    })
    const baker = listDecks(context).find((deck) => deck.name === 'Head Baker')
    const own = getChanges(context, { deckId: baker?.deckId ?? '' })
    expect(
      new Set(own.updates.flatMap((each) => each.changes.map((change) => change.roleName))),
    ).toEqual(new Set(['Head Baker']))
    expect(own.gone.length).toBeGreaterThan(0)
  })
})

/** Edits of the handbook, among them some that undo others. */
const edit = fc.constantFrom<((text: string) => string)[]>(
  (text) => text.replace('within two days', 'within three days'),
  (text) => text.replace('within three days', 'within two days'),
  (text) => text.replace('order the stops', 'order the many stops'),
  (text) => text.replaceAll('Head Baker', 'Night Baker'),
  (text) => text.replaceAll('Night Baker', 'Head Baker'),
  (text) => text.replace(/- Tasting:.*\n/, ''),
  (text) => text.replace(/- Returns:.*\n/, ''),
  (text) =>
    text.replace(
      '## Shop Manager\n\n',
      '## Shop Manager\n\n- Returns: bring unsold bread back to the bakery by noon.\n',
    ),
  (text) => text.replace('## Head Baker\n', 'Printed on grey paper.\n\n## Head Baker\n'),
  (text) =>
    text.replace(
      '- Cash handling',
      '- Complaint handling: answer each complaint within two days.\n- Cash handling',
    ),
  (text) =>
    text
      .split(/(?=^## )/m)
      .toSorted()
      .join(''),
  (text) =>
    text.replace(
      '- Cold chain',
      '- Cold chain: keep cream cakes below nine degrees on the road.\n- Cold chain',
    ),
  (text) => text.replace('calculate the flour', 'weigh the flour'),
  () => handbook,
)
const act = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), edit }),
  fc.record({
    do: fc.constant('answer' as const),
    pick: fc.nat(40),
    grade: fc.constantFrom<Grade[]>(1, 3, 4),
  }),
  fc.record({ do: fc.constant('settle' as const), pick: fc.nat(40) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 30 }) }),
)

test('after any sequence of edits, answers and undos no answer is lost, state is the fold of the log, and the first text gives the first cards', () => {
  const original = new Map(cards().map(({ card }) => [card.cardId, card]))
  let runs = 0
  fc.assert(
    fc.property(fc.array(act, { minLength: 3, maxLength: 14 }), (acts) => {
      const db = openMemoryCollection()
      clock = standingClock()
      context = createContext({ db, clock, random: countingRandom(), changed: () => {} })
      const decided = { fixes: [], decisions: new Map() }
      storeSource(context, { ...decided, gen: read(handbook), title: 'Bakery', bundleId: null })
      let text = handbook
      let answers = 0
      const given: string[] = []
      const all = () => cards().filter(({ status }) => status === 'active')
      for (const each of acts) {
        if (each.do === 'wait') clock.at += each.days * dayMs
        else if (each.do === 'edit') {
          text = each.edit(text)
          update(text)
        } else if (each.do === 'undo') {
          const answerId = given.pop()
          if (answerId) undoStep(context, { stepId: answerId })
        } else {
          const active = all()
          const chosen = active[each.pick % Math.max(1, active.length)]
          if (!chosen) continue
          const { cardId } = chosen.card
          if (each.do === 'settle') settleChange(context, { cardId, wording: 'keep' })
          else {
            given.push(answer(cardId, each.grade).answerId)
            answers += 1
          }
        }
      }
      update(handbook)
      expect(context.reviews.all().filter((line) => line.kind === 'study')).toHaveLength(answers)
      expectStateToBeTheFoldOfTheLog()
      const active = new Map(all().map(({ card }) => [card.cardId, card]))
      expect([...active.keys()].sort()).toEqual([...original.keys()].sort())
      for (const [cardId, card] of active) {
        const first = original.get(cardId)
        expect(card).toEqual({ ...first, noteId: card.noteId })
      }
      expectSiblingsToShareTheirFact()
      expect(db.pragma('foreign_key_check')).toEqual([])
      runs += 1
      db.close()
    }),
    { numRuns: 80 },
  )
  expect(runs).toBeGreaterThan(0)
  context = createContext({
    db: openMemoryCollection(),
    clock,
    random: countingRandom(),
    changed: () => {},
  })
}, 120_000)
