import { AppError, errorCodes, type ErrorCode, type ErrorParams } from '#domain/errors.ts'

/** What travels back: the value, or a code with parameters. Words are the renderer's. */
export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly error: { readonly code: ErrorCode; readonly params: ErrorParams }
    }

/** Wraps a failure. What is not an AppError becomes `internal` with the incident's id. */
export function failure(error: unknown, incident: string): Envelope {
  if (error instanceof AppError) {
    return { ok: false, error: { code: error.code, params: error.params } }
  }
  return { ok: false, error: { code: 'internal', params: { incident } } }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Opens an envelope: returns the value or throws the AppError that it carries. Anything else is `internal`. */
export function open(envelope: unknown): unknown {
  if (isRecord(envelope) && envelope.ok === true) return envelope.value
  if (isRecord(envelope) && envelope.ok === false && isRecord(envelope.error)) {
    const { code, params } = envelope.error
    const known = errorCodes.find((each) => each === code)
    const given = isRecord(params) ? params : {}
    const plain = Object.entries(given).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    )
    if (known) throw new AppError(known, Object.fromEntries(plain))
  }
  throw new AppError('internal', { incident: 'unreadable answer' })
}
