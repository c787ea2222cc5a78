import { announces, kindsAmongTeams } from './announcements.ts'
import type { Block } from './block.ts'
import { bracketedOwners } from './bracketed-owners.ts'
import { baseOfGerund, baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { tellsDoing } from './parallel-lists.ts'
import { onlyRole } from './only-role.ts'
import { nameInTitle, namesInTitle, type TitleName } from './role-titles.ts'
import { runInOf } from './run-ins.ts'
import { kindOf } from './section-kinds.ts'
import type { Section } from './sections.ts'

/** A role that a title names, with the block that the title stands in. */
export interface TitledRole {
  readonly name: string
  readonly aliases: readonly string[]
  readonly block: Block
  /** True for a title at the beginning of a list item or paragraph. */
  readonly isRunIn: boolean
  /** True when the title says no more than the name. */
  readonly isWhole: boolean
}

interface Candidate extends TitledRole {
  readonly noun: TitleName['noun']
  readonly group: string
  /** Above a list, or before fragments, that read like duties. */
  readonly isList: boolean
  readonly score: number
}

const verbOf = (word: string) =>
  isBaseVerb(word) || baseOfThird(word) !== null || baseOfGerund(word) !== null

/** How much a list reads like duties: 2 for "keeps the books", 1 for "keep the books", 0 for other lists. */
function dutiesInList(blocks: readonly Block[]): 0 | 1 | 2 {
  const items = blocks.filter((block) => block.kind === 'bullet')
  const forms = items.map((block) => {
    // "Rota planning: assign sellers": the duty stands after the title.
    const told = block.text.replace(/^\p{Lu}[^:.!?]{1,60}:\s+(?=\S)/u, '')
    const [first = '', second = ''] = told.replace(/^[^\p{L}]+/u, '').split(/\s+/)
    const word = /ly$/.test(first) ? second : first
    return baseOfThird(word) !== null && !isBaseVerb(word) ? 2 : verbOf(word) ? 1 : 0
  })
  const half = Math.max(2, items.length / 2)
  if (forms.filter((form) => form === 2).length >= half) return 2
  return forms.filter((form) => form > 0).length >= half ? 1 : 0
}

const auxiliary = /^(?:is|are|shall|will|must|should|may|can|has|have|does|do)$/
const beforeSubject =
  /(?:^|[.:;]\s+|,\s+)(?:(?:the|an?|each|every|our|your|all|most|some|any)\s+)?$/i
const afterSubject =
  /^(?:s|es)?(?:\s+\([^)]{1,30}\))?\s+(?:(?:also|then|usually|typically|\w+ly)\s+)?([a-z]+)/i

/** Does a text make somebody of that name, lower case and singular, do something? */
function actsInText(name: string, text: string): boolean {
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    if (!beforeSubject.test(text.slice(Math.max(0, at - 14), at))) continue
    const end = at + name.length
    const verb = afterSubject.exec(text.slice(end, end + 80))?.[1]
    if (verb === undefined) continue
    if (auxiliary.test(verb.toLowerCase()) || baseOfThird(verb) !== null || isBaseVerb(verb))
      return true
  }
  return false
}

/** Does the text make somebody of that name do something ("The Scribe notes ...", "Members are expected ...")? */
function actsIn(name: string, blocks: readonly Block[]): boolean {
  const singular = name
    .replace(/^all\s+/i, '')
    .replace(/s$/, '')
    .toLowerCase()
  return blocks
    .filter((block) => block.kind !== 'row')
    .slice(0, 12)
    .some((block) => actsInText(singular, block.text.slice(0, 600)))
}

const bodyIn = (name: string): string => /^(.+?)\s+(?:of|for)\s/i.exec(name)?.[1] ?? name

/** The sections below one, nearest first. */
const childrenOf = (sections: readonly Section[]): Map<number, number[]> => {
  const children = new Map<number, number[]>()
  for (const [index, { parent }] of sections.entries()) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), index])
  }
  return children
}

/**
 * The sections below the duties of one job: their headings part its work into areas and name nobody, unless they
 * end like a job themselves.
 */
function areasOf(sections: readonly Section[]): readonly boolean[] {
  /** How deep in one job's part a section stands: in none, in it, in its duties. */
  const depths: ('none' | 'job' | 'duties')[] = []
  return sections.map(({ heading, parent, kind }) => {
    const above = depths[parent ?? -1] ?? 'none'
    const name = heading === null ? null : nameInTitle(heading.text)
    const isJob = name?.noun === 'role'
    const own = isJob ? 'job' : above === 'job' && kind === 'duties' ? 'duties' : above
    depths.push(own)
    return above === 'duties'
  })
}

/** Does something stand below a section's heading, or below one that stands below it? */
function withWords(sections: readonly Section[]): readonly boolean[] {
  const has = sections.map(({ blocks }) => blocks.length > 0)
  for (let index = sections.length - 1; index >= 0; index -= 1) {
    const parent = sections[index]?.parent
    if (has[index] && parent !== null && parent !== undefined) has[parent] = true
  }
  return has
}

