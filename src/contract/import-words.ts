import type { ErrorCode, ErrorParams } from '#domain/errors.ts'
import type { NoticeCode } from '#domain/roles/notices.ts'

/** Failures of an import; the page and the command line say the same of them. */
type ImportErrorCode = Extract<ErrorCode, `document_${string}` | `import_${string}`>

/**
 * What is said of a document that was not taken: what happened, what was kept, what to do. Part of the page's
 * words (src/renderer/i18n), and of the command line's.
 */
export const importProblems: Readonly<Record<ImportErrorCode, (params: ErrorParams) => string>> = {
  document_empty: () =>
    'The document is empty, so there was nothing to read. Nothing was stored. Choose another one.',
  document_too_large: ({ limitMb }) =>
    `The document is larger than ${limitMb} MB. Nothing was stored. Split it, or paste the part about roles.`,
  document_binary: () =>
    'This is not a text file. Nothing was stored. Save it as plain text, Markdown, HTML, Word (.docx) or PDF, or paste its text.',
  document_wrong_encoding: () =>
    'The characters of this file could not be read, because it is neither UTF-8 nor Windows-1252. Nothing was stored. Save it as UTF-8 text, or paste its text.',
  document_unknown_format: ({ extension }) =>
    `Files of the kind “.${extension}” cannot be read. Nothing was stored. Use plain text, Markdown, HTML, Word (.docx) or PDF, or paste the text.`,
  document_not_what_it_says: ({ extension }) =>
    `The name of this file ends in “.${extension}”, but its content is something else. Nothing was stored. Save it anew from the program that made it, or give it its right ending.`,
  document_picture: () =>
    'This is a picture, and text inside of pictures is not read. Nothing was stored. Use the document that the picture was taken from, or paste its text.',
  document_old_word: () =>
    'This file was saved by an old Office program. Nothing was stored. Open it there and save it as Word document (.docx) or PDF.',
  document_not_word: () =>
    'This archive holds no Word document. Nothing was stored. If it is a ZIP file, unpack it and choose a document in it; save other Office files as .docx or PDF.',
  document_encrypted: () =>
    'This document is locked with a password. Nothing was stored. Save it without the password, or paste its text.',
  document_damaged: () =>
    'This file is damaged or was cut off on its way, so it could not be read. Nothing was stored. Fetch or save it anew and try again.',
  document_bomb: () =>
    'This file would unpack to far more than a document holds, as harmful files do. Nothing was stored. If you trust it, save it anew from Word and try again.',
  document_unsafe_xml: () =>
    'This Word file declares things inside its text that Word never writes and harmful files do. Nothing was stored. If you trust it, save it anew from Word and try again.',
  document_too_deep: () =>
    'Parts of this document are nested too deeply for any real document. Nothing was stored. Save it anew, or paste its text.',
  document_too_complex: () =>
    'This document holds more text than can be read at once. Nothing was stored. Split it, or paste the part about roles.',
  document_too_many_pages: ({ most }) =>
    `This PDF has more than ${most} pages. Nothing was stored. Split it, or paste the part about roles.`,
  document_no_text: () =>
    'This PDF holds pictures of pages but no text. Nothing was stored. Let a text recognition (OCR) run over it, or use the document that it was made from.',
  document_no_roles: () =>
    'No job role with responsibilities was found in this document. Nothing was stored. Headings with a role’s name and a list of its duties below work best.',
  document_invalid_role_file: ({ line, problem, more }) =>
    `Line ${line} of this role file does not fit: ${problem}.${more ? ` More does not fit in line ${more}.` : ''} Nothing was stored. Mend it and import the file again.`,
  document_none_in_folder: () =>
    'There is no file in this folder. Nothing was stored. Name a folder that holds documents.',
  document_missing: () =>
    'There is no file or folder of this name. Nothing was stored. Check the name and try again.',
  document_no_file: () =>
    'This is a link, a folder, a device or a pipe, and only files are read. Nothing was stored. Name the file itself.',
  document_unreadable: () =>
    'The document could not be read. Nothing was stored. Allow reading it and try again, or paste its text.',
  import_not_found: () =>
    'This import is no longer there. Nothing was stored. Import the document again.',
  import_not_ready: () => 'This document is still being read. Wait a moment.',
  import_cancelled: () => 'The import was cancelled. Nothing was stored.',
  import_failed: () =>
    'The document could not be read to its end. Nothing was stored. Try a smaller part of it.',
  import_timeout: () =>
    'Reading the document took too long and was stopped. Nothing was stored. Try a smaller part of it.',
  import_out_of_memory: () =>
    'Reading the document took too much memory and was stopped. Nothing was stored. Try a smaller part of it.',
  import_no_role_left: () =>
    'That would leave no role with responsibilities. Nothing was changed. Discard the import if none of them is a role.',
}

const languages = new Intl.DisplayNames('en', { type: 'language' })
const number = new Intl.NumberFormat('en')
const formats: Readonly<Record<string, string>> = {
  html: 'a web page',
  docx: 'a Word document',
  pdf: 'a PDF',
}

/** What is said of a document that was taken: what was left out or mended, what could not be made. */
export const importNotices: Readonly<Record<NoticeCode, (params: ErrorParams) => string>> = {
  scripts_dropped: () =>
    'Scripts and other active parts of this document were left out; its text was read.',
  external_dropped: () =>
    'Links to pictures or files elsewhere were left out; nothing was fetched, the text was read.',
  embedded_dropped: () => 'Files inside of this document were left out; its own text was read.',
  macros_dropped: () => 'Macros of this document were left out; its text was read.',
  nesting_cut: () =>
    'Parts of this document are nested very deeply; their text was read without its structure.',
  damage_repaired: () =>
    'This file has faults; what could be read was taken. Compare the text with the original.',
  characters_dropped: ({ count }) =>
    `${number.format(Number(count))} hidden or control characters were left out.`,
  characters_replaced: ({ count }) =>
    `${number.format(Number(count))} characters could not be read and stand as “\ufffd”.`,
  read_by_content: ({ extension, format }) =>
    `The name of this file ends in “.${extension}”, but it is ${formats[String(format)] ?? 'text'} and was read as that.`,
  read_as_windows_1252: () =>
    'The characters of this file are not UTF-8 and were read as Windows-1252 (Western European). If letters with accents or quotes look wrong, save it as UTF-8 and import it again.',
  pages_without_text: ({ count }) =>
    `${number.format(Number(count))} pages hold pictures but no text and were left out.`,
  not_english: ({ language }) =>
    `This document is not in English${language === 'und' ? '' : ` but seems to be in ${languages.of(String(language))}`}. Only cards that take its own words from labels, lists and tables were made; add others by hand.`,
}

const count = (n: number, one: string, other: string) =>
  `${number.format(n)} ${n === 1 ? one : other}`

/** What is said of a document that was stored without a screen, or that was in the collection already. */
export const importDone = {
  stored: (roles: number, cards: number) =>
    `${count(roles, 'role', 'roles')} and ${count(cards, 'card', 'cards')} were stored.`,
  known: 'This very document is in the collection already. Nothing was changed.',
} as const

const isImportCode = (code: ErrorCode): code is ImportErrorCode => code in importProblems

/** What is said of any failure while a document is read, one sentence after the other. */
export const problemSentence = ({
  code,
  params,
}: {
  code: ErrorCode
  params: ErrorParams
}): string =>
  isImportCode(code) ? importProblems[code](params) : importProblems.import_failed(params)
