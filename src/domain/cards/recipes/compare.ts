import { plainText, wordsOf, contentOf } from '#domain/roles/words.ts'
import type { Range } from '../rolegen.ts'
import type { CardDraft, Recipe } from '../draft.ts'

const mostWords = 30

/** What the first range says of a role, without the role as its subject. */
function saidOf(
  ranges: readonly Range[],
  names: readonly string[],
): { text: string; range: Range } | null {
  for (const range of ranges) {
    const plain = plainText(range.quote).replace(/[.]$/, '')
    const own = [...names]
      .sort((a, b) => b.length - a.length)
      .find((name) => plain.toLowerCase().startsWith(name.toLowerCase()))
    const rest = own
      ? plain
          .slice(own.length)
          .replace(/^(?:s|es)?\b[\s,]*/, '')
          .replace(/^on the other hand,\s*/i, '')
      : plain
    if (contentOf(rest).size >= 2 && !/\b(?:these|this|those|they|them)\b/i.test(rest))
      return { text: rest.trim(), range }
  }
  return null
}

/** "Focus: how does A differ from B?": aspects that the document tells for both; long ones become two cards. */
export const compare: Recipe = ({ model, roleOf, reject }) =>
  model.comparisons.flatMap((comparison): CardDraft[] => {
    const a = roleOf(comparison.a)
    const b = roleOf(comparison.b)
    if (!a || !b) return []
    return comparison.aspects.flatMap((aspect): CardDraft[] => {
      const ofA = saidOf(aspect.a, [a.name, ...a.aliases])
      const ofB = saidOf(aspect.b, [b.name, ...b.aliases])
      const target = `${comparison.id}/${aspect.name}`
      if (!ofA || !ofB) {
        reject('cmp.basic', target, 'one-side-only')
        return []
      }
      const base = { type: 'basic' as const, bloom: 'analyze' as const, score: 0.8 }
      const both = `${a.name}: ${ofA.text}. ${b.name}: ${ofB.text}.`
      if (wordsOf(both).length <= mostWords) {
        return [
          {
            ...base,
            recipe: 'cmp.basic',
            prompt: `${aspect.name}: how does the ${a.name} differ from the ${b.name}?`,
            answer: both,
            target: [target, comparison.id],
            role: comparison.a,
            prov: [ofA.range, ofB.range],
          },
        ]
      }
      return [
        { role: a, other: b, said: ofA, side: 'a' },
        { role: b, other: a, said: ofB, side: 'b' },
      ]
        .filter(({ said }) => wordsOf(said.text).length <= mostWords)
        .map(({ role, other, said, side }) => ({
          ...base,
          recipe: `cmp-${side}.basic`,
          prompt: `${aspect.name}: what sets the ${role.name} apart from the ${other.name}?`,
          answer: said.text.charAt(0).toUpperCase() + said.text.slice(1),
          target: [target, comparison.id],
          role: role.id,
          prov: [said.range],
        }))
    })
  })
