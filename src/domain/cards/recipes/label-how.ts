// Recipes: each turns facts into card drafts of one kind. May import src/domain.

import { isBaseVerb } from '#domain/roles/lexicon/verbs.ts'
import type { Fact } from '#domain/roles/model.ts'
import { firstWord } from '#domain/roles/phrase.ts'
import { capital, containment, contentOf } from '#domain/roles/words.ts'
import { headsOf } from '../affinity.ts'
import { fromOutside } from '../asides.ts'
import type { Recipe } from '../draft.ts'
import { withAnchor } from './options.ts'
import { does, sentenceOf } from '../wording.ts'

/** "The DPO shall" opens a list, it names nothing. */
const isLabel = (title: string): boolean =>
  /\b(?:shall|will|must|should|may|can|is|are|to|for|include|includes|following)$/i.test(
    title.replace(/[\s:]+$/, ''),
  )

/** "Detection and response" is answered by two deeds. */
const isHalf = (title: string, answer: string): boolean =>
  /\p{L} (?:and|&) \p{L}/u.test(title) && !/\band\b|[,;&]/.test(answer)

/** "Trial plots: lay them out": what "them" means stands in the title alone. */
const refersBack = (duty: string): boolean => /^(?:\S+ ){1,2}(?:them|it|these|those)\b/.test(duty)

/** "Renew the licences: premises, music": the title tells what to do, not the words below it. */
const tellsDeed = (title: string): boolean =>
  isBaseVerb(firstWord(title).toLowerCase()) && / (?:the|an?|all|their|your) /.test(title)

/** Every deed below one title of a role, as one answer. */
const allBelow = (facts: readonly Fact[]): string =>
  facts.map(({ text }) => fromOutside(text)).join('; ')

/** "“Title”: what does the R do?": titled duties whose title does not say the answer itself. */
export const labelHow: Recipe = ({ model, roleOf, reject }) => {
  const below = Map.groupBy(model.facts, (fact) => `${fact.role}/${fact.title ?? fact.id}`)
  return model.facts.flatMap((told) => {
    const together = below.get(`${told.role}/${told.title ?? told.id}`) ?? [told]
    // The first of several stands for all.
    if (together[0] !== told) return []
    const fact = { ...told, text: allBelow(together) }
    const role = roleOf(fact.role)
    if (fact.title === undefined || !role || isLabel(fact.title)) return []
    const title = contentOf(fact.title)
    const answer = contentOf(fact.text)
    // Word families too: "Ensuring reliability" is not answered by "enhance the reliability".
    const heads = headsOf(fact.text)
    const family = [...headsOf(fact.title)].filter((head) => heads.has(head)).length
    const shared = Math.max(title.intersection(answer).size, family)
    const isCircular = title.size > 0 && shared / title.size > 0.5 && answer.size - shared < 3
    if (isCircular || containment(title, answer) === 1) {
      reject('label-how.basic', fact.id, 'title-says-answer')
      return []
    }
    const isTorn =
      isHalf(fact.title, fact.text) ||
      refersBack(fact.text) ||
      (fact.form === 'clause' && tellsDeed(fact.title))
    if (isTorn) {
      reject('label-how.basic', fact.id, 'ends-in-middle')
      return []
    }
    return [
      {
        recipe: 'label-how.basic',
        type: 'basic' as const,
        prompt: `“${fact.title}”: what ${does(role)} do?`,
        answer: capital(fact.text),
        explanation: together
          .map((each) => sentenceOf(role, { ...each, text: fromOutside(each.text) }))
          .join(' '),
        target: [fact.id],
        role: fact.role,
        prov: withAnchor(
          together.flatMap(({ prov }) => prov.slice(0, 2)),
          role,
        ),
        bloom: 'understand' as const,
        score: 0.88 - (fact.form === 'clause' ? 0.1 : 0),
      },
    ]
  })
}
