/**
 * Injected (as text) into every page, before its scripts; must be self-contained.
 * `role` 'isolated' is the preload's own world with contextBridge and ipcRenderer, 'main' is the page's.
 * Calls cross worlds in DOM events: Chromium structured-clones their `detail`.
 */
export function preloadWorld(
  role: 'isolated' | 'main',
  key: string,
  preload?: (require: unknown, process: unknown, exports: unknown) => void,
  label?: string,
): void {
  const other = role === 'main' ? 'isolated' : 'main'
  const world = globalThis as any
  const fns = new Map<number, (...args: unknown[]) => unknown>()
  const ids = new WeakMap<object, number>()
  const pending = new Map<number, { ok(v: unknown): void; fail(e: Error): void }>()
  let seq = 0
  let result: any
  const post = (type: string, detail?: unknown): any => {
    result = undefined
    window.dispatchEvent(new CustomEvent(`${key}:${other}:${type}`, { detail }))
    return result
  }
  const on = (type: string, fn: (detail: any) => void): void =>
    window.addEventListener(`${key}:${role}:${type}`, (e) => fn((e as CustomEvent).detail))
  const message = (e: any): string => String(e?.message ?? e)
  const plain = (v: any): boolean =>
    v && typeof v === 'object' && Object.getPrototypeOf(v) === Object.prototype
  const mapped = (v: object, fn: (x: unknown) => unknown): object =>
    Object.fromEntries(Object.entries(v).map(([k, x]) => [k, fn(x)]))
  const pack = (v: any): unknown => {
    if (typeof v === 'function') {
      if (!ids.has(v)) {
        ids.set(v, ++seq)
        fns.set(seq, v)
      }
      return { $fn: ids.get(v) }
    }
    if (v instanceof Promise) {
      const id = ++seq
      v.then(
        (x) => post('settle', { id, value: pack(x) }),
        (e) => post('settle', { id, error: message(e) }),
      )
      return { $promise: id }
    }
    return Array.isArray(v) ? v.map(pack) : plain(v) ? mapped(v, pack) : structuredClone(v) // DataCloneError, as in Electron
  }
  const unpack = (v: any): unknown => {
    if (v?.$fn)
      return (...args: unknown[]) => {
        const r = post('call', { fn: v.$fn, args: args.map(pack) })
        if (r?.error !== undefined) throw new Error(r.error)
        return unpack(r?.value)
      }
    if (v?.$promise) return new Promise((ok, fail) => pending.set(v.$promise, { ok, fail }))
    return Array.isArray(v) ? v.map(unpack) : plain(v) ? mapped(v, unpack) : v
  }
  on('return', (detail) => {
    result = detail
  })
  on('call', ({ fn, args }) => {
    let r
    try {
      r = { value: pack(fns.get(fn)!(...args.map(unpack))) }
    } catch (e) {
      r = { error: message(e) }
    }
    post('return', r)
  })
  on('settle', ({ id, value, error }) => {
    const p = pending.get(id)
    pending.delete(id)
    if (error === undefined) p?.ok(unpack(value))
    else p?.fail(new Error(error))
  })

  if (role === 'main') {
    const deepFreeze = (v: any): any => {
      if (v && typeof v === 'object') {
        Object.values(v).forEach(deepFreeze)
        Object.freeze(v)
      }
      return v
    }
    on('expose', (list: [string, unknown][]) => {
      for (const [name, api] of list)
        if (!(name in window))
          Object.defineProperty(window, name, { value: deepFreeze(unpack(api)), enumerable: true })
    })
    post('hello')
    return
  }
  const exposed: [string, unknown][] = []
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown): void {
      if (exposed.some(([n]) => n === name))
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.push([name, pack(api)])
      post('expose', exposed)
    },
  }
  on('hello', () => post('expose', exposed))
  type Listener = (event: unknown, ...args: unknown[]) => void
  const listeners = new Map<string, Set<Listener>>()
  const replies = new Map<number, { ok(v: unknown): void; fail(e: Error): void }>()
  const wire = (m: object): void => world.__standin(JSON.stringify(m))
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((ok, fail) => {
        structuredClone(args)
        const id = ++seq
        replies.set(id, { ok, fail })
        wire({ op: 'invoke', id, channel, args })
      }),
    send: (channel: string, ...args: unknown[]) => {
      structuredClone(args)
      wire({ op: 'send', channel, args })
    },
    on: (channel: string, fn: Listener) => {
      if (!listeners.has(channel)) listeners.set(channel, new Set())
      listeners.get(channel)!.add(fn)
      return ipcRenderer
    },
    off: (channel: string, fn: Listener) => {
      listeners.get(channel)?.delete(fn)
      return ipcRenderer
    },
    once: (channel: string, fn: Listener) => {
      const w: Listener = (...a) => {
        ipcRenderer.off(channel, w)
        fn(...a)
      }
      return ipcRenderer.on(channel, w)
    },
    removeListener: (channel: string, fn: Listener) => ipcRenderer.off(channel, fn),
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  } satisfies Partial<Record<keyof import('electron').IpcRenderer, unknown>> as any
  world.__standinReply = ({ id, value, error }: any) => {
    const r = replies.get(id)
    replies.delete(id)
    if (error === undefined) r?.ok(value)
    else r?.fail(new Error(error))
  }
  world.__standinEvent = (channel: string, args: unknown[]) => {
    for (const fn of [...(listeners.get(channel) ?? [])]) fn({ sender: ipcRenderer }, ...args)
  }
  const require = (name: string): unknown => {
    if (name !== 'electron' && name !== 'electron/renderer')
      throw new Error(`module not found: ${name}`)
    return { contextBridge, ipcRenderer, webUtils: { getPathForFile: () => '' } }
  }
  const process = {
    platform: 'linux',
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    versions: {},
    env: {},
    argv: [],
  }
  try {
    preload!(require, process, {})
  } catch (e) {
    console.error(`Unable to load preload script: ${label}\n${message(e)}`)
  }
}
