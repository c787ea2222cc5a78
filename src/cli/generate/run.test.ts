import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import { handbook, soup } from '#domain/roles/samples.ts'
import { run } from './run.ts'

const root = mkdtempSync(join(tmpdir(), 'remit-generate-'))
afterAll(() => rmSync(root, { recursive: true }))
let from = root
let number = 0
beforeEach(() => {
  number += 1
  from = join(root, String(number))
  mkdirSync(join(from, 'docs', 'deep'), { recursive: true })
  writeFileSync(join(from, 'docs', 'bakery.md'), handbook)
  writeFileSync(join(from, 'docs', 'deep', 'kitchen.md'), handbook.replaceAll('Baker', 'Cook'))
})

async function say(...words: string[]) {
  let out = ''
  let err = ''
  const code = await run(words, {
    from,
    out: (text) => (out += text),
    err: (text) => (err += text),
  })
  return { code, out, err }
}
const read = (...path: string[]) => readFileSync(join(from, ...path), 'utf8')

describe('one document', () => {
  test('goes to standard output as rolegen/1', async () => {
    const { code, out, err } = await say('docs/bakery.md')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const gen = JSON.parse(out)
    expect(gen.schema).toBe('rolegen/1')
    expect(gen.sources[0]).toMatchObject({ id: 'bakery', path: 'bakery.md' })
    expect(gen.cards).toEqual(
      JSON.parse(JSON.stringify(generate({ ...gen.sources[0], sourceId: 'bakery' }).cards)),
    )
  })

  test('goes to a file, and nothing is left beside it', async () => {
    expect(await say('docs/bakery.md', '--out', 'new/out.json')).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    expect(JSON.parse(read('new', 'out.json')).schema).toBe('rolegen/1')
    expect(readdirSync(join(from, 'new'))).toEqual(['out.json'])
  })

  test('without roles gives an output without cards, and says so', async () => {
    writeFileSync(join(from, 'soup.md'), soup)
    const { code, out, err } = await say('soup.md')
    expect(code).toBe(0)
    expect(JSON.parse(out).cards).toEqual([])
    expect(err).toBe('soup.md: says nothing of roles, so there are no cards.\n')
  })
})

describe('a folder', () => {
  test('gives one output for each file in it, not for those below', async () => {
    expect((await say('docs', '--out', 'out')).code).toBe(0)
    expect(readdirSync(join(from, 'out'))).toEqual(['bakery.md.json'])
  })

  test('gives those below too when it is asked for, in the same folders', async () => {
    expect((await say('docs', '--recursive', '--out', 'out')).code).toBe(0)
    expect(readdirSync(join(from, 'out'), { recursive: true }).sort()).toEqual([
      'bakery.md.json',
      'deep',
      join('deep', 'kitchen.md.json'),
    ])
    expect(JSON.parse(read('out', 'deep', 'kitchen.md.json')).sources[0].id).toBe('deep/kitchen')
  })

  test('may hold the outputs, which are not read as documents', async () => {
    const again = () => say('docs', '--recursive', '--out', 'docs/out')
    expect([(await again()).code, (await again()).code]).toEqual([0, 0])
    expect(readdirSync(join(from, 'docs', 'out')).sort()).toEqual(['bakery.md.json', 'deep'])
  })

  test('is read to its end when one file cannot be: code 1, its reason, the others written', async () => {
    writeFileSync(
      join(from, 'docs', 'a-picture.md'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    )
    const { code, err } = await say('docs', '--out', 'out')
    expect(code).toBe(1)
    expect(err).toMatch(/^a-picture\.md: not read\. .+\n$/)
    expect(readdirSync(join(from, 'out'))).toEqual(['bakery.md.json'])
  })

  test('is entered neither by links nor by hidden names', async () => {
    symlinkSync(join(from, 'docs'), join(from, 'docs', 'round'))
    writeFileSync(join(from, 'docs', '.hidden.md'), handbook)
    expect(await say('docs', '--recursive', '--out', 'out')).toEqual({ code: 0, out: '', err: '' })
    expect(readdirSync(join(from, 'out')).sort()).toEqual(['bakery.md.json', 'deep'])
  })
})

describe('wrong usage is refused with code 2 and a sentence, and nothing is written', () => {
  test.each([
    [[], 'Name a document or a folder.'],
    [['docs', 'more'], 'Name one document or folder, not 2.'],
    [['docs/bakery.md', '--verbose'], 'There is no option --verbose.'],
    [['docs/bakery.md', '-x'], 'There is no option -x.'],
    [['docs/bakery.md', '--out'], '--out needs a value.'],
    [['docs/bakery.md', '--out', '--explain'], '--out needs a value.'],
    [['docs/bakery.md', '--explain=yes'], '--explain takes no value.'],
    [['docs/bakery.md', '--format', 'xml'], 'There is no format xml: use json, csv, md.'],
    [['docs/bakery.md', '--recursive'], '--recursive is for folders.'],
    [['docs/bakery.md', '--out', 'docs/bakery.md'], 'docs/bakery.md: is the document itself.'],
    [['docs/bakery.md', '--out', 'docs'], 'docs: is a folder.'],
    [['docs'], 'A folder needs --out OUTFOLDER.'],
    [['docs', '--out', 'docs/bakery.md'], 'docs/bakery.md: is a file.'],
    [['docs', '--out', 'docs'], 'docs: holds the documents.'],
    [['nothing.md'], 'nothing.md: there is no such file or folder.'],
  ])('%j', async (words, sentence) => {
    const before = readdirSync(from, { recursive: true }).sort()
    const { code, out, err } = await say(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(readdirSync(from, { recursive: true }).sort()).toEqual(before)
    expect(read('docs', 'bakery.md')).toBe(handbook)
  })

  test('but --help is no failure', async () => {
    const { code, out, err } = await say('--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const flag of ['--out', '--format', '--explain', '--recursive', 'Exit code'])
      expect(out).toContain(flag)
  })
})

describe('writing', () => {
  test('that fails gives code 3, and what stood there stays', async () => {
    writeFileSync(join(from, 'blocked'), 'as it was')
    const { code, err } = await say('docs/bakery.md', '--out', 'blocked/out.json')
    expect(code).toBe(3)
    expect(err).toBe('bakery.md: not written. A file stands where a folder is needed.\n')
    expect(read('blocked')).toBe('as it was')
  })

  test('never shows half a file: the name changes hands at once', async () => {
    // A folder in its place lets the last step fail, after the text was written beside it.
    mkdirSync(join(from, 'out', 'bakery.md.json', 'full'), { recursive: true })
    expect((await say('docs', '--out', 'out')).code).toBe(3)
    expect(readdirSync(join(from, 'out'))).toEqual(['bakery.md.json'])
  })

  test('replaces an older output', async () => {
    writeFileSync(join(from, 'out.json'), 'old')
    await say('docs/bakery.md', '--out', 'out.json')
    expect(JSON.parse(read('out.json')).schema).toBe('rolegen/1')
  })
})

test('the script of package.json runs it: text out, code and refusal', () => {
  const script = join(import.meta.dirname, '..', 'generate.ts')
  const call = (...words: string[]) =>
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...words], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: from },
    })
  const done = call('docs/bakery.md')
  expect({ status: done.status, err: done.stderr }).toEqual({ status: 0, err: '' })
  expect(JSON.parse(done.stdout).schema).toBe('rolegen/1')
  expect(call('docs/bakery.md', '--nonsense').status).toBe(2)
  expect(existsSync(join(from, 'out'))).toBe(false)
})
