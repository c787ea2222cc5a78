/** What a reader of the cards should know of how a document was read, by code. The renderer owns the words. */
export const noticeCodes = [
  // left out or mended on the way in
  'scripts_dropped',
  'external_dropped',
  'embedded_dropped',
  'macros_dropped',
  'nesting_cut',
  'damage_repaired',
  /** {count} */
  'characters_dropped',
  /** {count} */
  'characters_replaced',
  /** {extension, format}: the name says one kind, the content is another. */
  'read_by_content',
  /** Bytes that are no UTF-8, read as what Western programs wrote before it. */
  'read_as_windows_1252',
  /** {count}: pages of a PDF that are pictures. */
  'pages_without_text',
  // what the document is
  /** {language}: an ISO 639-1 code, or `und` where only "not English" is certain. */
  'not_english',
] as const

export type NoticeCode = (typeof noticeCodes)[number]

export interface Notice {
  readonly code: NoticeCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Does a notice tell of something that was dropped or mended, so that not all of the file was taken as it is? */
export const isRepair = (notice: Notice): boolean => notice.code !== 'not_english'
