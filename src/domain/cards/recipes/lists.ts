import type { TitledList } from '#domain/roles/model.ts'
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

/** Cards about whole lists of a role's responsibilities. */
export const lists: Recipe = ({ model, roleOf, reject }) =>
  model.lists.flatMap((list): CardDraft[] => {
    const role = roleOf(list.role)
    if (!role) return []
    if (!isWhole(list)) {
      reject('list.basic', list.facts[0] ?? role.id, 'list-too-long')
      return []
    }
    return [nameAll(list, role)]
  })
