/**
 * A stand-in of the `electron` module for machines without Electron's runtime.
 * It runs the REAL built main process in Node; every window is a REAL Chromium page
 * that the parent process (launch.ts) drives with Playwright. Runs under Node's type stripping.
 */
import type * as Electron from 'electron'
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Handlers = Record<string, (...args: any[]) => unknown>
let seq = 0
const waiting = new Map<number, (r: { value?: unknown; error?: string }) => void>()
/** Ask the parent to do something with the browser. */
const ask = (op: string, ...args: unknown[]): Promise<any> =>
  new Promise((ok, fail) => {
    const id = ++seq
    waiting.set(id, (r) => (r.error === undefined ? ok(r.value) : fail(new Error(r.error))))
    process.send!({ id, op, args })
  })
/** What the parent may ask of us. */
const answers: Handlers = {}
process.on('message', (m: any) => {
  if (m.re !== undefined) {
    waiting.get(m.re)?.(m)
    waiting.delete(m.re)
    return
  }
  void (async () => answers[m.op]!(...m.args))().then(
    (value) => process.send?.({ re: m.id, value }),
    (e) => process.send?.({ re: m.id, error: e instanceof Error ? e.message : String(e) }),
  )
})
process.on('disconnect', () => process.exit(0))

const pkg = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as {
  name: string
  version: string
}
let ready = false
const mustBeReady = (what: string): void => {
  if (!ready) throw new Error(`${what} before app is ready`)
}
const cancellable = (extra: object = {}): { defaultPrevented: boolean; preventDefault(): void } =>
  Object.assign(
    {
      defaultPrevented: false,
      preventDefault() {
        ;(this as { defaultPrevented: boolean }).defaultPrevented = true
      },
    },
    extra,
  )

// ---- app ---------------------------------------------------------------------------------------
class App
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'isPackaged'
      | 'name'
      | 'whenReady'
      | 'isReady'
      | 'getPath'
      | 'setPath'
      | 'getName'
      | 'getVersion'
      | 'getAppPath'
      | 'getLocale'
      | 'quit'
      | 'exit'
      | 'requestSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'setAppUserModelId'
      | 'focus'
      | 'commandLine'
      | 'enableSandbox'
    >
{
  isPackaged = false
  name = pkg.name
  #paths: Record<string, string> = {
    appData: tmpdir(),
    userData: join(tmpdir(), pkg.name),
    temp: tmpdir(),
    home: tmpdir(),
    documents: tmpdir(),
    downloads: tmpdir(),
  }
  #lock = ''
  #switches = new Map<string, string>()
  #ready = new Promise<void>((ok) =>
    setImmediate(() =>
      setImmediate(() => {
        ready = true
        this.emit('ready', {}, {})
        ok()
      }),
    ),
  )
  commandLine = {
    appendSwitch: (k: string, v = '') => {
      this.#switches.set(k, v)
    },
    hasSwitch: (k: string) => this.#switches.has(k),
    getSwitchValue: (k: string) => this.#switches.get(k) ?? '',
    appendArgument: () => {},
    removeSwitch: (k: string) => {
      this.#switches.delete(k)
    },
  }
  whenReady(): Promise<void> {
    return this.#ready
  }
  isReady(): boolean {
    return ready
  }
  getPath(name: string): string {
    const p = this.#paths[name]
    if (!p) throw new Error(`Failed to get '${name}' path`)
    return p
  }
  setPath(name: string, path: string): void {
    this.#paths[name] = path
  }
  getName(): string {
    return this.name
  }
  getVersion(): string {
    return pkg.version
  }
  getAppPath(): string {
    return process.cwd()
  }
  getLocale(): string {
    return 'en-US'
  }
  enableSandbox(): void {
    if (ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  setAppUserModelId(): void {}
  focus(): void {}
  requestSingleInstanceLock(told: Record<string, unknown> = {}): boolean {
    const dir = this.#paths.userData!
    mkdirSync(dir, { recursive: true })
    const file = join(dir, 'SingletonLock')
    try {
      process.kill(Number(readFileSync(file, 'utf8')), 0)
      // Electron tells the first instance through the operating system; here a file carries the word.
      writeFileSync(`${file}.told`, JSON.stringify(told))
      return false
    } catch {
      /* free, or its owner is gone */
    }
    writeFileSync(file, String(process.pid))
    this.#lock = file
    const telling = setInterval(() => {
      try {
        const data: unknown = JSON.parse(readFileSync(`${file}.told`, 'utf8'))
        rmSync(`${file}.told`)
        this.emit('second-instance', {}, process.argv, process.cwd(), data)
      } catch {
        /* nobody came */
      }
    }, 100)
    telling.unref()
    return true
  }
  releaseSingleInstanceLock(): void {
    if (this.#lock) rmSync(this.#lock, { force: true })
  }
  quit(): void {
    const event = cancellable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    for (const w of [...windows.values()]) {
      w.close()
      if (!w.isDestroyed()) return
    }
    const last = cancellable()
    this.emit('will-quit', last)
    if (last.defaultPrevented) return
    this.emit('quit', {}, 0)
    this.exit(0)
  }
  exit(code = 0): void {
    this.releaseSingleInstanceLock()
    setImmediate(() => process.exit(code))
  }
}
export const app = new App()

// ---- ipcMain -----------------------------------------------------------------------------------
const handlers = new Map<string, (event: Electron.IpcMainInvokeEvent, ...args: any[]) => unknown>()
class IpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  handle(
    channel: string,
    listener: (event: Electron.IpcMainInvokeEvent, ...args: any[]) => unknown,
  ): void {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, listener)
  }
  handleOnce(
    channel: string,
    listener: (event: Electron.IpcMainInvokeEvent, ...args: any[]) => unknown,
  ): void {
    this.handle(channel, (e, ...a) => {
      handlers.delete(channel)
      return listener(e, ...a)
    })
  }
  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}
