import { defineConfig } from '@playwright/test'
import { findChromium, type Found } from './scripts/chromium.ts'

// Workers read this file again: the choice is handed down by the environment.
process.env.REMIT_CHROMIUM ??= JSON.stringify(await findChromium())
const found = JSON.parse(process.env.REMIT_CHROMIUM) as Found
if (!process.env.TEST_WORKER_INDEX)
  console.log(`Browser: ${found.name} (Chromium ${found.version})`)

const json = process.env.REMIT_E2E_JSON
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  reporter: json ? [['list'], ['json', { outputFile: json }]] : 'list',
  use: {
    launchOptions: {
      ...(found.executablePath ? { executablePath: found.executablePath } : {}),
      ...(found.channel ? { channel: found.channel } : {}),
      env: { ...(process.env as Record<string, string>), ...found.env },
    },
  },
})
