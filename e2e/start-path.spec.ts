import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const out = resolve(import.meta.dirname, '../out/main')

/** The built files that a file loads before its own first line runs, itself included. */
function loadedWith(entry: string): string[] {
  const reached = new Set<string>()
  const follow = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    const code = readFileSync(path, 'utf8')
    for (const [, name = ''] of code.matchAll(
      /^(?:import|export)\b[^'"();]*?(?:from\s*)?["'](\.[^"']+)["']/gm,
    ))
      follow(join(dirname(path), name))
  }
  follow(join(out, entry))
  return [...reached]
}

/** The bundler's own few lines, which no source map tells of. */
const isBundlersOwn = (path: string) => path.endsWith('rolldown-runtime.js')

/** Packages whose code is in these files, by their source maps. */
const packagesIn = (paths: readonly string[]): Set<string> =>
  new Set(
    paths.flatMap((path) => {
      if (isBundlersOwn(path)) return []
      const { sources } = JSON.parse(readFileSync(`${path}.map`, 'utf8')) as { sources: string[] } // as: a source map
      return sources.flatMap(
        (source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [],
      )
    }),
  )

const forDocumentsOnly = ['wink-nlp', 'wink-eng-lite-web-model', 'mammoth', 'pdfjs-dist']

for (const entry of ['index.js', 'local.js']) {
  test(`starting from ${entry} loads nothing that only documents need`, () => {
    const packages = packagesIn(loadedWith(entry))
    expect([...packages]).toContain('valibot')
    expect(forDocumentsOnly.filter((name) => packages.has(name))).toEqual([])
  })
}

test('the worker that reads documents has the language model; Word and PDF wait until they are needed', () => {
  const packages = packagesIn(loadedWith('import-worker.js'))
  expect(forDocumentsOnly.filter((name) => packages.has(name))).toEqual([
    'wink-nlp',
    'wink-eng-lite-web-model',
  ])
})
