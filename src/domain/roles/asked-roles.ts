import type { Block } from './block.ts'
import { looksLikePerson, singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { baseOfThird, isBaseVerb } from './lexicon/verbs.ts'

const whoQuestion =
  /(?:^|[.!]\s+)\W*(?:and|so|but)?\s*who\s+(?!(?:are|am|can i|do i|should i)\b)[^?]{3,90}\?\W*$/i
/** "The Head Baker does.", "That is the porter, who ...", "Two of our drivers load ...": what stands before a name. */
const answer =
  /^(?:(?:that|this|it)(?:[’']s|\s+(?:is|are|would be))\s+)?(?:(?:one|two|three|four|five|six|some|all|most|any|either|both)\s+of\s+)?(?:the|our|an?)\s+(?=\p{L})/iu
/** What stands behind a name: ends it, or is what its bearer does. */
const behind = /^(?:\s+([\p{Ll}]+)|\s*[,:.—–-])/u
const told = /^(?:does|do|is|are|has|have|will|must|can)$/

const isSomebody = (word: string): boolean =>
  singularRoleNoun(word) !== null || singularGroupNoun(word) !== null || looksLikePerson(word)

/** The name that an answer begins with; of several words, as many as it takes to name somebody who does something. */
function nameIn(text: string): string | null {
  const opening = answer.exec(text)?.[0]
  const rest = text.slice(opening?.length ?? text.length)
  const words = /^[\p{L}-]+(?:\s+[\p{L}-]+){0,3}/u.exec(rest)?.[0].split(/\s+/) ?? []
  for (const [index, word] of words.entries()) {
    const name = words.slice(0, index + 1).join(' ')
    const after = behind.exec(rest.slice(name.length))
    if (!isSomebody(word) || !after) continue
    const next = after[1]
    const does =
      next === undefined ||
      next === 'who' ||
      told.test(next) ||
      baseOfThird(next) !== null ||
      isBaseVerb(next)
    if (does) return name
  }
  return null
}

/** Who does what is asked: jobs that the answers to questions with "who" begin with. */
export const askedRoles = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block, index): string[] => {
    const name = whoQuestion.test(block.text) ? nameIn(blocks[index + 1]?.text ?? '') : null
    return name === null ? [] : [name]
  })
