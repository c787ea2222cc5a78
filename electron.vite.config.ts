import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

// `dependencies` of package.json stay external (better-sqlite3 is native);
// devDependencies (svelte, ts-fsrs, valibot, ...) are bundled, so an installed app needs no others.
export default defineConfig({
  main: {
    build: {
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        // Large libraries for documents make it slow; it says so on every start else.
        checks: { pluginTimings: false },
        // One build: the Electron main process, the local host and the generator's worker share their chunks;
        // libraries for Word files and PDFs become chunks that only the worker loads, when a document needs them.
        input: {
          index: 'src/main/index.ts',
          local: 'src/local/index.ts',
          'import-worker': 'src/backend/jobs/import-worker.ts',
          'study-worker': 'src/backend/jobs/study-worker.ts',
        },
        output: { chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node24',
      externalizeDeps: false,
      sourcemap: 'inline',
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // Sandboxed preloads must be CommonJS; .cjs says so whatever package.json's "type" is.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [svelte({ configFile: false })],
    build: {
      target: 'chrome152',
      sourcemap: true,
      minify: true,
      // Inlined assets would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
})
