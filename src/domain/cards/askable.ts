import { baseVerbPhrase } from '#domain/roles/phrase.ts'
import { isVague } from '#domain/roles/vague.ts'
import type { Fact, RoleModel } from '#domain/roles/model.ts'
import type { Range } from './rolegen.ts'
import { contentOf } from '#domain/roles/words.ts'
import { fromOutside } from './asides.ts'
import { isHollow } from './hollow.ts'
import { addressesOther, isDangling, isNoDeed, isSlogan, withoutOpenEnd } from './telling.ts'

const titleFirst = (prov: readonly Range[]): Range[] => [
  ...prov.filter((range) => range.supports === 'prompt'),
  ...prov.filter((range) => range.supports !== 'prompt'),
]

/** "Automating Deployments" as it stands in a sentence; acronyms keep their capitals. */
const inSentenceCase = (title: string): string =>
  title.replace(/(?<=\s)\p{Lu}\p{Ll}+(?![\p{L}-])/gu, (word) => word.toLowerCase())

/**
 * A duty told as a whole sentence under a title ("Automating deployments: Automation is a cornerstone of …") is asked
 * for by its title, where that holds a verb. The sentence stays its passage.
 */
export function byTitle(fact: Fact): Fact {
  if (fact.form === 'phrase' || fact.title === undefined)
    return { ...fact, text: fromOutside(fact.text) }
  // "Prototype hardening" begins with a word that may be a verb; "Hardening prototypes" says it is one.
  const phrase = /^\p{L}+ing\b/iu.test(fact.title)
    ? baseVerbPhrase(inSentenceCase(fact.title))
    : null
  return phrase !== null && contentOf(phrase).size >= 2
    ? { ...fact, text: phrase, form: 'phrase', prov: titleFirst(fact.prov) }
    : fact
}

/** What could not be told of them stays said to them. */
export const keepsYou = /\b(?:that|what|when|if|where|before|after|until|once) you\b/

/** Can a duty be asked for, or judged, at all: it tells a deed, which stands in its own words. */
export const isAskable = ({ text }: Pick<Fact, 'text'>): boolean =>
  !isSlogan(text) && !isDangling(withoutOpenEnd(text)) && !isNoDeed(text) && !isHollow(text)

/**
 * The model whose duties can be asked for in any way: those that say nothing of one role rather than another are left
 * out. They still count where the truth of an option is looked up.
 */
export function askableModel(model: RoleModel): RoleModel {
  const roleStems = contentOf(model.roles.map((role) => role.name).join(' '))
  const facts = model.facts
    .filter(
      (fact) =>
        isAskable(fact) &&
        !addressesOther(fact) &&
        (fact.isListed || !isVague(`${fact.title ?? ''} ${fact.text}`, roleStems)),
    )
    .map(byTitle)
  return { ...model, facts: facts.filter((fact) => isAskable(fact) && !keepsYou.test(fact.text)) }
}
