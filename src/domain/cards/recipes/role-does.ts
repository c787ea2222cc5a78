import { thirdPerson } from '#domain/roles/lexicon/verbs.ts'
import { capital, contentOf, stemsOf, wordsOf } from '#domain/roles/words.ts'
import type { Fact } from '#domain/roles/model.ts'
import type { Recipe } from '../draft.ts'

/** What a duty acts on, and the rest of it: "implement | measures | to safeguard data". */
interface Split {
  readonly verb: string
  readonly topic: string
  readonly rest: string
}

/** Cuts a duty where its object ends and its purpose or manner begins. */
function splitDuty(text: string): Split | null {
  const verb = /^[\p{L}-]+/u.exec(text)?.[0]
  if (!verb) return null
  const tail = text.slice(verb.length).trim()
  const cut =
    /\s(?:to|so that|by|before|after|until|when|whenever|if|while|across|against|from|into|for|with|without|within|at|on|in|under|between|as|that|which|whose|where|using)\s/.exec(
      tail,
    )
  if (!cut) return null
  const topic = tail.slice(0, cut.index).replace(/[,;]$/, '').trim()
  const rest = tail.slice(cut.index).trim()
  if (topic === '' || topic.split(' ').length > 8) return null
  return { verb, topic, rest }
}

const isWorthAsking = (split: Split) =>
  contentOf(split.rest).size >= 2 &&
  contentOf(split.topic).size >= 1 &&
  wordsOf(split.rest).length >= 3

/** The question word that the rest of a duty answers. */
function ask(role: string, split: Split): string | null {
  const does = `does the ${role} ${split.verb} ${split.topic}`
  if (/^(?:to|so that)\s/.test(split.rest)) return `For what purpose ${does}?`
  if (/^by\s/.test(split.rest)) return `How ${does}?`
  if (/^(?:before|after|until|when|whenever|if|while)\s/.test(split.rest)) return `When ${does}?`
  return null
}

const leaks = (prompt: string, answer: string) => {
  const asked = new Set(stemsOf(prompt))
  const told = new Set(stemsOf(answer))
  return told.size === 0 || told.intersection(asked).size / told.size >= 0.5
}

const draftOf = (fact: Fact, role: string) => {
  const split = splitDuty(fact.text)
  if (!split || !isWorthAsking(split)) return null
  const prompt = ask(role, split)
  if (prompt === null || leaks(prompt, split.rest)) return null
  return { prompt, answer: capital(split.rest), verb: split.verb, topic: split.topic }
}

/** "For what purpose / how / when does the R do X?": the role stands in the question, so that shared duties are safe. */
export const roleDoes: Recipe = ({ model, roleOf }) =>
  model.facts.flatMap((fact) => {
    const role = roleOf(fact.role)
    if (!role || fact.form !== 'phrase') return []
    const draft = draftOf(fact, role.name)
    if (!draft) return []
    return [
      {
        recipe: 'role-does.basic',
        type: 'basic' as const,
        prompt: draft.prompt,
        answer: draft.answer,
        explanation: `The ${role.name} ${thirdPerson(draft.verb)} ${draft.topic} ${draft.answer.charAt(0).toLowerCase()}${draft.answer.slice(1)}.`,
        target: [fact.id],
        role: fact.role,
        prov: fact.prov.slice(0, 1),
        bloom: 'understand' as const,
        score: 0.78,
      },
    ]
  })
