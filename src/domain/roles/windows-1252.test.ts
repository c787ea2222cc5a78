import { expect, test } from 'vitest'
import { AppError } from '#domain/errors.ts'
import { decodeDocument } from './decode.ts'
import { fromWindows1252 } from './windows-1252.ts'

const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? part : [...part].map((sign) => sign.charCodeAt(0)),
    ),
  )
const codeOf = (file: Uint8Array) => {
  try {
    return decodeDocument(file, 'x.txt').text
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

test('every byte that stands for something reads as the Encoding Standard has it', () => {
  const high = Array.from({ length: 128 }, (_, n) => n + 128).filter(
    (code) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(code),
  )
  // Each between plain letters, as in a text.
  const latin = high.map((code) => `abcdefg${String.fromCharCode(code)}`).join('')
  const expected =
    '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ'
  expect(fromWindows1252(latin)).toBe([...expected].map((sign) => `abcdefg${sign}`).join(''))
})

test('a file that is not UTF-8 is read as Windows-1252, and that is said', () => {
  const file = bytes('The caf', 0xe9, ' manager', 0x92, 's day ', 0x96, ' plans the rota.\n')
  expect(decodeDocument(file, 'x.txt')).toMatchObject({
    text: 'The café manager’s day – plans the rota.\n',
    notices: [{ code: 'read_as_windows_1252', params: {} }],
  })
})

test('UTF-8 is UTF-8, and nothing is said of it', () => {
  const file = new TextEncoder().encode('The café manager’s day\n')
  expect(decodeDocument(file, 'x.txt')).toMatchObject({
    text: 'The café manager’s day\n',
    notices: [],
  })
})

test('what is no Western text is still refused', () => {
  const cut = new TextEncoder().encode('The café’s manager – and “the” crème').slice(0, -2)
  const damaged = Uint8Array.from([...cut.slice(0, -1), 0xc3])
  expect(codeOf(damaged)).toBe('document_wrong_encoding')
  const cyrillic = bytes(...[...'abcd'].flatMap(() => [0xcc, 0xe5, 0xed, 0xe5, 0xe4, 32]))
  expect(codeOf(cyrillic)).toBe('document_wrong_encoding')
  expect(codeOf(bytes('The caf', 0xe9, ' has a byte of nothing: ', 0x81))).toBe(
    'document_wrong_encoding',
  )
  expect(codeOf(bytes('caf', 0xe9, 1, 2, 3, 4, 5, 6))).toBe('document_binary')
})
