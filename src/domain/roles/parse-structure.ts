import type { Range, Role } from '#domain/cards/rolegen.ts'
import type { Block } from './block.ts'
import { parseBlocks } from './blocks.ts'
import { factId, roleId } from './fact-id.ts'
import { hasRoleCue } from './lexicon/role-cues.ts'
import { emptyModel, type Fact, type RoleModel, type TitledList } from './model.ts'
import { sectionsOf, type Section } from './sections.ts'

/** A heading with what stands below it up to the next heading, and the heading it stands under. */
interface Place {
  readonly heading: Block
  readonly rank: number
  readonly bullets: readonly Block[]
  readonly parent: Place | null
}

const longestName = 60
const label = /^(\p{L}[^:：.!?。！？]{0,59}?)\s*[:：]\s*(?=\S)/u

function placesOf(sections: readonly Section[]): Place[] {
  const open: Place[] = []
  return sections.flatMap(({ heading, rank, blocks }) => {
    if (!heading) return []
    while ((open.at(-1)?.rank ?? -1) >= rank) open.pop()
    const bullets = blocks.filter((block) => block.kind === 'bullet' && block.level === 0)
    const place: Place = { heading, rank, bullets, parent: open.at(-1) ?? null }
    open.push(place)
    return [place]
  })
}

/**
 * Roles by structure alone, for texts that are not in English: two or more headings of one rank, below one
 * that speaks of roles or duties, each above a list. Duties keep the document's words. Texts without such a
 * heading give nothing: lists under headings are recipes and timetables as well.
 */
export function parseStructure(text: string, sourceId: string, language: string): RoleModel {
  const speaksOfRoles = (place: Place) => hasRoleCue(place.heading.text, language)
  // "Aufgaben" below "Leiterin": a list that announces duties belongs to the heading above.
  const ownerOf = (place: Place): Place =>
    place.parent?.parent && speaksOfRoles(place) ? place.parent : place
  const places = placesOf(sectionsOf(parseBlocks(text)))
  const listed = Map.groupBy(
    places.filter((place) => place.bullets.length >= 2),
    ownerOf,
  )
  const named = [...listed.keys()].filter(
    (place) =>
      place.parent !== null &&
      speaksOfRoles(place.parent) &&
      !speaksOfRoles(place) &&
      place.heading.text.length <= longestName &&
      !/[?!:.,;]/.test(place.heading.text),
  )
  const groups = Map.groupBy(named, (place) => place.parent)
  const owners = named.filter((place) => (groups.get(place.parent)?.length ?? 0) >= 2)
  if (owners.length === 0) return emptyModel

  const range = (start: number, end: number, supports?: Range['supports']): Range => ({
    source: sourceId,
    start,
    end,
    quote: text.slice(start, end),
    ...(supports ? { supports } : {}),
  })
  const roles = new Map<string, Role>()
  const facts = new Map<string, Fact>()
  const lists: TitledList[] = []
  const passages = new Map<string, string[]>()
  for (const owner of owners) {
    const { heading } = owner
    const key = heading.text.toLowerCase()
    const role = roleId(key)
    if (roles.has(role)) continue
    const anchors = [range(heading.start, heading.end)]
    roles.set(role, { id: role, name: heading.text, aliases: [], anchors })
    const places = listed.get(owner) ?? []
    for (const { bullets } of places) {
      const own = bullets.map((bullet): Fact => {
        const raw = text.slice(bullet.start, bullet.end)
        const title = label.exec(bullet.text)
        const colon = title ? raw.search(/[:：]/) : -1
        const after = colon + 1 + (/^[\s*_]*/.exec(raw.slice(colon + 1))?.[0].length ?? 0)
        const duty = (title ? bullet.text.slice(title[0].length) : bullet.text).replace(
          /[.。]$/,
          '',
        )
        return {
          id: factId('r', key, bullet.text),
          role,
          text: duty,
          ...(title?.[1] ? { title: title[1] } : {}),
          prov: title
            ? [
                range(bullet.start + after, bullet.end, 'fact'),
                range(bullet.start, bullet.start + colon, 'prompt'),
              ]
            : [range(bullet.start, bullet.end, 'fact')],
          form: 'clause',
          isListed: true,
        }
      })
      for (const fact of own) facts.set(fact.id, fact)
      passages.set(role, [...(passages.get(role) ?? []), ...bullets.map((bullet) => bullet.text)])
      const titles = own.flatMap((fact) => fact.title ?? [])
      const isWhole = titles.length === own.length && own.length >= 3 && own.length <= 5
      if (isWhole && places.length === 1) {
        lists.push({
          role,
          titles,
          facts: own.map((fact) => fact.id),
          prov: own.flatMap((fact) => fact.prov.slice(1)),
        })
      }
    }
  }
  return {
    ...emptyModel,
    roles: [...roles.values()],
    facts: [...facts.values()],
    lists,
    passages,
  }
}
