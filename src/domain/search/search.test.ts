import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSearchError, readSearch } from './read-search.ts'
import {
  comparisons,
  deepestBrackets,
  hasLetter,
  searchNames,
  searchProperties,
  searchStates,
  type Search,
} from './search.ts'
import { writeSearch } from './write-search.ts'

const text = (word: string, isPrefix = false): Search => ({ find: 'text', text: word, isPrefix })
const faultOf = (typed: string) => {
  try {
    return readSearch(typed)
  } catch (error) {
    if (isSearchError(error)) return error.params
    throw error
  }
}

describe('what is typed is read as', () => {
  test.each<[string, Search | null]>([
    ['', null],
    ['  ', null],
    ['wound', text('wound')],
    ['wound care', { find: 'all', of: [text('wound'), text('care')] }],
    ['wound and care', { find: 'all', of: [text('wound'), text('care')] }],
    ['"wound care"', text('wound care')],
    ['“wound care”', text('wound care')],
    ['wou*', text('wou', true)],
    ['"wound ca"*', text('wound ca', true)],
    ['e-mail', text('e-mail')],
    ['"or"', text('or')],
    [String.raw`"a \"b\" \\c"`, text(String.raw`a "b" \c`)],
    ['-wound', { find: 'not', of: text('wound') }],
    ['a or b c', { find: 'any', of: [text('a'), { find: 'all', of: [text('b'), text('c')] }] }],
    ['(a OR b) c', { find: 'all', of: [{ find: 'any', of: [text('a'), text('b')] }, text('c')] }],
    ['-(a b)', { find: 'not', of: { find: 'all', of: [text('a'), text('b')] } }],
    ['deck:"Ward Nurse"', { find: 'deck', name: 'Ward Nurse', isPrefix: false }],
    ['TAG:safe*', { find: 'tag', name: 'safe', isPrefix: true }],
    ['is:Due', { find: 'is', state: 'due' }],
    ['prop:stability>=21', { find: 'prop', property: 'stability', compare: '>=', value: 21 }],
    ['prop:due=-3', { find: 'prop', property: 'due', compare: '=', value: -3 }],
    ['prop:recall<80%', { find: 'prop', property: 'recall', compare: '<', value: 0.8 }],
  ])('%s', (typed, search) => {
    expect(readSearch(typed)).toEqual(search)
  })
})

describe('what is not understood is named with its place', () => {
  test.each([
    ['"wound', 'open_quote', 0, 6],
    ['a (b', 'open_bracket', 2, 3],
    ['a )', 'stray_bracket', 2, 3],
    [')', 'stray_bracket', 0, 1],
    ['a ()', 'empty_bracket', 2, 3],
    ['a - b', 'nothing_after_minus', 2, 3],
    ['-', 'nothing_after_minus', 0, 1],
    ['-)', 'nothing_after_minus', 0, 1],
    ['a or', 'nothing_beside_or', 2, 4],
    ['or a', 'nothing_beside_or', 0, 2],
    ['and', 'nothing_beside_or', 0, 3],
    ['deck:', 'nothing_after_key', 0, 5],
    ['deck:" "', 'nothing_after_key', 0, 8],
    ['x colour:red', 'unknown_key', 2, 9],
    ['is:nice', 'unknown_state', 0, 7],
    ['is:du*', 'unknown_state', 0, 6],
    ['prop:size>3', 'unknown_property', 0, 11],
    ['prop:reps', 'bad_comparison', 0, 9],
    ['prop:reps>many', 'bad_comparison', 0, 14],
    ['a & b', 'no_letter', 2, 3],
    ['*', 'no_letter', 0, 1],
    ['wo*nd', 'star_inside', 0, 5],
  ])('%s', (typed, reason, start, end) => {
    expect(faultOf(typed)).toMatchObject({ reason, start, end })
  })

  test('too long, too many terms, too deep', () => {
    expect(faultOf('a'.repeat(1001))).toMatchObject({ reason: 'too_long', start: 1000 })
    expect(faultOf('a '.repeat(61))).toMatchObject({ reason: 'too_many_terms', start: 120 })
    const deep = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`
    expect(faultOf(deep(deepestBrackets))).toEqual(text('a'))
    expect(faultOf(deep(deepestBrackets + 1))).toMatchObject({ reason: 'too_deep' })
    expect(faultOf(`${'-'.repeat(500)}a`)).toMatchObject({ reason: 'too_deep' })
  })
})

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('or', 'AND', 'e-mail', '-x', 'a:b', String.raw`\"`, '“x”', 'two words', 'x*'),
  )
  // Control characters count as blanks.
  .map((each) => each.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .filter(hasLetter)
const anyTerm = fc.oneof(
  fc.record({ find: fc.constant('text' as const), text: anyText, isPrefix: fc.boolean() }),
  fc.record({ find: fc.constantFrom(...searchNames), name: anyText, isPrefix: fc.boolean() }),
  fc.record({ find: fc.constant('is' as const), state: fc.constantFrom(...searchStates) }),
  fc.record({
    find: fc.constant('prop' as const),
    property: fc.constantFrom(...searchProperties),
    compare: fc.constantFrom(...comparisons),
    value: fc.integer({ min: -5_000_000, max: 5_000_000 }).map((each) => each / 1000),
  }),
)
/** Searches as reading gives them: no "all" right within an "all", no "any" within an "any". */
const anySearch = fc.letrec<{ all: Search; any: Search; not: Search; term: Search }>((tie) => ({
  term: anyTerm,
  not: fc.record({
    find: fc.constant('not' as const),
    of: fc.oneof({ maxDepth: 2 }, tie('term'), tie('not'), tie('all'), tie('any')),
  }),
  all: fc.record({
    find: fc.constant('all' as const),
    of: fc.array(fc.oneof({ maxDepth: 2 }, tie('term'), tie('not'), tie('any')), {
      minLength: 2,
      maxLength: 3,
    }),
  }),
  any: fc.record({
    find: fc.constant('any' as const),
    of: fc.array(fc.oneof({ maxDepth: 2 }, tie('term'), tie('not'), tie('all')), {
      minLength: 2,
      maxLength: 3,
    }),
  }),
}))

test('reading what was written gives the same search', () => {
  const searches = fc.oneof(anySearch.term, anySearch.not, anySearch.all, anySearch.any)
  fc.assert(
    fc.property(searches, (search) => {
      const typed = writeSearch(search)
      fc.pre(typed.length <= 1000 && typed.split(/[\s(]+/).length <= 60)
      expect(readSearch(typed)).toEqual(search)
    }),
    { numRuns: 2000 },
  )
})

test('nothing that can be typed gives anything but a search or the named error', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('"', '“', '(', ')', '-', '*', ':', '\\', ' or ', ' and ', '\0', ' ', 'is:'),
      fc.constantFrom('prop:', 'deck:', 'tag:', 'due', '>=', '<', '=', '5', '%', '\ud800', 'a'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const typed = parts.join('')
      const outcome = faultOf(typed)
      if (outcome && 'reason' in outcome) {
        expect(Number(outcome.start)).toBeLessThanOrEqual(Number(outcome.end))
        expect(Number(outcome.end)).toBeLessThanOrEqual(typed.length)
      }
    }),
    { numRuns: 5000 },
  )
})
