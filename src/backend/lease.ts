import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who has the collection open. */
export interface LeaseHolder {
  readonly pid: number
  readonly host: 'electron' | 'local'
  /** Local host: where it listens. */
  readonly port: number | null
  /** Local host: proves to it that the asker may read this folder. */
  readonly secret: string | null
}

export type Lease =
  | { readonly kind: 'taken'; release(): void; update(holder: LeaseHolder): void }
  | { readonly kind: 'held'; readonly holder: LeaseHolder }

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readHolder(file: string): LeaseHolder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value !== 'object' || value === null) return null
    const { pid, host, port, secret } = value as Record<string, unknown> // as: checked member by member below
    if (typeof pid !== 'number' || (host !== 'electron' && host !== 'local')) return null
    return {
      pid,
      host,
      port: typeof port === 'number' ? port : null,
      secret: typeof secret === 'string' ? secret : null,
    }
  } catch {
    return null
  }
}

/**
 * One host per data folder. Takes the lease, or says who holds it; a lease whose process is gone is taken
 * over. The file can be read by its owner only.
 */
export function takeLease(dataFolder: string, holder: LeaseHolder): Lease {
  const file = join(dataFolder, 'remit.lock')
  const write = (value: LeaseHolder, flag: 'wx' | 'w') =>
    writeFileSync(file, JSON.stringify(value), { flag, mode: 0o600 })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      write(holder, 'wx')
      return {
        kind: 'taken',
        update: (value) => write(value, 'w'),
        release: () => {
          if (readHolder(file)?.pid === holder.pid) rmSync(file, { force: true })
        },
      }
    } catch {
      const other = readHolder(file)
      if (other && other.pid !== holder.pid && isAlive(other.pid))
        return { kind: 'held', holder: other }
      rmSync(file, { force: true })
    }
  }
  return {
    kind: 'held',
    holder: readHolder(file) ?? { pid: 0, host: 'local', port: null, secret: null },
  }
}
