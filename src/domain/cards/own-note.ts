import { foldText } from '#domain/quiz/fold-text.ts'

/** What a learner writes by hand: one note, of which one card or several are made. */
export type OwnNote =
  | { readonly kind: 'basic' | 'reversed'; readonly prompt: string; readonly answer: string }
  /** Gaps stand between double braces: `Water boils at {{100}} degrees.` */
  | { readonly kind: 'cloze'; readonly text: string }
  | {
      readonly kind: 'mcq'
      readonly prompt: string
      readonly choices: readonly { readonly text: string; readonly correct: boolean }[]
    }

/** A card of a note, as it is stored. */
export interface OwnCard {
  readonly type: 'basic' | 'cloze' | 'mcq'
  readonly prompt: string
  readonly answer: string
  readonly choices: readonly { readonly text: string; readonly correct: boolean }[] | null
}

const gap = /\{\{([^{}]+)\}\}/gu
const blank = '_____'

/** One card for each gap; the other gaps show their words. */
function clozeCards(text: string): OwnCard[] {
  const gaps = [...text.matchAll(gap)]
  // A run of underscores, or a brace left over, could be taken for a gap.
  if (/_{3,}/u.test(text) || /\{\{|\}\}/u.test(text.replace(gap, ''))) return []
  if (gaps.some((each) => each[1]?.trim() === '')) return []
  return gaps.map((own) => ({
    type: 'cloze',
    prompt: text.replace(gap, (_whole, words: string, at: number) =>
      at === own.index ? blank : words,
    ),
    answer: (own[1] ?? '').trim(),
    choices: null,
  }))
}

/** The cards of a note, in order; none where it is not complete yet. */
export function cardsOfNote(note: OwnNote): OwnCard[] {
  if (note.kind === 'cloze') return clozeCards(note.text.trim())
  const prompt = note.prompt.trim()
  if (prompt === '') return []
  if (note.kind === 'mcq') {
    const choices = note.choices.map(({ text, correct }) => ({ text: text.trim(), correct }))
    const right = choices.filter((choice) => choice.correct)
    const areDistinct = new Set(choices.map((choice) => foldText(choice.text))).size
    const isSound = choices.length >= 2 && choices.length <= 6 && right.length === 1
    if (!isSound || areDistinct < choices.length || choices.some(({ text }) => text === ''))
      return []
    return [{ type: 'mcq', prompt, answer: right[0]?.text ?? '', choices }]
  }
  const answer = note.answer.trim()
  if (answer === '') return []
  const card = { type: 'basic', prompt, answer, choices: null } as const
  return note.kind === 'basic' ? [card] : [card, { ...card, prompt: answer, answer: prompt }]
}

/**
 * Makes a gap of what is selected of a text (UTF-16, end exclusive), without the spaces around it. Null where nothing is
 * selected, or where it would cut into a gap.
 */
export function withGap(
  text: string,
  from: number,
  to: number,
): { readonly text: string; readonly end: number } | null {
  const chosen = text.slice(from, to)
  const words = chosen.trim()
  const start = from + chosen.indexOf(words)
  const end = start + words.length
  const isCut = [...text.matchAll(gap)].some(
    (each) => each.index < end && start < each.index + each[0].length,
  )
  if (words === '' || isCut || /[{}]/u.test(words)) return null
  return { text: `${text.slice(0, start)}{{${words}}}${text.slice(end)}`, end: end + 4 }
}

/** Two questions with this in common say the same, whatever their case, spaces and punctuation. */
export const sameness = (prompt: string): string =>
  foldText(prompt).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
