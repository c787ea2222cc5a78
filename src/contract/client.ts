import * as v from 'valibot'
import { apiNames, type ApiName, type Input, type Output } from './api.ts'
import { open } from './envelope.ts'
import { AppEvent } from './events.ts'

/** The two verbs a host must carry. `invoke` gives an envelope; `subscribe` gives each event as plain JSON. */
export interface Transport {
  invoke(name: string, input: unknown): Promise<unknown>
  subscribe(hear: (event: unknown) => void): () => void
}

type Call<K extends ApiName> =
  Record<string, never> extends Input<K>
    ? (input?: Input<K>) => Promise<Output<K>>
    : (input: Input<K>) => Promise<Output<K>>

export type Client = { readonly [K in ApiName]: Call<K> } & {
  /** Hears the backend's events; returns the function that ends it. */
  readonly listen: (hear: (event: AppEvent) => void) => () => void
}

/** The whole client from a transport. Calls throw AppError as the backend named it. */
export function createClient(transport: Transport): Client {
  const calls = Object.fromEntries(
    apiNames.map((name) => [
      name,
      async (input: unknown = {}) => open(await transport.invoke(name, input)),
    ]),
  )
  const listen = (hear: (event: AppEvent) => void) =>
    transport.subscribe((raw) => {
      const event = v.safeParse(AppEvent, raw)
      if (event.success) hear(event.output)
    })
  return { ...calls, listen } as unknown as Client // as: built from the table's own names
}

/** What the preload puts on `window.remit`. */
export type Bridge = Transport
export const bridgeName = 'remit'
export const callChannel = 'remit:call'
export const eventChannel = 'remit:event'
