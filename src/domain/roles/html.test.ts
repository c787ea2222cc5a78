import { expect, test } from 'vitest'
import { htmlToText } from './html.ts'

const text = (body: string) => htmlToText(`<html><body><main>${body}</main></body></html>`)

test('items and paragraphs of a cell stay apart', () => {
  expect(
    text(
      '<table><tr><th>Role</th><th>Tasks</th></tr><tr><td>Baker</td><td><ul><li>Feed the starter</li><li>Heat <b>the</b> oven</li></ul></td></tr></table>',
    ),
  ).toContain('| Baker | Feed the starter<br>Heat the oven |')
})

test('cells over several rows and columns are repeated, and the last row of heads names the columns', () => {
  const lines = text(`<table>
    <tr><th rowspan="2">Phase</th><th rowspan="2">Task</th><th colspan="2">Bakehouse</th></tr>
    <tr><th>Baker</th><th>Apprentice</th></tr>
    <tr><td rowspan="2">Night</td><td>Knead</td><td>A</td><td>R</td></tr>
    <tr><td>Bake</td><td>A/R</td><td></td></tr></table>`)
  expect(lines.trim().split('\n')).toEqual([
    '| Phase | Task | Baker | Apprentice |',
    '| --- | --- | --- | --- |',
    '| Night | Knead | A | R |',
    '| Night | Bake | A/R |  |',
  ])
})

test('what is struck out is not read', () => {
  expect(text('<p><s>Bakers sweep.</s> Bakers bake.</p>')).toBe('Bakers bake.\n')
})

test('a cell that claims to span a million columns ends', () => {
  expect(text('<table><tr><td colspan="1000000">x</td></tr></table>').length).toBeLessThan(1000)
})