export const ipcMain = new IpcMain()
const eventOf = (win: number, url: string): any => ({
  sender: windows.get(win)?.webContents,
  senderFrame: { url, parent: null, origin: /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? 'null' },
})
answers.invoke = async (win: number, url: string, channel: string, args: unknown[]) => {
  const fn = handlers.get(channel)
  if (!fn)
    throw new Error(
      `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`,
    )
  try {
    return structuredClone(await fn(eventOf(win, url), ...args))
  } catch (e) {
    throw new Error(`Error invoking remote method '${channel}': ${e}`)
  }
}
answers.send = (win: number, url: string, channel: string, args: unknown[]) => {
  ipcMain.emit(channel, eventOf(win, url), ...args)
}

// ---- protocol, session -------------------------------------------------------------------------
const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
class Protocol implements Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
> {
  registerSchemesAsPrivileged(list: Electron.CustomScheme[]): void {
    if (ready)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    void ask(
      'schemes',
      list.map((s) => s.scheme),
    )
  }
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    mustBeReady('protocol.handle')
    schemes.set(scheme, handler)
  }
  unhandle(scheme: string): void {
    schemes.delete(scheme)
  }
  isProtocolHandled(scheme: string): boolean {
    return schemes.has(scheme)
  }
}
export const protocol = new Protocol()
answers.fetch = async (url: string, method: string, headers: Record<string, string>) => {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  if (!handler) return null
  const res = await handler(
    Object.defineProperty(new Request('http://x', { method, headers }), 'url', { value: url }),
  )
  return {
    status: res.status,
    headers: Object.fromEntries(res.headers),
    body: Buffer.from(await res.arrayBuffer()),
  }
}
type Permission = Parameters<
  NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
>[1]
class Session
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'protocol'
    >
{
  protocol = protocol as unknown as Electron.Protocol
  permission?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
  setPermissionRequestHandler(
    handler: Parameters<Electron.Session['setPermissionRequestHandler']>[0],
  ): void {
    this.permission = handler
  }
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  beforeRequest?: (
    details: Electron.OnBeforeRequestListenerDetails,
    answer: (response: Electron.CallbackResponse) => void,
  ) => void
  webRequest = {
    onBeforeRequest: (listener: NonNullable<Session['beforeRequest']>) => {
      this.beforeRequest = listener
    },
  } as unknown as Electron.WebRequest
  /** What would Electron do with a request to this URL? */
  isCancelled(url: string): Promise<boolean> {
    return new Promise((ok) => {
      if (!this.beforeRequest) {
        ok(false)
        return
      }
      this.beforeRequest({ url } as Electron.OnBeforeRequestListenerDetails, (response) =>
        ok(response.cancel === true),
      )
    })
  }
}
const theSession = new Session()
export const session = {
  get defaultSession(): Session {
    mustBeReady('Session can only be received')
    return theSession
  },
}
/** For tests: what would Electron answer to a permission request of this window? */
export const standIn = {
  calls: [] as { what: string; args: unknown[] }[],
  dialogAnswers: [] as unknown[],
  /** Calls a registered handler as any sender would. */
  call: (channel: string, event: unknown, ...args: unknown[]): unknown =>
    handlers.get(channel)?.(event as Electron.IpcMainInvokeEvent, ...args),
  permission: (p: Permission): Promise<boolean> =>
    new Promise((ok) =>
      theSession.permission
        ? theSession.permission(undefined as never, p, ok, {} as never)
        : ok(true),
    ),
}

