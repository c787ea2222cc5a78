/** What spreadsheets run when a cell begins with it, full-width forms and what stands behind blanks or quotes too. */
const formula = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * A text that is safe in a cell: an apostrophe stands before what a spreadsheet would take for a formula, since the
 * words come from documents of strangers.
 */
export const asPlainCell = (text: string): string => (formula.test(text) ? `'${text}` : text)
