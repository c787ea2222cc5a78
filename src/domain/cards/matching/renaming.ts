import type { Role } from '../rolegen.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * A function that rewrites a text of the stored document with the names that its roles have now, so that a renamed
 * role alone makes no other fact. `roles`: the changed document's role ids by those of the stored one.
 */
export function renaming(
  before: readonly Role[],
  after: readonly Role[],
  roles: ReadonlyMap<string, string>,
): (text: string) => string {
  const now = new Map(after.map((role) => [role.id, role.name]))
  const names = new Map(
    before.flatMap((role) => {
      const name = now.get(roles.get(role.id) ?? '')
      return name === undefined || name === role.name ? [] : [[role.name.toLowerCase(), name]]
    }),
  )
  if (names.size === 0) return (text) => text
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped)
  // A plural may follow: "Head Bakers".
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?!\\p{L}{2})`, 'giu')
  return (text) => text.replace(pattern, (name) => names.get(name.toLowerCase()) ?? name)
}
