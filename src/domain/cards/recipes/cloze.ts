import { taggedDuty } from '#domain/roles/language.ts'
import type { Fact } from '#domain/roles/model.ts'
import { capital, contentOf, stemsOf, wordsOf } from '#domain/roles/words.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import { asThirdPerson, does, the, verbRow } from '../wording.ts'
import { withRole } from './options.ts'

/** Ends of noun phrases that could stand for anything. */
const abstract =
  /\b(?:goals?|changes?|success|tools?|systems?|process(?:es)?|solutions?|things?|aspects?|areas?|ways?|levels?|steps?|parts?|issues?|growth|improvements?|needs?|approach(?:es)?|environments?|practices?|methods?|organi[sz]ations?|future|results?|values?|opportunit(?:y|ies)|teams?|people|work|time|business|activit(?:y|ies)|tasks?|projects?)$/i

interface Gap {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Terms of two or three nouns that stand alone in a duty: specific enough to be recalled from the rest. */
function gapsOf(duty: string): Gap[] {
  const words = taggedDuty(duty)
  const gaps: Gap[] = []
  for (let index = 1; index < words.length; index += 1) {
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(words[index]?.pos ?? '')) continue
    let last = index
    while (/^(?:NOUN|PROPN|ADJ)$/.test(words[last + 1]?.pos ?? '')) last += 1
    const run = words.slice(index, last + 1)
    const before = words[index - 1]
    const after = words[last + 1]
    const ends = run.at(-1)
    const isTerm =
      run.length >= 2 &&
      run.length <= 3 &&
      ends?.pos !== 'ADJ' &&
      run.slice(0, -1).every((word) => word.pos === 'NOUN' || word.pos === 'PROPN')
    const isWord =
      /\s/.test(duty[(run[0]?.start ?? 0) - 1] ?? '') && !/[-’]/.test(duty[ends?.end ?? 0] ?? '')
    const isJoined = before?.pos === 'CCONJ' || after?.pos === 'CCONJ' || before?.text === ','
    const start = run[0]?.start ?? 0
    const end = ends?.end ?? 0
    const text = duty.slice(start, end)
    if (isTerm && isWord && !isJoined && !abstract.test(text)) gaps.push({ start, end, text })
    index = last
  }
  return gaps
}

/**
 * "The R checks ____ before each delivery.": strict, since a gap that anything could fill is no question. The
 * gap is a term of several nouns, not joined to another by "and", not said elsewhere in the sentence; else nothing.
 */
export function cloze({ model, roleOf }: RecipeParts): CardDraft[] {
  return model.facts.flatMap((fact: Fact): CardDraft[] => {
    const role = roleOf(fact.role)
    const row = verbRow(fact.text)
    // "The members checks" would be wrong.
    if (!role || !row || fact.form !== 'phrase' || does(role).startsWith('do ')) return []
    const size = wordsOf(fact.text).length
    if (size < 7 || size > 20 || asThirdPerson(fact.text) === null) return []
    const named = new Set(stemsOf(role.name))
    const gap = gapsOf(fact.text).find(({ start, end, text }) => {
      const rest = contentOf(fact.text.slice(0, start) + fact.text.slice(end))
      const own = contentOf(text)
      return (
        start > row.head.length &&
        own.size >= 2 &&
        own.isDisjointFrom(rest) &&
        rest.size >= 3 &&
        stemsOf(text).every((stem) => !named.has(stem))
      )
    })
    if (!gap) return []
    const open = `${fact.text.slice(0, gap.start)}____${fact.text.slice(gap.end)}`
    const said = asThirdPerson(open)
    if (said === null) return []
    return [
      {
        recipe: 'cloze.object',
        type: 'cloze',
        prompt: `${capital(the(role))} ${said}.`,
        answer: gap.text,
        target: [fact.id],
        role: fact.role,
        prov: withRole(fact, role),
        bloom: 'remember',
        score: 0.7,
      },
    ]
  })
}
