import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, screen, type Rectangle } from 'electron'
import { isOwnPage, origin } from './page.ts'

interface WindowState {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}
const standard: WindowState = {
  bounds: { x: Number.NaN, y: Number.NaN, width: 1180, height: 820 },
  isMaximized: false,
}
const fileOf = (dataFolder: string) => join(dataFolder, 'window.json')

const isNumber = (value: unknown): value is number => Number.isFinite(value)

/** The window as it was left; anything broken in the file falls back to the standard size. */
export function readWindowState(dataFolder: string): WindowState {
  try {
    const value = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as Partial<WindowState> // as: checked below
    const { x, y, width, height } = value.bounds ?? standard.bounds
    if (![x, y, width, height].every(isNumber) || width < 360 || height < 420) return standard
    return { bounds: { x, y, width, height }, isMaximized: value.isMaximized === true }
  } catch {
    return standard
  }
}

/** Is enough of the window on a screen that is there now? A monitor may have been unplugged. */
const isOnScreen = ({ x, y, width }: Rectangle): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const isBeside = x + width - 80 < workArea.x || x + 80 > workArea.x + workArea.width
    return !isBeside && y >= workArea.y && y < workArea.y + workArea.height - 80
  })

export interface WindowParts {
  readonly dataFolder: string
  readonly preload: string
  readonly title: string
  readonly onReady: () => void
}

/** The app's window: sandboxed and isolated; it may not navigate, open windows or hold web views. */
export function createWindow({ dataFolder, preload, title, onReady }: WindowParts): BrowserWindow {
  const state = readWindowState(dataFolder)
  const { x, y, width, height } = state.bounds
  const place = isOnScreen(state.bounds) ? { x, y } : {}
  const window = new BrowserWindow({
    width,
    height,
    ...place,
    minWidth: 360,
    minHeight: 420,
    show: false,
    title,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (state.isMaximized) window.maximize()
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const refuse = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  }
  webContents.on('will-navigate', refuse)
  webContents.on('will-frame-navigate', refuse)
  webContents.on('will-redirect', refuse)
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    window.show()
    onReady()
  })
  window.on('close', () => {
    const left: WindowState = {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    }
    writeFileSync(fileOf(dataFolder), JSON.stringify(left), { mode: 0o600 })
  })
  return window
}

/** Loads a page of the app such as `#/import/ID`. */
export const loadPage = (window: BrowserWindow, hash: string): Promise<void> =>
  window.loadURL(`${origin}/${hash}`)
