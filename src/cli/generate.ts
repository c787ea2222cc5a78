// `npm run --silent generate -- FILE|FOLDER [--out OUT] [--format json|csv|md] [--explain] [--recursive]`: roles,
// responsibilities and cards of documents. `--help` says more.

import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'

// What is compiled is kept beside the packages and not in a shared place; where that cannot be written, it is done anew.
enableCompileCache(resolve(import.meta.dirname, '../../node_modules/.cache/compiled'))
const { run } = await import('./generate/run.ts')

// A reader that has seen enough ("| head") closes the pipe: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  from: process.env.INIT_CWD ?? '.',
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
