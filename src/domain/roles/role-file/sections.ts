import { factId } from '../fact-id.ts'
import { originKey } from '../model.ts'
import { sentencesIn } from '../sentences.ts'
import type { FileBlock } from './blocks.ts'
import { cardFields, cutAt, dutyIn, labelled } from './parts.ts'
import { rawOf, type FileRole, type Reading } from './reading.ts'
import { liveMarks, readWords } from './words.ts'

/** Where in the file the reader is. */
export interface Place {
  readonly role: FileRole | null
  /** The sub-heading below the section's heading; null for none. */
  readonly sub: FileBlock | null
}

/** Reads one block of a section. */
type ReadBlock = (reading: Reading, block: FileBlock, place: Place) => void

/** Duties under this heading are those that a document tells in running text; they are asked for with more care. */
export const inPassing = 'In passing'

/** A section whose blocks are items of a role's list; anything else in it is told. */
const itemsOf =
  (
    what: string,
    read: (reading: Reading, block: FileBlock, role: FileRole, place: Place) => void,
  ): ReadBlock =>
  (reading, block, place) => {
    if (place.role === null) {
      reading.complain(
        block.line,
        `${what} belong to a role: put them below a line that begins with #`,
      )
    } else if (block.kind === 'item') read(reading, block, place.role, place)
    else reading.complain(block.line, 'expected a list item: a line that begins with “- ”')
  }

const noteOrigin = ({ draft }: Reading, block: FileBlock, id: string, role: FileRole) => {
  const [first] = block.mark.from
  if (first !== undefined) draft.origins.set(originKey(id, role.id), first)
}

/** A list item that only introduces those below it. */
const introduces = (raw: string) => /:$/.test(liveMarks(raw).trimEnd())

const duty = itemsOf('responsibilities', (reading, block, role, { sub }) => {
  const raw = rawOf(reading, block)
  if (introduces(raw)) return
  const { title, duty: said, form } = dutyIn(raw, block.mark.form)
  const id = block.mark.id ?? factId('r', role.key, said.text)
  noteOrigin(reading, block, id, role)
  const at = ({ start, end }: { start: number; end: number }, supports: 'fact' | 'prompt') =>
    reading.range(block.start + start, block.start + end, supports)
  reading.draft.facts.push({
    fact: {
      id,
      role: role.id,
      text: said.text,
      ...(title ? { title: title.text } : {}),
      prov: title ? [at(said, 'fact'), at(title, 'prompt')] : [at(said, 'fact')],
      form,
      isListed: sub?.text !== inPassing,
    },
    list: sub?.text ?? '',
  })
})

const boundary = itemsOf('tasks', (reading, block, role) => {
  const raw = rawOf(reading, block)
  const [task, owner] = cutAt(raw, /->/g, 'last') ?? [{ start: 0, end: raw.length }, null]
  reading.draft.boundaries.push({
    role: role.id,
    task: readWords(raw.slice(task.start, task.end)),
    owner: owner && (readWords(raw.slice(owner.start, owner.end)) || null),
    prov: [reading.range(block.start, block.end, 'fact')],
  })
})

const skillKinds = [
  ['soft', /\b(?:non-?technical|soft|personal|social)\b/i],
  ['technical', /\b(?:technical|hard|tools?)\b/i],
  ['general', /^(?:general|other)\b/i],
] as const

const skill = itemsOf('skills', (reading, block, role, { sub }) => {
  const raw = rawOf(reading, block)
  if (introduces(raw)) return
  const kind = sub === null ? 'general' : skillKinds.find(([, name]) => name.test(sub.text))?.[0]
  if (!kind) {
    reading.complain(
      sub?.line ?? block.line,
      `“${sub?.text ?? ''}” is no kind of skill: expected Technical or Soft`,
    )
    return
  }
  const id = block.mark.id ?? factId('s', `${role.key}/${kind}`, block.text)
  noteOrigin(reading, block, id, role)
  const prov = [reading.range(block.start, block.end, 'fact')]
  reading.draft.skills.push({ id, role: role.id, name: block.text, kind, prov })
})

const neighbour = itemsOf('neighbours', (reading, block, role) => {
  const { label, rest } = labelled(rawOf(reading, block))
  reading.draft.neighbours.push({
    role: role.id,
    other: label.text,
    what: rest && (rest.text || null),
    prov: [reading.range(block.start, block.end, 'fact')],
  })
})

const background = itemsOf('sentences', ({ draft }, block, role) => {
  draft.background.push({ role: role.id, text: block.text })
})

