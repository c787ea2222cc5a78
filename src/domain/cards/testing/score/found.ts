import { holdersOf } from './key.ts'
import { folded, percent } from './normal.ts'
import type { Reading } from './reading.ts'

/** What of the document was found, and what was made up. Per cent unless it says otherwise. */
export interface FoundMeasures {
  readonly rolesFound: number | null
  readonly rolesPrecise: number | null
  readonly dutiesFound: number | null
  readonly dutiesPrecise: number | null
  readonly dutiesWrongRole: number | null
  readonly skillsFound: number | null
  readonly skillsPrecise: number | null
  readonly comparisonsFound: number | null
  readonly questionsFound: number | null
  readonly questionsPrecise: number | null
  /** Procedures of the key that an ordering card asks for. */
  readonly stepsFound: number | null
  /** How often a line that belongs to no card stands in one: a count. */
  readonly noise: number
  /** Core duties that at least one card asks for. */
  readonly covered: number | null
  readonly rolesWithThreeCards: number | null
}

function measureRoles({ gen, key, keyRole }: Reading) {
  const known = gen.roles.map((role) => keyRole(role.id)).filter((role) => role !== undefined)
  const required = key.roles.filter((role) => role.required).map((role) => role.id)
  return {
    rolesFound: percent(required.filter((role) => known.includes(role)).length, required.length),
    // A role that is found twice is in excess once.
    rolesPrecise: percent(new Set(known).size, gen.roles.length),
  }
}

function measureDuties({ gen, key, findingOf }: Reading) {
  const findings = gen.responsibilities.flatMap((each) => findingOf(each.id) ?? [])
  const count = (verdict: string) => findings.filter((each) => each.verdict === verdict).length
  const found = new Set(
    findings
      .filter((each) => each.verdict === 'right')
      .flatMap((each) => each.duties.map((duty) => duty.id)),
  )
  const core = key.responsibilities.filter((duty) => duty.tier === 'core')
  return {
    dutiesFound: percent(core.filter((duty) => found.has(duty.id)).length, core.length),
    dutiesPrecise: percent(count('right'), findings.length),
    dutiesWrongRole: percent(count('wrong-role'), findings.length),
  }
}

function measureSkills({ gen, key, keyRole }: Reading) {
  const wanted = new Set(key.skills.map((skill) => `${skill.role}/${folded(skill.name)}`))
  const found = new Set(
    gen.skills.map((skill) => `${keyRole(skill.role) ?? ''}/${folded(skill.name)}`),
  )
  const right = wanted.intersection(found).size
  return { skillsFound: percent(right, wanted.size), skillsPrecise: percent(right, found.size) }
}

function measureComparisons({ gen, key, keyRole }: Reading): number | null {
  const pairOf = (a: string, b: string, aspect: string) =>
    `${[a, b].toSorted().join('/')}/${folded(aspect)}`
  const wanted = key.comparisons.flatMap(({ a, b, aspects }) =>
    aspects.map((aspect) => pairOf(a, b, aspect)),
  )
  const found = new Set(
    gen.comparisons.flatMap(({ a, b, aspects }) =>
      aspects.map((aspect) => pairOf(keyRole(a) ?? '', keyRole(b) ?? '', aspect.name)),
    ),
  )
  return percent(wanted.filter((aspect) => found.has(aspect)).length, wanted.length)
}

function measureQuestions({ gen, key }: Reading) {
  const wanted = new Set(key.faqs.map((faq) => folded(faq.question)))
  const found = new Set(gen.faqs.map((faq) => folded(faq.question)))
  const right = wanted.intersection(found).size
  return {
    questionsFound: percent(right, wanted.size),
    questionsPrecise: percent(right, found.size),
  }
}

function measureSteps({ gen, key }: Reading): number | null {
  const steps = key.steps ?? []
  const asked = new Set(
    gen.cards
      .filter((card) => card.type === 'order')
      .map((card) => (card.items ?? []).map(folded).toSorted().join('|')),
  )
  const found = steps.filter((each) => asked.has(each.items.map(folded).toSorted().join('|')))
  return percent(found.length, steps.length)
}

function countNoise({ gen, key }: Reading): number {
  const said = [
    ...gen.cards.flatMap((card) => [
      card.prompt,
      String(card.answer ?? ''),
      ...(card.choices ?? []).map((choice) => choice.text),
      ...(card.items ?? []),
    ]),
    ...gen.responsibilities.map((duty) => duty.text),
    ...gen.skills.map((skill) => skill.name),
  ].map(folded)
  const noise = key.noise.map(folded).filter((line) => line.length > 3)
  return said.reduce((sum, text) => sum + noise.filter((line) => text.includes(line)).length, 0)
}

function measureCoverage({ gen, key, keyRole, findingOf }: Reading) {
  const asked = new Set(
    gen.cards.flatMap((card) =>
      card.target.flatMap((id) => {
        const finding = findingOf(id)
        return finding?.verdict === 'right' ? finding.duties.map((duty) => duty.id) : []
      }),
    ),
  )
  const core = key.responsibilities.filter((duty) => duty.tier === 'core')
  const required = key.roles.filter((role) => role.required)
  const cardsOf = Map.groupBy(gen.cards, (card) => keyRole(card.role))
  return {
    covered: percent(core.filter((duty) => asked.has(duty.id)).length, core.length),
    rolesWithThreeCards: percent(
      required.filter((role) => (cardsOf.get(role.id)?.length ?? 0) >= 3).length,
      required.length,
    ),
  }
}

/** Core duties that were not found, and those that were but have no card: what to work on next. */
export function missedOf({ gen, key, findingOf }: Reading): string[] {
  const found = new Set(
    gen.responsibilities.flatMap((each) => {
      const finding = findingOf(each.id)
      return finding?.verdict === 'right' ? finding.duties.map((duty) => duty.id) : []
    }),
  )
  return key.responsibilities
    .filter((duty) => duty.tier === 'core' && !found.has(duty.id))
    .map((duty) => `${holdersOf(duty)[0] ?? ''}: ${duty.quote}`)
}

/** Compares what was found with the key. */
export const measureFound = (reading: Reading): FoundMeasures => ({
  ...measureRoles(reading),
  ...measureDuties(reading),
  ...measureSkills(reading),
  comparisonsFound: measureComparisons(reading),
  ...measureQuestions(reading),
  stepsFound: measureSteps(reading),
  noise: countNoise(reading),
  ...measureCoverage(reading),
})