// ---- windows -----------------------------------------------------------------------------------
const windows = new Map<number, BrowserWindow>()
let windowSeq = 0
class WebContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      'id' | 'send' | 'getURL' | 'isDestroyed' | 'setWindowOpenHandler' | 'openDevTools' | 'session'
    >
{
  id: number
  session = theSession as unknown as Electron.Session
  url = ''
  openHandler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse = () => ({
    action: 'allow',
  })
  constructor(id: number) {
    super()
    this.id = id
  }
  getURL(): string {
    return this.url
  }
  isDestroyed(): boolean {
    return !windows.has(this.id)
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed')
    void ask('send', this.id, channel, structuredClone(args))
  }
  setWindowOpenHandler(
    handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse,
  ): void {
    this.openHandler = handler
  }
  openDevTools(): void {}
}
export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'loadFile'
      | 'show'
      | 'hide'
      | 'focus'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isMinimized'
      | 'isMaximized'
      | 'maximize'
      | 'restore'
      | 'getNormalBounds'
      | 'setTitle'
      | 'getTitle'
      | 'getBounds'
      | 'setMenuBarVisibility'
    >
{
  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }
  static fromWebContents(wc: WebContents): BrowserWindow | null {
    return windows.get(wc.id) ?? null
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows.values()].at(-1) ?? null
  }
  id = ++windowSeq
  webContents = new WebContents(this.id)
  #visible: boolean
  #title: string
  #options: Electron.BrowserWindowConstructorOptions
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    mustBeReady('Cannot create BrowserWindow')
    this.#options = options
    this.#visible = options.show !== false
    this.#title = options.title ?? pkg.name
    windows.set(this.id, this)
    const wp = options.webPreferences ?? {}
    void ask('create', this.id, {
      width: options.width ?? 800,
      height: options.height ?? 600,
      preload: wp.preload,
      sandbox: wp.sandbox !== false,
      contextIsolation: wp.contextIsolation !== false,
      nodeIntegration: wp.nodeIntegration === true,
    })
    app.emit('browser-window-created', {}, this)
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url
    await ask('load', this.id, url)
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  loadFile(file: string): Promise<void> {
    return this.loadURL(`file://${file}`)
  }
  show(): void {
    this.#visible = true
    this.emit('show')
  }
  hide(): void {
    this.#visible = false
    this.emit('hide')
  }
  focus(): void {
    standIn.calls.push({ what: 'focus', args: [this.id] })
  }
  restore(): void {}
  isVisible(): boolean {
    return this.#visible
  }
  isMinimized(): boolean {
    return false
  }
  #maximized = false
  isMaximized(): boolean {
    return this.#maximized
  }
  maximize(): void {
    this.#maximized = true
  }
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    Object.assign(this.#options, bounds)
  }
  isDestroyed(): boolean {
    return !windows.has(this.id)
  }
  setTitle(t: string): void {
    this.#title = t
  }
  getTitle(): string {
    return this.#title
  }
  setMenuBarVisibility(): void {}
  getBounds(): Electron.Rectangle {
    return {
      x: this.#options.x ?? 0,
      y: this.#options.y ?? 0,
      width: this.#options.width ?? 800,
      height: this.#options.height ?? 600,
    }
  }
  close(): void {
    const event = cancellable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (!windows.delete(this.id)) return
    void ask('close', this.id)
    this.emit('closed')
    if (windows.size === 0 && !app.emit('window-all-closed')) app.quit()
  }
}
answers.closed = (win: number) => {
  windows.get(win)?.close()
}
answers.navigate = (win: number, url: string) => {
  const event = cancellable({ url })
  windows.get(win)?.webContents.emit('will-navigate', event, url)
  return event.defaultPrevented
}
answers.open = (win: number, url: string) =>
  windows.get(win)?.webContents.openHandler({
    url,
    frameName: '',
    features: '',
    disposition: 'new-window',
    referrer: { url: '', policy: 'default' },
    postBody: undefined,
  } as unknown as Electron.HandlerDetails).action ?? 'deny'
