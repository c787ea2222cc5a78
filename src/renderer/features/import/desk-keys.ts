import { reviewReasons, type ReviewReason } from '#domain/cards/decision.ts'
import type { KeyMap } from '#renderer/key-map.svelte.ts'
import type { KeyName } from '#renderer/keys.ts'

/** What a key asks for while cards are reviewed. */
export type Command =
  | 'keep'
  | 'edit'
  | 'ask'
  | 'pin'
  | 'undo'
  | 'next'
  | 'previous'
  | 'nextOpen'
  | 'keepRole'
  | 'rejectRole'
  | 'coverage'
  | 'fix'

const commands: Partial<Record<KeyName, Command>> = {
  keepCard: 'keep',
  edit: 'edit',
  reject: 'ask',
  pinCard: 'pin',
  takeBack: 'undo',
  nextOpen: 'nextOpen',
  move: 'next',
  moveBack: 'previous',
  keepRole: 'keepRole',
  rejectRole: 'rejectRole',
  coverage: 'coverage',
  fix: 'fix',
}

/** The command of a key; null when it means nothing here. */
export function commandOf(event: KeyboardEvent, keys: KeyMap): Command | null {
  const name = keys.command('import', event)
  return name === null ? null : (commands[name] ?? null)
}

/** These act wherever the learner looks; the others only on the card in focus. */
export const isEverywhere = (command: Command): boolean =>
  command === 'undo' || command === 'coverage' || command === 'fix'

/**
 * What a key means while the reason of a rejection is asked for: a reason, `none`, `cancel`; `wait` for other
 * characters, which must do nothing now; null for keys that are none of its business.
 */
export function reasonOf({
  key,
}: {
  readonly key: string
}): ReviewReason | 'none' | 'cancel' | 'wait' | null {
  const reason = reviewReasons[Number(key) - 1]
  if (reason) return reason
  if (key.toLowerCase() === 'x') return 'none'
  if (key === 'Escape') return 'cancel'
  return key.length === 1 && key !== ' ' ? 'wait' : null
}
