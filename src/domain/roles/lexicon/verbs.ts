/** Verbs that duties are told with, in base form. Forms are derived; what is not here is not guessed. */
const bases =
  `accept access achieve act adapt add address adjust administer adopt advise advocate agree aggregate aid align allocate
  allow alert amplify analyze analyse annotate answer anticipate appoint apply appraise approve arbitrate archive arrange articulate
  ask assemble assess assign assimilate assist assure attend attract audit authorize automate award balance benchmark book brief bridge
  bring budget build calculate calibrate capture care carry catalog catalogue categorize celebrate chair challenge champion change
  check choose clarify clean clear close coach code collaborate collate collect combine communicate compare compile complete
  comply compose compress compute conduct configure confirm connect consolidate construct consult contain contribute control convert convey
  coordinate correct counsel count create cultivate curate customize cut debug decide declare decommission define delegate deliver deploy
  derive describe design detail detect determine develop devise diagnose direct discover discuss dispatch dispense display distribute
  document draft draw drive edit educate elicit embed employ empower enable encourage enforce engage enhance enrich ensure
  enter envision escalate establish estimate evaluate examine execute expand experiment explain explore expose extend extract
  facilitate fetch file fill filter finalize find fine-tune fix focus follow forecast foster formulate fortify gather generate give govern
  grant group grow guarantee guard guide handle harden harmonize help hire hold host identify implement improve include incorporate
  increase influence inform initiate innovate inspect inspire install instruct integrate interpret interview introduce inventory
  investigate invite involve isolate issue join judge keep label launch lead learn leverage liaise license limit link list load
  localize locate log maintain make manage map market match measure mediate meet mentor merge migrate minimize mitigate model moderate
  modify monitor motivate move name negotiate normalize notify nurture observe obtain offer onboard open operate operationalize optimize
  optimise orchestrate order organize organise outline own oversee pack package partition partner patch pay perform personalize pin place
  plan position prepare prescribe present preserve prevent prioritize prioritise probe process procure produce profile program project promote
  propose protect prototype prove provide provision publish purchase pursue quantify query queue raise rank reach read rebuild
  recalibrate receive recommend reconcile record recover recruit rectify redesign reduce refactor refine register regulate reject relate release
  remediate remove render renew repair replace reply report represent reproduce request require rescue research resolve respond
  restart restock restore restrict resume retain retire retrain retrieve return reveal review revise reward roll rotate route run safeguard
  sample scale scan schedule scope screen scrutinize search secure select sell send separate serve set settle shape share shift ship simplify
  simulate solicit solve sort source spearhead specify split spot stabilize staff standardize start state stay steer stop store
  streamline strengthen structure study submit summarize supervise supply support survey sustain synchronize synthesize tag tailor take
  target teach test track trace train transfer transform translate transport treat triage trigger troubleshoot tune turn uncover understand
  undertake unify unlock update upgrade uphold upload use validate verify version visit visualize vet wash watch weave weigh welcome work
  write commission advance propel elevate ease emphasize enlarge estimate assimilate assume accommodate bear champion encapsulate delineate
  withstand predict forecast discern respond rehearse reassess redirect resell reorder renegotiate deputize defend dispose earmark invoice bill
  administer vaccinate dress feed lift bathe console counsel admit discharge refer prescribe inject`
    .trim()
    .split(/\s+/)

const doubling = new Set(
  'plan map tag log set cut ship stop run pin scan spot split step drop program control patrol refer submit admit commit prefer vet'.split(
    ' ',
  ),
)

/** Third person singular of a base form: `carries`, `fixes`, `builds`. */
export function thirdPerson(base: string): string {
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

const known = new Set(bases)
const fromThird = new Map(bases.map((base) => [thirdPerson(base), base]))
const fromGerund = new Map(bases.map((base) => [gerund(base), base]))

/** Is the word the base form of a known verb? */
export const isBaseVerb = (word: string): boolean => known.has(word.toLowerCase())

/** The base form of a known verb's -s form, or null. */
export const baseOfThird = (word: string): string | null =>
  fromThird.get(word.toLowerCase()) ?? null

/** The base form of a known verb's -ing form, or null. */
export const baseOfGerund = (word: string): string | null =>
  fromGerund.get(word.toLowerCase()) ?? null

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
