// The contract: one table of procedures with their shapes, events, the error envelope, the client.
// Both hosts carry it unchanged; values are plain JSON.
// Imports src/domain and valibot.

import type { GenericSchema } from 'valibot'

/** What may be asked (`query` changes nothing) or ordered (`command`), and the shapes both ways. */
export interface Procedure<
  Input extends GenericSchema = GenericSchema,
  Output extends GenericSchema = GenericSchema,
> {
  readonly kind: 'query' | 'command'
  readonly input: Input
  readonly output: Output
}

/** A procedure that changes nothing. */
export const query = <I extends GenericSchema, O extends GenericSchema>(input: I, output: O) =>
  ({ kind: 'query', input, output }) as const satisfies Procedure<I, O>

/** A procedure that changes the collection; it has happened once its answer is there. */
export const command = <I extends GenericSchema, O extends GenericSchema>(input: I, output: O) =>
  ({ kind: 'command', input, output }) as const satisfies Procedure<I, O>
