// Who may import whom: docs/ARCHITECTURE.md draws the same table. `npm run deps` checks it.
const only = (from, allowed, comment, except = '') => ({
  name: `${from.replace('src/', '')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, ...(except ? { pathNot: except } : {}) },
  to: { pathNot: [`^${from}/`, ...allowed] },
})
// Tests, and what only they and the tools for development use.
const tests = '\\.test\\.ts$|/testing/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only(
      'src/domain',
      [
        '^node_modules/(ts-fsrs|stemmer|parse5|entities|yaml|@noble/hashes|wink-nlp|wink-eng-lite-web-model)/',
      ],
      'Pure functions and types.',
      tests,
    ),
    {
      name: 'ts-fsrs-in-one-place',
      comment: 'Importing ts-fsrs changes Date.prototype: one door only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/domain/scheduling/fsrs\\.ts$' },
      to: { path: '^node_modules/ts-fsrs/' },
    },
    {
      name: 'wink-nlp-in-one-place',
      comment: 'The language model is large and never trusted alone: one door only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/domain/roles/language\\.ts$' },
      to: { path: '^node_modules/wink-' },
    },
    only(
      'src/contract',
      ['^src/domain/', '^node_modules/valibot/'],
      'The one table of procedures.',
      tests,
    ),
    only(
      'src/backend',
      [
        '^src/(contract|domain)/',
        '^node_modules/(valibot|(@types/)?better-sqlite3|mammoth|pdfjs-dist)/',
        '^node:',
        '^(fs|path|os|crypto|url|zlib|child_process|worker_threads)',
      ],
      'Use cases and stores; knows no host.',
      tests,
    ),
    only(
      'src/main',
      [
        '^src/(backend|contract|domain)/',
        '^node_modules/electron/',
        '^electron$',
        '^node:',
        '^(fs|path|os|crypto|url|http|timers)',
      ],
      'The Electron host.',
      tests,
    ),
    only(
      'src/preload',
      ['^src/contract/', '^node_modules/electron/', '^electron$'],
      'The Electron transport.',
    ),
    only(
      'src/local',
      [
        '^src/(backend|contract|domain)/',
        '^node:',
        '^(fs|path|os|crypto|url|http|net|child_process|stream|timers)',
      ],
      'The local host.',
      tests,
    ),
    only(
      'src/cli',
      ['^src/(backend|contract|domain)/', '^node:', '^(fs|path|os|crypto|url|util|module)'],
      'The command line.',
      tests,
    ),
    only(
      'src/renderer',
      [
        '^src/(contract|domain)/',
        '^node_modules/(svelte|@lucide|@fontsource-variable|valibot)/',
        '^\\.',
      ],
      'The page: no backend, no Node, no Electron.',
      tests,
    ),
    {
      name: 'features-stand-alone',
      comment: 'A feature never imports another feature.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/renderer/features/' },
    },
    only(
      'decks',
      ['^src/domain/', '^node_modules/yaml/', '^node:', '^(fs|path|crypto)'],
      'Bundled content and the step that turns it into cards.',
      tests,
    ),
    {
      name: 'nothing-imports-decks',
      severity: 'error',
      from: { path: '^(src|e2e)/' },
      to: { path: '^decks/.*\\.ts$' },
    },
    {
      name: 'e2e-knows-no-source',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.css', '.json', '.sql'],
    },
    extraExtensionsToScan: ['.css', '.sql'],
  },
}
