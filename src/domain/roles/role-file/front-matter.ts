import { isMap, parseDocument, stringify } from 'yaml'
import type { RoleFileAbout } from '../model.ts'
import { normalText } from './words.ts'

const block = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/
const declared = /^schema:[ \t]*(["']?)role-file\/(\d+)\1[ \t]*(?:#.*)?$/m

/** Does a text (with LF line ends) say of itself that it is a role file? Then its structure is taken word for word. */
export const isRoleFile = (text: string): boolean => declared.test(block.exec(text)?.[1] ?? '')

/** What does not fit, at a line from 1, and what is expected. */
export type Complain = (line: number, problem: string) => void

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const languagePattern = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/** An id as it may stand in the front matter. */
export const isFileId = (id: string): boolean => id.length <= 80 && idPattern.test(id)

export interface FrontMatter extends RoleFileAbout {
  /** Where the body begins. */
  readonly bodyStart: number
}

const words = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? normalText(String(value))
    : null

/** The fields of the block by name; null when it is not made of such. */
function readYaml(yaml: string, complain: Complain): Readonly<Record<string, unknown>> | null {
  const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys: true })
  const [error] = document.errors
  try {
    if (!error && isMap(document.contents))
      return document.toJS({ maxAliasCount: 0 }) as Readonly<Record<string, unknown>> // as: a map of YAML
  } catch {
    // An alias (*name) stands for another part, which could be anything.
  }
  const line = (error?.linePos?.[0].line ?? 0) + 1
  complain(line, 'the block between the --- lines needs lines such as “title: Our bakery”')
  return null
}

/** Reads the block between the --- lines; what does not fit is told with its line and left out. */
export function readFrontMatter(text: string, complain: Complain): FrontMatter {
  const found = block.exec(text)
  const none: FrontMatter = { bodyStart: 0, id: null, title: null, language: null, tags: [] }
  if (!found) return none
  const yaml = found[1] ?? ''
  const bodyStart = found[0].length
  const lineOf = (key: string) => {
    const index = yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`))
    return index === -1 ? 1 : index + 2
  }
  const version = Number(declared.exec(yaml)?.[2] ?? 1)
  if (version !== 1)
    complain(
      lineOf('schema'),
      `role files of version ${version} are newer than this Remit; it reads role-file/1`,
    )
  const fields = readYaml(yaml, complain)
  if (!fields) return { ...none, bodyStart }
  const value = (key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined)
  /** A value by its key, checked; null where it is missing or does not fit. */
  const checked = (key: string, expected: string, fits: (value: string) => boolean) => {
    const given = value(key)
    if (given === undefined || given === null) return null
    const text = words(given)
    if (text !== null && fits(text)) return text
    complain(lineOf(key), `“${key}” needs ${expected}`)
    return null
  }
  const tags = value('tags')
  const list = tags === undefined || tags === null ? [] : Array.isArray(tags) ? tags : [tags]
  const named = list.map(words)
  if (named.some((tag) => tag === null || tag === '' || tag.length > 60))
    complain(lineOf('tags'), '“tags” needs a list of words such as [bakery, onboarding]')
  return {
    bodyStart,
    id: checked('id', 'lower-case letters, digits and hyphens, such as our-bakery', isFileId),
    title: checked(
      'title',
      'a name of at most 120 characters',
      (name) => name !== '' && name.length <= 120,
    ),
    language: checked('language', 'a code such as en or de', (code) => languagePattern.test(code)),
    tags: [...new Set(named.flatMap((tag) => (tag === null || tag === '' ? [] : tag)))],
  }
}

/** The title, id, language and tags that a role file gives itself; null for any other document. */
export function roleFileAbout(text: string): RoleFileAbout | null {
  if (!isRoleFile(text)) return null
  const { id, title, language, tags } = readFrontMatter(text, () => {})
  return { id, title, language, tags }
}

/** The block between the --- lines, as `readFrontMatter` reads it back. */
export function writeFrontMatter({ id, title, language, tags }: RoleFileAbout): string {
  const fields = {
    schema: 'role-file/1',
    ...(id === null ? {} : { id }),
    ...(title === null ? {} : { title: normalText(title) }),
    ...(language === null ? {} : { language }),
    ...(tags.length === 0 ? {} : { tags: tags.map(normalText) }),
  }
  const yaml = stringify(fields, {
    lineWidth: 0,
    flowCollectionPadding: false,
    collectionStyle: 'any',
  })
  return `---\n${yaml}---\n`
}
