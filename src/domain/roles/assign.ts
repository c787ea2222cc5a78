import type { Block } from './blocks.ts'
import type { Mention, NamedRole } from './role-names.ts'
import { isCallToAction, type Section } from './sections.ts'

/** A section with the role it is about; null when it is about none or several. */
export interface RoleSection extends Section {
  readonly roleKey: string | null
}

/** Mentions by position, to find those within a range quickly. */
export class MentionIndex {
  readonly #sorted: readonly Mention[]
  constructor(roles: readonly NamedRole[]) {
    this.#sorted = roles.flatMap((role) => role.mentions).sort((a, b) => a.start - b.start)
  }
  within(start: number, end: number): Mention[] {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle]?.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    const found: Mention[] = []
    for (let index = low; index < this.#sorted.length; index += 1) {
      const mention = this.#sorted[index]
      if (!mention || mention.end > end) break
      found.push(mention)
    }
    return found
  }
}

const headingWords =
  /^(?:(?:the|a|an|our|role|roles|position|job title|title|job|of|responsibilities|duties|tasks|and|skills|purpose|key|core|main|description|profile|\d+|[–—:|.()#-])\s*)*$/i

/** How strongly a heading claims its section for the one role that it names. */
function headingWeight(heading: Block, mention: Mention, text: string): number {
  const before = text.slice(heading.start, mention.start)
  const after = text.slice(mention.end, heading.end)
  const isAlone =
    headingWords.test(before.trim()) && headingWords.test(after.trim().replace(/^[’']s\b/, ''))
  if (isAlone) return 8
  if (headingWords.test(before.trim()) && /^s?\s*(?:[:–—(|-]|$)/.test(after)) return 5
  return 2
}

const weightOfMention = (text: string, mention: Mention): number => {
  // One of several in a list is nobody's subject.
  if (/^(?:s|es)?,\s/.test(text.slice(mention.end, mention.end + 4))) return 0.5
  const before = text.slice(Math.max(0, mention.start - 40), mention.start).toLowerCase()
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
function leader(weights: ReadonlyMap<string, number>): string | null {
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const isClear = first !== undefined && first[1] >= 2 && first[1] >= 1.3 * (second?.[1] ?? 0)
  return isClear ? first[0] : null
}

const plus = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => {
  const sum = new Map(a)
  for (const [key, weight] of b) sum.set(key, (sum.get(key) ?? 0) + weight)
  return sum
}

/**
 * Tells for each section which role it is about: by what its heading claims and by how its body names
 * roles; where that is not clear, by the sections below it, then by the one above.
 */
export function assignRoles(
  sections: readonly Section[],
  roles: readonly NamedRole[],
  text: string,
): RoleSection[] {
  const index = new MentionIndex(roles)
  const boilerplate = boilerplateOf(sections, index)
  const votes = sections.map((section) => votesOf(section, index, text, boilerplate))
  /** Open headings from high to low with their role. */
  let open: { rank: number; roleKey: string | null }[] = []
  let before: { rank: number; roleKey: string | null } = { rank: 99, roleKey: null }

  return sections.map((section, position) => {
    const { heading, rank } = section
    const own = votes[position]
    open = open.filter((each) => each.rank < rank)
    const parent = open.at(-1)?.roleKey ?? null
    const isStructured = heading?.mark === 'hash' || heading?.mark === 'setext'
    const inherited = new Map<string, number>()
    if (parent !== null) inherited.set(parent, isStructured ? 6 : 1.5)
    if (!isStructured && before.roleKey !== null && before.rank === rank && rank > 1 && rank < 99) {
      inherited.set(before.roleKey, (inherited.get(before.roleKey) ?? 0) + 2)
    }
    const below = () => {
      let sum: ReadonlyMap<string, number> = own?.weights ?? new Map<string, number>()
      for (let next = position + 1; (sections[next]?.rank ?? 0) > rank; next += 1) {
        sum = plus(sum, votes[next]?.weights ?? new Map<string, number>())
      }
      return leader(sum)
    }
    const isShared =
      section.kind === 'comparison' || section.kind === 'faq' || (own?.claimants ?? 0) > 1
    const strong = own?.claim && own.claim.weight >= 5 ? own.claim.key : null
    const roleKey = isShared
      ? null
      : (leader(own?.weights ?? new Map<string, number>()) ??
        leader(plus(own?.weights ?? new Map<string, number>(), inherited)) ??
        strong ??
        parent ??
        (rank < 99 ? below() : null))
    open.push({ rank, roleKey })
    before = { rank, roleKey }
    return { ...section, roleKey }
  })
}
