import { reviewReasons, type ReviewReason } from '#domain/cards/decision.ts'

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

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    a: 'keep',
    e: 'edit',
    x: 'ask',
    p: 'pin',
    u: 'undo',
    n: 'nextOpen',
    j: 'next',
    arrowdown: 'next',
    arrowright: 'next',
    k: 'previous',
    arrowup: 'previous',
    arrowleft: 'previous',
    'shift+a': 'keepRole',
    'shift+x': 'rejectRole',
    c: 'coverage',
    r: 'fix',
  } satisfies Record<string, Command>),
)

interface Key {
  readonly key: string
  readonly shiftKey: boolean
}

/** The command of a key; null when it means nothing here. */
export const commandOf = ({ key, shiftKey }: Key): Command | null =>
  commands.get(`${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`) ?? null

/** These act wherever the learner looks; the others only on the card in focus. */
export const isEverywhere = (command: Command): boolean =>
  command === 'undo' || command === 'coverage' || command === 'fix'

/**
 * What a key means while the reason of a rejection is asked for: a reason, `none`, `cancel`; `wait` for other
 * characters, which must do nothing now; null for keys that are none of its business.
 */
export function reasonOf({ key }: Key): ReviewReason | 'none' | 'cancel' | 'wait' | null {
  const reason = reviewReasons[Number(key) - 1]
  if (reason) return reason
  if (key.toLowerCase() === 'x') return 'none'
  if (key === 'Escape') return 'cancel'
  return key.length === 1 && key !== ' ' ? 'wait' : null
}
