import type { Role } from '#domain/cards/rolegen.ts'
import { assignRoles, type RoleSection } from './assign.ts'
import { parseBlocks } from './blocks.ts'
import { boundariesIn, boundariesOf } from './boundaries.ts'
import { comparisonsInTables, joinedComparisons } from './comparison-tables.ts'
import { comparisonsOf } from './comparisons.ts'
import { definitionsOf } from './definitions.ts'
import { dutiesOf } from './duties.ts'
import { rangeOf, type DutyParts } from './duty-parts.ts'
import { roleId } from './fact-id.ts'
import { singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { MentionIndex, type Mention } from './mentions.ts'
import { mergeDuties } from './merge-duties.ts'
import { emptyModel, type Assignment, type Fact, type RoleModel } from './model.ts'
import { withParallelDuties } from './parallel-lists.ts'
import { withoutPageFurniture } from './page-furniture.ts'
import { onlyRole } from './only-role.ts'
import { passagesOf } from './passages.ts'
import { questionsOf } from './questions.ts'
import { findRoles, type FoundRoles, type NamedRole } from './role-names.ts'
import { withRunIns } from './run-in-sections.ts'
import { sectionsOf } from './sections.ts'
import { sentencesIn, type Sentence } from './sentences.ts'
import { skillsOf } from './skill-lists.ts'
import { pluralsOf } from './spelling-index.ts'
import { stepsOf } from './steps.ts'
import { fromTables } from './tables.ts'
import { topicsOf } from './topics.ts'
import { wholeListsOf } from './whole-lists.ts'

/** "Clinical Pharmacist" ends in pharmacist: the noun by which the text goes on about a role. */
const headNounOf = (name: string): string => {
  const last =
    name
      .split(/\s+(?:of|for)\s+/i)[0]
      ?.split(/[\s/]+/)
      .at(-1) ?? ''
  return singularRoleNoun(last) ?? singularGroupNoun(last) ?? last.toLowerCase()
}

function dutyParts(
  { text, original }: { readonly text: string; readonly original: string },
  sourceId: string,
  { roles, spellings }: FoundRoles,
  { topics, index }: { topics: ReadonlySet<string>; index: MentionIndex },
): DutyParts {
  const byKey = new Map(roles.map((role) => [role.key, role]))
  const nouns = new Map(roles.map((role) => [role.key, headNounOf(role.name)]))
  const owners = new Map<string, string[]>()
  for (const [key, noun] of nouns) {
    for (const form of new Set([noun, ...pluralsOf(noun)])) {
      const own = owners.get(form)
      if (own) own.push(key)
      else owners.set(form, [key])
    }
  }
  const ownersOf = (noun: string) => owners.get(noun.toLowerCase()) ?? []
  const read = new Map<number, { end: number; sentences: readonly Sentence[] }>()
  return {
    text,
    original,
    sourceId,
    words: {
      roleAtStart: (start) => spellings.atStart(start),
      isRoleNoun: (word) => singularRoleNoun(word) !== null || ownersOf(word).length > 0,
    },
    sentencesIn: (start, end) => {
      const known = read.get(start)
      if (known?.end === end) return known.sentences
      const sentences = sentencesIn(text, start, end)
      read.set(start, { end, sentences })
      return sentences
    },
    idOfRole: roleId,
    headNounOf: (key) => nouns.get(key) ?? '',
    ownersOf,
    anchorOf: (key, from = 0) => anchorOf(byKey.get(key), from),
    onlyRoleIn: ({ start, end }) => {
      const [first, ...others] = index.within(start, end)
      return first && others.every(({ key }) => key === first.key) ? first.key : null
    },
    topics,
  }
}

/** The first mention from a place on that gives the whole name, else the first of all that does, else any. */
function anchorOf(role: NamedRole | undefined, from: number): Mention | null {
  if (!role) return null
  const name = role.name.toLowerCase()
  const isWhole = (mention: Mention) => mention.surface.toLowerCase() === name
  const isAfter = (mention: Mention) => mention.start >= from
  return (
    role.mentions.find((mention) => isAfter(mention) && isWhole(mention)) ??
    role.mentions.find(isWhole) ??
    role.mentions.find(isAfter) ??
    role.mentions[0] ??
    null
  )
}

/** In a job description for one role, "you" is that role. */
function isAboutReader(sections: readonly RoleSection[]): boolean {
  const own = new Set(sections.flatMap(({ roleKey }) => (roleKey === null ? [] : [roleKey])))
  return own.size === 1
}

/** A job description may name its job in a table alone: what it lists is that job's. */
function ofOnlyRole(sections: readonly RoleSection[], { roles }: FoundRoles): RoleSection[] {
  const [only, ...others] = roles
  const isOfOne =
    only !== undefined &&
    others.length === 0 &&
    sections.every(({ roleKey }) => roleKey === null) &&
    onlyRole(sections.flatMap(({ blocks }) => blocks)) !== null
  return sections.map((section) => {
    const isListed = section.kind === 'duties' || section.kind === 'skills'
    return isOfOne && isListed ? { ...section, roleKey: only.key } : section
  })
}

/** Reads an ordinary document: finds roles, gives each section its role, and takes out what it says of them. */
export function parseProse(original: string, sourceId: string): RoleModel {
  const text = withoutPageFurniture(original)
  const blocks = parseBlocks(text)
  const found = findRoles(text, blocks, sectionsOf(blocks))
  if (found.roles.length === 0) return emptyModel
  const index = new MentionIndex(found.roles.flatMap((role) => role.mentions))
  const sections = withParallelDuties(
    ofOnlyRole(assignRoles(sectionsOf(withRunIns(text, blocks, found.runIns)), index, text), found),
  )
  const parts = dutyParts({ text, original }, sourceId, found, {
    topics: topicsOf(blocks),
    index,
  })
  const tables = fromTables(parts, blocks)
  const mayBeYou = isAboutReader(sections)
  // Where sections of their own tell of the roles, questions only ask again.
  const hasOwn = sections.some(({ isOwn }) => isOwn)
  const told = sections
    .filter(({ kind }) => kind !== 'faq' || !hasOwn)
    .map((section) => dutiesOf(parts, section, mayBeYou))
  const facts = mergeDuties(parts, [...told.flatMap((each) => each.duties), ...tables.duties])
  const comparisons = joinedComparisons([
    ...comparisonsOf(parts, sections, index),
    ...comparisonsInTables(parts, blocks, index),
  ])
  const skills = skillsOf(parts, sections)
  const used = new Set([
    ...facts.map((fact) => fact.role),
    ...comparisons.flatMap(({ a, b }) => [a, b]),
    ...skills.map((skill) => skill.role),
  ])
  const roles = rolesOf(
    found.roles.filter((role) => used.has(roleId(role.key))),
    parts,
    sections,
  )
  const isKnown = (id: string) => used.has(id)
  return {
    roles,
    facts,
    skills,
    comparisons,
    faqs: roles.length > 0 ? questionsOf(parts, sections) : [],
    definitions: definitionsOf(parts, sections).filter(({ role }) => isKnown(role)),
    lists: wholeListsOf(parts, sections, facts),
    assignments: assignmentsOf(tables.assignments, facts),
    steps: roles.length > 0 ? stepsOf(parts, sections) : [],
    boundaries: boundariesOf(parts, [
      ...boundariesIn(parts, sections, index),
      ...told.flatMap((each) => each.boundaries),
    ]).filter(({ role }) => isKnown(role)),
    written: [],
    passages: passagesOf(parts, { sections, blocks, index, tables }),
  }
}

/** Assignments with the fact that their task has become: another one where the text says it elsewhere as well. */
function assignmentsOf(found: readonly Assignment[], facts: readonly Fact[]): Assignment[] {
  const byPlace = new Map(
    facts.flatMap((fact) =>
      fact.prov.map(({ start }) => [`${fact.role}/${start}`, fact.id] as const),
    ),
  )
  const factAt = (role: string, place: number | undefined) => byPlace.get(`${role}/${place ?? -1}`)
  return found.flatMap((each): Assignment[] => {
    const place = each.prov[0]?.start
    const fact = factAt(each.accountable, place)
    const letters = each.letters.map((part) => ({
      ...part,
      fact: factAt(part.role, place) ?? part.fact,
    }))
    return fact === undefined ? [] : [{ ...each, fact, letters }]
  })
}

/** Roles in the order of their sections, each with the place where the text names it there. */
function rolesOf(
  named: readonly NamedRole[],
  parts: DutyParts,
  sections: readonly RoleSection[],
): Role[] {
  const starts = new Map<string, number>()
  for (const { roleKey, heading, blocks } of sections) {
    const start = heading?.start ?? blocks[0]?.start
    if (roleKey !== null && start !== undefined && !starts.has(roleKey)) starts.set(roleKey, start)
  }
  return named
    .map((role) => {
      const at = starts.get(role.key) ?? Number.MAX_SAFE_INTEGER
      return { role, at, anchor: parts.anchorOf(role.key, starts.get(role.key)) }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ role, anchor }) => ({
      id: roleId(role.key),
      name: role.name,
      aliases: role.aliases,
      anchors: anchor ? [rangeOf(parts, anchor)] : [],
    }))
}
