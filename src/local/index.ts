import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAssets } from '#backend/asset-map.ts'
import { createBackend, readVersion } from '#backend/backend.ts'
import { prepareDataFolder } from '#backend/data-folder.ts'
import { jsonLog } from '#backend/json-log.ts'
import { readNamedFile } from '#backend/documents/read-file.ts'
import { forkWorker, nativeCode } from '#backend/jobs/fork-worker.ts'
import { takeLease, type LeaseHolder } from '#backend/lease.ts'
import type { Backend } from '#backend/ports.ts'
import { systemClock } from '#backend/system-clock.ts'
import { systemRandom } from '#backend/system-random.ts'
import { startProblem } from '#contract/start-problems.ts'
import { readHostArguments, standardDataFolder } from '#backend/host-arguments.ts'
import { openBrowser } from './open-browser.ts'
import { startLocalServer } from './server.ts'
import { newSecret } from './tokens.ts'

const built = import.meta.dirname
const root = join(built, '..', '..')

const importPage = (backend: Backend, file: string): string => {
  const { name, content } = readNamedFile(file)
  return `/import/${backend.importFile(name, content)}`
}

/** A second start on the same folder: asks the one that runs for a fresh link. */
async function askForLink(holder: LeaseHolder): Promise<string | null> {
  if (holder.host !== 'local' || holder.port === null || holder.secret === null) return null
  try {
    const response = await fetch(`http://127.0.0.1:${holder.port}/link`, {
      method: 'POST',
      body: JSON.stringify({ secret: holder.secret }),
      signal: AbortSignal.timeout(3000),
    })
    const answer: unknown = await response.json()
    return typeof answer === 'object' && answer && 'url' in answer ? String(answer.url) : null
  } catch {
    return null
  }
}

async function pointToOther(
  holder: LeaseHolder,
  dataFolder: string,
  open: boolean,
): Promise<never> {
  const url = await askForLink(holder)
  if (url !== null) {
    console.log(
      `Remit runs already with this collection. Open this link in your browser (it works once):\n\n  ${url}\n`,
    )
    if (open) openBrowser(url, process.env)
    process.exit(0)
  }
  const where = holder.host === 'electron' ? 'in its own window' : `as process ${holder.pid}`
  console.error(
    `Remit runs already with the collection in ${dataFolder}, ${where}: use that one or end it first.`,
  )
  process.exit(1)
}

async function main(): Promise<void> {
  process.umask(0o077)
  const args = readHostArguments(process.argv.slice(2), process.env)
  const dataFolder = prepareDataFolder(args.data, standardDataFolder(process.env))
  const leaseSecret = newSecret(systemRandom)
  const holder: LeaseHolder = { pid: process.pid, host: 'local', port: null, secret: leaseSecret }
  const lease = takeLease(dataFolder, holder)
  if (lease.kind === 'held') return pointToOther(lease.holder, dataFolder, args.open)
  process.on('exit', () => lease.release())

  const logFile = join(dataFolder, 'remit.log')
  const backend = createBackend({
    dataFolder,
    decksFolder: join(root, 'decks'),
    startWorker: forkWorker(new URL('./import-worker.js', import.meta.url)),
    startStudyWorker: forkWorker(new URL('./study-worker.js', import.meta.url), nativeCode),
    host: 'local',
    version: readVersion(root),
    clock: systemClock,
    random: systemRandom,
    log: jsonLog((line) => appendFileSync(logFile, line, { mode: 0o600 }), systemClock),
  })
  const server = await startLocalServer({
    backend,
    assets: readAssets(join(built, '..', 'renderer')),
    clock: systemClock,
    random: systemRandom,
    port: args.port,
    leaseSecret,
  }).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken) throw error
    console.error(
      `Port ${args.port} is taken by another program: leave out --port, or name another.`,
    )
    return process.exit(1)
  })
  lease.update({ ...holder, port: server.port })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await server.close()
    await backend.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop())

  const url = server.link(args.file === undefined ? undefined : importPage(backend, args.file))
  console.log(
    `Remit is running. Open this link in your browser (it works once):\n\n  ${url}\n\nYour data: ${dataFolder}\nPress Ctrl+C to stop.`,
  )
  if (args.open) openBrowser(url, process.env)
}

main().catch((error: unknown) => {
  console.error(startProblem(error))
  process.exit(1)
})
