import { expect, test } from 'vitest'
import { extendTo, moveTo, noSelection, stretchTo, toggle, type Selection } from './selection.ts'

const chosen = (selection: Selection) => [...selection.chosen].sort()

test('a stretch grows and shrinks from where it began, and keeps what was chosen before', () => {
  let selection = toggle(noSelection, 0, 'a')
  selection = moveTo(selection, 3)
  expect(stretchTo(selection, 5)).toEqual({ from: 3, to: 6 })
  selection = extendTo(selection, 5, ['d', 'e', 'f'])
  expect(chosen(selection)).toEqual(['a', 'd', 'e', 'f'])
  expect(stretchTo(selection, 2)).toEqual({ from: 2, to: 4 })
  selection = extendTo(selection, 2, ['c', 'd'])
  expect(chosen(selection)).toEqual(['a', 'c', 'd'])
})

test('a card is chosen and no longer chosen by the same key; moving changes nothing', () => {
  const one = toggle(noSelection, 2, 'c')
  expect(chosen(moveTo(one, 9))).toEqual(['c'])
  expect(chosen(toggle(one, 2, 'c'))).toEqual([])
})
