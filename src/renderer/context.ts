import { createContext } from 'svelte'
import type { Client } from '#contract/client.ts'
import { AppError, type ErrorCode, type ErrorParams } from '#domain/errors.ts'
import type { KeyMap } from './key-map.svelte.ts'
import type { Router } from './router.svelte.ts'
import type { Toasts } from './ui/toasts.svelte.ts'

/** What every screen may use; App sets it once. */
export interface App {
  readonly client: Client
  readonly router: Router
  readonly toasts: Toasts
  /** The keys in use. */
  readonly keys: KeyMap
}

export const [getApp, setApp] = createContext<App>()

export interface Problem {
  readonly code: ErrorCode
  readonly params: ErrorParams
}

/** A failure as the page keeps it. */
export const problemOf = (error: unknown): Problem =>
  error instanceof AppError
    ? { code: error.code, params: error.params }
    : { code: 'internal', params: { incident: 'page' } }
