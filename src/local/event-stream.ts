import type { ServerResponse } from 'node:http'
import type { Backend } from '#backend/ports.ts'

const beatMs = 15_000

/** Streams every event of the backend as a line of JSON; an empty line now and then shows that we live. */
export function createEventStream(backend: Backend) {
  const open = new Set<ServerResponse>()
  const send = (line: string) => {
    for (const response of open) response.write(`${line}\n`)
  }
  const stop = backend.subscribe((event) => send(JSON.stringify(event)))
  const beat = setInterval(() => send(''), beatMs)
  beat.unref()
  return {
    add(response: ServerResponse): void {
      open.add(response)
      response.write('\n')
      response.on('close', () => open.delete(response))
    },
    close(): void {
      clearInterval(beat)
      stop()
      for (const response of open) response.end()
      open.clear()
    },
  }
}
