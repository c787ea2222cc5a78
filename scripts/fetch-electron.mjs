import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { electronPackage } from './electron-runtime.mjs'

/**
 * The innermost reason of an error, in one line.
 * @param {unknown} error
 * @returns {string}
 */
export function reasonOf(error) {
  const { message, code, cause } =
    /** @type {{ message?: string, code?: string, cause?: unknown }} */ (error ?? {})
  if (cause) return reasonOf(cause)
  const text = (message ?? String(error)).split('\n')[0] ?? ''
  return code && !text.includes(code) ? `${code} ${text}` : text
}

/**
 * Downloads Electron's runtime into its package, as its own installer does, but never waits for a dead network:
 * `firstByteMs` until something comes, `stallMs` without progress.
 * @param {{ firstByteMs: number, stallMs: number, tell: (line: string) => void }} options
 */
export async function fetchElectron({ firstByteMs, stallMs, tell }) {
  const { dir, version } = electronPackage()
  const require = createRequire(join(dir, 'package.json'))
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href)
  const stop = new AbortController()
  let timer = setTimeout(
    () => stop.abort(new Error(`no answer within ${firstByteMs / 1000} s`)),
    firstByteMs,
  )
  let shown = -1
  tell(`Fetching the Electron ${version} runtime (about 110 MB, only once) ...`)
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: require('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        /** @param {{ percent: number }} progress */
        getProgressCallback: async ({ percent }) => {
          clearTimeout(timer)
          timer = setTimeout(
            () => stop.abort(new Error(`the download stalled for ${stallMs / 1000} s`)),
            stallMs,
          )
          const tens = Math.floor(percent * 10)
          if (tens > shown) tell(`  ${tens * 10} %`)
          shown = Math.max(shown, tens)
        },
      },
    })
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
  // From here on nothing is downloaded: the installer unpacks from the cache.
  const unpacked = spawnSync(process.execPath, [join(dir, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (unpacked.status !== 0) {
    throw new Error(`unpacking failed: ${unpacked.stderr.split('\n')[0] ?? ''}`)
  }
}
