// Time as values: instants, civil days, the injected clock. Imports nothing.
// The machine's clock itself is read in src/backend/system-clock.ts only.
// Whatever a person calls a day is a StudyDay, never a number of milliseconds.

declare const brand: unique symbol

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number & { readonly [brand]?: 'EpochMs' }

/** Whole civil days since 1970-01-01, after the rollover rule (see study-day.ts). */
export type StudyDay = number & { readonly [brand]?: 'StudyDay' }

/** Where "now" comes from; injected into the backend, replaced in tests. */
export interface Clock {
  /** The instant, in ms since the epoch. May jump when the user sets the clock. */
  now(): EpochMs
  /** Milliseconds that only ever go on, from any beginning; nobody can set them. Sleep may not count. */
  mono(): number
  /** The IANA zone of this computer at this moment, e.g. `Europe/Berlin`. */
  zone(): string
}
