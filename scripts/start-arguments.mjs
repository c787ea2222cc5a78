import { parseArgs } from 'node:util'

export const usage = `Usage: npm start [-- [options] [FILE]]
  FILE          import this document and go to its cards
  --browser     use the browser, do not ask for the window
  --electron    use the window or fail
  --data DIR    keep the collection in DIR, which must exist
  --port N      use this port in the browser (else any free one)
  --no-open     print the link, open nothing
  --help        this text`

/**
 * Reads the command line of `npm start`.
 * @param {readonly string[]} args
 * @returns {{ problem: string } | { help: true } | { shell: 'any' | 'browser' | 'electron', passed: string[], file: string | undefined }}
 */
export function readStartArguments(args) {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        browser: { type: 'boolean' },
        electron: { type: 'boolean' },
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'wrong usage',
    }
  }
  const { values, positionals } = parsed
  if (values.help) return { help: true }
  if (positionals.length > 1) return { problem: 'only one document can be imported at a start' }
  if (values.browser && values.electron) {
    return { problem: '--browser and --electron exclude each other' }
  }
  const { port } = values
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65536)) {
    return { problem: `--port needs a number from 0 to 65535, not “${port}”` }
  }
  const passed = [
    ...(values.data === undefined ? [] : ['--data', values.data]),
    ...(port === undefined ? [] : ['--port', port]),
    ...(values['no-open'] ? ['--no-open'] : []),
    ...positionals,
  ]
  const shell = values.browser ? 'browser' : values.electron ? 'electron' : 'any'
  return { shell, passed, file: positionals[0] }
}
