import { folded, overlap, stemsIn, wordsIn } from '../normal.ts'
import { wordCount, type CardView, type Flaw } from './card-view.ts'

const hasOptions = (card: CardView) => card.type === 'mcq' || card.type === 'multi'
const absolute = /\b(?:always|never|none|completely|absolutely|totally|definitely|inevitably)\b/i
const vague =
  /\b(?:frequently|occasionally|rarely|seldom|sometimes|usually|generally|nearly|somewhat|partly|various|several)\b/i

/** What a first word looks like: "builds", "building", "built up", "build". */
const openingForm = (text: string): string => {
  const first = wordsIn(text)[0] ?? ''
  if (first.length > 5 && first.endsWith('ing')) return 'ing'
  if (first.length > 4 && first.endsWith('ed')) return 'ed'
  return first.length > 4 && /[^su]s$/.test(first) ? 's' : 'base'
}

const leadingNumber = (text: string): number | null => {
  const found = /^\$?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0]
  return found === undefined ? null : Number(found.replace(/[$,]/g, ''))
}

const isSorted = (numbers: readonly number[], sign: 1 | -1) =>
  numbers.every((number, index) => index === 0 || sign * (number - (numbers[index - 1] ?? 0)) >= 0)

const lengths = (texts: readonly string[]) => texts.map((text) => text.length)

/** Flaws of multiple choice, after the rules that writers of examinations are taught. */
export const optionFlaws: readonly Flaw[] = [
  { code: 'few-options', has: (card) => hasOptions(card) && card.options.length < 3 },
  { code: 'not-one-key', has: (card) => card.type === 'mcq' && card.keys.length !== 1 },
  {
    code: 'longest-is-key',
    has: ({ keys: [key], wrong }) =>
      key !== undefined &&
      wrong.length > 0 &&
      wordCount(key) >= 4 &&
      key.length * 0.75 > Math.max(...lengths(wrong)),
  },
  {
    code: 'shortest-is-key',
    has: ({ keys: [key], wrong }) =>
      key !== undefined &&
      wrong.some((text) => wordCount(text) >= 6) &&
      key.length < 0.5 * Math.min(...lengths(wrong)),
  },
  {
    code: 'all-or-none-of-these',
    has: ({ options }) =>
      options.some((text) =>
        /\b(?:all|none|both|neither) of (?:the above|these|them)\b/i.test(text),
      ),
  },
  {
    code: 'letters-as-options',
    has: ({ options }) => options.some((text) => /^(?:both )?[a-d](?: and |, )[a-d]\b/i.test(text)),
  },
  {
    code: 'absolute-word',
    has: (card) =>
      hasOptions(card) && [card.prompt, ...card.options].some((text) => absolute.test(text)),
  },
  { code: 'vague-word', has: ({ options }) => options.some((text) => vague.test(text)) },
  {
    code: 'twin-options',
    has: ({ options }) => new Set(options.map(folded)).size < options.length,
  },
  {
    code: 'overlapping-options',
    has: ({ options }) => {
      const sets = options.map(stemsIn)
      return sets.some((a, index) => sets.slice(index + 1).some((b) => overlap(a, b) >= 0.8))
    },
  },
  {
    code: 'negative-question',
    has: (card) =>
      hasOptions(card)
        ? /\b(?:not(?! only)|except|never|least|incorrect|false)\b/i.test(card.prompt)
        : card.type === 'tf' && /\b(?:not(?! only)|never|no)\b/i.test(card.prompt),
  },
  { code: 'blank-in-question', has: (card) => hasOptions(card) && card.prompt.includes('__') },
  {
    code: 'true-and-false-as-options',
    has: ({ options }) =>
      options.length > 0 && options.every((text) => /^(?:true|false|yes|no)$/i.test(text)),
  },
  {
    // The test-wise learner takes the option that echoes the question.
    code: 'echo-in-key-only',
    has: ({ prompt, keys: [key], wrong }) => {
      if (key === undefined || wrong.length === 0) return false
      const echoed = stemsIn(key).intersection(stemsIn(prompt))
      const elsewhere = wrong.map(stemsIn).reduce((all, each) => all.union(each), new Set<string>())
      return echoed.difference(elsewhere).size > 0
    },
  },
  {
    // The key is made of what most options have.
    code: 'convergence',
    has: ({ options, keys: [key] }) => {
      const stems = stemsIn(key ?? '')
      if (options.length < 4 || stems.size === 0) return false
      return [...stems].every(
        (stem) => options.filter((text) => stemsIn(text).has(stem)).length >= 3,
      )
    },
  },
  {
    code: 'grammar-cue',
    has: ({ prompt, options, keys: [key], isRole }) => {
      if (key === undefined || options.length < 3) return false
      if (/\ban\W*$/.test(prompt) && !/^[aeiou]/i.test(key)) return true
      if (/\ba\W*$/.test(prompt) && /^[aeiou]/i.test(key)) return true
      if (options.some(isRole) || options.every((text) => wordCount(text) <= 2)) return false
      const forms = options.map(openingForm)
      const own = openingForm(key)
      return (
        own !== 'base' &&
        new Set(forms).size === 2 &&
        forms.filter((each) => each === own).length === 1
      )
    },
  },
  {
    code: 'mixed-options',
    has: ({ options, isRole }) => options.some(isRole) && !options.every(isRole),
  },
  {
    code: 'numbers-out-of-order',
    has: ({ options }) => {
      const numbers = options.map(leadingNumber).filter((number) => number !== null)
      return (
        options.length > 0 &&
        numbers.length === options.length &&
        !isSorted(numbers, 1) &&
        !isSorted(numbers, -1)
      )
    },
  },
  { code: 'long-question', has: (card) => hasOptions(card) && wordCount(card.prompt) > 45 },
]
