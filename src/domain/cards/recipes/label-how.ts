// Recipes: each turns facts into card drafts of one kind. May import src/domain.

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

/** "“Title”: what does the R do?": titled duties whose title does not say the answer itself. */
export const labelHow: Recipe = ({ model, roleOf, reject }) =>
  model.facts.flatMap((told) => {
    const fact = { ...told, text: fromOutside(told.text) }
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
    return [
      {
        recipe: 'label-how.basic',
        type: 'basic' as const,
        prompt: `“${fact.title}”: what ${does(role)} do?`,
        answer: capital(fact.text),
        explanation: sentenceOf(role, fact),
        target: [fact.id],
        role: fact.role,
        prov: withAnchor(fact.prov.slice(0, 2), role),
        bloom: 'understand' as const,
        score: 0.88 - (fact.form === 'clause' ? 0.1 : 0),
      },
    ]
  })