answers.permission = (p: Permission) => standIn.permission(p)
answers.evaluate = (fn: string, arg: unknown) =>
  (0, eval)(`(${fn})`)(
    {
      screen,
      theSession,
      app,
      BrowserWindow,
      ipcMain,
      session,
      protocol,
      shell,
      dialog,
      Menu,
      nativeTheme,
      standIn,
    },
    arg,
  )

// ---- the rest: recorded, so tests can assert on it -----------------------------------------------
const record =
  <T>(what: string, result: T) =>
  (...args: unknown[]): T => {
    standIn.calls.push({ what, args })
    return result
  }
export const shell = {
  openExternal: record('openExternal', Promise.resolve()),
  openPath: record('openPath', Promise.resolve('')),
  showItemInFolder: record('showItemInFolder', undefined),
  beep: record('beep', undefined),
} satisfies Partial<Electron.Shell>
const answer =
  (what: string) =>
  async (...args: unknown[]): Promise<any> => {
    standIn.calls.push({ what, args })
    if (standIn.dialogAnswers.length === 0)
      throw new Error(`stand-in: no answer was queued for dialog.${what}`)
    return standIn.dialogAnswers.shift()
  }
export const dialog = {
  showOpenDialog: answer('showOpenDialog'),
  showSaveDialog: answer('showSaveDialog'),
  showMessageBox: answer('showMessageBox'),
  showErrorBox: record('showErrorBox', undefined),
} satisfies Partial<Electron.Dialog>
/** Tells of sleep; tests may emit `suspend` and `resume`. */
export const powerMonitor = new EventEmitter()

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system' as Electron.NativeTheme['themeSource'],
  shouldUseDarkColors: false,
})
export class Menu implements Pick<Electron.Menu, 'getMenuItemById'> {
  static current: Menu | null = null
  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Menu {
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.current = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.current
  }
  template: Electron.MenuItemConstructorOptions[]
  constructor(template: Electron.MenuItemConstructorOptions[] = []) {
    this.template = template
  }
  getMenuItemById(id: string): Electron.MenuItem | null {
    const find = (
      items: Electron.MenuItemConstructorOptions[],
    ): Electron.MenuItemConstructorOptions | undefined => {
      for (const i of items) {
        const hit = i.id === id ? i : Array.isArray(i.submenu) ? find(i.submenu) : undefined
        if (hit) return hit
      }
      return undefined
    }
    return (find(this.template) ?? null) as Electron.MenuItem | null
  }
}
// every export must exist in the real module (checked by tsc)
/** Utility processes are processes of Node here: the same file, the same messages, an end of its own. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  constructor(file: string, args: string[], options: Electron.ForkOptions) {
    super()
    mustBeReady('utilityProcess')
    this.#child = fork(file, args, {
      execArgv: options.execArgv ?? [],
      env: (options.env ?? {}) as NodeJS.ProcessEnv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1))
  }
  get pid(): number | undefined {
    return this.#child.pid
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object)
  }
  kill(): boolean {
    return this.#child.kill()
  }
}
export const utilityProcess = {
  fork: (file: string, args: string[] = [], options: Electron.ForkOptions = {}) =>
    new UtilityProcess(file, args, options),
}

export const screen = {
  getAllDisplays: () => [
    { workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Electron.Display,
  ],
} satisfies Partial<Electron.Screen>
const exported = {
  screen,
  utilityProcess,
  app,
  ipcMain,
  protocol,
  session,
  BrowserWindow,
  shell,
  dialog,
  nativeTheme,
  Menu,
}
exported satisfies {
  [K in keyof typeof exported]: K extends keyof typeof Electron ? unknown : never
}
export default exported