/** Headings that come again below other headings, by rank: in a procedure whoever has the next steps. */
function headedAgain(sections: readonly Section[]): ReadonlySet<string> {
  const parents = new Map<string, Set<number | null>>()
  const headings = new Set<Block>()
  for (const { heading, rank, kind, parent } of sections) {
    if (heading === null || kind !== 'plain' || headings.has(heading)) continue
    headings.add(heading)
    const name = nameInTitle(heading.text)?.name
    if (name === undefined) continue
    const key = `${rank}/${name.toLowerCase()}`
    parents.set(key, (parents.get(key) ?? new Set()).add(parent))
  }
  return new Set([...parents].flatMap(([key, { size }]) => (size >= 2 ? [key] : [])))
}

function headingCandidates(sections: readonly Section[], isOfOne: boolean): Candidate[] {
  const hasWords = withWords(sections)
  const children = childrenOf(sections)
  const areas = areasOf(sections)
  const again = headedAgain(sections)
  const isOfKind = kindsAmongTeams(sections)
  const seen = new Set<Block>()
  return sections.flatMap((section, index): Candidate[] => {
    const { heading } = section
    if (!heading || seen.has(heading)) return []
    seen.add(heading)
    const kind = kindOf(heading.text)
    const names = kind === 'plain' || kind === 'duties' ? namesInTitle(heading.text) : []
    const below = (children.get(index) ?? []).map((child) => sections[child])
    const bodies = [
      section,
      ...below.filter((each) => each?.kind === 'duties' || each?.kind === 'plain'),
    ]
    const blocks = bodies.flatMap((each) => each?.blocks ?? [])
    const above = section.parent === null ? null : sections[section.parent]
    const hasDuties = below.some((each) => each?.kind === 'duties' || each?.kind === 'not-duties')
    const hasParts = below.some((each) => each?.kind === 'skills' || each?.kind === 'works-with')
    const isListed = section.blocks.filter((block) => block.kind === 'bullet').length >= 2
    const texts = [...blocks, ...below.flatMap((each) => each?.heading ?? [])]
    const duties = dutiesInList(section.blocks)
    return names.map((found): Candidate => {
      const announced = isOfKind(section, found.name) ? 2 : announces(above?.heading?.text ?? '')
      const isAsked = kind === 'duties' && heading.text !== found.name
      let score = { role: 3, group: 2, person: 2, none: 0 }[found.noun]
      score += announced === 3 && isListed ? 4 : announced
      if (hasDuties) score += 2
      if (hasParts) score += 1
      if (isAsked && found.noun !== 'none') score += 2
      if (actsIn(found.name, texts)) score += 2
      // "Board of Trustees": the text goes on about the board.
      else if (found.noun === 'group' && actsIn(bodyIn(found.name), texts)) score += 2
      score += duties
      // A heading that says more than a name ("Risks: what to watch") needs more for it.
      if (!found.isWhole && found.noun !== 'role') score -= 2
      // A name of several words that ends in a job is one, whatever stands below it.
      if (found.noun === 'role' && found.isWhole && found.name.includes(' ')) score += 1
      // "Reading" names an area of work only where areas of work are announced.
      const isDoing = !found.name.includes(' ') && baseOfGerund(found.name) !== null
      if (isDoing && announces(above?.heading?.text ?? '') < 2) score = 0
      if (
        duties > 0 &&
        found.noun !== 'none' &&
        again.has(`${section.rank}/${found.name.toLowerCase()}`)
      )
        score += 2
      if (!hasWords[index]) score = 0
      if (found.noun !== 'role' && (isOfOne || areas[index])) score = 0
      return {
        ...found,
        block: heading,
        isRunIn: false,
        group: `${section.parent ?? 'top'}/${section.rank}`,
        isList: duties > 0,
        score,
      }
    })
  })
}

/** Titles of list items and paragraphs ("Treasurer – keeps the books"). */
function runInCandidates(
  text: string,
  sections: readonly Section[],
  isOfOne: boolean,
): Candidate[] {
  const isOfKind = kindsAmongTeams(sections)
  const areas = areasOf(sections)
  return sections.flatMap((section, index): Candidate[] => {
    if (!['plain', 'duties', 'aside'].includes(section.kind)) return []
    if (isOfOne || areas[index]) return []
    // In the list of one role, titles are its duties.
    if (section.heading && nameInTitle(section.heading.text)?.noun === 'role') return []
    const isBelowRoles =
      announces(section.heading?.text ?? '') >= 2 ||
      section.blocks.some(
        (block) =>
          block.kind === 'paragraph' &&
          /\b(?:roles?|positions|teams|officers)\b[^.]{0,60}:?$/i.test(block.text),
      )
    return section.blocks.flatMap((block, at): Candidate[] => {
      if (block.kind !== 'bullet' && block.kind !== 'paragraph') return []
      const next = section.blocks[at + 1]
      const nested =
        next?.kind === 'bullet' && (block.kind === 'paragraph' || next.level > block.level)
      const runIn = runInOf(text, block)
      const title = runIn?.text ?? (nested && block.kind === 'bullet' ? block.text : null)
      if (title === null || kindOf(title) !== 'plain') return []
      const found = nameInTitle(title)
      if (!found || !/^[\p{Lu}\d]/u.test(found.name)) return []
      const body = block.text.slice(Math.max(0, block.text.indexOf(found.name) + found.name.length))
      let score = { role: 2, group: 1, person: 1, none: 0 }[found.noun]
      if (isBelowRoles) score += 2
      else if (isOfKind(section, found.name)) score += 3
      if (
        /^\W*(?:the |a |an )?(?:person|people|someone|somebody|individuals?|member|one per)\b/i.test(
          body,
        )
      )
        score += 1
      if (verbOf(/^\W*([\p{L}-]+)/u.exec(body)?.[1] ?? '')) score += 1
      if (actsIn(found.name, [block])) score += 1
      return [
        {
          ...found,
          block,
          isRunIn: true,
          isList: tellsDoings(body),
          group: `${index}/${block.kind}/${block.level}`,
          score,
        },
      ]
    })
  })
}

