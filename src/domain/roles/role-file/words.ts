// Role files, part by part: front matter, blocks, marks, the words of a line, each section; reading and writing.
// May import src/domain and yaml.
// This file: the words of a line as they are meant, and as they have to be written to be read like that.

import { plainText } from '../words.ts'

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
/** Characters that no text holds stand for escaped punctuation while marks are taken out. */
const firstStandIn = 0xfdd0
const standIns = /[\ufdd0-\ufdef]/g
const hide = (mark: string) => String.fromCharCode(firstStandIn + punctuation.indexOf(mark))
const show = (standIn: string) => punctuation.charAt(standIn.charCodeAt(0) - firstStandIn)

/**
 * Text as a role file can keep it: one line, single blanks, no control characters, no half of a surrogate pair.
 * What is written is normal, and reads back as the same.
 */
export const normalText = (text: string): string =>
  text
    .toWellFormed()
    .replace(standIns, '')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** What a stretch of a role file says: inline marks taken out, a backslash before punctuation obeyed, lines joined. */
export const readWords = (raw: string): string => {
  const hidden = raw
    .replace(standIns, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => hide(mark))
  return normalText(plainText(hidden).replace(standIns, show))
}

/** `raw` with every escaped mark replaced by a letter, so that only live ones are found; same length. */
export const liveMarks = (raw: string): string =>
  raw.replace(/\\[!-/:-@[-`{-~]/g, (pair) => 'x'.repeat(pair.length))

const lightly = (text: string) => text.replace(/[\\`*_[\]{|]|<(?=\/?[a-z])|->|:(?= )/gi, '\\$&')
const wholly = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')

/**
 * The plainest way to write a text so that `isRead` finds it again: as it is, with the usual marks escaped, or
 * with all punctuation escaped.
 */
export function writeWords(text: string, isRead: (written: string) => boolean): string {
  const normal = normalText(text)
  // A backslash at the end would act on whatever follows; a row of dashes is a line across the page.
  // What follows on the line may close a tag or picture that opens here.
  const isWhole = (written: string) =>
    !/(?<!\\)(?:\\\\)*\\$/.test(written) &&
    !/^[-*_\s]+$/.test(written) &&
    !/<\/?[a-z]|!\[/i.test(liveMarks(written))
  return (
    [normal, lightly(normal)].find((written) => isWhole(written) && isRead(written)) ??
    wholly(normal)
  )
}
