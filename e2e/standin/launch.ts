import type { BrowserContext, CDPSession, Page, Browser } from '@playwright/test'
import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { preloadWorld } from './preload-world.ts'

const world = preloadWorld.toString()
const WORLD = 'Electron Isolated Context'
const key = `standin-${randomBytes(6).toString('hex')}`
// Chromium knows no `app:` scheme: app://study/x is served as https://study.app.standin.test/x
const toPage = (url: string, schemes: string[]): string => {
  const m = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/s.exec(url)
  return m && schemes.includes(m[1]!) ? `https://${m[2]}.${m[1]}.standin.test${m[3] || '/'}` : url
}
const toApp = (url: string): string =>
  url.replace(/^https:\/\/(.*)\.([a-z0-9-]+)\.standin\.test/, '$2://$1')

interface Win {
  page: Page
  cdp: CDPSession
  contextId?: number
  loading?: string | undefined
}

/** Same surface as the parts of Playwright's ElectronApplication that the tests use. */
export class StandInApp {
  readonly errors: string[] = []
  readonly blocked: string[] = []
  readonly child: ChildProcess
  readonly #context: BrowserContext
  #schemes: string[] = []
  #wins = new Map<number, Promise<Win>>()
  #first = Promise.withResolvers<Page>()
  #seq = 0
  #waiting = new Map<number, PromiseWithResolvers<any>>()
  readonly exited: Promise<number | null>