/** "The hour before dawn", "Notes from the yard": titles of texts, among those that name somebody. */
const saysWhere =
  /\s(?:after|before|behind|beyond|between|from|without|about|that|which|who|when|where|while|is|are)\s/

/**
 * Roles that titles name: by the noun they end in, by what stands above and below them, by how the text speaks
 * of them, and by their neighbours: where most of a row of headings name roles, so do the others.
 */
export function titledRoles(text: string, sections: readonly Section[]): TitledRole[] {
  const only = onlyRole(sections.flatMap(({ blocks }) => blocks))
  const isOfOne = only !== null
  const candidates = [
    ...headingCandidates(sections, isOfOne),
    ...runInCandidates(text, sections, isOfOne),
  ]
  const groups = Map.groupBy(candidates, (each) => each.group)
  const sureOf = new Map([...groups].map(([name, group]) => [name, sureIn(group)]))
  const tailed = new Set([...groups.values()].flatMap(inRowOfTails))
  const found = candidates.filter((each) => {
    const { sure, ofAll } = sureOf.get(each.group) ?? { sure: new Set(), ofAll: 0 }
    const isAlike = sure.size >= 2 && ofAll >= 0.5 && each.score >= 1 && each.isWhole
    return sure.has(each) || tailed.has(each) || (isAlike && !saysWhere.test(each.name))
  })
  const owners = bracketedOwners(sections).flatMap(({ section, ...name }): TitledRole[] =>
    section.heading ? [{ ...name, block: section.heading, isRunIn: false }] : [],
  )
  return [...found, ...owners, ...(only ? [{ ...only, isRunIn: false }] : [])]
}

/** "Handing out keys. Minutes of the council.": fragments after a name, of which enough tell doings. */
function tellsDoings(body: string): boolean {
  const told = body.replace(/^[^\p{L}(]*(?:\([^()]*\))?[\s:–—-]*/u, '')
  const parts = told.split(/[.!;]+\s+/).filter((part) => /\p{L}{3}/u.test(part))
  const words = told.split(/\s+/).length
  return words >= 3 && parts.filter(tellsDoing).length >= parts.length * 0.4
}

/** "The Cutter: All Edges" in a row of such titles, of which two at least and half name jobs that do something. */
function inRowOfTails(group: readonly Candidate[]): readonly Candidate[] {
  const row = group.filter(
    ({ block, isWhole, noun }) =>
      !isWhole && noun !== 'none' && /^(?:the|an?)\s[^:]{2,60}:\s\S/i.test(block.text),
  )
  const jobs = row.filter(({ noun, score }) => noun === 'role' && score >= 2).length
  return jobs >= 2 && jobs * 2 >= row.length ? row.filter(({ score }) => score >= 1) : []
}

/** From this score on a title names a role, whatever its neighbours are. */
const least = 4

/** The titles of one row that name roles for sure, and what share of the row they are. */
function sureIn(group: readonly Candidate[]): { sure: ReadonlySet<Candidate>; ofAll: number } {
  // Three headings in a row, each above a list of duties, speak for one another.
  const isAboveList = (each: Candidate) => !each.isRunIn && each.isList && each.isWhole
  const lists = group.filter(isAboveList)
  const bonus = (each: Candidate) => (lists.length >= 3 && isAboveList(each) ? 1 : 0)
  // So do three lines in a row that give a job and what its holder does.
  const told = group.filter((each) => each.isRunIn && each.isList && each.isWhole)
  const jobs = told.filter(({ noun }) => noun === 'role' || noun === 'person').length
  const isRow = jobs >= 3 && jobs * 3 >= group.length * 2
  const inRow = (each: Candidate) => (isRow && each.isRunIn && each.isWhole ? 2 : 0)
  const sure = new Set(group.filter((each) => each.score + bonus(each) + inRow(each) >= least))
  return { sure, ofAll: sure.size / group.length }
}
