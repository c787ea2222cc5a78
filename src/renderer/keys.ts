import type { Messages } from './i18n/messages.ts'

type KeyName = keyof Messages['help']['keys']
export interface KeyEntry {
  readonly group: keyof Messages['help']['groups']
  readonly keys: readonly string[]
  readonly name: KeyName
}

/** All keys in one table: the handlers and the help dialog read the same. */
export const keyTable: readonly KeyEntry[] = [
  { group: 'main', keys: ['T'], name: 'today' },
  { group: 'main', keys: ['L'], name: 'library' },
  { group: 'main', keys: ['S'], name: 'study' },
  { group: 'main', keys: ['Q'], name: 'quiz' },
  { group: 'main', keys: ['P'], name: 'progress' },
  { group: 'main', keys: ['I'], name: 'import' },
  { group: 'main', keys: [','], name: 'settings' },
  { group: 'main', keys: ['?'], name: 'help' },
  { group: 'study', keys: ['Space', 'Enter'], name: 'reveal' },
  { group: 'study', keys: ['1', '2', '3', '4'], name: 'grade' },
  { group: 'study', keys: ['U', 'Ctrl Z'], name: 'undo' },
  { group: 'study', keys: ['O'], name: 'source' },
  { group: 'study', keys: ['W'], name: 'contest' },
  { group: 'study', keys: ['Esc'], name: 'end' },
  { group: 'import', keys: ['A'], name: 'keepCard' },
  { group: 'import', keys: ['E'], name: 'edit' },
  { group: 'import', keys: ['X'], name: 'reject' },
  { group: 'import', keys: ['P'], name: 'pinCard' },
  { group: 'import', keys: ['U', 'Ctrl Z'], name: 'takeBack' },
  { group: 'import', keys: ['J', 'K', '↓', '↑'], name: 'move' },
  { group: 'import', keys: ['N'], name: 'nextOpen' },
  { group: 'import', keys: ['Shift A', 'Shift X'], name: 'role' },
  { group: 'import', keys: ['C'], name: 'coverage' },
  { group: 'import', keys: ['R'], name: 'fix' },
  { group: 'quiz', keys: ['1', '…', '9'], name: 'choose' },
  { group: 'quiz', keys: ['←', '→'], name: 'turn' },
  { group: 'quiz', keys: ['W'], name: 'contestQuestion' },
  { group: 'quiz', keys: ['O'], name: 'sourceOfQuestion' },
  { group: 'contested', keys: ['A'], name: 'keep' },
  { group: 'contested', keys: ['E'], name: 'reword' },
  { group: 'contested', keys: ['X'], name: 'drop' },
  { group: 'contested', keys: ['O'], name: 'sourceOfContested' },
  { group: 'contested', keys: ['↑', '↓'], name: 'moveContested' },
  { group: 'changes', keys: ['1', '…', '6', '←', '→'], name: 'changeKind' },
  { group: 'changes', keys: ['↑', '↓'], name: 'moveChange' },
  { group: 'changes', keys: ['U'], name: 'update' },
  { group: 'changes', keys: ['Esc'], name: 'cancelUpdate' },
]

/** Is this a text field, where keys are characters? */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement &&
      !['checkbox', 'radio', 'button', 'submit'].includes(target.type)))

/** Is this a plain key press, outside of text fields and dialogs, without a modifier? Only then do keys act. */
export const isPlainKey = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  !isTextField(event.target) &&
  document.querySelector('dialog[open]') === null

/** Is this the system's own key for taking something back? */
export const isUndoKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.shiftKey &&
  event.key.toLowerCase() === 'z' &&
  !isTextField(event.target)

/** Space and Enter press a focused control; they reveal and grade only when none has the focus. */
export const isOnControl = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest('button, a, input, summary, [role="button"]') !== null
