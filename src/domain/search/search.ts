// Searching cards: the language that people type, as a tree. Reading it, writing it.
// This file is the tree and its words. Imports domain only.

/** How far the learner has come with a card, or what became of it. */
export const searchStates = [
  'due',
  'new',
  'learning',
  'review',
  'young',
  'mature',
  'leech',
  'suspended',
  'buried',
  'flagged',
  'contested',
  'edited',
  'pinned',
  'rejected',
  'archived',
  'deleted',
  'all',
] as const
export type SearchState = (typeof searchStates)[number]

/** Numbers of a card that can be compared; `due` and `interval` in days, `recall` a fraction. */
export const searchProperties = [
  'stability',
  'difficulty',
  'recall',
  'interval',
  'due',
  'reps',
  'lapses',
  'flag',
] as const
export type SearchProperty = (typeof searchProperties)[number]

export const comparisons = ['<=', '>=', '!=', '<', '>', '='] as const
export type Comparison = (typeof comparisons)[number]

/** What a name is looked up in. */
export const searchNames = ['deck', 'tag', 'role', 'kind'] as const
export type SearchName = (typeof searchNames)[number]

/** Everything that may stand before a colon. */
export const searchKeys = [...searchNames, 'is', 'prop'] as const
export type SearchKey = (typeof searchKeys)[number]

/** A search. `text` is one word or a phrase; `isPrefix`: it may go on behind the last letter. */
export type Search =
  | { readonly find: 'all' | 'any'; readonly of: readonly Search[] }
  | { readonly find: 'not'; readonly of: Search }
  | { readonly find: 'text'; readonly text: string; readonly isPrefix: boolean }
  | { readonly find: SearchName; readonly name: string; readonly isPrefix: boolean }
  | { readonly find: 'is'; readonly state: SearchState }
  | {
      readonly find: 'prop'
      readonly property: SearchProperty
      readonly compare: Comparison
      readonly value: number
    }

/** The longest search, in UTF-16 units; the most terms; the deepest brackets. */
export const longestSearch = 1000
export const mostTerms = 60
export const deepestBrackets = 20

/** Why a search is not understood. */
export const searchFaults = [
  'too_long',
  'too_many_terms',
  'too_deep',
  'open_quote',
  'open_bracket',
  'stray_bracket',
  'empty_bracket',
  'nothing_after_minus',
  'nothing_beside_or',
  'nothing_after_key',
  'unknown_key',
  'unknown_state',
  'unknown_property',
  'bad_comparison',
  'no_letter',
  'star_inside',
  // Found only when it is looked up in the collection.
  'no_such_deck',
  'no_such_role',
  'no_such_kind',
] as const
export type SearchFault = (typeof searchFaults)[number]

/** Does the text hold anything that the index of words knows? */
export const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
