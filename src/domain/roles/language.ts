import winkModel from 'wink-eng-lite-web-model'
import winkNLP, { type WinkMethods } from 'wink-nlp'
import { remembered } from './remembered.ts'

/** Parts of speech after Universal Dependencies, as the language model names them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A word or mark of a text with its place and its part of speech. */
export interface TaggedWord {
  readonly text: string
  readonly pos: PartOfSpeech
  readonly start: number
  readonly end: number
}

let loaded: WinkMethods | null = null
/** Loading takes about 0.1 s: it is paid when the first phrase is tagged, never at the start of the app. */
const model = (): WinkMethods => (loaded ??= winkNLP(winkModel, ['pos']))

function tag(text: string): TaggedWord[] {
  const { its } = model()
  const tokens = model().readDoc(text).tokens()
  // All at once: asked one by one, each token would be made an object with functions of its own.
  const values = tokens.out()
  // as: the model's own list of tags, see PartOfSpeech
  // eslint-disable-next-line @typescript-eslint/unbound-method -- a key that wink-nlp compares, not a call
  const tags = tokens.out(its.pos) as PartOfSpeech[]
  const words: TaggedWord[] = []
  let at = 0
  for (const [index, value] of values.entries()) {
    const start = text.indexOf(value, at)
    const pos = tags[index]
    if (start === -1 || pos === undefined) continue
    at = start + value.length
    words.push({ text: value, pos, start, end: at })
  }
  return words
}

/**
 * The words of a short text (a phrase, a sentence) with their parts of speech by wink-nlp's small English model.
 * It errs ("mitigating" as an adjective), so that no rule may rest on it alone: see the closed lexicons.
 */
export const taggedWords = (text: string): readonly TaggedWord[] => tag(text)

const lead = 'They must '

/** The words of a verb phrase in base form: read behind a subject, without which a first verb passes for a noun. */
export const taggedDuty = remembered((duty): readonly TaggedWord[] =>
  taggedWords(`${lead}${duty}`)
    .slice(2)
    .map((word) => ({ ...word, start: word.start - lead.length, end: word.end - lead.length })),
)
