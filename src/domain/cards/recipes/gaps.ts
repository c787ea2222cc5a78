import { taggedDuty, type TaggedWord } from '#domain/roles/language.ts'
import { abstractStems } from '#domain/roles/lexicon/abstract-words.ts'
import { isBaseVerb } from '#domain/roles/lexicon/verbs.ts'
import { contentOf } from '#domain/roles/words.ts'
import { laterVerbs, verbRow } from '../wording.ts'

/** A stretch of a duty that may be blanked. */
export interface Gap {
  readonly start: number
  readonly end: number
  readonly text: string
}

const counted =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred'
/** A number, in digits or as a word; "one" alone reads like "a". */
export const figure = `(?:\\d+(?:[.,]\\d+)*|(?:${counted})(?:-(?:${counted}|one))?)`
const unit =
  '(?:(?:working|calendar|business) )?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|metres?|meters?|miles?|km|kg|litres?|degrees)'
const day = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?'

/** A sum, a share, a time of day, a span, or a weekday: a bare number before what it counts is too little to blank. */
const quantity = new RegExp(
  `(?<=\\s)(?:[£$€]\\s?\\d[\\d,.]*\\d|\\d+(?:[.,]\\d+)? ?(?:%|per cent|percent|euros?|dollars?|pounds?)|\\d{1,2}[:.]\\d{2}|(?:one (?:or|to) )?${figure}(?: (?:or|to) ${figure})?[ -]${unit}|${day}(?: and ${day})?)(?=[\\s,.;)]|$)`,
  'g',
)

/** "Year 7", "section 3.2" and "1.2.3" are names, no numbers that one could be asked for. */
const isName = (before: string) =>
  /(?:\p{Lu}\p{L}*|section|part|page|no\.?|number|form|level) $/u.test(before)

/** "At three, six and nine months": the last of several. */
const listedFigure = new RegExp(`(?:\\d ?%?|\\b(?:${counted}))(?:,| and) $`, 'i')

/** Numbers, sums, times and spans: what is worth knowing by heart of a duty. */
export function quantitiesOf(duty: string): Gap[] {
  return [...duty.matchAll(quantity)].flatMap((match): Gap[] => {
    const [text] = match
    const start = match.index
    const [before, after] = [duty.slice(0, start), duty.slice(start + text.length)]
    // "At 95 %, 92 % and 90 %": one of several; "(one week in five)": an aside.
    const isOther =
      /^-\p{L}/u.test(after) ||
      /^(?:,| and) \d/.test(after) ||
      listedFigure.test(before) ||
      before.lastIndexOf('(') > before.lastIndexOf(')')
    return isName(before) || isOther ? [] : [{ start, end: start + text.length, text }]
  })
}

/** Ends of noun phrases that could stand for anything. */
const abstract =
  /\b(?:goals?|changes?|success|tools?|systems?|process(?:es)?|solutions?|things?|aspects?|areas?|ways?|levels?|steps?|parts?|issues?|growth|improvements?|needs?|approach(?:es)?|environments?|practices?|methods?|organi[sz]ations?|future|results?|values?|opportunit(?:y|ies)|teams?|people|work|time|limits?|numbers?|kinds?|types?|ranges?|sets?|states?|business|activit(?:y|ies)|tasks?|projects?|lifecycle|ecosystem|operations|transitions?|shifts?|integrations?|roles?|impacts?|collaborations?|experiences?|foundations?|effects?|importance|basis)$/i

const isNounLike = (word: TaggedWord | undefined): boolean =>
  word !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(word.pos)
const isNoun = ({ pos }: TaggedWord): boolean => pos === 'NOUN' || pos === 'PROPN'
const isListed = (word: TaggedWord | undefined): boolean =>
  word?.pos === 'CCONJ' || word?.text === ',' || word?.text === '&' || word?.text === '/'

/** "Artists hand over assets", "objects travel safely": a subject and its verb, which the language model takes for nouns. */
const isClause = (run: readonly TaggedWord[]): boolean => {
  const [before, last] = run.slice(-2)
  return (
    before !== undefined && last !== undefined && /s$/.test(before.text) && isBaseVerb(last.text)
  )
}

/**
 * Noun phrases that can be recalled from the rest of a duty: whole ones of two to four words, not one of several and
 * no part of a name, right behind a verb of the duty, a preposition or an article.
 */
export function termsOf(duty: string): Gap[] {
  const words = taggedDuty(duty)
  const head = verbRow(duty)?.head.length ?? 0
  const verbs = new Set(laterVerbs(duty).map(({ at }) => at))
  const found: Gap[] = []
  for (let index = 1; index < words.length; index += 1) {
    if (!isNounLike(words[index])) continue
    let end = index
    while (isNounLike(words[end + 1])) end += 1
    const run = words.slice(index, end + 1)
    const [before, first, last, after] = [words[index - 1], run[0], run.at(-1), words[end + 1]]
    index = end
    if (!before || !first || !last || run.length < 2 || run.length > 4) continue
    const isOpen = /^(?:DET|ADP)$/.test(before.pos) || before.end <= head || verbs.has(before.start)
    const isClosed = !after || /^(?:ADP|SCONJ|PART|PUNCT|PRON)$/.test(after.pos)
    const isExample = /\b(?:from|between|such as|like|including)\s+(?:the |an? )?$/i.test(
      duty.slice(0, first.start),
    )
    const text = duty.slice(first.start, last.end)
    const isWord =
      !/[-’'/]$/.test(duty.slice(0, first.start)) && !/^[-’'/]/.test(duty.slice(last.end))
    const content = [...contentOf(text)]
    if (
      isOpen &&
      isClosed &&
      isWord &&
      isNoun(last) &&
      !isListed(before) &&
      !isListed(after) &&
      !isExample &&
      !isClause(run) &&
      !abstract.test(text) &&
      content.length >= 2 &&
      content.some((stem) => !abstractStems.has(stem))
    )
      found.push({ start: first.start, end: last.end, text })
  }
  return found
}
