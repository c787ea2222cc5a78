import { capital, wordsOf } from '#domain/roles/words.ts'
import type { Recipe } from '../draft.ts'
import { does, verbRow } from '../wording.ts'
import { withAnchor } from './options.ts'

const longest = 30

/** "In short, what does the X do?": the sentence that defines the role. */
export const definition: Recipe = ({ model, roleOf, reject }) =>
  model.definitions.flatMap((each) => {
    const role = roleOf(each.role)
    if (!role) return []
    // One duty of many is no answer to what the role is responsible for.
    const own = model.facts.filter((fact) => fact.role === each.role)
    const isOneOfMany = own.length > 3 && own.some((fact) => fact.text === each.text)
    if (isOneOfMany && (verbRow(each.text)?.verbs.length ?? 0) < 2) {
      reject('def.basic', each.id, 'one-of-many')
      return []
    }
    if (wordsOf(each.text).length > longest) {
      reject('def.basic', each.id, 'answer-too-long')
      return []
    }
    const isPhrase = /^[a-z]/.test(each.text)
    return [
      {
        recipe: 'def.basic',
        type: 'basic' as const,
        prompt: isPhrase
          ? `In short, what ${does(role)} do?`
          : `In one sentence, what ${does(role)} do?`,
        answer: capital(each.text),
        target: [each.id],
        role: each.role,
        prov: withAnchor(each.prov, role),
        bloom: 'understand' as const,
        score: 0.88,
      },
    ]
  })
