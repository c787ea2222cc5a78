import { taggedDuty } from '#domain/roles/language.ts'
import { isBaseVerb, thirdPerson } from '#domain/roles/lexicon/verbs.ts'
import { plainText, wordsOf, contentOf, capital } from '#domain/roles/words.ts'
import { namesItself } from '../affinity.ts'
import { shuffledBy, type CardDraft, type RecipeParts } from '../draft.ts'
import type { Comparison, ComparisonAspect, Range, Role } from '../rolegen.ts'
import { asThirdPerson, the } from '../wording.ts'
import { someFrom, withAnchor } from './options.ts'
import { namesOneOf } from '../names-in.ts'

const longest = 30

interface Said {
  readonly role: Role
  /** A sentence with the role as its subject, or the words as they stand. */
  readonly sentence: string
  /** What one of them does, in the third person; null when that cannot be told safely. */
  readonly predicate: string | null
  readonly range: Range
}

const irregular = new Map([
  ['have', 'has'],
  ['are', 'is'],
  ['do', 'does'],
])

/** "require a blend of skills", said of several people, as what one does; null when no form is safe. */
function ofOne(predicate: string): string | null {
  const verb = /^[\p{L}-]+/u.exec(predicate)?.[0] ?? ''
  if (isBaseVerb(verb)) return asThirdPerson(predicate)
  const other = irregular.get(verb)
  if (other !== undefined) return other + predicate.slice(verb.length)
  const isPlural = !/s$/.test(verb) && taggedDuty(predicate)[0]?.pos === 'VERB'
  const hasMore =
    /,|\band\b/.test(predicate.slice(0, 60)) && !/^\S+ (?:in|on|a|an|the)\b/.test(predicate)
  return isPlural && !hasMore ? thirdPerson(verb) + predicate.slice(verb.length) : null
}

/** What differs from person to person tells nothing apart. */
const evasive = /\b(?:varies|can vary|may vary|depends?|depending)\b/i

/** "The PM": a role by the first letters of its name, or of its last words. */
function byInitials(text: string, role: Role): string | undefined {
  const letters = /^\p{Lu}{2,5}(?=s?\s)/u.exec(text)?.[0]
  const initials = (role.name.match(/\b\p{L}/gu) ?? []).join('').toUpperCase()
  return letters !== undefined && initials.endsWith(letters) ? letters : undefined
}

/** What the first fitting range says of a role, without the role as its subject. */
function saidOf(ranges: readonly Range[], role: Role): Said | null {
  const names = [role.name, ...role.aliases].sort((a, b) => b.length - a.length)
  for (const range of ranges) {
    const plain = plainText(range.quote)
      .replace(/[.]$/, '')
      .replace(/^The\s+/i, '')
    const initials = byInitials(plain, role)
    const own = names.find((name) => plain.toLowerCase().startsWith(name.toLowerCase())) ?? initials
    const rest = own
      ? plain
          .slice(own.length)
          .replace(/^(?:s|es)?\b[\s,]*/, '')
          .replace(/^on the other hand,\s*/i, '')
          .trim()
      : plain
    if (contentOf(rest).size < 2 || evasive.test(rest)) continue
    if (/\b(?:these|this|those|they|them)\b/i.test(rest)) continue
    const bare = rest.replace(/^(?:primarily|mainly|usually|typically|also)\s+/i, '')
    const isPlural = own !== undefined && /^(?:s|es)\b/.test(plain.slice(own.length))
    const predicate = own === undefined ? null : isPlural ? ofOne(bare) : bare
    const named = own === initials ? the(role) : plain.slice(0, own?.length)
    const subject = own === undefined ? '' : `${named}${isPlural ? 's' : ''} `
    return { role, sentence: capital(`${subject}${rest}`), predicate, range }
  }
  return null
}

interface CompareParts extends RecipeParts {
  /** Does a text hold the first name of a role? */
  readonly holdsName: (text: string) => boolean
}

