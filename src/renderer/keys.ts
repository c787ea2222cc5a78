import type { Messages } from './i18n/messages.ts'

export type KeyName = keyof Messages['help']['keys']
export type KeyGroup = keyof Messages['help']['groups']

/**
 * A key with its modifiers: `e`, `shift+a`, `ctrl+z` (Command on a Mac), `space`, `arrowdown`. Digits stand for
 * themselves wherever they are on the keyboard.
 */
export type Chord = string

export interface KeyEntry {
  readonly group: KeyGroup
  /** The usual keys; the learner may choose others. */
  readonly keys: readonly Chord[]
  readonly name: KeyName
  /** Shown in the list but not to be changed: digits for options, arrows of lists. */
  readonly isFixed?: true
}

/** All keys in one table: the handlers, the help dialog and the settings read the same. */
export const keyTable: readonly KeyEntry[] = [
  { group: 'main', keys: ['t'], name: 'today' },
  { group: 'main', keys: ['l'], name: 'library' },
  { group: 'main', keys: ['b'], name: 'cards' },
  { group: 'main', keys: ['s'], name: 'study' },
  { group: 'main', keys: ['q'], name: 'quiz' },
  { group: 'main', keys: ['p'], name: 'progress' },
  { group: 'main', keys: ['i'], name: 'import' },
  { group: 'main', keys: [','], name: 'settings' },
  { group: 'main', keys: ['?'], name: 'help' },
  { group: 'main', keys: ['ctrl+z'], name: 'undoStep' },
  { group: 'main', keys: ['ctrl+shift+z', 'ctrl+y'], name: 'redoStep' },
  { group: 'study', keys: ['space', 'enter'], name: 'reveal' },
  { group: 'study', keys: ['1'], name: 'again' },
  { group: 'study', keys: ['2'], name: 'hard' },
  { group: 'study', keys: ['3'], name: 'good' },
  { group: 'study', keys: ['4'], name: 'easy' },
  { group: 'study', keys: ['1-9'], name: 'option', isFixed: true },
  { group: 'study', keys: ['u'], name: 'undo' },
  { group: 'study', keys: ['o'], name: 'source' },
  { group: 'study', keys: ['h'], name: 'hint' },
  { group: 'study', keys: ['c'], name: 'countRight' },
  { group: 'study', keys: ['m'], name: 'more' },
  { group: 'study', keys: ['w'], name: 'contest' },
  { group: 'study', keys: ['e'], name: 'editCard' },
  { group: 'study', keys: ['f'], name: 'flag' },
  { group: 'study', keys: ['b'], name: 'bury' },
  { group: 'study', keys: ['s'], name: 'suspend' },
  { group: 'study', keys: ['d'], name: 'date' },
  { group: 'study', keys: [], name: 'reset' },
  { group: 'study', keys: ['delete'], name: 'remove' },
  { group: 'study', keys: ['escape'], name: 'end' },
  { group: 'import', keys: ['a'], name: 'keepCard' },
  { group: 'import', keys: ['e'], name: 'edit' },
  { group: 'import', keys: ['x'], name: 'reject' },
  { group: 'import', keys: ['p'], name: 'pinCard' },
  { group: 'import', keys: ['u'], name: 'takeBack' },
  { group: 'import', keys: ['j', 'arrowdown', 'arrowright'], name: 'move' },
  { group: 'import', keys: ['k', 'arrowup', 'arrowleft'], name: 'moveBack' },
  { group: 'import', keys: ['n'], name: 'nextOpen' },
  { group: 'import', keys: ['shift+a'], name: 'keepRole' },
  { group: 'import', keys: ['shift+x'], name: 'rejectRole' },
  { group: 'import', keys: ['c'], name: 'coverage' },
  { group: 'import', keys: ['r'], name: 'fix' },
  { group: 'quiz', keys: ['1-9'], name: 'choose', isFixed: true },
  { group: 'quiz', keys: ['arrowright'], name: 'turn' },
  { group: 'quiz', keys: ['arrowleft'], name: 'turnBack' },
  { group: 'quiz', keys: ['f'], name: 'flagQuestion' },
  { group: 'quiz', keys: ['w'], name: 'contestQuestion' },
  { group: 'quiz', keys: ['o'], name: 'sourceOfQuestion' },
  { group: 'contested', keys: ['a'], name: 'keep' },
  { group: 'contested', keys: ['e'], name: 'reword' },
  { group: 'contested', keys: ['x'], name: 'drop' },
  { group: 'contested', keys: ['o'], name: 'sourceOfContested' },
  { group: 'contested', keys: ['arrowdown'], name: 'moveContested' },
  { group: 'contested', keys: ['arrowup'], name: 'moveContestedBack' },
  { group: 'cards', keys: ['n'], name: 'newCard' },
  { group: 'cards', keys: ['/'], name: 'searchBox' },
  { group: 'cards', keys: ['arrowup', 'arrowdown'], name: 'moveRow', isFixed: true },
  { group: 'cards', keys: ['shift+arrowup', 'shift+arrowdown'], name: 'extendRows', isFixed: true },
  { group: 'cards', keys: ['space'], name: 'chooseRow', isFixed: true },
  { group: 'cards', keys: ['ctrl+a'], name: 'chooseAllRows', isFixed: true },
  { group: 'cards', keys: ['enter'], name: 'cardInfo', isFixed: true },
  { group: 'changes', keys: ['1-6', 'arrowleft', 'arrowright'], name: 'changeKind', isFixed: true },
  { group: 'changes', keys: ['arrowup', 'arrowdown'], name: 'moveChange', isFixed: true },
  { group: 'changes', keys: ['u'], name: 'update', isFixed: true },
  { group: 'changes', keys: ['escape'], name: 'cancelUpdate', isFixed: true },
]

