import { bridgeName, type Bridge, type Transport } from '#contract/client.ts'

/** How the page stands with its host. */
export type HostState = 'connected' | 'gone' | 'lost'

export interface Connection {
  readonly transport: Transport
  /** Hears when the host goes, comes back, or no longer knows this page. */
  watch(hear: (state: HostState) => void): () => void
}

const secretKey = 'remit-session'
const secretHeader = 'x-remit-session'

/** What a browser lets all requests that outlive their page hold together is 64 KiB; an answer is far smaller. */
const longestThatOutlives = 4096

declare global {
  interface Window {
    readonly [bridgeName]?: Bridge
  }
}

/**
 * Finds the host: Electron's bridge when it is there, else the local host that served this page. This is the
 * only file of the page that knows which of them it is.
 */
export async function connect(): Promise<Connection> {
  const bridge = window[bridgeName]
  if (bridge) return { transport: bridge, watch: () => () => {} }
  await signIn()
  return connectHttp()
}

/** Trades the one-time token of the address for this tab's secret and takes it out of the address. */
async function signIn(): Promise<void> {
  const fragment = new URLSearchParams(location.hash.replace(/^#/, ''))
  const token = fragment.get('token')
  if (token === null) return
  history.replaceState(null, '', `#${fragment.get('page') ?? '/'}`)
  const response = await fetch('/auth', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (!response.ok) return
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer && 'secret' in answer) {
    sessionStorage.setItem(secretKey, String(answer.secret))
  }
}

function connectHttp(): Connection {
  const secret = sessionStorage.getItem(secretKey) ?? ''
  const watchers = new Set<(state: HostState) => void>()
  const listeners = new Set<(event: unknown) => void>()
  let state: HostState = 'connected'
  const move = (next: HostState) => {
    if (state === next || state === 'lost') return
    state = next
    for (const hear of watchers) hear(next)
  }
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    try {
      const response = await fetch(path, init)
      if (response.status === 401 || response.status === 403) move('lost')
      else move('connected')
      return response
    } catch (error) {
      move('gone')
      throw error
    }
  }

  async function invoke(name: string, input: unknown): Promise<unknown> {
    try {
      const body = JSON.stringify(input)
      const response = await ask(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [secretHeader]: secret },
        body,
        // An answer on its way is saved although the page is closed or reloaded meanwhile.
        keepalive: body.length <= longestThatOutlives,
      })
      return (await response.json()) as unknown
    } catch {
      return { ok: false, error: { code: 'internal', params: { incident: 'host' } } }
    }
  }

  /** Reads the stream of events line by line until it ends. */
  async function readEvents(): Promise<void> {
    const response = await ask('/events', { headers: { [secretHeader]: secret } })
    const reader = response.ok
      ? response.body?.pipeThrough(new TextDecoderStream()).getReader()
      : undefined
    let rest = ''
    for (;;) {
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return
      const lines = (rest + chunk.value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines.filter((each) => each !== '')) {
        const event: unknown = JSON.parse(line)
        for (const hear of listeners) hear(event)
      }
    }
  }

  async function follow(): Promise<void> {
    for (let failures = 0; state !== 'lost';) {
      try {
        await readEvents()
        failures = 0
      } catch {
        failures += 1
      }
      move('gone')
      await new Promise((resolve) => setTimeout(resolve, Math.min(8000, 500 * 2 ** failures)))
    }
  }
  let isFollowing = false

  return {
    transport: {
      invoke,
      subscribe(hear) {
        listeners.add(hear)
        if (!isFollowing) {
          isFollowing = true
          void follow()
        }
        return () => listeners.delete(hear)
      },
    },
    watch(hear) {
      watchers.add(hear)
      if (state !== 'connected') hear(state)
      return () => watchers.delete(hear)
    },
  }
}
