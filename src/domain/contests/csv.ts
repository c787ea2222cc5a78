import { asPlainCell } from '#domain/spreadsheet.ts'

/** A cell: always in quotes. */
const cell = (text: string): string => `"${asPlainCell(text).replaceAll('"', '""')}"`

/** Rows as CSV (RFC 4180): a byte order mark, so that spreadsheets read UTF-8, and CRLF at each line's end. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
