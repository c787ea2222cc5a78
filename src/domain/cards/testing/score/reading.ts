import type { Responsibility, RoleGen } from '../../rolegen.ts'
import { holdersOf, type KeyDuty, type RoleKey } from './key.ts'
import { pointsAt, quoteFinder, type Span } from './locate.ts'
import { folded, nameForm } from './normal.ts'

/** What a generated duty is, by the key. */
export interface Finding {
  /** Duties of the key that its passages say. */
  readonly duties: readonly KeyDuty[]
  /** `right`: the key has it for this role. `wrong-role`: for another. `invented`: for none. */
  readonly verdict: 'right' | 'wrong-role' | 'invented'
}

/** The generator's output laid over the key. */
export interface Reading {
  readonly gen: RoleGen
  readonly key: RoleKey
  /** The key's role of a generated role's id; undefined for one that the key does not know. */
  readonly keyRole: (id: string | null | undefined) => string | undefined
  /** The key's role of a name as cards write it. */
  readonly roleByName: (name: string) => string | undefined
  readonly findingOf: (id: string) => Finding | undefined
  /** All roles of the key that a generated duty is true of; null when the key does not know the duty. */
  readonly ownersOf: (id: string) => ReadonlySet<string> | null
  /** Duties of the key whose words do not stand in the document. */
  readonly unlocated: readonly string[]
}

function roleNames(key: RoleKey): Map<string, string> {
  return new Map(
    key.roles.flatMap((role) =>
      [role.name, ...role.aliases].map((name) => [nameForm(name), role.id] as const),
    ),
  )
}

/** Lays an output over its key: which role is which, and which duty of the key each generated one is. */
export function readAgainst(gen: RoleGen, key: RoleKey): Reading {
  const byName = roleNames(key)
  const roles = new Map(
    gen.roles.flatMap((role) => {
      const known = [role.name, ...role.aliases]
        .map((name) => byName.get(nameForm(name)))
        .find((id) => id !== undefined)
      return known === undefined ? [] : [[role.id, known] as const]
    }),
  )
  const finders = new Map(gen.sources.map((source) => [source.id, quoteFinder(source.text)]))
  const places = key.responsibilities.map((duty) => ({
    duty,
    spans: [...finders].flatMap(([source, find]) =>
      [duty.quote, ...duty.also].flatMap(find).map((span: Span) => ({ source, span })),
    ),
  }))
  const dutiesAt = (responsibility: Responsibility) =>
    places
      .filter(({ spans }) =>
        spans.some(({ source, span }) =>
          responsibility.prov.some((range) => range.source === source && pointsAt(range, span)),
        ),
      )
      .map(({ duty }) => duty)

  const findings = new Map(
    gen.responsibilities.map((responsibility): [string, Finding] => {
      const duties = dutiesAt(responsibility)
      const role = roles.get(responsibility.role)
      const right = duties.filter((duty) => role !== undefined && holdersOf(duty).includes(role))
      if (right.length > 0) return [responsibility.id, { duties: right, verdict: 'right' }]
      const verdict = duties.length > 0 ? 'wrong-role' : 'invented'
      return [responsibility.id, { duties, verdict }]
    }),
  )
  const owners = new Map(
    gen.responsibilities.map((responsibility) => {
      const { duties } = findings.get(responsibility.id) ?? { duties: [] }
      if (duties.length === 0) return [responsibility.id, null] as const
      const words = [
        responsibility.text,
        ...responsibility.prov.map((range) => range.quote),
        ...duties.map((duty) => duty.quote),
      ].map(folded)
      const shared = key.shared.filter(({ match }) =>
        words.some((text) => text.includes(folded(match))),
      )
      const all = [...duties.flatMap(holdersOf), ...shared.flatMap((each) => each.roles)]
      return [responsibility.id, new Set(all)] as const
    }),
  )
  return {
    gen,
    key,
    keyRole: (id) => (id ? roles.get(id) : undefined),
    roleByName: (name) => byName.get(nameForm(name)),
    findingOf: (id) => findings.get(id),
    ownersOf: (id) => owners.get(id) ?? null,
    unlocated: places.filter(({ spans }) => spans.length === 0).map(({ duty }) => duty.id),
  }
}