/** "Domain: which role specializes in ...?": one side's own words, the other side and a third role as wrong options. */
function askWho(
  { model, holdsName }: CompareParts,
  aspect: ComparisonAspect,
  said: Said,
  other: Role,
  target: string,
): CardDraft[] {
  const { predicate } = said
  const verb = /^[\p{L}-]+/u.exec(predicate ?? '')?.[0] ?? ''
  const isFinite = /s$/.test(verb) && !/ss$/.test(verb)
  if (predicate === null || !isFinite || wordsOf(predicate).length > 26) return []
  if (namesItself(predicate, said.role.name) || holdsName(predicate)) return []
  const passage = plainText(said.range.quote).toLowerCase()
  const [third] = someFrom(
    shuffledBy(model.roles, 'ring', (role) => role.id),
    target,
    (role) =>
      role.id !== said.role.id &&
      role.id !== other.id &&
      !passage.includes(role.name.toLowerCase()) &&
      !namesItself(predicate, role.name),
  )
  if (!third) return []
  return [
    {
      recipe: 'cmp-who.mcq',
      type: 'mcq',
      prompt: `${aspect.name}: which role ${predicate}?`,
      answer: said.role.name,
      choices: shuffledBy(
        [said.role, other, third].map((role) => ({
          text: role.name,
          correct: role.id === said.role.id,
          from: role.id,
        })),
        `cmp-who/${target}`,
        (option) => option.from,
      ),
      explanation: `${aspect.name}: ${the(said.role)} ${predicate}.`,
      target: [target],
      role: said.role.id,
      prov: withAnchor([said.range], said.role),
      bloom: 'analyze',
      score: 0.76,
    },
  ]
}

/** Words without a subject of their own say whose they are. */
const told = ({ role, sentence, predicate }: Said): string =>
  predicate === null &&
  ![role.name, ...role.aliases].some((name) => sentence.toLowerCase().includes(name.toLowerCase()))
    ? `${role.name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence

/** "Focus" fits into a sentence, "When they join" does not. */
const askDifference = (aspect: string, a: Role, b: Role): string =>
  /^\p{Lu}\p{Ll}+$/u.test(aspect)
    ? `How do ${the(a)} and ${the(b)} differ in ${aspect.toLowerCase()}?`
    : `${aspect}: how does ${the(a)} differ from ${the(b)}?`

function fromAspect(
  parts: CompareParts,
  comparison: Comparison,
  aspect: ComparisonAspect,
  [a, b]: readonly [Role, Role],
): CardDraft[] {
  const ofA = saidOf(aspect.a, a)
  const ofB = saidOf(aspect.b, b)
  const target = `${comparison.id}/${aspect.name}`
  if (!ofA || !ofB) {
    parts.reject('cmp.basic', target, 'one-side-only')
    return []
  }
  const base = { type: 'basic' as const, bloom: 'analyze' as const, score: 0.8 }
  const both = `${told(ofA)}. ${told(ofB)}.`
  if (wordsOf(both).length <= longest) {
    return [
      {
        ...base,
        recipe: 'cmp.basic',
        prompt: askDifference(aspect.name, a, b),
        answer: both,
        target: [target, comparison.id],
        role: comparison.a,
        prov: [...withAnchor([ofA.range], a), ...withAnchor([ofB.range], b)],
      },
    ]
  }
  return [
    { said: ofA, other: b, side: 'a' },
    { said: ofB, other: a, side: 'b' },
  ].flatMap(({ said, other, side }): CardDraft[] => {
    const who = askWho(parts, aspect, said, other, `${target}/${side}`)
    if (who.length > 0) return who
    if (wordsOf(said.sentence).length > longest) {
      parts.reject(`cmp-${side}.basic`, target, 'answer-too-long')
      return []
    }
    return [
      {
        ...base,
        recipe: `cmp-${side}.basic`,
        prompt: `${aspect.name}: what is said of ${the(said.role)}, as against ${the(other)}?`,
        answer: said.sentence,
        target: [target, comparison.id],
        role: said.role.id,
        prov: withAnchor([said.range], said.role),
      },
    ]
  })
}

/** "Focus: how does A differ from B?": aspects that the document tells for both; long ones become two cards. */
export function compare(all: RecipeParts): CardDraft[] {
  const parts = { ...all, holdsName: namesOneOf(all.model.roles.map((role) => role.name)) }
  return parts.model.comparisons.flatMap((comparison) => {
    const a = parts.roleOf(comparison.a)
    const b = parts.roleOf(comparison.b)
    if (!a || !b) return []
    return comparison.aspects.flatMap((aspect) => fromAspect(parts, comparison, aspect, [a, b]))
  })
}
