// Recipes: each turns facts into card drafts of one kind. May import src/domain.

import { capital, containment, contentOf } from '#domain/roles/words.ts'
import type { Recipe } from '../draft.ts'

/** "What does “Title” mean in the work of the R?": titled duties whose title does not say the answer itself. */
export const labelHow: Recipe = ({ model, roleOf, reject }) =>
  model.facts.flatMap((fact) => {
    const role = roleOf(fact.role)
    if (fact.title === undefined || !role) return []
    const title = contentOf(fact.title)
    const answer = contentOf(fact.text)
    const shared = title.intersection(answer).size
    const isCircular =
      title.size > 0 && shared / title.size > 0.5 && answer.difference(title).size < 3
    if (isCircular || containment(title, answer) === 1) {
      reject('label-how.basic', fact.id, 'title-says-answer')
      return []
    }
    return [
      {
        recipe: 'label-how.basic',
        type: 'basic' as const,
        prompt: `What does “${fact.title}” mean in the work of the ${role.name}?`,
        answer: capital(fact.text),
        explanation: `The ${role.name}: ${fact.text}.`,
        target: [fact.id],
        role: fact.role,
        prov: fact.prov.slice(0, 2),
        bloom: 'understand' as const,
        score: 0.86 - (fact.form === 'clause' ? 0.1 : 0),
      },
    ]
  })
