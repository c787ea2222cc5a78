import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from '../fixtures.ts'

const root = join(import.meta.dirname, '..', '..')

test('a link works once; strangers and other sites get nothing', async ({
  startLocal,
  openLocal,
  request,
}) => {
  const host = await startLocal()
  const { origin } = host
  const token = new URLSearchParams(new URL(host.url).hash.slice(1)).get('token')
  const page = await openLocal(host)
  await expect(page).toHaveURL(`${origin}/#/`)
  const json = { 'content-type': 'application/json', origin }
  const post = (path: string, headers: Record<string, string>, data: string | Buffer) =>
    request.post(`${origin}${path}`, { headers, data }).then((response) => response.status())

  expect(await post('/auth', json, JSON.stringify({ token }))).toBe(403)
  expect(await post('/api/getSettings', json, '{}')).toBe(401)
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  const secret = await page.evaluate(() => sessionStorage.getItem('remit-session') ?? '')
  const signed = { ...json, cookie: `${cookie?.name}=${cookie?.value}`, 'x-remit-session': secret }
  const headerOnly = { ...json, 'x-remit-session': secret }
  const cookieOnly = { ...json, cookie: signed.cookie }

  expect(await post('/api/getSettings', signed, '{}')).toBe(200)
  expect(await post('/api/getSettings', headerOnly, '{}')).toBe(401)
  expect(await post('/api/getSettings', cookieOnly, '{}')).toBe(401)
  expect(await post('/api/getSettings', { ...signed, origin: 'http://evil.test' }, '{}')).toBe(403)
  expect(await post('/api/getSettings', { ...signed, host: 'evil.test' }, '{}')).toBe(421)
  expect(await post('/api/getSettings', { ...signed, 'sec-fetch-site': 'cross-site' }, '{}')).toBe(
    403,
  )
  expect(await post('/api/getSettings', { ...signed, 'content-type': 'text/plain' }, '{}')).toBe(
    415,
  )
  expect(await post('/api/getSettings', signed, Buffer.from('{"open": '))).toBe(400)
  expect(await post('/api/getSettings', signed, `"${'x'.repeat(2_000_000)}"`)).toBe(413)
  expect((await request.fetch(`${origin}/api/getSettings`, { method: 'OPTIONS' })).status()).toBe(
    405,
  )
  expect((await request.get(`${origin}/..%2f..%2fpackage.json`)).status()).toBe(404)
  expect((await request.get(`${origin}/%2e%2e/package.json`)).status()).toBe(404)

  const start = await request.get(`${origin}/`)
  expect(start.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })
  expect(start.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'")
  expect(start.headers()['access-control-allow-origin']).toBeUndefined()
})

test('guessing tokens is stopped after ten tries in a minute', async ({ startLocal, request }) => {
  const { origin } = await startLocal()
  const tries = []
  for (let n = 0; n < 12; n += 1) {
    const response = await request.post(`${origin}/auth`, {
      headers: { 'content-type': 'application/json', origin },
      data: JSON.stringify({ token: `guess ${n}` }),
    })
    tries.push(response.status())
  }
  expect(tries).toEqual([...Array<number>(10).fill(403), 429, 429])
})

test('a page of another port can do nothing, with our cookie in its browser', async ({
  startLocal,
  openLocal,
}) => {
  const host = await startLocal()
  const page = await openLocal(host)
  const evil = await page.context().newPage()
  await evil.route('http://127.0.0.1:9/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>other</p>' }),
  )
  await evil.goto('http://127.0.0.1:9/')
  const tried = await evil.evaluate(async (origin) => {
    const attempt = (work: Promise<Response>) =>
      work.then(
        (response) => `${response.type} ${response.status}`,
        () => 'refused',
      )
    return {
      read: await attempt(
        fetch(`${origin}/api/getSettings`, { method: 'POST', body: '{}', credentials: 'include' }),
      ),
      blind: await attempt(
        fetch(`${origin}/api/saveSettings`, {
          method: 'POST',
          mode: 'no-cors',
          body: '{"newPerDay":1}',
          credentials: 'include',
        }),
      ),
    }
  }, host.origin)
  expect(tried.read).toBe('refused')
  await page.goto(`${host.origin}/#/settings`)
  await expect(page.getByRole('spinbutton', { name: 'New cards a day' })).toHaveValue('10')
})

test('a page without the secret is told how to get a new link', async ({ startLocal, page }) => {
  const host = await startLocal()
  await page.goto(`${host.origin}/`)
  await expect(page.getByRole('heading', { name: 'This page needs a new link' })).toBeVisible()
})

test('files are for their owner only, and a stop leaves nothing running', async ({
  startLocal,
  dataDir,
}) => {
  const host = await startLocal()
  for (const name of ['remit.db', 'remit.lock', 'remit.log']) {
    expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0)
  }
  expect(statSync(dataDir).mode & 0o077).toBe(0)
  expect(await host.stop('SIGINT')).toBe(0)
  expect(() => statSync(join(dataDir, 'remit.lock'))).toThrow('ENOENT')
  await expect(fetch(host.origin)).rejects.toThrow()
})

test('a second start on the same folder prints a fresh link and ends', async ({
  startLocal,
  dataDir,
  page,
}) => {
  const host = await startLocal()
  const second = spawn(process.execPath, [
    join(root, 'out/main/local.js'),
    '--data',
    dataDir,
    '--no-open',
  ])
  let output = ''
  second.stdout.on('data', (data) => (output += String(data)))
  const [code] = (await once(second, 'exit')) as [number]
  expect(code).toBe(0)
  expect(output).toContain('Remit runs already')
  await page.goto(/http:\/\/\S+/.exec(output)?.[0] ?? '')
  await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible()
  await host.stop()
})

const starts: [string, (dir: string) => string, string][] = [
  ['a folder that is not there', (dir) => join(dir, 'missing'), 'There is no folder'],
  [
    'a collection of a newer version',
    (dir) => {
      const db = new Database(join(dir, 'remit.db'))
      db.pragma('user_version = 999')
      db.close()
      return dir
    },
    'written by a newer Remit',
  ],
  [
    'a damaged collection',
    (dir) => {
      writeFileSync(join(dir, 'remit.db'), 'this is no database, only some words to fill the page')
      return dir
    },
    'is damaged',
  ],
  [
    'a collection that is gone',
    (dir) => {
      mkdirSync(join(dir, 'backups'))
      return dir
    },
    'is gone although',
  ],
]
for (const [what, prepare, sentence] of starts) {
  test(`${what} is named at the start, and nothing is put in its place`, async ({ dataDir }) => {
    const folder = prepare(dataDir)
    const before = (() => {
      try {
        return readFileSync(join(folder, 'remit.db')).toString('base64')
      } catch {
        return 'none'
      }
    })()
    const host = spawn(process.execPath, [
      join(root, 'out/main/local.js'),
      '--data',
      folder,
      '--no-open',
    ])
    let output = ''
    host.stderr.on('data', (data) => (output += String(data)))
    const [code] = (await once(host, 'exit')) as [number]
    expect(code).toBe(1)
    expect(output).toContain(sentence)
    expect(output.trim().split('\n')).toHaveLength(1)
    const after = (() => {
      try {
        return readFileSync(join(folder, 'remit.db')).toString('base64')
      } catch {
        return 'none'
      }
    })()
    expect(after).toBe(before)
    rmSync(join(dataDir, 'missing'), { recursive: true, force: true })
  })
}
