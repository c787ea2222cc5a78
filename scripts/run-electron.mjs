import { spawn } from 'node:child_process'
import { electronRuntime } from './electron-runtime.mjs'
import { fetchElectron, reasonOf } from './fetch-electron.mjs'

/**
 * Why Electron is not even tried on this machine; null when it may be.
 * @param {{ platform: string, env: NodeJS.ProcessEnv, uid: number | undefined }} machine
 * @returns {string | null}
 */
export function hindrance({ platform, env, uid }) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)'
  }
  if (platform === 'linux' && uid === 0) return 'Electron does not run as root'
  return null
}

/**
 * The line of Electron's own messages that tells most.
 * @param {string} text
 */
export const tellingLine = (text) =>
  (
    text
      .split('\n')
      .find((line) =>
        /FATAL|cannot open shared|root without|not supported|Missing X server|error/i.test(line),
      ) ??
    text.split('\n')[0] ??
    ''
  ).trim()

/**
 * Runs Electron until it ends. Resolves with a reason when it ended before its window was there; once the
 * window was there, its end is ours.
 * @param {{ file: string, root: string, args: readonly string[], cwd: string }} options
 * @returns {Promise<string>}
 */
function runElectron({ file, root, args, cwd }) {
  return new Promise((resolve) => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, INIT_CWD: cwd }
    delete env.ELECTRON_RUN_AS_NODE
    const child = spawn(file, [root, ...args], {
      cwd: root,
      env,
      stdio: ['inherit', 'inherit', 'pipe', 'ipc'],
    })
    let isReady = false
    let tail = ''
    child.stderr?.on('data', (data) => {
      if (isReady) process.stderr.write(data)
      else tail = (tail + data).slice(-4000)
    })
    child.on('message', (message) => {
      if (message === 'remit:ready') isReady = true
    })
    child.on('error', (error) => resolve(reasonOf(error)))
    child.on('exit', (code, signal) => {
      if (isReady || code === 0) process.exit(code ?? 1)
      resolve(
        `it ended with ${signal ?? `code ${code}`} before a window opened: ${tellingLine(tail)}`,
      )
    })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.on(signal, () => child.kill(signal))
    }
  })
}

/**
 * Opens the window where it can be had. Resolves with the reason when it cannot.
 * @param {{ root: string, args: readonly string[], cwd: string }} options
 * @returns {Promise<string>}
 */
export async function tryElectron({ root, args, cwd }) {
  const hindered = hindrance({
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.(),
  })
  if (hindered !== null) return hindered
  let file = electronRuntime()
  if (!file) {
    if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return 'ELECTRON_SKIP_BINARY_DOWNLOAD is set'
    try {
      await fetchElectron({
        firstByteMs: 8_000,
        stallMs: 20_000,
        tell: (line) => console.log(line),
      })
    } catch (error) {
      return `its runtime could not be downloaded: ${reasonOf(error)}`
    }
    file = electronRuntime()
    if (!file) return 'its runtime is incomplete after the download'
  }
  return runElectron({ file, root, args, cwd })
}
