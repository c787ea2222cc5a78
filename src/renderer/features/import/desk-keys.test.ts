import { expect, test } from 'vitest'
import { KeyMap } from '#renderer/key-map.svelte.ts'
import { commandOf, reasonOf } from './desk-keys.ts'

const keys = new KeyMap()
const command = (key: string, shiftKey = false) => {
  const event = { key, shiftKey, ctrlKey: false, metaKey: false, altKey: false }
  return commandOf(event as KeyboardEvent, keys) // as: all that is read of it
}
const reason = (key: string) => reasonOf({ key })

test('a letter decides, with Shift for the whole role', () => {
  expect([command('a'), command('x'), command('e'), command('p')]).toEqual([
    'keep',
    'ask',
    'edit',
    'pin',
  ])
  expect([command('A', true), command('X', true), command('E', true)]).toEqual([
    'keepRole',
    'rejectRole',
    null,
  ])
  // Caps Lock is not Shift.
  expect(command('A')).toBe('keep')
})

test('letters and arrows go from card to card', () => {
  expect(['j', 'ArrowDown', 'ArrowRight'].map((key) => command(key))).toEqual([
    'next',
    'next',
    'next',
  ])
  expect(['k', 'ArrowUp', 'ArrowLeft'].map((key) => command(key))).toEqual([
    'previous',
    'previous',
    'previous',
  ])
  expect([command('q'), command('1'), command('constructor')]).toEqual([null, null, null])
})

test('while a reason is asked for, digits choose one and other letters wait', () => {
  expect(['1', '2', '3', '4'].map(reason)).toEqual(['wrong', 'ambiguous', 'trivial', 'worded'])
  expect([reason('x'), reason('X'), reason('Escape')]).toEqual(['none', 'none', 'cancel'])
  expect([reason('5'), reason('0'), reason('a'), reason('s')]).toEqual([
    'wait',
    'wait',
    'wait',
    'wait',
  ])
  expect([reason('Tab'), reason(' '), reason('Enter')]).toEqual([null, null, null])
})
