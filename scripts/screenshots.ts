// npm run screenshots: makes docs/images from the built app, with the bundled deck and a document given as an argument
// (else a handbook of the generator's tests).
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')
const images = join(root, 'docs/images')
const handbook = join(root, 'src/domain/cards/testing/documents/theatre-handbook.md')
const document =
  process.argv[2] === undefined ? handbook : resolve(process.env.INIT_CWD ?? '.', process.argv[2])

async function startHost(dataDir: string): Promise<{ url: string; stop: () => void }> {
  const host = spawn(process.execPath, [
    join(root, 'out/main/local.js'),
    '--data',
    dataDir,
    '--no-open',
  ])
  const url = await new Promise<string>((done) => {
    host.stdout.on('data', (data) => {
      const match = /http:\S+/.exec(String(data))
      if (match) done(match[0])
    })
  })
  return { url, stop: () => host.kill() }
}

const shoot = async (page: Page, name: string) => {
  await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: join(images, `${name}.png`) })
}

const found = await findChromium()
const dataDir = mkdtempSync(join(tmpdir(), 'remit-images-'))
mkdirSync(images, { recursive: true })
const host = await startHost(dataDir)
const browser = await chromium.launch({
  ...(found.executablePath ? { executablePath: found.executablePath } : {}),
  ...(found.channel ? { channel: found.channel } : {}),
  env: { ...(process.env as Record<string, string>), ...found.env },
})
try {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 780 },
    colorScheme: 'light',
  })
  await page.goto(host.url)
  await page.getByRole('button', { name: /^Start with/ }).click()
  for (let card = 0; card < 4; card += 1) {
    await page.getByRole('button', { name: 'Show answer' }).click()
    await page.getByRole('button', { name: /^Easy/ }).click()
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.keyboard.press('Space')
  await page.keyboard.press('o')
  await page.locator('mark').first().waitFor()
  await shoot(page, 'study-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('t')
  await page.getByRole('heading', { name: 'Your roles' }).waitFor()
  await shoot(page, 'today-light')
  await page.keyboard.press('q')
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await page.getByRole('timer').waitFor()
  for (let question = 0; question < 20; question += 1) {
    await page.keyboard.press('2')
    await page.keyboard.press('ArrowRight')
  }
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('heading', { name: 'Question by question' }).waitFor()
  await shoot(page, 'quiz-result-light')
  await page.keyboard.press('i')
  await page.getByLabel('Choose a file').setInputFiles(document)
  await page.getByRole('region', { name: 'Cards' }).waitFor()
  // A few decisions, so that the picture shows what they look like.
  for (const key of ['a', 'p', 'x', '3', 'a']) await page.keyboard.press(key)
  await shoot(page, 'import-light')
} finally {
  await browser.close()
  host.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
