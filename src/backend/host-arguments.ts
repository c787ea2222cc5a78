import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** What the command line asks of a host. */
export interface HostArguments {
  /** Named by the user; must exist. */
  readonly data: string | undefined
  readonly port: number
  readonly open: boolean
  /** A document to import. */
  readonly file: string | undefined
}

/** Reads the arguments that scripts/start.mjs has checked already; unknown ones are ignored. */
export function readHostArguments(args: readonly string[], env: NodeJS.ProcessEnv): HostArguments {
  const from = env.INIT_CWD ?? process.cwd()
  const after = (flag: string) => {
    const index = args.indexOf(flag)
    return index === -1 ? undefined : args[index + 1]
  }
  const data = after('--data') ?? env.REMIT_DATA
  // Electron passes its app's folder and Chromium's own switches as well.
  const file = args.find(
    (each, index) =>
      !each.startsWith('--') && !['--data', '--port'].includes(args[index - 1] ?? ''),
  )
  return {
    data: data === undefined ? undefined : resolve(from, data),
    port: Number(after('--port') ?? 0),
    open: !args.includes('--no-open') && env.CI === undefined,
    file: file === undefined ? undefined : resolve(from, file),
  }
}

/** Where the collection lies unless the user says otherwise: Electron's own folder for it, so that both hosts share one. */
export function standardDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') {
    return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Remit')
  }
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Remit')
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Remit')
}
