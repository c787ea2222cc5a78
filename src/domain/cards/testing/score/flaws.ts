import type { RoleGen } from '../../rolegen.ts'
import { viewOf } from './flaws/card-view.ts'
import { optionFlaws } from './flaws/options.ts'
import { recallFlaws } from './flaws/recall.ts'
import { wordingFlaws } from './flaws/wording.ts'
import { nameForm } from './normal.ts'

const allFlaws = [...optionFlaws, ...recallFlaws, ...wordingFlaws]

/** The codes of all rules, for a test that each of them can be broken. */
export const flawCodes: readonly string[] = allFlaws.map(({ code }) => code)

/** The rules of item writing that each card breaks, by card id; cards without a flaw are left out. */
export function flawsOf(gen: RoleGen): Map<string, readonly string[]> {
  const forms = new Set(
    gen.roles.flatMap((role) => [role.name, ...role.aliases]).map((name) => nameForm(name)),
  )
  return new Map(
    gen.cards.flatMap((card) => {
      const view = viewOf(card, forms)
      const codes = allFlaws.filter(({ has }) => has(view)).map(({ code }) => code)
      return codes.length === 0 ? [] : [[card.id, codes] as const]
    }),
  )
}
