import { withoutLead, type RoleWords } from './clauses.ts'
import { isBaseVerb } from './lexicon/verbs.ts'
import { firstWord } from './phrase.ts'
import { predicateOf, type Predicate } from './predicate.ts'

const be = '(?:is|shall(?: (?:also|further|likewise))? be|will(?: also)? be)'
const noun = '(?:task|job|duty|responsibility|place|business|role|function)'

/** "It is the Producer's task to decide", "It shall further be the duty of the Chair to preside". */
const itIsTheirs = new RegExp(
  `^it ${be}\\s+(?:(?:also|then|further|likewise)\\s+)?(?:the\\s+|(?=for\\s))?(?:` +
    `(?<owner>[^’',;]{3,60}?)(?:[’']s|s[’'])\\s+(?:[a-z]+\\s+)?${noun}` +
    `|(?:[a-z]+\\s+)?${noun}\\s+of\\s+(?:the\\s+|an?\\s+|each\\s+|every\\s+)?(?<holder>[^,;]{3,60}?)` +
    `|for\\s+(?:the\\s+|an?\\s+|each\\s+|every\\s+)(?<doer>[^,;]{3,60}?)` +
    `)\\s+to\\s+(?<duty>.+)$`,
  'i',
)

/** "to keep the roll, to give notice and to answer letters": each infinitive by itself. */
function infinitivesOf(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const joint of text.matchAll(
    /(?:[,;]\s+(?:(?:and|or)\s+)?|\s+and\s+)(?:also\s+)?to\s+(?=\p{Ll})/gu,
  )) {
    const at = joint.index + joint[0].length
    if (!isBaseVerb(firstWord(text.slice(at)))) continue
    parts.push(text.slice(from, joint.index))
    from = at
  }
  return [...parts, text.slice(from)]
}

/**
 * What a sentence like "It is the duty of the Secretary to keep the roll, and to give notice" says, duty by duty;
 * null when it is no such sentence.
 */
export function theirDuties(
  plain: string,
  words: RoleWords,
): { readonly roleKey: string; readonly duties: readonly Predicate[] } | null {
  const found = itIsTheirs.exec(withoutLead(plain).rest)?.groups
  const name = found?.['owner'] ?? found?.['holder'] ?? found?.['doer']
  const role = name === undefined ? null : words.roleAtStart(name)
  const duty = found?.['duty']
  if (!role || duty === undefined) return null
  const duties = infinitivesOf(duty).flatMap(
    (part) => predicateOf(` shall ${part}`, 'singular') ?? [],
  )
  return { roleKey: role.key, duties }
}
