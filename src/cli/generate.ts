// `npm run --silent generate -- FILE|FOLDER [--out OUT] [--format json|csv|md] [--explain] [--recursive]`: roles,
// responsibilities and cards of documents. `--help` says more.

import { run } from './generate/run.ts'

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
