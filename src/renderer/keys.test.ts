import { describe, expect, test } from 'vitest'
import { en } from './i18n/en.ts'
import { KeyMap, keysFor, takenBy, type ChangedKeys } from './key-map.svelte.ts'
import { chordOf, keyTable, labelOf, presets } from './keys.ts'

const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  return { key, ...none, ...modifiers } as KeyboardEvent // as: all that is read of it
}

/** Keys that mean two things on one screen. */
function doubled(changed: ChangedKeys): string[] {
  return keyTable.flatMap((entry) =>
    keysFor(entry, changed).filter((chord) => takenBy(entry.name, chord, changed) !== null),
  )
}

describe('the table of keys', () => {
  test('has a word for each, each once, and no key with two meanings on a screen', () => {
    const names = keyTable.map((entry) => entry.name)
    expect(names.toSorted()).toEqual(Object.keys(en.help.keys).toSorted())
    expect(doubled({})).toEqual([])
  })

  test('has no double meaning for one hand either', () => {
    expect(doubled(presets.left)).toEqual([])
    expect(doubled(presets.right)).toEqual([])
  })

  test('for the left hand needs no key right of G and B, for the right hand none left of H and N', () => {
    const left = new Set([...'12345qwertasdfgzxcvb', 'space', 'escape', 'shift+x'])
    const right = new Set([...'67890yuiophjkl;nm,.b', 'enter', 'space', 'backspace', 'escape'])
    const study = keyTable.filter((entry) => entry.group === 'study' && entry.isFixed !== true)
    for (const entry of study) {
      for (const key of keysFor(entry, presets.left)) expect(left, entry.name).toContain(key)
      for (const key of keysFor(entry, presets.right)) expect(right, entry.name).toContain(key)
    }
  })
})

describe('a key', () => {
  test('is known with its modifiers, Command like Control, Shift only where it is not part of the sign', () => {
    expect(chordOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('ctrl+shift+z')
    expect(chordOf(press('z', { metaKey: true }))).toBe('ctrl+z')
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?')
    expect(chordOf(press('A', { shiftKey: true }))).toBe('shift+a')
    expect(chordOf(press(' '))).toBe('space')
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeNull()
  })

  test('is written as people read it', () => {
    expect(['ctrl+shift+z', 'arrowdown', 'e', '1-9', ',', 'ctrl++'].map(labelOf)).toEqual([
      'Ctrl Shift Z',
      '↓',
      'E',
      '1 … 9',
      ',',
      'Ctrl +',
    ])
  })
})

describe('keys that the learner chose', () => {
  test('stand in the place of the usual ones, on their screen only', () => {
    const keys = new KeyMap()
    keys.changed = { bury: ['v'] }
    expect(keys.command('study', press('v'))).toBe('bury')
    expect(keys.command('study', press('b'))).toBeNull()
    expect(keys.label('bury')).toBe('V')
    expect(keys.command('contested', press('e'))).toBe('reword')
  })

  test('are told when they mean something else there already', () => {
    expect(takenBy('bury', 'e', {})).toBe('editCard')
    expect(takenBy('bury', 'e', { editCard: ['v'] })).toBeNull()
    expect(takenBy('bury', 'b', {})).toBeNull()
    // Another screen's key is no matter, the key that takes a step back is one everywhere.
    expect(takenBy('bury', 'a', {})).toBeNull()
    expect(takenBy('bury', 'ctrl+z', {})).toBe('undoStep')
  })

  test('may be what is no key of the table any more: it is left alone', () => {
    const keys = new KeyMap()
    keys.changed = { gone: ['v'], option: ['v'] }
    expect(keys.command('study', press('v'))).toBeNull()
  })
})
