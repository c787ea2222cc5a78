import type { Definition, Range, Role } from '#domain/cards/rolegen.ts'
import { assignRoles, MentionIndex } from './assign.ts'
import { parseBlocks } from './blocks.ts'
import { comparisonsOf } from './comparisons.ts'
import { dutiesOf, mergeDuties, type DutyParts } from './duties.ts'
import { dutySentence, type RoleAtStart } from './duty-sentence.ts'
import { factId, roleId } from './fact-id.ts'
import type { Fact, RoleModel, TitledList } from './model.ts'
import { questionsOf } from './questions.ts'
import { findRoles, type NamedRole } from './role-names.ts'
import { sectionsOf } from './sections.ts'
import { sentencesIn } from './sentences.ts'
import { skillsOf } from './skill-lists.ts'
import { fromTables } from './tables.ts'

/** Looks a role's spellings up at the start of a text, longest first. */
function startFinder(roles: readonly NamedRole[]): RoleAtStart {
  const byFirstWord = new Map<string, { spelling: string; key: string }[]>()
  for (const role of roles) {
    const spellings = new Set([
      role.name,
      ...role.aliases,
      ...role.mentions.map((each) => each.surface),
    ])
    for (const each of spellings) {
      const spelling = each.toLowerCase()
      const first = spelling.split(/[\s/]/)[0] ?? ''
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { spelling, key: role.key }])
    }
  }
  for (const list of byFirstWord.values())
    list.sort((a, b) => b.spelling.length - a.spelling.length)
  return (text) => {
    const lower = text.toLowerCase()
    const candidates = byFirstWord.get(/^[^\s/]+/.exec(lower)?.[0] ?? '') ?? []
    for (const { spelling, key } of candidates) {
      const pattern = new RegExp(
        `^${spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\//g, 's?/')}(?:s|es)?(?![\\p{L}\\p{N}])`,
        'u',
      )
      const match = pattern.exec(lower)
      if (match) return { key, length: match[0].length }
    }
    return null
  }
}

/** "An X is responsible for ...": the sentence that says it first, for each role. */
function definitionsOf(parts: DutyParts, facts: readonly Fact[]): Definition[] {
  const found = new Map<string, Definition>()
  for (const fact of facts) {
    for (const range of fact.prov) {
      const isDefinition = /\b(?:is|are)\s+(?:\w+ly\s+)?responsible for\b/i.test(range.quote)
      if (!isDefinition || found.has(fact.role)) continue
      const text = dutySentence(range.quote, parts.roleAtStart)?.text
      if (!text) continue
      found.set(fact.role, {
        id: factId('d', fact.role, text),
        role: fact.role,
        text,
        prov: [range],
      })
    }
  }
  return [...found.values()]
}

/** Whole lists of titled duties, as the document has them: none may be missing in a card that asks for all. */
function titledListsOf(
  sections: ReturnType<typeof assignRoles>,
  facts: readonly Fact[],
  idOfRole: (key: string) => string,
): TitledList[] {
  return sections.flatMap((section): TitledList[] => {
    const bullets = section.blocks.filter((block) => block.kind === 'bullet' && block.level === 0)
    if (section.roleKey === null || bullets.length < 3 || bullets.length > 5) return []
    const role = idOfRole(section.roleKey)
    const entries = bullets.map((bullet) =>
      facts.find(
        (fact) =>
          fact.role === role &&
          fact.title !== undefined &&
          fact.prov.some(
            (range) =>
              range.supports === 'prompt' && range.start >= bullet.start && range.end <= bullet.end,
          ),
      ),
    )
    const whole = entries.filter((fact) => fact !== undefined)
    const all = facts.filter((fact) => fact.role === role && fact.title !== undefined)
    if (whole.length !== bullets.length || all.length !== whole.length) return []
    return [
      {
        role,
        titles: whole.map((fact) => fact.title ?? fact.text),
        facts: whole.map((fact) => fact.id),
        prov: whole.flatMap((fact) => fact.prov.filter((range) => range.supports === 'prompt')),
      },
    ]
  })
}

/** Reads an ordinary document: finds roles, gives each section its role, and takes out what it says of them. */
export function parseProse(text: string, sourceId: string): RoleModel {
  const blocks = parseBlocks(text)
  const named = findRoles(text, blocks)
  const sections = assignRoles(sectionsOf(blocks), named, text)
  const index = new MentionIndex(named)
  const parts: DutyParts = { text, sourceId, roleAtStart: startFinder(named), idOfRole: roleId }
  const tables = fromTables(parts, blocks)
  const found = [...sections.flatMap((section) => dutiesOf(parts, section)), ...tables.duties]
  const comparisons = comparisonsOf(parts, sections, index)
  const skills = skillsOf(parts, sections)
  const facts = mergeDuties(parts, found)

  const used = new Set([
    ...facts.map((fact) => fact.role),
    ...comparisons.flatMap(({ a, b }) => [a, b]),
    ...skills.map((skill) => skill.role),
  ])
  const roles = named
    .filter((role) => used.has(roleId(role.key)))
    .map((role): Role & { at: number } => {
      const own = sections.find((section) => section.roleKey === role.key)
      const anchor = anchorOf(role, own?.heading?.start ?? own?.blocks[0]?.start ?? 0)
      return {
        id: roleId(role.key),
        name: role.name,
        aliases: role.aliases,
        anchors: anchor ? [rangeAt(text, sourceId, anchor.start, anchor.end)] : [],
        at: own?.heading?.start ?? own?.blocks[0]?.start ?? Number.MAX_SAFE_INTEGER,
      }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...role }) => role)

  const passages = new Map<string, string[]>()
  for (const section of sections) {
    const key = section.roleKey
    if (key === null) continue
    const own = passages.get(roleId(key)) ?? []
    for (const block of section.blocks) {
      own.push(...sentencesIn(text, block.start, block.end).map((sentence) => sentence.text))
    }
    passages.set(roleId(key), own)
  }
  // A role with any letter in a row has its part in that task.
  for (const { task, involved } of tables.assignments) {
    for (const role of involved) passages.set(role, [...(passages.get(role) ?? []), task])
  }
  // What a sentence elsewhere says of a role counts for its truth as well.
  for (const block of blocks) {
    if (block.kind === 'heading') continue
    for (const sentence of sentencesIn(text, block.start, block.end)) {
      for (const key of new Set(
        index.within(sentence.start, sentence.end).map((each) => each.key),
      )) {
        passages.set(roleId(key), [...(passages.get(roleId(key)) ?? []), sentence.text])
      }
    }
  }
  return {
    roles,
    facts,
    skills,
    comparisons,
    faqs: roles.length > 0 ? questionsOf(parts, sections) : [],
    definitions: definitionsOf(parts, facts),
    lists: titledListsOf(sections, facts, roleId),
    assignments: tables.assignments,
    steps: [],
    boundaries: [],
    written: [],
    passages,
  }
}

const rangeAt = (text: string, source: string, start: number, end: number): Range => ({
  source,
  start,
  end,
  quote: text.slice(start, end),
})

/** The first mention from a place on; the first of all when there is none. */
const anchorOf = (role: NamedRole, from: number) =>
  role.mentions.find((mention) => mention.start >= from) ?? role.mentions[0]
