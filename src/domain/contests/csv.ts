/** What spreadsheets take for a formula when a cell begins with it, full-width forms too. */
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * A cell: always in quotes, and with an apostrophe before what a spreadsheet would run as a formula, since the words
 * come from documents of strangers.
 */
const cell = (text: string): string =>
  `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Rows as CSV (RFC 4180): a byte order mark, so that spreadsheets read UTF-8, and CRLF at each line's end. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
