import type { Range } from '#domain/cards/rolegen.ts'
import type { RoleWords, Subject } from './clauses.ts'
import type { Fact } from './model.ts'
import type { Sentence } from './sentences.ts'
import { abstractStems } from './lexicon/abstract-words.ts'
import { looksLikePerson, singularRoleNoun } from './lexicon/role-nouns.ts'
import { contentOf, wordsOf } from './words.ts'

/** What extraction works with. */
export interface DutyParts {
  /** The text for reading: what parts its sentences blanked, its places as in `original`. */
  readonly text: string
  /** The text as it is, for quotes. */
  readonly original: string
  readonly sourceId: string
  readonly words: RoleWords
  /** The sentences of a stretch of the text; worked out once. */
  readonly sentencesIn: (start: number, end: number) => readonly Sentence[]
  readonly idOfRole: (key: string) => string
  /** The last word of a role's name, singular, lower case. */
  readonly headNounOf: (key: string) => string
  /** Roles whose names end in that noun, in the singular or plural. */
  readonly ownersOf: (noun: string) => readonly string[]
  /** Where the text gives a role's name in full, from a place on if it does so there; null when it never does. */
  readonly anchorOf: (
    key: string,
    from?: number,
  ) => { readonly start: number; readonly end: number } | null
  /** The one role that a stretch of the text names; null where it names none or several. */
  readonly onlyRoleIn: (place: { readonly start: number; readonly end: number }) => string | null
  /** Stems of the words that the whole document is about. */
  readonly topics: ReadonlySet<string>
}

/** A found duty before duplicates are merged. */
export interface FoundDuty {
  readonly roleKey: string
  readonly text: string
  readonly title: string | null
  readonly form: Fact['form']
  readonly isListed: boolean
  readonly prov: readonly Range[]
}

/** What a document says that a role does not do. */
export interface FoundBoundary {
  readonly roleKey: string
  readonly task: string
  readonly ownerKey: string | null
  readonly prov: readonly Range[]
}

export const rangeOf = (
  parts: Pick<DutyParts, 'original' | 'sourceId'>,
  { start, end }: { readonly start: number; readonly end: number },
  supports?: Range['supports'],
): Range => ({
  source: parts.sourceId,
  start,
  end,
  quote: parts.original.slice(start, end),
  ...(supports ? { supports } : {}),
})

const knowHow =
  /^(?:leverage|use|apply|bring|possess|have|demonstrate|show|need|draw on|combine)\s+(?:[\w-]+\s+){0,4}?(?:understanding|knowledge|expertise|skills?|experience|prowess|abilit(?:y|ies)|talents?|passion)\b/i
const hollow =
  /^(?:take (?:cent(?:er|re) stage|shape|root)|extend beyond|go beyond|stand out|rise to|come (?:in|into)|make (?:all )?(?:the|a) difference|bring\b.*\bto the table|keep the trains running)\b|\b(?:various|different|several|many|diverse)\s+(?:\w+\s+)?(?:facets|aspects|areas|ways|things|matters|tasks|topics|factors)\b|\b(?:landscape|possibilities|synergy|synergies|success|excellence|future|innovation|journey|vision|difference|impact|value|mission|potential)$/i
/** Verbs of praise: what they praise must be told all the more exactly. */
const praise =
  /^(?:champion|foster|cultivate|embrace|drive|shape|propel|elevate|empower|enrich|inspire|thrive|unleash|unlock|revolutionize|embody|advance|contribute|enhance|ensure|guarantee|maximize|support|help|enable|facilitate|play|make|bring|provide)\b/i

/** Enough content of its own to be asked for. */
export const isSpecific = (text: string): boolean =>
  contentOf(text).size >= 2 && wordsOf(text).length >= 2

/** Words that say nothing of one role rather than another, beside the ones that any job's description has. */
const hollowStems: ReadonlySet<string> = contentOf(
  'potential possibility unleash optimized informed ethical responsible thriving everyone people context champion shape drive stay remain',
)

/**
 * Does a duty from running text say something that one could be asked for, or is it praise? Of what is praised
 * ("ensure", "foster") more must be told, beyond the document's own topic.
 */
export function tellsEnough(text: string, topics: ReadonlySet<string>): boolean {
  if (!isSpecific(text) || knowHow.test(text) || hollow.test(text)) return false
  const content = contentOf(praise.test(text) ? text.replace(/^\S+\s+/, '') : text)
  const own = [...content].filter((stem) => !abstractStems.has(stem) && !hollowStems.has(stem))
  if (!praise.test(text)) return own.length >= 1 && content.size >= 2
  return own.filter((stem) => !topics.has(stem)).length >= 2 || own.length >= 3
}

/** Duties that every list ends with and that tell nothing. */
export const isCatchAll = (text: string): boolean =>
  /\b(?:any |all )?other (?:\w+ )*(?:duties|tasks|responsibilities)\b|\bas (?:required|assigned|needed)$|\band (?:so on|much more|more)\W*$/i.test(
    text,
  )

/** "Professionals", "the incumbent": words for whoever the text is about. */
const anybody =
  /^(?:professionals?|experts?|practitioners?|individuals|members?|persons?|people|employees?|specialists?|workers?|holders?)$/

/** The roles that a subject means: in a section about `section`, after `named` was named. */
export function rolesOf(
  subject: Subject,
  parts: DutyParts,
  { section, named, mayBeYou }: { section: string | null; named: string | null; mayBeYou: boolean },
): readonly string[] {
  const one = (key: string | null) => (key === null ? [] : [key])
  if (subject.kind === 'roles') return subject.keys
  if (subject.kind === 'same') {
    const key = named ?? section
    const head = key === null ? '' : parts.headNounOf(key)
    const isSomebody = singularRoleNoun(head) !== null || looksLikePerson(head)
    return subject.isIt && isSomebody ? [] : one(key)
  }
  if (subject.kind === 'section') return subject.isYou && !mayBeYou ? [] : one(section ?? named)
  const owners = parts.ownersOf(subject.noun)
  if (section !== null && owners.includes(section)) return [section]
  if (named !== null && owners.includes(named)) return [named]
  const [only] = owners
  if (owners.length === 1 && only !== undefined) return [only]
  return subject.isPointing || anybody.test(subject.noun) ? one(named ?? section) : []
}
