// Parts of `npm run import`. May import src/backend, src/contract, src/domain and node:.
// This file lets Node read `import text from './file.sql?raw'` as the bundler does: a module whose default export
// is the file's characters. It is loaded before the command (`node --import`).

import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  load: (url, context, next) => {
    if (!url.startsWith('file:') || !url.endsWith('?raw')) return next(url, context)
    const text = readFileSync(fileURLToPath(url.slice(0, -'?raw'.length)), 'utf8')
    return {
      format: 'module',
      source: `export default ${JSON.stringify(text)}`,
      shortCircuit: true,
    }
  },
})
