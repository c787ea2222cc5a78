import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Asset } from '#backend/asset-map.ts'
import type { Backend } from '#backend/ports.ts'
import { contentSecurityPolicy } from '#contract/policy.ts'
import { largestLimitMb } from '#domain/roles/formats.ts'
import type { Clock } from '#domain/time/clock.ts'
import type { Random } from '#domain/time/random.ts'
import { createEventStream } from './event-stream.ts'
import { isSame, judge, type Secrets } from './guard.ts'
import { createTokens, newSecret } from './tokens.ts'

const bodyLimit = 1 << 20
/** The largest document in base64, and the JSON around it. */
const importBodyLimit = Math.ceil((largestLimitMb * 1_000_000 * 4) / 3) + (1 << 20)

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const

export interface LocalServerOptions {
  readonly backend: Backend
  readonly assets: ReadonlyMap<string, Asset>
  readonly clock: Clock
  readonly random: Random
  /** 0 for any free one. */
  readonly port: number
  /** Proves that a second start may read the data folder. */
  readonly leaseSecret: string
}

export interface LocalServer {
  readonly port: number
  /** A link that signs a browser in once; `page` is a route of the app such as `/import/ID`. */
  link(page?: string): string
  close(): Promise<void>
}

/** Beyond this a connection is cut; up to it a body that is too large is drained, so that its answer arrives. */
const drainLimit = 128 << 20

/** Reads a body up to a limit; null when it is larger. Nothing beyond the limit is kept. */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > drainLimit) break
    if (size > limit) chunks = []
    else chunks.push(chunk)
  }
  return size > limit ? null : Buffer.concat(chunks).toString('utf8')
}

const parseJson = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name] // as: an object with that member
    : undefined

/** Serves the page and carries the contract on 127.0.0.1. Rejects when the port is taken. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { backend, assets, random, clock } = options
  const tokens = createTokens(random, clock)
  const events = createEventStream(backend)
  const own = { name: `remit-${newSecret(random).slice(0, 12)}`, value: newSecret(random) }
  let secrets: Secrets = {
    port: 0,
    cookieName: own.name,
    cookieValue: own.value,
    session: newSecret(random),
  }
  const linkTo = (page?: string) =>
    `http://127.0.0.1:${secrets.port}/#token=${tokens.issue()}${page ? `&page=${page}` : ''}`

  const answer = (
    response: ServerResponse,
    status: number,
    body = '',
    type = 'text/plain; charset=utf-8',
  ) => {
    response.writeHead(status, { ...headers, 'content-type': type })
    response.end(body)
  }
  const answerJson = (response: ServerResponse, status: number, value: unknown) =>
    answer(response, status, JSON.stringify(value), 'application/json')

  async function api(request: IncomingMessage, response: ServerResponse, name: string) {
    const text = await readBody(request, name === 'startImport' ? importBodyLimit : bodyLimit)
    if (text === null) {
      // A document that is too large gets its reason as any other would; anything else is no use of ours.
      if (name !== 'startImport') return answer(response, 413)
      const error = { code: 'document_too_large', params: { limitMb: largestLimitMb } }
      return answerJson(response, 200, { ok: false, error })
    }
    const parsed = parseJson(text)
    if (!parsed) return answer(response, 400)
    return answerJson(response, 200, await backend.dispatch(name, parsed.value))
  }

  async function auth(request: IncomingMessage, response: ServerResponse) {
    const text = await readBody(request, 4096)
    const result = tokens.redeem(member(parseJson(text ?? '')?.value, 'token'))
    if (result !== 'ok') return answer(response, result === 'busy' ? 429 : 403)
    response.setHeader('set-cookie', `${own.name}=${own.value}; HttpOnly; SameSite=Strict; Path=/`)
    return answerJson(response, 200, { secret: secrets.session })
  }

  async function link(request: IncomingMessage, response: ServerResponse) {
    const body = parseJson((await readBody(request, 4096)) ?? '')?.value
    const secret = member(body, 'secret')
    const page = member(body, 'page')
    if (typeof secret !== 'string' || !isSame(secret, options.leaseSecret))
      return answer(response, 403)
    return answerJson(response, 200, { url: linkTo(typeof page === 'string' ? page : undefined) })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
    const values = (name: string) => request.headersDistinct[name] ?? []
    const verdict = judge(
      {
        method: request.method ?? '',
        path,
        hosts: values('host'),
        origins: values('origin'),
        fetchSite: values('sec-fetch-site')[0],
        fetchDest: values('sec-fetch-dest')[0],
        contentType: values('content-type')[0],
        cookie: request.headers.cookie,
        session: values('x-remit-session')[0],
      },
      secrets,
    )
    if ('status' in verdict) return answer(response, verdict.status)
    switch (verdict.pass) {
      case 'auth':
        return auth(request, response)
      case 'link':
        return link(request, response)
      case 'api':
        return api(request, response, path.slice('/api/'.length))
      case 'events':
        response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson' })
        events.add(response)
        return
      case 'page': {
        const asset = assets.get(path)
        if (!asset) return answer(response, 404)
        response.writeHead(200, { ...headers, 'content-type': asset.type })
        response.end(asset.body)
      }
    }
  }

  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 5_000,
      requestTimeout: 30_000,
      insecureHTTPParser: false,
      requireHostHeader: true,
    },
    (request, response) => {
      handle(request, response).catch(() => response.destroy())
    },
  )
  server.maxConnections = 256
  server.on('connect', (_, socket) => socket.destroy())
  server.on('upgrade', (_, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  secrets = { ...secrets, port: (server.address() as AddressInfo).port } // as: listening on TCP
  return {
    port: secrets.port,
    link: linkTo,
    close: () =>
      new Promise((resolve) => {
        events.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
