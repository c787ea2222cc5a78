// Browser tests: journeys through the real hosts. Imports nothing from src.
// Fixtures: `dataDir`, a folder of its own; `startLocal()`, the built local host on it; `local`, a page signed in
// to one; `startDesktop()`, the built Electron host (Electron itself where its runtime and a display exist, else
// the stand-in). Every test fails on an error in a page or its console, and on any request to the network.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test as base, type Page } from '@playwright/test'
import { electronRuntime } from '../scripts/electron-runtime.mjs'
import { StandInApp } from './standin/launch.ts'

const root = join(import.meta.dirname, '..')
/** The built app; an unpacked package when REMIT_APP_DIR names one. */
const appDir = process.env.REMIT_APP_DIR ?? root
const isShowable =
  process.platform !== 'linux' || !!process.env.DISPLAY || !!process.env.WAYLAND_DISPLAY

export interface LocalHost {
  readonly url: string
  readonly origin: string
  readonly child: ChildProcess
  output(): string
  /** Moves the host's clock. */
  shiftClock(ms: number): Promise<void>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export interface Desktop {
  firstWindow(): Promise<Page>
  evaluate<R, A>(fn: (electron: any, arg: A) => R | Promise<R>, arg?: A): Promise<R>
  close(): Promise<void>
  readonly exited?: Promise<number | null>
}

interface Fixtures {
  dataDir: string
  startLocal: (args?: readonly string[]) => Promise<LocalHost>
  openLocal: (host: LocalHost) => Promise<Page>
  local: Page
  startDesktop: (args?: readonly string[]) => Promise<Desktop>
  desktop: Desktop
}

/** Collects what goes wrong in a page. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('request', (request) => {
    if (
      !/^(?:http:\/\/127\.0\.0\.1:|app:|https:\/\/remit\.app\.standin\.test\/)/.test(request.url())
    ) {
      problems.push(`request to ${request.url()}`)
    }
  })
}

/** Data folders whose host a test has killed. */
const wasKilled = new Set<string>()

async function launchLocal(dataDir: string, args: readonly string[]): Promise<LocalHost> {
  const shift = join(import.meta.dirname, 'clock-shift.mjs')
  const child = spawn(
    process.execPath,
    ['--import', shift, join(appDir, 'out/main/local.js'), '--data', dataDir, '--no-open', ...args],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  let output = ''
  child.stdout?.on('data', (data) => (output += String(data)))
  child.stderr?.on('data', (data) => (output += String(data)))
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const match = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(output)
      if (match) resolve(match[0])
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}\n${output}`)))
  })
  return {
    url,
    origin: new URL(url).origin,
    child,
    output: () => output,
    async shiftClock(ms) {
      const shifted = once(child, 'message')
      child.send({ shiftMs: ms })
      await shifted
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      if (signal === 'SIGKILL') wasKilled.add(dataDir)
      child.kill(signal)
      const [code] = (await gone) as [number | null]
      return code
    },
  }
}

export const test = base.extend<Fixtures>({
  dataDir: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'remit-e2e-'))
    await use(dir)
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
  startLocal: async ({ dataDir }, use, info) => {
    const hosts: LocalHost[] = []
    await use(async (args = []) => {
      const host = await launchLocal(dataDir, args)
      hosts.push(host)
      return host
    })
    for (const host of hosts) {
      await host.stop()
      if (info.status !== info.expectedStatus) {
        await info.attach('host', { body: host.output(), contentType: 'text/plain' })
      }
    }
  },
  openLocal: async ({ context, dataDir }, use) => {
    const problems: string[] = []
    await use(async (host) => {
      const page = await context.newPage()
      watch(page, problems)
      await page.goto(host.url)
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
      return page
    })
    // A host that a test kills leaves its page without an answer; that is what the test is about.
    const own = wasKilled.has(dataDir)
      ? problems.filter((each) => !/net::ERR_/.test(each))
      : problems
    expect(own).toEqual([])
  },
  local: async ({ startLocal, openLocal }, use) => {
    await use(await openLocal(await startLocal()))
  },
  startDesktop: async ({ browser, dataDir, contextOptions, colorScheme }, use) => {
    const open: Desktop[] = []
    const problems: string[] = []
    await use(async (args = []) => {
      const passed = ['--data', dataDir, ...args]
      const runtime = isShowable ? electronRuntime() : undefined
      const app: Desktop = runtime
        ? await _electron.launch({
            executablePath: runtime,
            args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...passed],
            cwd: root,
            colorScheme,
          })
        : await StandInApp.launch({
            main: join(appDir, 'out/main/index.js'),
            args: passed,
            cwd: appDir,
            browser,
            context: { ...contextOptions, colorScheme },
          })
      open.push(app)
      return app
    })
    for (const app of open) {
      await app.close()
      if (app instanceof StandInApp) problems.push(...app.errors, ...app.blocked)
    }
    expect(problems).toEqual([])
  },
  desktop: async ({ startDesktop }, use) => {
    await use(await startDesktop())
  },
})
export { expect }
