import { describe, expect, test } from 'vitest'
import type { RoleModel } from './model.ts'
import { parseProse } from './parse-prose.ts'
import * as shapes from './shape-samples.ts'

const namesIn = (model: RoleModel) => model.roles.map((role) => role.name)
const dutiesOf = (model: RoleModel, name: string) => {
  const role = model.roles.find((each) => each.name === name)
  return model.facts.filter((fact) => fact.role === role?.id).map((fact) => fact.text)
}
const tasksNotDoneBy = (model: RoleModel, name: string) => {
  const role = model.roles.find((each) => each.name === name)
  return model.boundaries.filter((each) => each.role === role?.id).map((each) => each.task)
}
const everythingIn = (model: RoleModel) =>
  JSON.stringify([model.facts.map((fact) => fact.text), model.skills.map((skill) => skill.name)])

describe('lines', () => {
  test('without marks below a title are its items; offers and links are none', () => {
    const model = parseProse(shapes.bareLines, 's')
    expect(namesIn(model)).toEqual(['Harbour Pilot'])
    expect(dutiesOf(model, 'Harbour Pilot')).toEqual([
      'board each ship at the outer buoy',
      'advise the captain on tide and current',
      'report damaged buoys to the port office within an hour',
    ])
    expect(model.skills.map((skill) => skill.name)).toContain('A master’s licence')
    expect(everythingIn(model)).not.toMatch(/holiday|Apply|canteen/)
  })

  test('wrapped at any width are one item, and hand-made marks and titles are seen', () => {
    const model = parseProse(shapes.wrapped, 's')
    expect(namesIn(model)).toEqual(['Signal Keeper', 'Points Fitter'])
    expect(dutiesOf(model, 'Signal Keeper')).toEqual([
      'set the signals for each train in the order of the timetable',
      'write every delay into the log',
    ])
    expect(dutiesOf(model, 'Points Fitter')).toEqual([
      'grease the points after every frost',
      'measure the gap between the rails once a month',
    ])
  })
})

describe('roles', () => {
  test('without a noun of a job are what stands above lists below “Who does what”', () => {
    const model = parseProse(shapes.areas, 's')
    expect(namesIn(model)).toEqual(['Building', 'Front of House', 'Everyone'])
    expect(dutiesOf(model, 'Building')).toContain('test the fire alarm every Wednesday')
  })

  test('stand before a dash, each with what it does', () => {
    const model = parseProse(shapes.dashed, 's')
    expect(namesIn(model)).toEqual(['Move Sponsor', 'Packing Crew'])
    expect(dutiesOf(model, 'Packing Crew')).toEqual(['label crates and carry them to the lift'])
  })

  test('that headings hide are named by the sentences, small letters and all', () => {
    const model = parseProse(shapes.essay, 's')
    expect(namesIn(model)).toEqual(['focus puller', 'boom operator', 'Key Grip'])
    expect(dutiesOf(model, 'focus puller')).toEqual([
      'measure the distance to the actor’s eye before each take',
    ])
    expect(dutiesOf(model, 'Key Grip')).toContain('lay the track for the dolly')
  })

  test('that a letter tells of are known by what “who”, “he” and “she” do', () => {
    const model = parseProse(shapes.letter, 's')
    expect(namesIn(model)).toEqual([
      'night baker',
      'delivery driver',
      "customers' adviser",
      'shop manager',
    ])
    expect(dutiesOf(model, 'night baker').join()).toContain('weigh the flour')
    expect(dutiesOf(model, 'delivery driver')).toContain('plan the round')
    expect(dutiesOf(model, "customers' adviser")).toContain('answer each letter within a week')
  })

  test('that a story introduces keep their duties apart by name, he, she and who', () => {
    const model = parseProse(shapes.harbour, 's')
    expect(dutiesOf(model, 'rope thrower')).toEqual([
      'coil both lines and check the knots before the ship is near',
      'count the bollards',
    ])
    expect(dutiesOf(model, 'deck supervisor')).toEqual([
      'open the ramp for the lorries and sign the loading list',
    ])
    expect(dutiesOf(model, 'gate keeper')).toEqual(['stamp the papers of every driver'])
    expect(dutiesOf(model, 'Ticket inspector')).toEqual([
      'answer letters about fares and report to the deck supervisor',
      'write the weekly plan',
    ])
  })

  test('that headings number without a blank have their duties above and their skills below', () => {
    const model = parseProse(shapes.blog, 's')
    expect(namesIn(model)).toEqual(['Lift Fitter', 'Night Porter', 'Pool Attendant'])
    expect(dutiesOf(model, 'Night Porter')).toEqual(['lock the gates at one and write the log'])
    expect(dutiesOf(model, 'Pool Attendant')).toEqual([
      'test the water twice a day',
      'count the towels at night',
    ])
    expect(model.skills.map(({ name }) => name)).toEqual([
      'Plan reading',
      'Head for heights',
      'Life saving badge',
      'Patience',
    ])
  })

  test('of a ladder are its levels, each with its own duties', () => {
    const model = parseProse(shapes.ladder, 's')
    expect(namesIn(model)).toEqual(['Cellar Hand', 'Winemaker'])
    expect(model.roles.map((role) => role.aliases)).toEqual([['L1'], ['L2']])
    expect(dutiesOf(model, 'Winemaker')).toEqual(['decide when the grapes are picked'])
  })
})