const aspect: ReadBlock = (reading, block) => {
  const comparison = reading.draft.comparisons.at(-1)
  const raw = rawOf(reading, block)
  const sides = cutAt(raw, /\|/g)
  const label = sides && cutAt(raw.slice(0, sides[0].end), /:(?=\s|$)/g)
  if (block.kind !== 'item' || !comparison || !sides || !label) {
    reading.complain(block.line, 'a comparison needs “- Aspect: one side | other side”')
    return
  }
  const told = ({ start, end }: { start: number; end: number }) =>
    sentencesIn(reading.text, block.start + start, block.start + end).map((sentence) =>
      reading.range(sentence.start, sentence.end, 'answer'),
    )
  const [name, a] = label
  comparison.aspects.push({
    name: readWords(raw.slice(name.start, name.end)),
    a: told(a),
    b: told(sides[1]),
  })
  comparison.prov.push(reading.range(block.start, block.end, 'fact'))
}

const question: ReadBlock = (reading, block, { sub }) => {
  const { draft } = reading
  if (sub === null) {
    reading.complain(
      block.line,
      'an answer stands without its question: expected a line that begins with ###',
    )
    return
  }
  const id = sub.mark.id ?? factId('q', 'faq', sub.text)
  const range = reading.range(block.start, block.end, 'answer')
  const known = draft.faqs.findIndex((each) => each.prov.some(({ start }) => start === sub.start))
  const before = draft.faqs[known]
  if (before) {
    draft.faqs[known] = {
      ...before,
      answer: `${before.answer} ${block.text}`,
      prov: [...before.prov, range],
    }
    return
  }
  const prov = [range, reading.range(sub.start, sub.end, 'prompt')]
  draft.faqs.push({ id, question: sub.text, answer: block.text, prov })
}

const step: ReadBlock = ({ draft, range, complain }, block) => {
  const steps = draft.steps.at(-1)
  if (block.kind !== 'item' || !steps) {
    complain(block.line, 'expected a numbered step such as “1. Weigh the sacks”')
    return
  }
  steps.items.push(block.text)
  steps.prov.push(range(block.start, block.end, 'fact'))
}

const card: ReadBlock = (reading, block, { role }) => {
  const fields = cardFields(rawOf(reading, block))
  const valuesOf = (name: string) =>
    fields.filter((field) => field.name === name && field.text !== '').map((field) => field.text)
  const [asked] = valuesOf('Q')
  const [answer] = valuesOf('A')
  const [explanation] = valuesOf('Because')
  if (block.kind !== 'item' || asked === undefined || answer === undefined) {
    reading.complain(block.line, 'a card needs “- Q: question” with “A: answer” on the next line')
    return
  }
  const { id, of, from } = block.mark
  const wrong = valuesOf('X')
  reading.draft.written.push({
    role: role?.id ?? null,
    question: asked,
    answer,
    ...(wrong.length > 0 ? { wrong } : {}),
    ...(explanation === undefined ? {} : { explanation }),
    ...(id === null ? {} : { id: id.replace(/^own-/, '') }),
    ...(of === null ? {} : { of }),
    ...(from[0] === undefined ? {} : { firstRole: from[0] }),
    prov: [reading.range(block.start, block.end, 'fact')],
  })
}

const matrixRow: ReadBlock = ({ draft, text, complain }, block) => {
  const raw = text.slice(block.start, block.end)
  const live = liveMarks(raw)
  if (block.kind !== 'row') {
    complain(block.line, 'a responsibility matrix is a table: expected “| Task | Role | Role |”')
    return
  }
  if (/^[\s|:-]+$/.test(raw)) return
  const bars = [...live.matchAll(/\|/g)].map((match) => match.index)
  const cells = bars.flatMap((bar, index) => {
    const to = bars[index + 1] ?? raw.length
    if (index === bars.length - 1 && raw.slice(bar + 1).trim() === '') return []
    const said = raw.slice(bar + 1, to)
    const start = block.start + bar + 1 + (said.length - said.trimStart().length)
    return [{ start, end: Math.max(start, start + said.trim().length), text: readWords(said) }]
  })
  draft.matrix.push({ line: block.line, cells })
}

/** The sections of a role file by the name in their heading, in small letters; what a section of no role may be. */
export const sections: ReadonlyMap<
  string,
  { readonly name: string; readonly read: ReadBlock; readonly isShared: boolean }
> = new Map(
  (
    [
      ['Responsibilities', duty, false],
      ['Not responsible for', boundary, false],
      ['Skills', skill, false],
      ['Works with', neighbour, false],
      ['Background', background, false],
      ['Compare', aspect, true],
      ['FAQ', question, true],
      ['Steps', step, true],
      ['Cards', card, true],
      ['Responsibility matrix', matrixRow, true],
    ] as const
  ).map(([name, read, isShared]) => [name.toLowerCase(), { name, read, isShared }]),
)
