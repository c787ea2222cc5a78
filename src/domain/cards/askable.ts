import { baseOfGerund } from '#domain/roles/lexicon/verbs.ts'
import { baseVerbPhrase } from '#domain/roles/phrase.ts'
import { isVague } from '#domain/roles/vague.ts'
import type { Fact, RoleModel } from '#domain/roles/model.ts'
import type { Range } from './rolegen.ts'
import { contentOf } from '#domain/roles/words.ts'
import { isDangling, isNoDeed, isSlogan } from './telling.ts'

const titleFirst = (prov: readonly Range[]): Range[] => [
  ...prov.filter((range) => range.supports === 'prompt'),
  ...prov.filter((range) => range.supports !== 'prompt'),
]

/** A remark between brackets to those who read it: "(yes, all of them)", "(we get audited on this)". */
const remark =
  /\s*\((?=[^()]*(?:\b(?:I|me|my|we|us|our|you|your|yes|no|not|please|so|see|ask|may|this|his|her)\b|[?!]))[^()]*\)/gi

/** What a duty can be told without: "as well" refers to the one before, a second sentence or clause to itself. */
const loose =
  /(?:,?\s+(?:as well|too|also|please)|\s+[—–-]\s+(?:as|like|if|and) (?:we|you|I)\b.*|,?\s+or (?:it|they|you|else|who \w+ who)\b.*)$/i

/** The first of several clauses ("keep to the list; if a name is missing, add it"), where it says enough alone. */
function firstClause(duty: string): string {
  const first = /^[^;,]*?(?=;\s|(?<=\p{L}{3})[.!?]+\s+\p{Ll})/u.exec(duty)?.[0]
  return first !== undefined && contentOf(first).size >= 2 ? first : duty
}

/** "Play a critical part in ensuring that ...": what is done without the praise. */
function withoutPraise(duty: string): string {
  const [praise, gerund = ''] =
    /^(?:play|take|have) an? (?:[\w-]+ )?(?:part|role) in (\w+ing)\b/.exec(duty) ?? []
  const verb = baseOfGerund(gerund)
  return praise === undefined || verb === null ? duty : verb + duty.slice(praise.length)
}

/** Said to or by those who do it ("wash your hands", "our customers"), told of them; without remarks. */
export const fromOutside = (duty: string): string =>
  firstClause(withoutPraise(duty).replace(remark, '').replace(loose, ''))
    .replace(/\bour\b/g, 'the')
    .replace(/\byour\b/g, 'their')
    .replace(/\b(that|what|when|if|where|before|after|until|once) you\b/g, '$1 they')
    .replace(/\b(for|in|of|on|with|from) own\b/g, '$1 their own')

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

/**
 * The model whose duties can be asked for in any way: those that say nothing of one role rather than another are left
 * out. They still count where the truth of an option is looked up.
 */
export function askableModel(model: RoleModel): RoleModel {
  const roleStems = contentOf(model.roles.map((role) => role.name).join(' '))
  const facts = model.facts.filter(
    (fact) =>
      !isSlogan(fact.text) &&
      !isDangling(fact.text) &&
      !isNoDeed(fact.text) &&
      (fact.isListed || !isVague(`${fact.title ?? ''} ${fact.text}`, roleStems)),
  )
  return { ...model, facts: facts.map(byTitle) }
}
