import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { answerCard, clinicHandbook, goTo, startBundledDeck, waitForPreview } from '../pages.ts'

test('the window studies a card and keeps it over a restart', async ({ startDesktop }) => {
  const app = await startDesktop()
  const page = await app.firstWindow()
  await startBundledDeck(page)
  await answerCard(page, 'Easy')
  await goTo(page, 'Progress')
  await expect(page.getByText('1 answer on 1 day', { exact: false })).toBeVisible()
  await app.close()
  const again = await (await startDesktop()).firstWindow()
  await goTo(again, 'Progress')
  await expect(again.getByText('1 answer on 1 day', { exact: false })).toBeVisible()
  await goTo(again, 'Settings')
  await expect(again.getByText('its own window')).toBeVisible()
})

test('the page has no Node, no IPC and no network, and its bridge cannot be changed', async ({
  desktop,
}) => {
  const page = await desktop.firstWindow()
  await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible()
  const found = await page.evaluate(() => ({
    require: typeof (globalThis as any).require,
    process: typeof (globalThis as any).process,
    ipc: typeof (globalThis as any).ipcRenderer,
    bridge: Object.keys((window as any).remit).sort(),
    isFrozen: Object.isFrozen((window as any).remit),
  }))
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    ipc: 'undefined',
    bridge: ['invoke', 'subscribe'],
    isFrozen: true,
  })
  const invoke = (name: unknown, input: unknown) =>
    page.evaluate(([n, i]) => (window as any).remit.invoke(n, i), [name, input] as const)
  expect(await invoke('__proto__', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown_procedure' },
  })
  expect(await invoke('answerCard', { grade: 9 })).toMatchObject({
    ok: false,
    error: { code: 'bad_request' },
  })
  expect(await invoke('getSettings', {})).toMatchObject({ ok: true, value: { newPerDay: 10 } })
})

test('scripts and markup from outside do not run, whatever tries', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible()
  const answers = await page.evaluate(async () => {
    const name = (work: () => unknown) => {
      try {
        work()
        return 'ran'
      } catch (error) {
        return (error as Error).name
      }
    }
    /* eslint-disable @typescript-eslint/no-implied-eval, no-restricted-syntax -- tries what must not work */
    const later = await new Promise((resolve) =>
      setTimeout(() => resolve(name(() => new Function('return 1')())), 0),
    )
    const box = document.createElement('div')
    return { function: later, html: name(() => (box.innerHTML = '<img src=x onerror=1>')) }
  })
  expect(answers).toEqual({ function: 'EvalError', html: 'TypeError' })
  // The browser says so in its console as well, which is what this test provoked.
  if ('errors' in desktop) (desktop.errors as string[]).length = 0
})

test('the window refuses to navigate, to open windows, to download and to reach the network', async ({
  desktop,
}) => {
  test.skip(!('exited' in desktop), 'asks the stand-in what Electron was told')
  const page = await desktop.firstWindow()
  await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible()
  const refused = await desktop.evaluate(async ({ BrowserWindow, theSession, standIn }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]
    const navigate = (url: string) => {
      let stopped = false
      webContents.emit('will-navigate', { url, preventDefault: () => (stopped = true) })
      return stopped
    }
    const download = (url: string) => {
      let stopped = false
      theSession.emit(
        'will-download',
        { preventDefault: () => (stopped = true) },
        { getURL: () => url },
      )
      return stopped
    }
    return {
      https: navigate('https://example.org/'),
      file: navigate('file:///etc/passwd'),
      lookalike: navigate('app://remit.evil/'),
      own: navigate('app://remit/'),
      opens: webContents.openHandler({ url: 'https://example.org/' }).action,
      network: await theSession.isCancelled('https://example.org/x.js'),
      app: await theSession.isCancelled('app://remit/index.html'),
      permission: await standIn.permission('media'),
      download: download('https://example.org/x.zip'),
      foreignFile: download('blob:https://example.org/0'),
      ownFile: download('blob:app://remit/0'),
    }
  })
  expect(refused).toEqual({
    https: true,
    file: true,
    lookalike: true,
    own: false,
    opens: 'deny',
    network: true,
    app: false,
    permission: false,
    download: true,
    foreignFile: true,
    ownFile: false,
  })
})

test('calls from anything but the main frame of our page are refused', async ({ desktop }) => {
  test.skip(!('exited' in desktop), 'calls the handler of the stand-in')
  await desktop.firstWindow()
  const answers = await desktop.evaluate(async ({ standIn, BrowserWindow }) => {
    const sender = BrowserWindow.getAllWindows()[0].webContents
    const call = (senderFrame: unknown, from: unknown = sender) =>
      standIn.call('remit:call', { sender: from, senderFrame }, 'getSettings', {})
    return [
      await call({ url: 'https://example.org/', parent: null }),
      await call({ url: 'app://remit.evil/', parent: null }),
      await call({ url: 'app://remit/', parent: {} }),
      await call(null),
      await call({ url: 'app://remit/', parent: null }, { id: 999 }),
      await call({ url: 'app://remit/', parent: null }),
    ].map((each: any) => each.ok)
  })
  expect(answers).toEqual([false, false, false, false, false, true])
})

test('menu items open the pages of the app', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible()
  await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu().getMenuItemById('library').click())
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu().getMenuItemById('import').click())
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
})

test('a second start is refused and hands its document to the first', async ({
  startDesktop,
  dataDir,
}) => {
  const first = await startDesktop()
  const page = await first.firstWindow()
  await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible()
  test.skip(!('exited' in first), 'two real instances need two displays')
  const file = join(dataDir, 'handbook.md')
  writeFileSync(file, clinicHandbook)
  const second = await startDesktop([file])
  expect(await second.exited).toBe(0)
  await waitForPreview(page)
})

test('a document named at the start goes to its cards', async ({ startDesktop, dataDir }) => {
  const file = join(dataDir, 'handbook.md')
  writeFileSync(file, clinicHandbook)
  const page = await (await startDesktop([file])).firstWindow()
  await waitForPreview(page)
})

test('the window opens where and as large as it was left, unless no screen is there', async ({
  startDesktop,
  dataDir,
}) => {
  const app = await startDesktop()
  await (await app.firstWindow()).getByRole('button', { name: /^Start with/ }).waitFor()
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].setBounds({ x: 40, y: 60, width: 900, height: 700 }),
  )
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close())
  await app.close()
  const file = join(dataDir, 'window.json')
  await expect.poll(() => existsSync(file)).toBe(true)
  const bounds = () => ({ ...JSON.parse(readFileSync(file, 'utf8')).bounds })
  expect(bounds()).toEqual({ x: 40, y: 60, width: 900, height: 700 })
  writeFileSync(file, JSON.stringify({ bounds: { x: 9000, y: 9000, width: 900, height: 700 } }))
  const again = await startDesktop()
  await again.firstWindow()
  const opened = await again.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].getBounds(),
  )
  expect(opened).toMatchObject({ width: 900, height: 700 })
  expect(opened.x).toBeLessThan(2000)
})

test('closing the last window ends the app', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  test.skip(!('exited' in desktop), 'macOS keeps apps without windows')
  await page.close()
  expect(await desktop.exited).toBe(0)
})

test('while the window has a collection open, the browser host points to it', async ({
  desktop,
  startLocal,
}) => {
  await desktop.firstWindow()
  await expect(startLocal()).rejects.toThrow('in its own window')
})
