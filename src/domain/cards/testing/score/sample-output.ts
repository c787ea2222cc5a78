import type { Choice, GeneratedCard, RoleGen } from '../../rolegen.ts'
import {
  allDuties,
  answer,
  at,
  comparison,
  dutyId,
  question,
  roleIds,
  roleName,
  skills,
  stationKey,
  stations,
  stationText,
  steps,
} from './sample-document.ts'
import type { Measured } from './score.ts'

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
/** The key wanders from place to place. */
const turned = (options: readonly Choice[], by: number) => [
  ...options.slice(by % options.length),
  ...options.slice(0, by % options.length),
]

let count = 0
const card = (
  recipe: string,
  rest: Pick<GeneratedCard, 'type' | 'prompt' | 'target' | 'role' | 'prov'> &
    Partial<GeneratedCard>,
): GeneratedCard => {
  count += 1
  const id = `c-${count.toString(16).padStart(16, '0')}`
  return { id, rev: 'r', recipe, tags: [], bloom: 'remember', score: 0.8, ...rest }
}

const whichRole = allDuties.map(({ id, role, name, third, prov }, index) =>
  card('resp-role.mcq', {
    type: 'mcq',
    prompt: `Which role ${third}?`,
    answer: name,
    choices: turned(
      [0, 1, 2].map((step) => ({
        text: roleName(role + step),
        correct: step === 0,
        from: roleIds[(role + step) % 4] ?? '',
      })),
      index,
    ),
    target: [id],
    role: roleIds[role] ?? null,
    prov,
  }),
)
const whichDuty = allDuties
  .filter((_, index) => index % 3 < 2)
  .map(({ id, role, name, duty, prov }, index) => {
    const others = [1, 2].map((step) => allDuties[(role * 3 + step * 3 + (index % 3)) % 12])
    return card('role-resp.mcq', {
      type: 'mcq',
      prompt: `Which of these is a responsibility of the ${name}?`,
      answer: capital(duty),
      choices: turned(
        [
          { text: capital(duty), correct: true, from: id },
          ...others.map((other) => ({
            text: capital(other?.duty ?? ''),
            correct: false,
            from: other?.id ?? '',
          })),
        ],
        index,
      ),
      target: [id],
      role: roleIds[role] ?? null,
      prov,
    })
  })
const labels = allDuties.map(({ id, role, name, title, duty, prov }) =>
  card('label-how.basic', {
    type: 'basic',
    prompt: `What does “${title}” mean in the work of the ${name}?`,
    answer: capital(duty),
    target: [id],
    role: roleIds[role] ?? null,
    prov,
  }),
)
const statements = allDuties
  .filter((_, index) => index % 3 === 2)
  .map(({ id, role, name, duty, prov }) => {
    const isTrue = role % 2 === 0
    return card(isTrue ? 'tf.true' : 'tf.swap', {
      type: 'tf',
      prompt: `True or false: the ${isTrue ? name : roleName(role + 1)} has to ${duty}.`,
      answer: isTrue,
      statedRole: roleIds[isTrue ? role : (role + 1) % 4] ?? '',
      explanation: `It is the ${name} who has to ${duty}.`,
      target: [id],
      role: roleIds[role] ?? null,
      prov,
    })
  })
const lists = stations.map(({ name, duties }, role) =>
  card('list.basic', {
    type: 'basic',
    prompt: `Name the three headings of what the ${name} does.`,
    answer: duties.map(([title]) => title).join('; '),
    items: duties.map(([title]) => title),
    target: duties.map((_, index) => dutyId(role, index)),
    role: roleIds[role] ?? null,
    prov: [at(`## ${name}`), ...duties.map(([title, duty]) => at(`${title}: ${duty}.`))],
  }),
)
const others = [
  card('match.role-resp', {
    type: 'match',
    prompt: 'Match each role to what it does:',
    pairs: stations.map(({ name, duties }) => [name, duties[0][1]] as const),
    target: roleIds.map((_, role) => dutyId(role, 0)),
    role: null,
    prov: stations.flatMap(({ name, duties }) => [at(`## ${name}`), at(duties[0][1])]),
  }),
  card('order.steps', {
    type: 'order',
    prompt: 'Put the steps of laying a hose in order:',
    items: steps,
    target: ['p-0'],
    role: null,
    prov: steps.map(at),
  }),
  card('faq.basic', {
    type: 'basic',
    prompt: question,
    answer,
    target: ['q-0'],
    role: null,
    prov: [at(answer), at(question)],
  }),
  card('cmp.basic', {
    type: 'basic',
    prompt: 'Place: how does the Pump Operator differ from the Hydrant Inspector?',
    answer: 'Pump Operator: stands at the engine. Hydrant Inspector: walks the streets.',
    target: ['v-0/Place'],
    role: roleIds[1] ?? null,
    prov: [at(`Place: ${comparison.a}`), at(comparison.b)],
  }),
  card('skill.multi', {
    type: 'multi',
    prompt: 'Select all: which of these are non-technical skills of the Cause Investigator?',
    answer: 'Patience; Discretion',
    choices: skills.map(([name, kind]) => ({ text: name, correct: kind === 'soft', from: name })),
    target: ['s-2', 's-3'],
    role: roleIds[3] ?? null,
    prov: [at('Skills of the Cause Investigator'), ...skills.map(([name]) => at(name))],
  }),
  card('cloze.object', {
    type: 'cloze',
    prompt: 'The Cause Investigator will seal ____ for the laboratory by noon.',
    answer: 'ash',
    target: [dutyId(3, 1)],
    role: roleIds[3] ?? null,
    prov: [at('Tins: seal ash for the laboratory by noon.'), at('## Cause Investigator')],
  }),
]

const gen: RoleGen = {
  schema: 'rolegen/1',
  generator: { name: 'a person', version: '1' },
  sources: [
    {
      id: 'station',
      path: 'station.md',
      format: 'markdown',
      sha256: '0'.repeat(64),
      offsetUnit: 'utf16',
      text: stationText,
    },
  ],
  roles: stations.map(({ name }, index) => ({
    id: roleIds[index] ?? '',
    name,
    aliases: [],
    anchors: [at(name)],
  })),
  responsibilities: allDuties.map(({ id, role, duty, title, prov }) => ({
    id,
    role: roleIds[role] ?? '',
    text: duty,
    title,
    prov: prov.slice(0, 1),
  })),
  skills: skills.map(([name, kind], index) => ({
    id: `s-${index}`,
    role: roleIds[3] ?? '',
    name,
    kind,
    prov: [at(name)],
  })),
  comparisons: [
    {
      id: 'v-0',
      a: roleIds[1] ?? '',
      b: roleIds[2] ?? '',
      aspects: [{ name: 'Place', a: [at(comparison.a)], b: [at(comparison.b)] }],
      prov: [at(comparison.a), at(comparison.b)],
    },
  ],
  faqs: [{ id: 'q-0', question, answer, prov: [at(answer)] }],
  definitions: [],
  cards: [...whichRole, ...whichDuty, ...labels, ...statements, ...lists, ...others],
  rejects: [],
}

/** A flawless output of a small document with its key: every measure is at its best. */
export const goodOutput: Measured = {
  gen,
  key: stationKey,
  raw: stationText,
  again: gen,
  edited: gen,
}
