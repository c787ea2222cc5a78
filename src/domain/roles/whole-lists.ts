import type { RoleSection } from './assign.ts'
import type { DutyParts } from './duty-parts.ts'
import type { Fact, TitledList } from './model.ts'

/**
 * Whole lists of titled duties, as the document has them: none may be missing in a card that asks for all.
 * A role whose titled duties stand in more than one list has none.
 */
export function wholeListsOf(
  parts: DutyParts,
  sections: readonly RoleSection[],
  facts: readonly Fact[],
): TitledList[] {
  const titled = Map.groupBy(
    facts.filter((fact) => fact.title !== undefined),
    (fact) => fact.role,
  )
  return sections.flatMap((section): TitledList[] => {
    const bullets = section.blocks.filter((block) => block.kind === 'bullet' && block.level === 0)
    if (section.roleKey === null || bullets.length < 3 || bullets.length > 5) return []
    const role = parts.idOfRole(section.roleKey)
    const all = titled.get(role) ?? []
    const whole = bullets.flatMap((bullet) => {
      const entry = all.find((fact) =>
        fact.prov.some(
          (range) =>
            range.supports === 'prompt' && range.start >= bullet.start && range.end <= bullet.end,
        ),
      )
      return entry ? [entry] : []
    })
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
