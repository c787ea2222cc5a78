import type { ErrorParams } from '#domain/errors.ts'
import { kindWords } from '#domain/search/kinds.ts'
import {
  searchFaults,
  searchKeys,
  searchProperties,
  searchStates,
  type SearchFault,
} from '#domain/search/search.ts'

const list = (words: readonly string[]) => words.join(', ')
const keys = list(searchKeys.map((key) => `${key}:`))

/** What was not understood, and what would work. */
const words: Record<SearchFault, (text: string) => string> = {
  too_long: () => 'This search is too long. Up to 1,000 characters work.',
  too_many_terms: () => 'This search has too many parts. Up to 60 work.',
  too_deep: () => 'There are too many brackets or minus signs within each other. Up to 20 work.',
  open_quote: () => 'A quotation mark is not closed. Put another one where the phrase ends.',
  open_bracket: () => 'A bracket is not closed. Put “)” where the group ends.',
  stray_bracket: () =>
    'A bracket closes that was never opened. Take it away, or put “(” before it.',
  empty_bracket: () => 'There is nothing in these brackets. Write what to find between them.',
  nothing_after_minus: () =>
    'A minus sign stands for “without” and needs a word right behind it, as in -wound.',
  nothing_beside_or: () => '“or” and “and” stand between two things, as in wound or burn.',
  nothing_after_key: (text) => `Something has to follow ${text}, as in deck:"Ward Nurse".`,
  unknown_key: (text) =>
    `“${text}” is nothing to search by. These are: ${keys}. To find the words themselves, put them in quotation marks.`,
  unknown_state: (text) => `“${text}” is no state of a card. These are: ${list(searchStates)}.`,
  unknown_property: (text) =>
    `“${text}” is no number of a card. These are: ${list(searchProperties)}.`,
  bad_comparison: (text) =>
    `“${text}” does not compare with a number. Write it as prop:lapses>3 or prop:recall<80%.`,
  no_letter: (text) => `“${text}” has no letter or digit to look for.`,
  star_inside: (text) =>
    `In “${text}” the star stands inside the word. It works at the end, as in respons*.`,
  no_such_deck: (text) =>
    `There is no deck “${text}”. A star finds what begins so, as in deck:ward*.`,
  no_such_role: (text) =>
    `There is no role “${text}”. A star finds what begins so, as in role:ward*.`,
  no_such_kind: (text) => `“${text}” is no kind of card. These are: ${list(kindWords)}.`,
}

/** The sentence for a search that was not understood. */
export function searchWords({ reason, text }: ErrorParams): string {
  const fault = searchFaults.find((each) => each === reason)
  return fault ? words[fault](String(text ?? '')) : 'This search is not understood.'
}
