// `npm start`: the window where Electron's runtime can be had and works, else the same app in the browser.
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tryElectron } from './run-electron.mjs'
import { readStartArguments, usage } from './start-arguments.mjs'

const root = join(import.meta.dirname, '..')
const cwd = process.env.INIT_CWD ?? process.cwd()

/** @param {string} problem @returns {never} */
function refuse(problem) {
  console.error(`${problem}\n\n${usage}`)
  process.exit(2)
}

if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(
    `Remit needs Node.js 22 or newer to run (this is ${process.versions.node}). Run "npm ci" first: on Linux, Windows and macOS it brings one along.`,
  )
  process.exit(1)
}
const args = readStartArguments(process.argv.slice(2))
if ('problem' in args) refuse(`This start was not understood: ${args.problem}.`)
if ('help' in args) {
  console.log(usage)
  process.exit(0)
}
if (args.file !== undefined) {
  const stat = statSync(resolve(cwd, args.file), { throwIfNoEntry: false })
  if (!stat?.isFile()) {
    refuse(stat ? `${args.file} is a folder: name one document.` : `There is no file ${args.file}.`)
  }
}
// A signal to npm ends npm and its shell, not us: follow them.
if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

const { build } = await import('electron-vite')
await build({ root, logLevel: 'warn' })

const reason = args.shell === 'browser' ? null : await tryElectron({ root, args: args.passed, cwd })
if (args.shell === 'electron') {
  console.error(`The Electron window could not be opened: ${reason}.`)
  process.exit(1)
}
if (reason !== null) {
  console.log(
    `The Electron window is not used: ${reason}. The same app runs in your browser instead.\n`,
  )
}
// In this process, so that there is nothing else to stop.
process.argv.splice(2, process.argv.length, ...args.passed)
await import(pathToFileURL(join(root, 'out/main/local.js')).href)
