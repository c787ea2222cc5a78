import { importDone, importNotices, problemSentence } from '#contract/import-words.ts'
import { startProblem } from '#contract/start-problems.ts'
import type { AppError } from '#domain/errors.ts'
import { isRepair, type Notice } from '#domain/roles/notices.ts'

/** What became of one path. `full`: all of it was read; `sanitised`: something was left out or mended. */
export interface ReportLine {
  readonly path: string
  readonly outcome: 'full' | 'sanitised' | 'reject'
  /** `E_` and the error's code in capitals; null unless rejected. */
  readonly code: string | null
  readonly sentence: string
  readonly cards: number
  readonly ms: number
  /** The most memory that the process took which read it, in megabytes (10^6 bytes); 0 where none was started. */
  readonly rss_mb: number
  /** True exactly when the collection is as it was before. */
  readonly unchanged: boolean
}

export interface Report {
  readonly schema: 'import-report/1'
  readonly results: readonly ReportLine[]
}

/** Cost of a path and whether it changed the collection. */
export type Measured = Pick<ReportLine, 'ms' | 'rss_mb' | 'unchanged'>

export interface Stored {
  readonly roleCount: number
  readonly cardCount: number
  readonly unchanged: boolean
}

const codeOf = (error: AppError) => `E_${error.code.toUpperCase()}`

/** The line of a document that was refused, or that could not be stored. */
export function rejected(path: string, error: AppError, measured: Measured): ReportLine {
  const isCollection = /^(?:disk|database|data_folder)_/.test(error.code)
  const sentence = isCollection ? startProblem(error) : problemSentence(error)
  return { path, outcome: 'reject', code: codeOf(error), sentence, cards: 0, ...measured }
}

/** The line of a document that was stored, or that was stored before. */
export function imported(
  path: string,
  { stored, notices }: { readonly stored: Stored; readonly notices: readonly Notice[] },
  measured: Measured,
): ReportLine {
  const done = stored.unchanged
    ? importDone.known
    : importDone.stored(stored.roleCount, stored.cardCount)
  const said = notices.map(({ code, params }) => importNotices[code](params))
  return {
    path,
    outcome: notices.some(isRepair) ? 'sanitised' : 'full',
    code: null,
    sentence: [done, ...said].join(' '),
    cards: stored.cardCount,
    ...measured,
  }
}
