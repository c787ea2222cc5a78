// npm run check-packaging: packs the app around a stand-in of Electron's distribution, so that it runs offline, and looks
// at what came out: the files in the archive, the fuses, and the desktop tests on the unpacked archive.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { electronPackage } from './electron-runtime.mjs'

const root = join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
// Both come with electron-builder, which packs and flips fuses with them.
const builder = createRequire(
  createRequire(require.resolve('electron-builder/package.json')).resolve(
    'app-builder-lib/package.json',
  ),
)
const asar = await import(builder.resolve('@electron/asar'))

/** Where Electron's binary keeps its fuses: a marker, the version, their number, then a character each. */
const fuseMarker = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyAsar',
  'browserSnapshot',
  'fileProtocolPrivileges',
]
const wanted = [false, true, false, false, true, true, false, false]

/** @param {boolean} isRight @param {string} what */
function must(isRight, what) {
  if (!isRight) throw new Error(what)
  console.log(`  ok: ${what}`)
}

/** @param {string} folder */
async function makeDistribution(folder) {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const fuses = Buffer.concat([
    fuseMarker,
    Buffer.from([1, fuseNames.length]),
    Buffer.from('10110001'),
  ])
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuses]),
    { mode: 0o755 },
  )
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/en-US.pak']) {
    writeFileSync(join(folder, name), 'x')
  }
  writeFileSync(join(folder, 'version'), electronPackage().version)
  const app = join(folder, 'default_app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{}')
  await asar.createPackage(app, join(folder, 'resources/default_app.asar'))
  rmSync(app, { recursive: true })
}

/** @param {string} file */
function readFuses(file) {
  const bytes = readFileSync(file)
  const at = bytes.indexOf(fuseMarker) + fuseMarker.length + 2
  return fuseNames.map((_, index) => bytes[at + index] === 0x31)
}

const work = mkdtempSync(join(tmpdir(), 'remit-packaging-'))
try {
  const distribution = join(work, 'electron')
  const output = join(work, 'dist')
  await makeDistribution(distribution)
  const cli = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js')
  const args = [
    cli,
    '--linux',
    '--dir',
    `-c.electronDist=${distribution}`,
    `-c.directories.output=${output}`,
  ]
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 180_000 })
  must(
    run.status === 0,
    `electron-builder packs the app${run.status === 0 ? '' : `\n${run.stdout}${run.stderr}`}`,
  )

  const unpacked = join(output, 'linux-unpacked')
  const archive = join(unpacked, 'resources/app.asar')
  /** @type {string[]} */
  const files = asar.listPackage(archive, { isPack: false })
  const has = (/** @type {string} */ path) => files.includes(path)
  for (const path of [
    '/out/main/index.js',
    '/out/main/local.js',
    '/out/main/import-worker.js',
    '/out/main/study-worker.js',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
    '/package.json',
  ]) {
    must(has(path), `the archive holds ${path}`)
  }
  const strangers = files.filter((path) =>
    /\.(?:map|ts|svelte|test\.js)$|\/(?:e2e|scripts|src|\.ci)\/|node_modules\/(?!better-sqlite3|bindings|file-uri-to-path|@open-spaced-repetition)[^/]/.test(
      path,
    ),
  )
  must(strangers.length === 0, `nothing else is in it ${strangers.slice(0, 5).join(' ')}`)
  const addons = files.filter((path) => path.endsWith('.node'))
  const addonsOf = (/** @type {string} */ name) =>
    addons.filter((path) => path.startsWith(`/node_modules/${name}`))
  must(
    addonsOf('better-sqlite3').length === 1 &&
      addonsOf('@open-spaced-repetition').length <= 1 &&
      addons.length <= 2,
    `one native addon for SQLite and at most one for fitting, for this platform: ${addons.join(' ')}`,
  )
  must(
    addons.every((path) => existsSync(`${archive}.unpacked${path}`)),
    'the addons lie beside the archive, where they can be loaded',
  )
  must(
    existsSync(join(unpacked, 'resources/decks/mlops-roles/deck.json')),
    'the bundled deck lies in the resources',
  )
  must(
    JSON.stringify(readFuses(join(unpacked, 'remit'))) === JSON.stringify(wanted),
    `fuses: ${fuseNames.map((name, index) => `${name} ${wanted[index] ? 'on' : 'off'}`).join(', ')}`,
  )

  const app = join(work, 'app')
  asar.extractAll(archive, app)
  cpSync(join(unpacked, 'resources/decks'), join(app, 'decks'), { recursive: true })
  const playwright = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js')
  const tests = spawnSync(process.execPath, [playwright, 'test', 'e2e/hosts/desktop.spec.ts'], {
    cwd: root,
    env: { ...process.env, REMIT_APP_DIR: app },
    encoding: 'utf8',
    timeout: 300_000,
  })
  must(
    tests.status === 0,
    `the desktop tests pass on the unpacked archive${tests.status === 0 ? '' : `\n${tests.stdout}`}`,
  )
  console.log(
    'The packed app is as it should be. Installers themselves are made on machines that can fetch their tools.',
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}
