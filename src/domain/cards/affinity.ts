import { wordsOf } from '#domain/roles/words.ts'

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
]

/** May this role well have this duty, whatever the text says? */
export const hasAffinity = (duty: string, roleName: string): boolean =>
  fields.some(([dutyPattern, rolePattern]) => dutyPattern.test(duty) && rolePattern.test(roleName))

/** Does a role's own name give the duty away ("budget approval" and "Budget Officer")? */
export const namesItself = (duty: string, roleName: string): boolean => {
  const inRole = new Set(wordsOf(roleName).map((word) => word.slice(0, 5)))
  return wordsOf(duty).some((word) => word.length > 3 && inRole.has(word.slice(0, 5)))
}
