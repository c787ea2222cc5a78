import type { Block } from './block.ts'
import type { Mention, MentionIndex } from './mentions.ts'
import { onlyRole } from './only-role.ts'
import { isNumbered } from './role-titles.ts'
import { isCallToAction, type SectionKind } from './section-kinds.ts'
import type { Section } from './sections.ts'

/** A section with the role it is about; null when it is about none or several. */
export interface RoleSection extends Section {
  readonly roleKey: string | null
  /** Its heading, or one above it, is the role's name. */
  readonly isOwn: boolean
  /** Its list names doings ("Booking of vans") and tells none: a word that may be a verb is a noun in it. */
  readonly isNounList?: boolean
}

const headingWords = new Set(
  'the a an our role roles position job title of for responsibilities responsibility duties tasks and skills purpose key core main description profile what does is do who meet about'.split(
    ' ',
  ),
)

/** Nothing but words that a heading adds to the name that it gives. */
const isLabel = (text: string): boolean =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every(
    (word) => headingWords.has(word) || /^\d+$/.test(word),
  )

/** Weight from which a heading names its role and not just mentions it. */
const naming = 5

/** How strongly a heading claims its section for the one role that it names. */
function headingWeight(heading: Block, mention: Mention, text: string): number {
  const before = text.slice(heading.start, mention.start)
  const after = text.slice(mention.end, heading.end)
  const isAlone =
    isLabel(before) && isLabel(after.replace(/^[’']s\b/, '').replace(/\([^)]*\)/g, ''))
  if (isAlone) return 8
  // "Step 3: Drying (Kiln Hand)": whose the step is.
  if (/[([]$/.test(before) && /^[)\]]\W*$/.test(after)) return naming
  return isLabel(before) && /^s?\s*(?:[:–—(|-]|$)/.test(after) ? 5 : 2
}

const weightOfMention = (text: string, mention: Mention): number => {
  // One of several in a list is nobody's subject.
  if (/^(?:s|es)?,\s/.test(text.slice(mention.end, mention.end + 4))) return 0.5
  const before = text
    .slice(Math.max(0, mention.start - 40), mention.start)
    .toLowerCase()
    .replace(/[*_"“]+(?=\p{L}|$)/gu, '')
  if (
    /\b(?:role|responsibilit(?:y|ies)|dut(?:y|ies)|focus|job|task|hallmark|goal) (?:of|for) (?:a |an |the |every )?$/.test(
      before,
    )
  )
    return 4
  if (/\bas (?:a|an|the) $/.test(before)) return 3
  if (/(?:\bwith|\bbetween|\bto|\bby|\bfor|,|\band) (?:the |a |an )?$/.test(before)) return 0.5
  if (
    /(?:^|[.!?:•*]|\n)\s*(?:(?:in|by|upon|moreover|additionally)[^.]{0,80}, )?(?:the |a |an |each |every |our )?$/.test(
      before,
    )
  )
    return 2
  return 1
}

/** Roles that name more than half of the headings of one rank say nothing about any of them. */
function boilerplateOf(sections: readonly Section[], index: MentionIndex): Set<string> {
  const found = new Set<string>()
  const byRank = Map.groupBy(
    sections.filter(
      (section) => section.heading && section.kind !== 'comparison' && section.kind !== 'faq',
    ),
    (section) => section.rank,
  )
  for (const [rank, siblings] of byRank) {
    const named = siblings
      .map((section) =>
        section.heading ? index.within(section.heading.start, section.heading.end) : [],
      )
      .filter((mentions) => mentions.length > 0)
    const counts = new Map<string, number>()
    for (const mentions of named) {
      for (const key of new Set(mentions.map((mention) => mention.key))) {
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    for (const [key, count] of counts) {
      if (count >= 4 && count > named.length / 2) found.add(`${rank}/${key}`)
    }
  }
  return found
}

/** The votes of a section for each role, by its own heading and body. */
interface Votes {
  readonly weights: ReadonlyMap<string, number>
  /** What the heading claims, when it names exactly one role that is no boilerplate. */
  readonly claim: { readonly key: string; readonly weight: number } | null
  readonly claimants: number
}

function votesOf(
  section: Section,
  index: MentionIndex,
  text: string,
  boilerplate: ReadonlySet<string>,
): Votes {
  const weights = new Map<string, number>()
  const vote = (key: string, weight: number) => weights.set(key, (weights.get(key) ?? 0) + weight)
  const { heading } = section
  const claimed = heading ? index.within(heading.start, heading.end) : []
  const claimants = new Set(claimed.map((mention) => mention.key)).size
  const first = claimed[0]
  const claim =
    heading && first && claimants === 1 && !boilerplate.has(`${section.rank}/${first.key}`)
      ? { key: first.key, weight: headingWeight(heading, first, text) }
      : null
  if (claim) vote(claim.key, claim.weight)
  for (const block of section.blocks) {
    if (isCallToAction(block.text)) continue
    for (const mention of index.within(block.start, block.end)) {
      vote(mention.key, weightOfMention(text, mention))
    }
  }
  return { weights, claim, claimants }
}

/** The role that leads clearly, or null. */
function leader(weights: ReadonlyMap<string, number>, least: number): string | null {
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const isClear = first !== undefined && first[1] >= least && first[1] >= 1.3 * (second?.[1] ?? 0)
  return isClear ? first[0] : null
}

/** The role that nearly all of a text is about, or null. */
function only(weights: ReadonlyMap<string, number>): string | null {
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const first = leader(weights, 2)
  return first !== null && (weights.get(first) ?? 0) >= all * 0.7 ? first : null
}

const plus = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => {
  const sum = new Map(a)
  for (const [key, weight] of b) sum.set(key, (sum.get(key) ?? 0) + weight)
  return sum
}

/** "Skills" above "Treasurer": what the heading above announces holds for the role's own heading as well. */
function kindBelow(
  kind: SectionKind,
  above: SectionKind | undefined,
  isClaimed: boolean,
): SectionKind {
  if (kind !== 'plain' || above === undefined) return kind
  if (above === 'faq') return above
  if (above === 'skills' || above === 'not-duties' || above === 'works-with') return above
  if (above === 'duties') return isClaimed ? 'duties' : 'plain'
  return above === 'aside' && !isClaimed ? 'aside' : 'plain'
}

/** What a section's own heading and the sections around it say of whom it is about. */
interface Standing {
  readonly roleKey: string | null
  /** By a heading that names the role, its own or one above it: mentions in the body change nothing. */
  readonly isSure: boolean
}

/** "Duties of all staff" goes on with nobody's section. */
const isOfAll =
  /\b(?:all (?:staff|employees|members|roles|hands|crew|volunteers|colleagues|of us)|everyone|everybody)\b/i

/** "What do the night hands do?", where nobody of that name is known: no other role's section. */
const asksOfOthers =
  /^\W*what\s+do(?:es)?\s+(?:the|our|an?)\s+(?![^?]{0,20}\b(?:role|job|post|position|person|holder|team|work|day)\b)[^?]{3,50}?\s+do\b/i

/**
 * A heading that names one role decides, unless the text below never speaks of that role and clearly of another.
 */
function claimOf({ claim, weights }: Votes, inherited: Standing): Standing | null {
  if (!claim || claim.weight < naming) return null
  const others = [...weights].filter(([key]) => key !== claim.key).map(([, weight]) => weight)
  const own = (weights.get(claim.key) ?? 0) - claim.weight
  const isDenied = own === 0 && Math.max(0, ...others) >= 6
  if (isDenied && inherited.roleKey === null) return null
  return { roleKey: claim.key, isSure: true }
}

/** Whose job a description says it is for: a colleague named within a section takes none of its list. */
function statedJob(sections: readonly Section[], index: MentionIndex): Standing | null {
  const stated = onlyRole(sections.flatMap(({ blocks }) => blocks))
  const mention = stated ? index.within(stated.block.start, stated.block.end)[0] : undefined
  return mention ? { roleKey: mention.key, isSure: false } : null
}

/**
 * Tells for each section which role it is about: by what its heading claims and by how its body names
 * roles; where that is not clear, by the section above it, then by those below it.
 */
export function assignRoles(
  sections: readonly Section[],
  index: MentionIndex,
  text: string,
): RoleSection[] {
  const boilerplate = boilerplateOf(sections, index)
  const votes = sections.map((section) => votesOf(section, index, text, boilerplate))
  const below = votesBelow(sections, votes)
  const isTitled = votes.some(({ claim }) => (claim?.weight ?? 0) >= naming)
  const standings: Standing[] = []
  const none: Standing = { roleKey: null, isSure: false }
  const job = statedJob(sections, index)
  const kinds: SectionKind[] = []
  return sections.map((section, position) => {
    const own = votes[position] ?? { weights: new Map<string, number>(), claim: null, claimants: 0 }
    const above = section.parent === null ? none : (standings[section.parent] ?? none)
    const before = standings[position - 1] ?? none
    const isShared =
      section.kind === 'comparison' ||
      section.kind === 'faq' ||
      own.claimants > 1 ||
      (own.claim === null && isOfAll.test(section.heading?.text ?? '')) ||
      (own.claimants === 0 && asksOfOthers.test(section.heading?.text ?? ''))
    const standing = isShared
      ? none
      : (claimOf(own, above) ??
        (above.isSure
          ? above
          : (job ?? byVotes(section, own, { above, before, below: below[position], isTitled }))))
    standings.push(standing)
    const kind = kindBelow(section.kind, kinds[section.parent ?? -1], own.claim !== null)
    kinds.push(kind)
    return { ...section, kind, roleKey: standing.roleKey, isOwn: standing.isSure }
  })
}

/** The votes of each section with those of all below it; from the last to the first, each added once. */
function votesBelow(
  sections: readonly Section[],
  votes: readonly Votes[],
): ReadonlyMap<string, number>[] {
  const sums: ReadonlyMap<string, number>[] = votes.map(({ weights }) => weights)
  for (let position = sections.length - 1; position >= 0; position -= 1) {
    const parent = sections[position]?.parent
    const own = sums[position]
    if (parent === null || parent === undefined || !own) continue
    sums[parent] = plus(sums[parent] ?? new Map<string, number>(), own)
  }
  return sums
}

function byVotes(
  section: Section,
  own: Votes,
  around: {
    above: Standing
    before: Standing
    below: ReadonlyMap<string, number> | undefined
    isTitled: boolean
  },
): Standing {
  const { above, before, below, isTitled } = around
  const mark = section.heading?.mark
  const isStructured = mark === 'hash' || mark === 'setext'
  const inherited = new Map<string, number>()
  if (above.roleKey !== null) inherited.set(above.roleKey, isStructured ? 6 : 1.5)
  // One that counts itself, or goes on behind a colon, is no next part of what its neighbour said.
  const title = section.heading?.text ?? ''
  const isNext = mark === 'number' || isNumbered(title) || /^[^:]{2,60}:\s+\S/.test(title)
  if (!isStructured && before.roleKey !== null && !isNext && section.rank < 99)
    inherited.set(before.roleKey, (inherited.get(before.roleKey) ?? 0) + 2)
  // Where headings name roles, one that names none is about none of them unless its text dwells on one.
  const least = isTitled && isStructured ? 5 : 2
  const roleKey =
    leader(own.weights, least) ??
    leader(plus(own.weights, inherited), least) ??
    above.roleKey ??
    (section.rank < 99 && below ? only(below) : null)
  return { roleKey, isSure: false }
}
