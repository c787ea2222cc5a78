import type { Fact } from '#domain/roles/model.ts'
import { stemsOf } from '#domain/roles/words.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import { does, sentenceOf, verbRow } from '../wording.ts'
import { figure } from './gaps.ts'
import { objectQuestion } from './object-question.ts'
import { withRole } from './options.ts'
import { tailQuestion } from './tail-question.ts'

const leaks = (prompt: string, answer: string) => {
  const asked = new Set(stemsOf(prompt))
  const told = new Set(stemsOf(answer))
  // A number is an answer without a word of its own.
  if (told.size === 0) return !new RegExp(`\\b${figure}\\b`, 'i').test(answer)
  return told.intersection(asked).size / told.size >= 0.45
}

/** How often a role's duties hold a word, as a verb at the beginning and anywhere. */
function wordCounts(facts: readonly Fact[]): (fact: Fact, word: string) => Uses {
  const counts = new Map<string, Uses>()
  const countOf = (role: string, stem: string) =>
    counts.get(`${role}/${stem}`) ?? { asVerb: 0, anywhere: 0 }
  const stemOf = (word: string) => stemsOf(word)[0] ?? word
  for (const fact of facts) {
    const verbs = new Set((verbRow(fact.text)?.verbs ?? []).map(stemOf))
    for (const stem of new Set([...stemsOf(`${fact.title ?? ''} ${fact.text}`), ...verbs])) {
      const { asVerb, anywhere } = countOf(fact.role, stem)
      counts.set(`${fact.role}/${stem}`, {
        asVerb: asVerb + (verbs.has(stem) ? 1 : 0),
        anywhere: anywhere + 1,
      })
    }
  }
  return (fact, word) => countOf(fact.role, stemOf(word))
}

interface Uses {
  readonly asVerb: number
  readonly anywhere: number
}

const withTail = 0.82
const atBest = { recipe: 'role-does.basic', type: 'basic', score: withTail } as const

/** The role stands in the question, so that duties which several roles share are safe. */
export function roleDoes({ model, roleOf, room }: RecipeParts): CardDraft[] {
  const usesOf = wordCounts(model.facts)
  return model.facts.flatMap((fact): CardDraft[] => {
    const role = roleOf(fact.role)
    if (!role || fact.form !== 'phrase' || room.for(fact, atBest) === null) return []
    const uses = (verbRow(fact.text)?.verbs ?? []).map((verb) => usesOf(fact, verb))
    const tail = tailQuestion(fact, does(role))
    const draft =
      tail ??
      objectQuestion(fact, does(role), {
        isOnlyVerb: uses.every(({ asVerb }) => asVerb === 1),
        isOnlyMention: uses.every(({ anywhere }) => anywhere === 1),
      })
    if (!draft || leaks(draft.prompt, draft.answer)) return []
    return [
      {
        recipe: 'role-does.basic',
        type: 'basic',
        ...draft,
        explanation: sentenceOf(role, fact),
        target: [fact.id],
        role: fact.role,
        prov: withRole(fact, role),
        bloom: 'understand',
        score: tail ? withTail : 0.74,
      },
    ]
  })
}
