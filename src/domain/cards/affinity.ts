import { remembered } from '#domain/roles/remembered.ts'
import { wordsOf } from '#domain/roles/words.ts'
import type { Role } from './rolegen.ts'

/**
 * Fields of work and the roles that are at home in them. A duty of such a field may well be shared by any of
 * these roles even where the text does not say so, which would make "which role ...?" ambiguous.
 */
const fields: readonly (readonly [duty: RegExp, role: RegExp])[] = [
  [
    /\b(?:monitor\w*|metrics?|alert\w*|observab\w*|reliab\w*|incident\w*|uptime|availability|health)\b/i,
    /\b(?:observab\w*|monitor\w*|reliab\w*|sre|devops|mlops|security|platform|operations?|scientist|support)\b/i,
  ],
  [
    /\b(?:deploy\w*|releas\w*|rollout|roll out|ci\/cd|pipelines?|production|ship|serv(?:e|ing)|containers?|docker|integrat\w*)\b/i,
    /\b(?:devops|mlops|deployment|release|platform|ml|machine learning|data engineer|operations?)\b/i,
  ],
  [
    /\b(?:scal\w+|infrastructure|architecture|cloud|automat\w*|configur\w*)\b/i,
    /\b(?:devops|mlops|platform|architect|infrastructure|cloud|site)\b/i,
  ],
  [
    /\b(?:algorithms?|train(?:s|ing)? .*models?|retrain\w*|model performance|tune|accuracy|experiment\w*|model)\b/i,
    /\b(?:scientist|ml|mlops|machine learning|research\w*|deployment|statistic\w*)\b/i,
  ],
  [
    /\b(?:data (?:quality|pipelines?|ingest\w*|warehouse\w*)|ingest\w*|datasets?)\b/i,
    /\b(?:data|mlops|analytics)\b/i,
  ],
  [
    /\b(?:secur\w*|threats?|vulnerabilit\w*|encrypt\w*|access control)\b/i,
    /\b(?:security|devops|platform|compliance)\b/i,
  ],
  [
    /\b(?:bias\w*|fair\w*|complian\w*|audit\w*|polic(?:y|ies)|ethic\w*|regulat\w*|explainab\w*|interpretab\w*)\b/i,
    /\b(?:governance|compliance|risk|legal|ethics|audit\w*|scientist|officer)\b/i,
  ],
  [
    /\b(?:requirements?|stakeholders?|business|roadmap|priorit\w*|value|backlog)\b/i,
    /\b(?:analyst|product|owner|manager|lead|scientist|head|director)\b/i,
  ],
  [
    /\b(?:tests?|testing|quality|validat\w*|verif\w*)\b/i,
    /\b(?:test\w*|qa|quality|engineer|developer)\b/i,
  ],
  [
    /\b(?:tools?|technolog\w*|methodolog\w*|framework\w*|innovat\w*)\b/i,
    /\b(?:architect|research\w*|mlops|platform)\b/i,
  ],
  [
    /\b(?:budget\w*|cost\w*|forecast\w*|spend\w*|invoic\w*)\b/i,
    /\b(?:financ\w*|budget\w*|account\w*|controller|manager|director|officer|treasurer)\b/i,
  ],
  [
    /\b(?:hire|hiring|recruit\w*|coach\w*|mentor\w*|onboard\w*|people)\b/i,
    /\b(?:hr|people|recruit\w*|manager|lead|head|director|talent|senior|principal)\b/i,
  ],
  [/\b(?:collaborat\w*|teams?|cross-functional|communicat\w*)\b/i, /./],
  [
    /\b(?:minutes|agenda|records?|filing|archiv\w*|correspondence|document\w*)\b/i,
    /\b(?:secretar\w*|clerk|scribe|admin\w*|assistant|coordinator|records|archiv\w*|librarian)\b/i,
  ],
  [
    /\b(?:staff|rota|roster|shifts?|supervis\w*|train(?:s|ing)? (?:new|the|staff|junior)|apprentic\w*|trainees?|performance reviews?)\b/i,
    /\b(?:manager|lead|leader|head|chief|supervisor|senior|director|foreman|captain|chair|hr)\b/i,
  ],
  [
    /\b(?:customers?|clients?|guests?|visitors?|complaints?|callers?)\b/i,
    /\b(?:sales|service|support|reception\w*|host\w*|waiter|account|concierge|front|desk|manager|seller|cashier)\b/i,
  ],
  [
    /\b(?:patients?|medicat\w*|medicines?|wards?|treatment)\b/i,
    /\b(?:nurse|doctor|physician|pharmac\w*|surgeon|therapist|midwife|assistant|practitioner|medical|clinical|care\w*)\b/i,
  ],
  [
    /\b(?:safety|hazard\w*|accident\w*|first aid|fire|evacuat\w*)\b/i,
    /\b(?:safety|warden|supervisor|captain|foreman|manager|officer|marshal|lead)\b/i,
  ],
  [
    /\b(?:suppl(?:y|ies|iers?)|vendors?|purchas\w*|procure\w*|stock|inventory|deliver(?:y|ies)|orders?)\b/i,
    /\b(?:buyer|purchas\w*|procure\w*|logistic\w*|store\w*|warehouse\w*|supply|manager|chef|technician)\b/i,
  ],
  [
    /\b(?:schedul\w*|timetabl\w*|deadlines?|milestones?|plans?)\b/i,
    /\b(?:plann\w*|coordinator|manager|producer|scheduler|director|lead|secretar\w*|master)\b/i,
  ],
  [
    /\b(?:approv\w*|sign(?:s|ing)? off|authori[sz]\w*|final say|decid\w*|decisions?)\b/i,
    /\b(?:manager|director|head|chief|chair\w*|owner|sponsor|lead|commander|board|president|officer)\b/i,
  ],
  [
    /\b(?:press|media|announce\w*|statements?|public|updates?|newsletter)\b/i,
    /\b(?:comms|communications?|press|pr|marketing|spokes\w*|editor|chair\w*|president|lead|commander)\b/i,
  ],
]

/** The fields of work that a duty belongs to, a bit each; only those of `among` are asked about. */
export function fieldsOfDuty(duty: string, among: number): number {
  let mask = 0
  for (const [index, [ofDuty]] of fields.entries()) {
    const bit = 1 << index
    if ((among & bit) !== 0 && ofDuty.test(duty)) mask |= bit
  }
  return mask
}

/** The fields of work that a role is at home in, by its name: a shared bit means that it may well have the duty. */
export const fieldsOfRole = remembered((name) =>
  fields.reduce((mask, [, ofRole], index) => (ofRole.test(name) ? mask | (1 << index) : mask), 0),
)

/** The first letters of the longer words of a text, and its short acronyms: word families, cheaply. */
export const headsOf = remembered((text): ReadonlySet<string> => {
  const heads = new Set<string>()
  for (const word of wordsOf(text)) if (word.length > 3) heads.add(word.slice(0, 5))
  // "ML" or "QA" gives a role away as well as a word does.
  for (const acronym of text.match(/\b[A-Z]{2,3}\b/g) ?? []) heads.add(acronym)
  return heads
})

/** All names of a role as one text: a renamed role is still known by the name it had. */
export const namesOf = (role: Role): string => [role.name, ...role.aliases].join(' / ')

/** Does a role's own name give the duty away ("budget approval" and "Budget Officer")? */
export const namesItself = (duty: string, roleName: string): boolean =>
  !headsOf(duty).isDisjointFrom(headsOf(roleName))
