// The local host: HTTP on 127.0.0.1 for the browser. A guard, static files, the contract, a stream of events.
// May import src/backend, src/contract, src/domain and node:. No rules, no SQL.
// This file: may a request pass? A pure decision, so that a table of requests can test it.

import { timingSafeEqual } from 'node:crypto'

/** What the guard looks at. */
export interface Request {
  readonly method: string
  /** Path without the query. */
  readonly path: string
  /** All values of a header; a repeated Host or Origin is a trick. */
  readonly hosts: readonly string[]
  readonly origins: readonly string[]
  readonly fetchSite: string | undefined
  readonly fetchDest: string | undefined
  readonly contentType: string | undefined
  readonly cookie: string | undefined
  readonly session: string | undefined
}

export interface Secrets {
  readonly port: number
  readonly cookieName: string
  readonly cookieValue: string
  readonly session: string
}

export type Verdict =
  | { readonly pass: 'page' | 'auth' | 'link' | 'events' | 'api' }
  | { readonly status: 400 | 401 | 403 | 404 | 405 | 415 | 421 }

/** Compares without telling by its time how much was right. */
export const isSame = (given: string, secret: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}

const cookieOf = (header: string | undefined, name: string): string =>
  (header ?? '')
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/**
 * Host must be ours, whole (else 421: DNS rebinding). Origin, if there, must be ours; a POST must have it. Other
 * sites may only navigate to the page, which holds no data. The API asks for the cookie, which browsers
 * send to every port, and for a header that only our page knows.
 */
export function judge(request: Request, secrets: Secrets): Verdict {
  const own = [`127.0.0.1:${secrets.port}`, `localhost:${secrets.port}`]
  const [host] = request.hosts
  if (request.hosts.length !== 1 || host === undefined || !own.includes(host))
    return { status: 421 }
  if (request.method !== 'GET' && request.method !== 'POST') return { status: 405 }
  const [origin] = request.origins
  if (request.origins.length > 1) return { status: 400 }
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403 }

  if (request.path === '/link' && request.method === 'POST') {
    // Asked by a second start of Remit, which is no browser: none of a browser's headers may be there.
    return origin === undefined && request.fetchSite === undefined
      ? { pass: 'link' }
      : { status: 403 }
  }
  const isNavigation = request.method === 'GET' && request.path === '/'
  const site = request.fetchSite
  if (site !== undefined && site !== 'same-origin' && !isNavigation) return { status: 403 }
  if (request.fetchDest !== undefined && /^(?:i?frame|object|embed)$/.test(request.fetchDest)) {
    return { status: 403 }
  }
  const isSignedIn =
    isSame(cookieOf(request.cookie, secrets.cookieName), secrets.cookieValue) &&
    isSame(request.session ?? '', secrets.session)
  if (request.method === 'POST') {
    if (origin === undefined) return { status: 403 }
    if (request.contentType !== 'application/json') return { status: 415 }
    if (request.path === '/auth') return { pass: 'auth' }
    if (!request.path.startsWith('/api/')) return { status: 404 }
    return isSignedIn ? { pass: 'api' } : { status: 401 }
  }
  if (request.path.startsWith('/api/')) return { status: 405 }
  if (request.path === '/events') return isSignedIn ? { pass: 'events' } : { status: 401 }
  return { pass: 'page' }
}