/** Keys for one hand, in the place of the usual ones. */
export const presets: Readonly<
  Record<'left' | 'right', Partial<Record<KeyName, readonly Chord[]>>>
> = {
  left: {
    reveal: ['space'],
    undo: ['z'],
    source: ['a'],
    hint: ['q'],
    more: ['r'],
    bury: ['b'],
    reset: [],
    remove: ['shift+x'],
  },
  right: {
    reveal: ['enter', 'space'],
    again: ['j', '7'],
    hard: ['k', '8'],
    good: ['l', '9'],
    easy: [';', '0'],
    undo: ['u'],
    source: ['o'],
    hint: ['h'],
    countRight: [','],
    more: ['m'],
    contest: ['n'],
    editCard: ['i'],
    flag: ['y'],
    bury: ['b'],
    suspend: ['p'],
    date: ['.'],
    remove: ['backspace'],
  },
}

const names: Readonly<Record<string, string>> = {
  space: 'Space',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  tab: 'Tab',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  '1-9': '1 … 9',
  '1-6': '1 … 6',
}

/** How a key is written for people: `Ctrl Shift Z`, `↓`. */
export const labelOf = (chord: Chord): string =>
  names[chord] ??
  chord
    .split(/\+(?=.)/)
    .map((part) => names[part] ?? part.toUpperCase())
    .join(' ')

/** The key that was pressed; null for a modifier alone. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): Chord | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(event.key))
    return null
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  // Shift is part of what a sign is (`?`); of a letter or a named key it is not.
  const isSign = key.length === 1 && key.toUpperCase() === key
  const modifiers = [
    ...(event.ctrlKey || event.metaKey ? ['ctrl'] : []),
    ...(event.altKey ? ['alt'] : []),
    ...(event.shiftKey && !isSign ? ['shift'] : []),
  ]
  return [...modifiers, key].join('+')
}

/** Is this a text field, where keys are characters? */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement &&
      !['checkbox', 'radio', 'button', 'submit'].includes(target.type)))

/** Does a key act here: outside of text fields and dialogs, not taken by anything yet? */
export const isFreeKey = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !isTextField(event.target) &&
  document.querySelector('dialog[open]') === null

/** Is this a plain key press, without a modifier? Only then do keys of a screen act. */
export const isPlainKey = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && isFreeKey(event)

/** Space and Enter press a focused control; they reveal and grade only when none has the focus. */
export const isOnControl = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest('button, a, input, summary, [role="button"]') !== null