describe('sentences', () => {
  test('keep conditions, turn passives and go on with pronouns', () => {
    const model = parseProse(shapes.clauses, 's')
    expect(dutiesOf(model, 'Duty Nurse')).toEqual(
      expect.arrayContaining([
        'call the doctor when a fever rises above thirty-nine degrees',
        'check every drip at the start of the shift',
        'record each dose in the ward book',
      ]),
    )
    expect(dutiesOf(model, 'Night Porter')).toEqual(['lock the side doors at ten'])
    expect(tasksNotDoneBy(model, 'Night Porter')).toEqual(['carry keys to the drug store'])
  })

  test('that come to the duty by a detour tell it', () => {
    const model = parseProse(shapes.detours, 's')
    expect(dutiesOf(model, 'Stone Fitter')).toEqual([
      'dress the stones and set the gap between them',
    ])
    expect(dutiesOf(model, 'Flour Grader')).toEqual(['sort each sack by grade'])
    expect(dutiesOf(model, 'Stock Keeper')).toContain('count every sack on Friday')
  })

  test('of praise tell no duty', () => {
    const model = parseProse(shapes.praise, 's')
    expect(dutiesOf(model, 'Choir Master')).toEqual(['choose the hymns for each Sunday'])
  })

  test('whose first word only looks like a verb are no phrases', () => {
    const model = parseProse(shapes.nouns, 's')
    expect(model.facts.map((fact) => [fact.text, fact.form])).toEqual([
      ['Stock control for the bar', 'clause'],
      ['order wine every Monday', 'phrase'],
      ['Complaints within a day', 'clause'],
    ])
  })
})

test('what a role does not do has its owner where the text names one', () => {
  const model = parseProse(shapes.limits, 's')
  const [first] = model.boundaries
  const owner = model.roles.find((role) => role.id === first?.owner)
  expect([first?.task, owner?.name]).toEqual(['price talks with authors', 'Rights Manager'])
  expect(tasksNotDoneBy(model, 'Copy Editor')).toContain('cover design')
})

test('numbered steps below a heading that says so are in order; an enumeration is none', () => {
  const model = parseProse(shapes.procedure, 's')
  expect(model.steps.map(({ title, items }) => [title, items])).toEqual([
    ['How to open the pool', ['Test the water', 'Unlock the gate', 'Raise the flag']],
  ])
})

test('questions are read as paragraphs too, two roles side by side as a comparison', () => {
  const model = parseProse(shapes.sideBySide, 's')
  expect(model.faqs.map(({ question, answer }) => [question, answer])).toEqual([
    ['Who signs the cheques?', 'The Bursar signs them.'],
  ])
  expect(model.comparisons[0]?.aspects.map((aspect) => aspect.name)).toEqual(['Money', 'Time'])
})

test('no role stands in a list of steps or in page furniture', () => {
  expect(parseProse(shapes.furniture, 's').facts).toEqual([])
})
