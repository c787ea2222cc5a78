import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const json = process.env.REMIT_UNIT_JSON
export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['src/**/*.test.ts', 'decks/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    passWithNoTests: false,
    ...(json ? { reporters: ['default', ['json', { outputFile: json }]] } : {}),
  },
})
