/** What a reader of the cards should know of how a document was read, by code. The renderer owns the words. */
export const noticeCodes = [
  // what the document is
  /** {language}: an ISO 639-1 code, or `und` where only "not English" is certain. */
  'not_english',
] as const

export type NoticeCode = (typeof noticeCodes)[number]

export interface Notice {
  readonly code: NoticeCode
  readonly params: Readonly<Record<string, string | number>>
}
