// The Electron host: window, protocol, IPC, menus. No rules, no SQL.
// May import src/backend, src/contract, src/domain, electron and node:.
// No top-level await here: the scheme must be registered before Electron is ready.

import { appendFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, BrowserWindow, dialog, powerMonitor } from 'electron'
import { readAssets } from '#backend/asset-map.ts'
import { createBackend, readVersion } from '#backend/backend.ts'
import { prepareDataFolder } from '#backend/data-folder.ts'
import { readNamedFile } from '#backend/documents/read-file.ts'
import { jsonLog } from '#backend/json-log.ts'
import { takeLease } from '#backend/lease.ts'
import type { Backend } from '#backend/ports.ts'
import { systemClock } from '#backend/system-clock.ts'
import { systemRandom } from '#backend/system-random.ts'
import type { AppEvent } from '#contract/events.ts'
import { menuWords } from '#contract/menu-words.ts'
import { startProblem } from '#contract/start-problems.ts'
import { readHostArguments, standardDataFolder } from '#backend/host-arguments.ts'
import { carryContract } from './ipc.ts'
import { setMenu } from './menu.ts'
import { startUtility } from './utility.ts'
import { lockSession, registerScheme, servePage } from './page.ts'
import { createWindow, loadPage } from './window.ts'

const built = import.meta.dirname
const root = app.isPackaged ? app.getAppPath() : join(built, '..', '..')

/** The page of a document that was named on the command line or opened from the system; null when there is none. */
function importPage(backend: Backend, file: string | undefined): string | null {
  if (file === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) return null
  const { name, content } = readNamedFile(file)
  return `#/import/${backend.importFile(name, content)}`
}

function openBackend(dataFolder: string): Backend {
  const logFile = join(dataFolder, 'remit.log')
  return createBackend({
    dataFolder,
    decksFolder: app.isPackaged ? join(process.resourcesPath, 'decks') : join(root, 'decks'),
    startWorker: startUtility(join(built, 'import-worker.js'), 'Remit import'),
    startStudyWorker: startUtility(join(built, 'study-worker.js'), 'Remit study'),
    host: 'electron',
    version: readVersion(root),
    clock: systemClock,
    random: systemRandom,
    log: jsonLog((line) => appendFileSync(logFile, line, { mode: 0o600 }), systemClock),
  })
}

function start(dataFolder: string): void {
  const lease = takeLease(dataFolder, {
    pid: process.pid,
    host: 'electron',
    port: null,
    secret: null,
  })
  if (lease.kind === 'held') {
    dialog.showErrorBox(menuWords.startTitle, menuWords.heldByOther)
    app.exit(1)
    return
  }
  app.on('quit', () => lease.release())
  const backend = openBackend(dataFolder)
  powerMonitor.on('suspend', () => backend.slept(true))
  powerMonitor.on('resume', () => backend.slept(false))
  servePage(readAssets(join(built, '..', 'renderer')))
  lockSession()
  const tell = carryContract(backend)
  const show = (hash: string) => {
    const event: AppEvent = { event: 'showPage', hash }
    tell(event)
  }
  setMenu(show)
  const openWindow = (hash: string) => {
    const window = createWindow({
      dataFolder,
      preload: join(built, '..', 'preload', 'index.cjs'),
      title: 'Remit',
      onReady: () => process.send?.('remit:ready'),
    })
    void loadPage(window, hash)
  }
  openWindow(importPage(backend, args.file) ?? '#/')

  const showImport = (file: string | undefined) => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const page = importPage(backend, file)
    if (page !== null) show(page)
  }
  app.on('second-instance', (_event, _argv, _cwd, told) => {
    const file = typeof told === 'object' && told && 'file' in told ? told.file : null
    showImport(typeof file === 'string' ? file : undefined)
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    showImport(resolve(file))
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow('#/')
  })
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    isClosed = true
    void backend.close().then(() => app.quit())
  })
}

process.umask(0o077)
app.enableSandbox()
registerScheme()
const args = readHostArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.env)

/** Prepares the folder and makes it Electron's own, so that its lock of one instance is per collection. */
function settle(): { readonly dataFolder: string } | { readonly problem: unknown } {
  try {
    const dataFolder = prepareDataFolder(args.data, standardDataFolder(process.env))
    app.setPath('userData', dataFolder)
    return { dataFolder }
  } catch (problem) {
    return { problem }
  }
}

function giveUp(problem: unknown): void {
  dialog.showErrorBox(menuWords.startTitle, startProblem(problem))
  app.exit(1)
}

const place = settle()
if ('problem' in place) {
  void app.whenReady().then(() => giveUp(place.problem))
} else if (app.requestSingleInstanceLock({ file: args.file ?? null })) {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  void app.whenReady().then(() => {
    try {
      start(place.dataFolder)
    } catch (problem) {
      giveUp(problem)
    }
  })
} else {
  app.quit()
}
