import { digestOf } from '#domain/roles/digest.ts'
import type { TitledList } from '#domain/roles/model.ts'
import { contentOf } from '#domain/roles/words.ts'
import type { CardDraft, Recipe } from '../draft.ts'
import type { Role } from '../rolegen.ts'
import { withAnchor } from './options.ts'
import { the } from '../wording.ts'

const isWhole = (list: TitledList) => list.titles.length >= 3 && list.titles.length <= 5

/** "Name the 4 responsibilities listed for the R.": whole lists of three to five only, or the count would be wrong. */
const nameAll = (list: TitledList, role: Role): CardDraft => ({
  recipe: 'list.basic',
  type: 'basic',
  prompt: `Name the ${list.titles.length} responsibilities listed for ${the(role)}.`,
  answer: list.titles.join('; '),
  items: list.titles,
  target: list.facts,
  role: role.id,
  prov: withAnchor(list.prov, role),
  bloom: 'remember',
  score: 0.68,
})

/** May this title be asked for by the others: short, and none of its words in them? */
function canBeMissing(list: TitledList, at: number): boolean {
  const missing = list.titles[at] ?? ''
  const others = new Set(
    list.titles.filter((_, index) => index !== at).flatMap((title) => [...contentOf(title)]),
  )
  const content = contentOf(missing)
  return missing.split(' ').length <= 5 && content.size > 0 && content.isDisjointFrom(others)
}

/**
 * "Listed for the R: a; b; ____": the one that is missing; never the last of two that begin alike. Which one hangs on
 * the titles only, so that it stays when the list is put in another order or a duty is reworded.
 */
function nameMissing(list: TitledList, role: Role): CardDraft | null {
  const [chosen] = list.titles
    .map((title, at) => ({ at, key: digestOf(`list/${role.id}/${title}`, 16) }))
    .filter(({ at }) => canBeMissing(list, at))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const at = chosen?.at ?? -1
  const missing = list.titles[at]
  const fact = list.facts[at]
  if (missing === undefined || fact === undefined) return null
  const shown = list.titles.map((title, index) => (index === at ? '____' : title)).join('; ')
  return {
    recipe: 'list.cloze',
    type: 'cloze',
    prompt: `The ${list.titles.length} responsibilities listed for ${the(role)}: ${shown}.`,
    answer: missing,
    target: [fact, ...list.facts.filter((each) => each !== fact)],
    role: role.id,
    prov: withAnchor(list.prov, role),
    bloom: 'remember',
    score: 0.6,
  }
}

/** Cards about whole lists of a role's responsibilities. */
export const lists: Recipe = ({ model, roleOf, reject }) =>
  model.lists.flatMap((list): CardDraft[] => {
    const role = roleOf(list.role)
    if (!role) return []
    if (!isWhole(list)) {
      reject('list.basic', list.facts[0] ?? role.id, 'list-too-long')
      return []
    }
    const missing = nameMissing(list, role)
    return missing ? [nameAll(list, role), missing] : [nameAll(list, role)]
  })
