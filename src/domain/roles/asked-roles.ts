import type { Block } from './block.ts'
import { looksLikePerson, singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { baseOfThird, isBaseVerb } from './lexicon/verbs.ts'

const whoQuestion =
  /^\W*(?:and|so|but)?\s*who\s+(?!(?:are|am|can i|do i|should i)\b)[^?]{3,90}\?\W*$/i
/** "The Head Baker does.", "That is the porter, who ...", "Our drivers load ...": somebody, and what comes next. */
const answer =
  /^(?:(?:that|this|it)(?:[’']s|\s+(?:is|are|would be))\s+)?(?:the|our|an?)\s+((?:[\p{L}-]+\s+){0,3}?[\p{L}-]+)(?:\s+([\p{Ll}]+)|\s*[,:.—–-])/iu
const told = /^(?:does|do|is|are|has|have|will|must|can)$/

const isSomebody = (word: string): boolean =>
  singularRoleNoun(word) !== null || singularGroupNoun(word) !== null || looksLikePerson(word)

/** Who does what is asked: jobs that the answers to questions with "who" begin with. */
export function askedRoles(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block, index): string[] => {
    if (!whoQuestion.test(block.text)) return []
    const [, name, next] = answer.exec(blocks[index + 1]?.text ?? '') ?? []
    const last = name?.split(/\s+/).at(-1)
    if (name === undefined || last === undefined || !isSomebody(last)) return []
    const does =
      next === undefined || told.test(next) || baseOfThird(next) !== null || isBaseVerb(next)
    return does || next === 'who' ? [name] : []
  })
}
