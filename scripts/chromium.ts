// Finds a Chromium for the end-to-end tests; never needs root, never hangs.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

const require = createRequire(import.meta.url)
const cache = join(import.meta.dirname, '../node_modules/.cache/remit')

interface Candidate {
  name: string
  executablePath?: string
  channel?: string
  env: Record<string, string>
}
export interface Found extends Candidate {
  version: string
  tried: string[]
}

/** The Chromium inside @sparticuz/chromium (Linux x64), unpacked once into node_modules/.cache. */
function pinned(): Candidate | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  let root
  try {
    root = join(dirname(require.resolve('@sparticuz/chromium')), '..')
  } catch {
    return undefined
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const dir = join(cache, `chromium-${version}`)
  if (!existsSync(dir)) {
    mkdirSync(cache, { recursive: true })
    const tmp = mkdtempSync(join(cache, 'unpack-')) // `inflate` writes to os.tmpdir(): a private one
    const r = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { inflate } from '@sparticuz/chromium'; for (const f of ['chromium.br','swiftshader.tar.br','fonts.tar.br','al2023.tar.br']) await inflate(${JSON.stringify(root)} + '/bin/' + f)`,
      ],
      {
        cwd: join(import.meta.dirname, '..'),
        env: { ...process.env, TMPDIR: tmp },
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: 120_000,
      },
    )
    if (r.status !== 0) {
      rmSync(tmp, { recursive: true, force: true })
      return undefined
    }
    try {
      renameSync(tmp, dir)
    } catch {
      rmSync(tmp, { recursive: true, force: true })
    } // another process was first
  }
  // the bundled NSS/expat only where the system has none
  const needed =
    spawnSync('ldd', [join(dir, 'chromium')], { encoding: 'utf8' }).stdout ?? 'not found'
  const env: Record<string, string> = {}
  if (needed.includes('not found'))
    env.LD_LIBRARY_PATH = [join(dir, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':')
  // a machine without fonts renders text 0 px wide: use the bundled Open Sans (its own fonts.conf names Lambda's folders)
  if (!existsSync('/etc/fonts/fonts.conf') || !hasFonts('/usr/share/fonts')) {
    const conf = join(dir, 'remit-fonts.conf')
    writeFileSync(
      conf,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${dir}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fonts-cache</cachedir></fontconfig>`,
    )
    env.FONTCONFIG_FILE = conf
  }
  return { name: `@sparticuz/chromium ${version}`, executablePath: join(dir, 'chromium'), env }
}

const hasFonts = (dir: string): boolean =>
  existsSync(dir) &&
  readdirSync(dir, { recursive: true }).some((f) => /\.(ttf|otf|ttc|pfb|woff2?)$/i.test(String(f)))
const onPath = (...names: string[]): string | undefined =>
  (process.env.PATH ?? '')
    .split(':')
    .flatMap((d) => names.map((n) => join(d, n)))
    .find((f) => existsSync(f))

function* candidates(): Generator<Candidate> {
  if (process.env.REMIT_BROWSER) {
    yield { name: 'REMIT_BROWSER', executablePath: process.env.REMIT_BROWSER, env: {} }
    return
  }
  const own = chromium.executablePath()
  if (existsSync(own)) yield { name: "Playwright's Chromium", executablePath: own, env: {} }
  const p = pinned()
  if (p) yield p
  if (process.platform === 'linux') {
    const f = onPath(
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
    )
    if (f) yield { name: f, executablePath: f, env: {} }
  } else for (const channel of ['chrome', 'msedge']) yield { name: channel, channel, env: {} }
  const r = spawnSync(
    process.execPath,
    [
      join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js'),
      'install',
      '--only-shell',
      'chromium',
    ],
    { stdio: 'inherit', timeout: 600_000 },
  )
  if (r.status === 0 && existsSync(own))
    yield { name: "Playwright's Chromium", executablePath: own, env: {} }
}

export async function findChromium(): Promise<Found> {
  const tried: string[] = []
  for (const c of candidates()) {
    const env = { ...process.env, ...c.env } as Record<string, string>
    try {
      const browser = await chromium.launch({
        ...(c.executablePath ? { executablePath: c.executablePath } : {}),
        ...(c.channel ? { channel: c.channel } : {}),
        env,
        timeout: 20_000,
      })
      const page = await browser.newPage()
      if ((await page.evaluate(() => 6 * 7)) !== 42) throw new Error('no answer')
      const version = browser.version()
      await browser.close()
      return { ...c, version, tried }
    } catch (e) {
      tried.push(
        `${c.name}: ${String((e as Error).message)
          .split('\n')
          .slice(0, 3)
          .join(' ')}`,
      )
    }
  }
  throw new Error(
    `No Chromium could be started for the end-to-end tests.\n${tried.map((t) => `  - ${t}`).join('\n')}\nInstall Chrome or Chromium, or set REMIT_BROWSER to its executable.`,
  )
}

if (process.argv[1] === import.meta.filename) {
  const t = Date.now()
  console.log(await findChromium(), `${Date.now() - t} ms`)
}
