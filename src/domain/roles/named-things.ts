import { machineWords } from './lexicon/subject-words.ts'

const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^ {0,3}\1|$(?![\s\S]))/gm
const span = /`([^`\n]+)`/g
/** What a line of code says to people. */
const comment = /(?:^|\s)(?:#|\/\/|--)\s.*$|"[^"\n]*"|'[^'\n]*'/gm

const singular = (word: string) => word.toLowerCase().replace(/(?<=\w{3})s$/, '')

/** The words that a program's text uses as names: `JobRunner` is a job and a runner. */
function wordsInCode(text: string): ReadonlySet<string> {
  const blocks = [...text.matchAll(fence)].map(([, , code = '']) => code.replace(comment, ' '))
  const spans = [...text.replace(fence, '\n').matchAll(span)].map(([, code = '']) => code)
  const code = [...blocks, ...spans].join('\n').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
  return new Set((code.match(/\p{L}+/gu) ?? []).map(singular))
}

const definition =
  /\b(?:an?|the|each|every)\s+[*_`"“]{0,3}([\p{L}-]+(?:\s[\p{L}-]+){0,2}?)[*_`"”]{0,3}\s+(?:is|are)\s+(?:an?|the|one|just)\s+((?:[\p{L}-]+\s+){0,3}?[\p{L}-]+)\b/giu
/** Things of a program that `machineWords` leaves out, as other texts speak of them as well. */
const alsoThings = new Set(
  'process processes program daemon component class object actor coroutine container row queue table command pod wrapper loop hook'.split(
    ' ',
  ),
)
const isThing = (word: string) => machineWords.has(word) || alsoThings.has(word)

/** Names that a text explains as things: "A **worker** is a process that takes jobs". */
const definedAsThings = (text: string): string[] =>
  [...text.matchAll(definition)].flatMap(([, name = '', kind = '']) =>
    kind.toLowerCase().split(/\s+/).some(isThing) ? [singular(name)] : [],
  )

const headOfThings =
  /^(?:sub-?systems?|components?|modules?|class(?:es)?|process(?:es)?|objects?|actors?|threads?|packages?|daemons?|containers?)$/i

/** Names that stand below "Component" in a table. */
function inColumnsOfThings(text: string): string[] {
  let isOpen = false
  return text.split('\n').flatMap((line) => {
    const first = /^\s*\|([^|\n]*)\|/.exec(line)?.[1]?.replace(/[*_`]/g, '').trim()
    if (first === undefined) isOpen = false
    else if (isOpen) return [singular(first)]
    else isOpen = headOfThings.test(first)
    return []
  })
}

/** Does a text give commands to type and never write a role's name with a capital, as people's titles mostly are? */
const isGuideToCommands = (text: string, names: readonly string[]): boolean =>
  names.every((name) => name === name.toLowerCase()) && [...text.matchAll(fence)].length >= fewest

const fewest = 2

/**
 * Are the names that were taken for roles the names of a program's parts? A third of them at least, and two, stand in
 * its code, below "Component", or are explained as a process, a function and the like; or the text is a guide to commands.
 */
export function areNamedThings(text: string, names: readonly string[]): boolean {
  const code = wordsInCode(text)
  const things = new Set([...definedAsThings(text), ...inColumnsOfThings(text)])
  const isOne = (name: string) =>
    things.has(singular(name)) ||
    singular(name)
      .split(/\s+/)
      .every((word) => code.has(word))
  const found = names.filter(isOne).length
  return (found >= fewest && found * 3 >= names.length) || isGuideToCommands(text, names)
}
