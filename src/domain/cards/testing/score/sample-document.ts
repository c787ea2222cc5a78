import type { Range } from '../../rolegen.ts'
import type { RoleKey } from './key.ts'

/** What each role does: title, duty, and the duty as it is said of somebody. */
export const stations = [
  {
    name: 'Shift Commander',
    duties: [
      [
        'Watch list',
        'name the crew of each engine at seven',
        'names the crew of each engine at seven',
      ],
      [
        'Alarm level',
        'call a second engine to tall flames',
        'calls a second engine to tall flames',
      ],
      [
        'Street diary',
        'dictate the diary before the watch ends',
        'dictates the diary before the watch ends',
      ],
    ],
  },
  {
    name: 'Pump Operator',
    duties: [
      ['Supply', 'connect hoses between cellar and tank', 'connects hoses between cellar and tank'],
      ['Nozzle', 'hold the pressure that the crew wants', 'holds the pressure that the crew wants'],
      ['Diesel', 'fill fuel and foam after each return', 'fills fuel and foam after each return'],
    ],
  },
  {
    name: 'Hydrant Inspector',
    duties: [
      [
        'Spring round',
        'open covers in the district once in April',
        'opens covers in the district once in April',
      ],
      ['Blocked ones', 'mark parked cars on the street map', 'marks parked cars on the street map'],
      ['Frost', 'salt the lids when ice is forecast', 'salts the lids when ice is forecast'],
    ],
  },
  {
    name: 'Cause Investigator',
    duties: [
      [
        'Scene',
        'photograph burnt rooms before clearing',
        'photographs burnt rooms before clearing',
      ],
      ['Tins', 'seal ash for the laboratory by noon', 'seals ash for the laboratory by noon'],
      [
        'Neighbours',
        'question witnesses about smoke and noise',
        'questions witnesses about smoke and noise',
      ],
    ],
  },
] as const

export const comparison = {
  a: 'The Pump Operator stands at the engine.',
  b: 'The Hydrant Inspector walks the streets.',
}
export const question = 'Who may cancel an alarm?'
export const answer = 'Only the Shift Commander, after a look at the whole building.'
export const steps = [
  'Unroll the hose',
  'Screw it to the hydrant',
  'Open the valve',
  'Shout to the nozzle',
]
export const skills = [
  ['Photography', 'technical'],
  ['Chemistry', 'technical'],
  ['Patience', 'soft'],
  ['Discretion', 'soft'],
] as const

/** The document. */
export const stationText = `# Our fire station

${stations
  .map(
    ({ name, duties }) =>
      `## ${name}\n\n${duties.map(([title, duty]) => `- ${title}: ${duty}.`).join('\n')}\n`,
  )
  .join('\n')}
## Skills of the Cause Investigator

${skills.map(([name]) => `- ${name}`).join('\n')}

## Pump Operator vs. Hydrant Inspector

- Place: ${comparison.a} ${comparison.b}

## FAQ

### ${question}

${answer}

## Steps: laying a hose

${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}

Share on Facebook
`

/** Where a quote stands first. */
export const at = (quote: string): Range => {
  const start = stationText.indexOf(quote)
  return { source: 'station', start, end: start + quote.length, quote }
}

/** Ids of the roles, in order. */
export const roleIds = stations.map((_, index) => `role-${index}`)
/** The name of a role by its place; the fifth is the first again. */
export const roleName = (index: number) => stations[index % 4]?.name ?? ''
/** The id of a duty by the places of its role and of itself. */
export const dutyId = (role: number, duty: number) => `r-${role}-${duty}`
/** Each duty with its role, as cards need them. */
export const allDuties = stations.flatMap(({ name, duties }, role) =>
  duties.map(([title, duty, third], index) => ({
    role,
    name,
    title,
    duty,
    third,
    id: dutyId(role, index),
    prov: [at(`${title}: ${duty}.`), at(`## ${name}`)],
  })),
)
/** What a careful reader finds in it. */
export const stationKey: RoleKey = {
  schema: 'role-key/1',
  doc: { file: 'station.md', sha256: '0'.repeat(64), kind: 'role-content' },
  roles: stations.map(({ name }) => ({ id: name, name, aliases: [`${name}s`], required: true })),
  responsibilities: allDuties.map(({ id, name, title, duty }) => ({
    id,
    role: name,
    also_roles: [],
    tier: 'core',
    quote: `${title}: ${duty}.`,
    also: [],
  })),
  skills: skills.map(([name, kind]) => ({ role: 'Cause Investigator', kind, name })),
  comparisons: [{ a: 'Pump Operator', b: 'Hydrant Inspector', aspects: ['Place'] }],
  faqs: [{ question, answer_starts: 'Only the Shift Commander' }],
  definitions: [],
  shared: [],
  noise: ['Share on Facebook'],
  steps: [{ title: 'laying a hose', items: steps }],
}
