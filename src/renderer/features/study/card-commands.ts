import type { KeyName } from '#renderer/keys.ts'

/** What the More menu offers for a card, in its order; each has a key of its own. */
export const cardCommands = [
  'hint',
  'editCard',
  'flag',
  'bury',
  'suspend',
  'date',
  'reset',
  'remove',
] as const satisfies readonly KeyName[]
export type CardCommand = (typeof cardCommands)[number]