  private constructor(child: ChildProcess, context: BrowserContext) {
    this.child = child
    this.#context = context
    this.exited = new Promise((ok) =>
      child.once('exit', (code) => {
        for (const w of this.#waiting.values()) w.reject(new Error('the main process ended'))
        this.#first.reject(
          new Error(`the main process ended with code ${code} before it opened a window`),
        )
        ok(code)
      }),
    )
    this.#first.promise.catch(() => {})
    child.on('message', (m: any) => {
      if (m.re !== undefined) {
        const w = this.#waiting.get(m.re)
        this.#waiting.delete(m.re)
        m.error === undefined ? w?.resolve(m.value) : w?.reject(new Error(m.error))
        return
      }
      void (async () => (this.#ops as any)[m.op](...m.args))().then(
        (value) => this.#post({ re: m.id, value }),
        (e) => this.#post({ re: m.id, error: String(e?.message ?? e) }),
      )
    })
  }
  static async launch(opts: {
    main: string
    args?: string[]
    imports?: string[]
    cwd: string
    browser: Browser
    env?: Record<string, string>
    context?: Parameters<Browser['newContext']>[0]
  }): Promise<StandInApp> {
    const context = await opts.browser.newContext({ ...opts.context, serviceWorkers: 'block' })
    const child = fork(opts.main, opts.args ?? [], {
      cwd: opts.cwd,
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--import',
        new URL('./register.mjs', import.meta.url).href,
        ...(opts.imports ?? []).flatMap((each) => ['--import', each]),
      ],
      env: { ...process.env, ...opts.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const app = new StandInApp(child, context)
    await context.route('**/*', (route) => app.#route(route))
    return app
  }
  #post(m: object): void {
    if (this.child.connected) this.child.send(m, () => {})
  } // it may end at any moment
  #ask(op: string, ...args: unknown[]): Promise<any> {
    const w = Promise.withResolvers<any>()
    const id = ++this.#seq
    this.#waiting.set(id, w)
    if (this.child.connected) this.#post({ id, op, args })
    else w.reject(new Error('the main process has ended'))
    return w.promise
  }
  async #route(route: import('@playwright/test').Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    if (request.isNavigationRequest()) {
      let frame
      try {
        frame = request.frame()
      } catch {
        return route.abort('aborted')
      } // a popup: see Page.windowOpen
      const win = frame.parentFrame() ? undefined : await this.#winOf(frame.page())
      if (win && win[1].loading !== request.url() && (await this.#ask('navigate', win[0], url)))
        return route.abort('aborted')
    }
    const res =
      url === request.url()
        ? null
        : await this.#ask('fetch', url, request.method(), request.headers())
    if (!res) {
      this.blocked.push(url)
      return route.abort('blockedbyclient')
    } // the app must not touch the network
    await route.fulfill({ status: res.status, headers: res.headers, body: Buffer.from(res.body) })
  }
  async #winOf(page: Page): Promise<[number, Win] | undefined> {
    for (const [id, w] of this.#wins) {
      const win = await w
      if (win.page === page) return [id, win]
    }
    return undefined
  }
  readonly #ops = {
    schemes: (list: string[]) => {
      this.#schemes = list
    },
    create: (
      id: number,
      o: {
        width: number
        height: number
        preload?: string
        sandbox: boolean
        contextIsolation: boolean
        nodeIntegration: boolean
      },
    ) => {
      if (!o.sandbox || !o.contextIsolation || o.nodeIntegration)
        throw new Error('stand-in: only sandboxed, isolated windows are supported')
      this.#wins.set(id, this.#create(id, o))
    },
    load: async (id: number, url: string) => {
      const win = await this.#wins.get(id)!
      win.loading = toPage(url, this.#schemes)
      await win.page.goto(win.loading, { waitUntil: 'load' })
      win.loading = undefined
      this.#first.resolve(win.page)
    },
    send: async (id: number, channel: string, args: unknown[]) => {
      const win = await this.#wins.get(id)!
      await this.#inWorld(
        win,
        `__standinEvent(${JSON.stringify(channel)}, ${JSON.stringify(args)})`,
      )
    },
    close: async (id: number) => {
      const w = this.#wins.get(id)
      this.#wins.delete(id)
      await (await w)?.page.close()
    },
  }
  async #inWorld(win: Win, expression: string): Promise<void> {
    if (win.contextId === undefined) return
    await win.cdp.send('Runtime.evaluate', { contextId: win.contextId, expression }).catch(() => {})
  }
  async #create(id: number, o: { width: number; height: number; preload?: string }): Promise<Win> {
    const page = await this.#context.newPage()
    await page.setViewportSize({ width: o.width, height: o.height })
    const cdp = await this.#context.newCDPSession(page)
    const win: Win = { page, cdp }
    page.on('pageerror', (e) => this.errors.push(String(e)))
    page.on('console', (m) => {
      if (m.type() === 'error') this.errors.push(m.text())
    })
    page.on('close', () => {
      if (this.#wins.has(id) && this.child.connected) void this.#ask('closed', id).catch(() => {})
    })
    page.on('popup', (popup) => {
      void popup.close().catch(() => {})
    })
    cdp.on('Page.windowOpen', ({ url }) => {
      void this.#ask('open', id, toApp(url)).catch(() => {})
    })
    await cdp.send('Page.enable')
    if (o.preload) {
      let source = readFileSync(o.preload, 'utf8')
      try {
        new Script(`(require, process, exports) => {${source}\n}`, { filename: o.preload })
      } catch (e) {
        this.errors.push(`Unable to load preload script: ${o.preload} ${e}`)
        source = ''
      }
      cdp.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.name === WORLD && context.auxData?.type !== 'worker') win.contextId = context.id
      })
      cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
        if (name !== '__standin') return
        const m = JSON.parse(payload)
        const url = toApp(page.url())
        if (m.op === 'send') {
          void this.#ask('send', id, url, m.channel, m.args)
          return
        }
        const reply = (r: object): void => {
          void cdp
            .send('Runtime.evaluate', {
              contextId: executionContextId,
              expression: `__standinReply(${JSON.stringify({ id: m.id, ...r })})`,
            })
            .catch(() => {})
        }
        this.#ask('invoke', id, url, m.channel, m.args).then(
          (value) => reply({ value }),
          (e: Error) => reply({ error: e.message }),
        )
      })
      await cdp.send('Runtime.enable')
      await cdp.send('Runtime.addBinding', { name: '__standin', executionContextName: WORLD })
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: WORLD,
        source: `(${world})('isolated', '${key}', (require, process, exports) => {${source}\n}, ${JSON.stringify(o.preload)})`,
      })
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${world})('main', '${key}')`,
      })
    }
    return win
  }
  // ---- what tests call ----
  firstWindow(): Promise<Page> {
    return this.#first.promise
  }
  windows(): Promise<Page[]> {
    return Promise.all([...this.#wins.values()].map(async (w) => (await w).page))
  }
  evaluate<R, A>(fn: (electron: any, arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    return this.#ask('evaluate', fn.toString(), arg)
  }
  async close(): Promise<void> {
    if (this.child.connected)
      await this.evaluate(({ app }) => {
        app.quit()
      }).catch(() => {})
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5000)
    await this.exited
    clearTimeout(timer)
    await this.#context.close()
  }
}
