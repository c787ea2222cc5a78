import type { Range } from '#domain/cards/rolegen.ts'

/** JSON columns are written by this app only and checked by `json_valid`, so the shape is known. */
export const fromJson = <Shape>(json: string): Shape => JSON.parse(json) as Shape // as: see above

export const fromJsonOrNull = <Shape>(json: string | null): Shape | null =>
  json === null ? null : fromJson<Shape>(json)

export const toJsonOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

export type PassagesJson = readonly Range[]
