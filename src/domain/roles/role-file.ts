import type { Range } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { factId, roleId } from './fact-id.ts'
import type { RoleModel } from './model.ts'
import { fileBlocks, type FileBlock } from './role-file/blocks.ts'
import { modelOf } from './role-file/finish.ts'
import { readFrontMatter } from './role-file/front-matter.ts'
import { namesIn } from './role-file/parts.ts'
import { keyOf, newDraft, rawOf, type FileRole, type Reading } from './role-file/reading.ts'
import { sections, type Place } from './role-file/sections.ts'

/** A section as it is open: how its blocks are read. */
interface Open extends Place {
  readonly section: { readonly name: string; readonly level: number } | null
}

/** The section that a heading names, with what stands after its colon ("Compare: A vs B"). */
function sectionOf(heading: string): { name: string; rest: string } | null {
  const [first = '', ...more] = heading.split(':')
  const key = first.trim().toLowerCase()
  const takesRest = key === 'compare' || key === 'steps'
  const name = takesRest && more.length > 0 ? key : heading.trim().toLowerCase()
  return sections.has(name) ? { name, rest: more.join(':').trim() } : null
}

/**
 * How many hashes a section has: 2, or more where the whole file stands deeper, below a heading for the document.
 * Roles have one less, sub-headings one more.
 */
const sectionLevel = (blocks: readonly FileBlock[]): number =>
  Math.max(
    2,
    blocks.find((block) => block.kind === 'heading' && sectionOf(block.text) !== null)?.level ?? 2,
  )

function startRole({ draft, range, complain }: Reading, block: FileBlock): FileRole {
  const name = block.text.toLowerCase()
  const role: FileRole = {
    id: block.mark.id ?? roleId(name),
    key: name,
    name: block.text,
    aliases: [],
    anchors: [range(block.start, block.end)],
  }
  const isTaken = draft.roles.some((other) => {
    return other.name.toLowerCase() === name || other.id === role.id
  })
  if (isTaken) complain(block.line, `the role “${block.text}” stands twice`)
  else draft.roles.push(role)
  return role
}

function startSection(reading: Reading, block: FileBlock, role: FileRole | null): Open['section'] {
  const { draft, complain } = reading
  const found = sectionOf(block.text)
  const section = found ? sections.get(found.name) : undefined
  if (!found || !section) {
    const names = [...sections.values()].map(({ name }) => name).join(', ')
    complain(block.line, `“${block.text}” is no section of a role file: expected one of ${names}`)
    // What stands below it is not looked at.
    return { name: '', level: block.level }
  }
  if (role === null && !section.isShared)
    complain(
      block.line,
      `“${section.name}” belongs to a role: put it below a line that begins with #`,
    )
  if (found.name === 'compare') {
    const raw = rawOf(reading, block)
    const sides = raw.slice(raw.indexOf(':') + 1)
    draft.comparisons.push({ heading: block, sides, aspects: [], prov: [] })
  }
  if (found.name === 'steps') {
    if (found.rest === '')
      complain(block.line, 'expected what the steps lead to, as in “Steps: refusing a delivery”')
    const id = block.mark.id ?? factId('p', role?.key ?? 'steps', found.rest)
    const owner = role === null ? {} : { role: role.id }
    draft.steps.push({ id, ...owner, title: found.rest, items: [], prov: [] })
  }
  return { name: found.name, level: block.level }
}

/** What stands between a role's heading and its first section: its other names and what defines it. */
function readHead(reading: Reading, block: FileBlock, role: FileRole): void {
  const { draft, range, complain } = reading
  if (block.kind === 'paragraph' && /^aliases:/i.test(block.text)) {
    const raw = rawOf(reading, block)
    const aliases = namesIn(raw.slice(raw.indexOf(':') + 1))
    Object.assign(role, { aliases, key: keyOf({ ...role, aliases }) })
  } else if (block.kind === 'item' || block.kind === 'row') {
    complain(
      block.line,
      'a list stands outside of a section: expected a line such as “## Responsibilities” above',
    )
  } else if (draft.definitions.some((each) => each.role === role.id)) {
    draft.background.push({ role: role.id, text: block.text })
  } else {
    const id = block.mark.id ?? factId('d', role.id, block.text)
    const prov = [range(block.start, block.end, 'fact')]
    draft.definitions.push({ id, role: role.id, text: block.text, prov })
  }
}

const isTitle = (block: FileBlock, level: number) => block.level < level - 1

/**
 * Reads a role file (with LF line ends): a role per `#` heading with definition, responsibilities, limits, skills,
 * neighbours, comparisons, questions, steps and cards. Nothing is guessed; what does not fit is an error with its
 * line. All errors are looked for; the first is told with the lines of the others.
 * @throws AppError document_invalid_role_file {line, problem, more}
 */
export function parseRoleFile(text: string, sourceId: string): RoleModel {
  const problems: { line: number; problem: string }[] = []
  const complain = (line: number, problem: string) => {
    problems.push({ line, problem })
  }
  const about = readFrontMatter(text, complain)
  const range = (start: number, end: number, supports?: Range['supports']): Range => ({
    source: sourceId,
    start,
    end,
    quote: text.slice(start, end),
    ...(supports ? { supports } : {}),
  })
  const reading: Reading = { text, draft: newDraft(), range, complain }
  const blocks = fileBlocks(text, about.bodyStart)
  const level = sectionLevel(blocks)
  let role: FileRole | null = null
  let open: Open = { role: null, section: null, sub: null }

  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (isTitle(block, level)) open = { role: (role = null), section: null, sub: null }
      else if (block.level === level - 1) {
        role = startRole(reading, block)
        open = { role, section: null, sub: null }
      } else if (block.level === level)
        open = { role, section: startSection(reading, block, role), sub: null }
      else open = { ...open, sub: block }
      continue
    }
    const read = open.section ? sections.get(open.section.name)?.read : undefined
    if (read) read(reading, block, open)
    else if (role !== null && open.section === null && open.sub === null)
      readHead(reading, block, role)
    else if (
      role === null &&
      blocks.some((each) => each.kind === 'heading') &&
      block.kind !== 'paragraph'
    )
      complain(block.line, 'text stands before the first role: expected a line that begins with #')
  }
  if (reading.draft.roles.length === 0)
    complain(1, 'there is no role: expected a line such as “# Baker”')
  const model = modelOf(reading, about)
  const [first, ...others] = problems.sort((a, b) => a.line - b.line)
  if (first)
    throw new AppError('document_invalid_role_file', {
      ...first,
      more: others.map((each) => each.line).join(', '),
    })
  return model
}
