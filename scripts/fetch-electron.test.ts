import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchElectron, reasonOf } from './fetch-electron.mjs'

let cache = ''
let server: Server
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'remit-fetch-'))
  vi.stubEnv('electron_config_cache', cache)
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true, force: true })
})

/** Why fetching from a server that behaves like this fails. */
async function reasonFrom(behave: RequestListener): Promise<string> {
  server = createServer(behave)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`)
  const options = { firstByteMs: 300, stallMs: 300, tell: () => {} }
  return fetchElectron(options).then(() => 'fetched', reasonOf)
}

test('a server that never answers is given up', async () => {
  expect(await reasonFrom(() => {})).toBe('no answer within 0.3 s')
})

test('a download that stalls is given up', async () => {
  const stall: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-length': '1000000' })
    response.write(Buffer.alloc(300_000))
  }
  expect(await reasonFrom(stall)).toBe('the download stalled for 0.3 s')
})

test('a server without the runtime is named', async () => {
  expect(await reasonFrom((_, response) => response.writeHead(404).end())).toMatch(/404|Not Found/)
})

test('something else in its place is not unpacked', async () => {
  expect(await reasonFrom((_, response) => response.end('<html>please sign in</html>'))).toMatch(
    /checksum|sumchecker|hash/i,
  )
})
