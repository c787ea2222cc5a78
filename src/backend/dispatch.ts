import * as v from 'valibot'
import { api, isApiName, type Handlers } from '#contract/api.ts'
import { failure, type Envelope } from '#contract/envelope.ts'
import { AppError } from '#domain/errors.ts'
import type { Log } from './ports.ts'
import { namingDiskProblems } from './store/open.ts'

export interface DispatchParts {
  readonly handlers: Handlers
  readonly log: Log
  readonly newIncident: () => string
  /** The collection's file, named in messages about the disk. */
  readonly path: string
}

/** The first complaint about an input as `field: what`, without a word of the input itself. */
const complaint = (issues: readonly v.BaseIssue<unknown>[]): string => {
  const issue = issues[0]
  const path = issue ? (v.getDotPath(issue) ?? 'input') : 'input'
  return `${path}: expected ${issue?.expected ?? 'another value'}`
}

/**
 * The only door to the backend: name, parse, run, wrap. Both hosts call it with whatever came in.
 * Never throws; what is not foreseen is logged under an incident id and answered as `internal`.
 */
export function createDispatch({ handlers, log, newIncident, path }: DispatchParts) {
  return async (name: unknown, input: unknown): Promise<Envelope> => {
    try {
      if (!isApiName(name)) throw new AppError('unknown_procedure')
      const parsed = v.safeParse(api[name].input, input)
      if (!parsed.success) {
        throw new AppError('bad_request', { procedure: name, problem: complaint(parsed.issues) })
      }
      const handler = handlers[name] as (input: unknown) => unknown // as: the table pairs name, shape and handler
      const value = await namingDiskProblems(path, () => handler(parsed.output))
      return { ok: true, value }
    } catch (error) {
      if (error instanceof AppError) return failure(error, '')
      const incident = newIncident()
      log('error', 'procedure_failed', {
        procedure: isApiName(name) ? name : 'unknown',
        incident,
        error: error instanceof Error ? (error.stack ?? error.message) : typeof error,
      })
      return failure(error, incident)
    }
  }
}
