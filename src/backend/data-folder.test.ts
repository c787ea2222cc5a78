import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareDataFolder } from './data-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'remit-folder-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))
const modeOf = (path: string) => statSync(path).mode & 0o777

test('the standard folder is made on first use, for its owner only', () => {
  const path = prepareDataFolder(undefined, join(root, 'config', 'Remit'))
  expect(modeOf(path)).toBe(0o700)
})

test('a chosen folder that is not there is refused and not made', () => {
  const path = join(root, 'missing')
  expect(() => prepareDataFolder(path, root)).toThrow(
    expect.objectContaining({ code: 'data_folder_missing' }),
  )
  expect(existsSync(path)).toBe(false)
})

test('a file in its place is refused', () => {
  const path = join(root, 'file')
  writeFileSync(path, '')
  expect(() => prepareDataFolder(path, root)).toThrow(
    expect.objectContaining({ code: 'data_folder_missing' }),
  )
})

test('an empty folder and one with a collection are closed to others', () => {
  for (const name of ['empty', 'used']) {
    const path = join(root, name)
    mkdirSync(path)
    chmodSync(path, 0o755)
    if (name === 'used') writeFileSync(join(path, 'remit.db'), '')
    prepareDataFolder(path, root)
    expect(modeOf(path)).toBe(0o700)
  }
})

test('a folder with other files in it keeps its mode', () => {
  const path = join(root, 'documents')
  mkdirSync(path)
  writeFileSync(join(path, 'letter.txt'), '')
  chmodSync(path, 0o755)
  prepareDataFolder(path, root)
  expect(modeOf(path)).toBe(0o755)
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is named as such', () => {
  const path = join(root, 'closed')
  mkdirSync(path)
  chmodSync(path, 0o500)
  expect(() => prepareDataFolder(path, root)).toThrow(
    expect.objectContaining({ code: 'data_folder_read_only' }),
  )
})
