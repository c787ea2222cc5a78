import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const host = resolve(import.meta.dirname, '../../../out/main/local.js')

/** Megabytes that the built host holds once it has opened this collection; null where it is not built, or the system does not tell. */
export async function hostMemory(folder: string): Promise<number | null> {
  if (!existsSync(host)) return null
  const child = spawn(process.execPath, [host, '--data', folder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const isUp = await new Promise<boolean>((told) => {
      child.stdout.on('data', (text) => String(text).includes('http://') && told(true))
      child.once('exit', () => told(false))
    })
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], {
      encoding: 'utf8',
    })
    const kilobytes = Number(stdout)
    return isUp && kilobytes > 0 ? (kilobytes * 1024) / 1e6 : null
  } finally {
    child.kill()
  }
}
