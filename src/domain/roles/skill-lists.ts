import type { Skill } from '#domain/cards/rolegen.ts'
import type { RoleSection } from './assign.ts'
import type { DutyParts } from './duty-parts.ts'
import { factId } from './fact-id.ts'

/** The kind that a label announces ("Non-technical skills:"); null for none. */
const kindOfLabel = (label: string): Skill['kind'] | null => {
  if (/\b(?:non[- ]?technical|soft|personal|interpersonal|social|behaviou?ral)\b/i.test(label))
    return 'soft'
  if (/\b(?:technical|hard|tools?|technolog)/i.test(label)) return 'technical'
  return null
}

/** Skills that a document lists, with their kind where a label or heading tells it. Sentences are no list. */
export function skillsOf(parts: DutyParts, sections: readonly RoleSection[]): Skill[] {
  const skills = new Map<string, Skill>()
  for (const section of sections) {
    const { roleKey, heading } = section
    const isOther = kindOfLabel(heading?.text ?? '') === null
    if (section.kind !== 'skills' || roleKey === null) continue
    let kind: Skill['kind'] = isOther ? 'general' : (kindOfLabel(heading?.text ?? '') ?? 'general')
    for (const block of section.blocks) {
      if (block.kind !== 'bullet') continue
      if (/:$/.test(block.text)) {
        kind = kindOfLabel(block.text) ?? kind
        continue
      }
      const words = block.text.replace(/\([^()]*\)/g, '').split(' ').length
      if (words > 14 || /[.!?]$/.test(block.text)) continue
      const id = factId('s', `${roleKey}/${kind}`, block.text)
      skills.set(id, {
        id,
        role: parts.idOfRole(roleKey),
        name: block.text,
        kind,
        prov: [
          {
            source: parts.sourceId,
            start: block.start,
            end: block.end,
            quote: parts.original.slice(block.start, block.end),
          },
        ],
      })
    }
  }
  return [...skills.values()]
}
