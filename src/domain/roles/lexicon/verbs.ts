import { irregularParticiples, irregularPasts, verbBases } from './verb-bases.ts'

/** Verbs that double their last letter before -ing and -ed. */
const doubling = new Set(
  `ban bar beg begin bet bid blot cap chop clap clip cram crop cut debug defer deter dig dip drag drip drop drum dub equip expel
  fit flag flip forbid format get grab grin grip hop infer instil distil enrol fulfil jog knit knot let log map mop net nod occur offset
  omit outfit pack-up pat patrol permit pin plan plot plug pop prefer prod program propel put quit rap refer regret reset rig rip rob
  rot rub rebut run scan scrap scrub set ship shop shred shut sip sit skim slip snap spin split spot stem step stir stop strap strip
  swab swap swim tag tap top transfer transmit transship trap trim unplug upset vet whip win wrap zip admit commit control compel confer
  concur incur submit remit sub-let tan tar thin tip tug`
    .trim()
    .split(/\s+/),
)

/** Verbs whose last l is doubled in British spelling only. */
const british = new Set(
  'cancel channel counsel dial fuel label level model panel pedal signal total travel tunnel marshal pencil tool'.split(
    ' ',
  ),
)

const irregularThirds = new Map([
  ['have', 'has'],
  ['be', 'is'],
])

/** Third person singular of a base form: `carries`, `fixes`, `builds`. */
export function thirdPerson(base: string): string {
  const irregular = irregularThirds.get(base)
  if (irregular !== undefined) return irregular
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh|o)$/.test(base)) return `${base}es`
  return `${base}s`
}

/** The -ing form of a base form: `running`, `making`, `tying`. */
export function gerund(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`
  if (doubling.has(base)) return `${base}${base.at(-1) ?? ''}ing`
  return `${base}ing`
}

/** The regular past participle of a base form: `carried`, `planned`, `built` is none. */
function participle(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  if (doubling.has(base)) return `${base}${base.at(-1) ?? ''}ed`
  return `${base}ed`
}

const known = new Set(verbBases)
const fromThird = new Map(verbBases.map((base) => [thirdPerson(base), base]))
const fromGerund = new Map([
  ...[...british].map((base) => [`${base}${base.at(-1) ?? ''}ing`, base] as const),
  ...verbBases.map((base) => [gerund(base), base] as const),
])
const fromParticiple = new Map([
  ...[...british].map((base) => [`${base}${base.at(-1) ?? ''}ed`, base] as const),
  ...verbBases.map((base) => [participle(base), base] as const),
  ...irregularParticiples,
])

/** Is the word the base form of a known verb? */
export const isBaseVerb = (word: string): boolean => known.has(word.toLowerCase())

/** Does a word tell what was done, and never what to do ("told")? */
export const isPastForm = (word: string): boolean => irregularPasts.has(word.toLowerCase())

/** The base form of a known verb's -s form, or null. */
export const baseOfThird = (word: string): string | null =>
  fromThird.get(word.toLowerCase()) ?? null

/** The base form of a known verb's -ing form, or null. */
export const baseOfGerund = (word: string): string | null =>
  fromGerund.get(word.toLowerCase()) ?? null

/** The base form of a known verb's past participle (`written`: `write`), or null. */
export const baseOfParticiple = (word: string): string | null =>
  fromParticiple.get(word.toLowerCase()) ?? null

/** Verbal nouns that duties hide in: "the design and construction of X" means "design and construct X". */
const nominal = new Map<string, string>(
  Object.entries({
    acquisition: 'acquire',
    adaptation: 'adapt',
    adjustment: 'adjust',
    administration: 'administer',
    analysis: 'analyze',
    assessment: 'assess',
    automation: 'automate',
    collection: 'collect',
    configuration: 'configure',
    construction: 'construct',
    coordination: 'coordinate',
    creation: 'create',
    definition: 'define',
    deployment: 'deploy',
    design: 'design',
    detection: 'detect',
    development: 'develop',
    documentation: 'document',
    enforcement: 'enforce',
    enhancement: 'enhance',
    establishment: 'establish',
    evaluation: 'evaluate',
    execution: 'execute',
    exploration: 'explore',
    identification: 'identify',
    implementation: 'implement',
    improvement: 'improve',
    installation: 'install',
    integration: 'integrate',
    investigation: 'investigate',
    maintenance: 'maintain',
    management: 'manage',
    measurement: 'measure',
    mitigation: 'mitigate',
    optimization: 'optimize',
    organization: 'organize',
    oversight: 'oversee',
    planning: 'plan',
    preparation: 'prepare',
    prevention: 'prevent',
    production: 'produce',
    protection: 'protect',
    recruitment: 'recruit',
    resolution: 'resolve',
    review: 'review',
    selection: 'select',
    supervision: 'supervise',
    validation: 'validate',
    verification: 'verify',
  }),
)

/** The verb of a verbal noun (`selection` -> `select`), -ing forms included; null when there is none. */
export const baseOfNoun = (word: string): string | null =>
  nominal.get(word.toLowerCase()) ?? baseOfGerund(word)
