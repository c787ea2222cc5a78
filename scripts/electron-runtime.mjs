// Where is Electron's runtime (its executable)? Looks only; never downloads.
// (require('electron') and the `electron` bin would start a download: never load them for a question.)
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
export function electronPackage() {
  const file = require.resolve('electron/package.json')
  return { dir: dirname(file), version: JSON.parse(readFileSync(file, 'utf8')).version }
}
const relative = () =>
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron'
/** @returns {string | undefined} */
export function electronRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const f = join(override, relative())
    return existsSync(f) ? f : undefined
  }
  try {
    const { dir, version } = electronPackage()
    if (readFileSync(join(dir, 'dist/version'), 'utf8').replace(/^v/, '').trim() !== version)
      return undefined
    if (readFileSync(join(dir, 'path.txt'), 'utf8') !== relative()) return undefined // half-extracted: path.txt is written last
    const f = join(dir, 'dist', relative())
    return existsSync(f) ? f : undefined
  } catch {
    return undefined
  }
}
