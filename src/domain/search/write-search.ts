import type { Search } from './search.ts'

const isPlain = (text: string) =>
  /^[\p{L}\p{N}][\p{L}\p{N}._'’-]*$/u.test(text) && !/^(?:or|and)$/i.test(text)

/** A word as it stands, or in quotes where something in it would be read otherwise. */
const quoted = (text: string, isPrefix: boolean): string =>
  `${isPlain(text) ? text : `"${text.replace(/[\\"“”„]/gu, String.raw`\$&`)}"`}${isPrefix ? '*' : ''}`

/** How tightly a search holds together: or 0, side by side 1, one piece 2. */
const bondOf = ({ find }: Search): number => (find === 'any' ? 0 : find === 'all' ? 1 : 2)

const within = (search: Search, bond: number): string =>
  bondOf(search) < bond ? `(${writeSearch(search)})` : writeSearch(search)

/** Writes a search so that reading it gives the same tree. Brackets stand only where they are needed. */
export function writeSearch(search: Search): string {
  switch (search.find) {
    case 'any':
      return search.of.map((part) => within(part, 1)).join(' or ')
    case 'all':
      return search.of.map((part) => within(part, 2)).join(' ')
    case 'not':
      return `-${within(search.of, 2)}`
    case 'text':
      return quoted(search.text, search.isPrefix)
    case 'deck':
    case 'tag':
    case 'role':
    case 'kind':
      return `${search.find}:${quoted(search.name, search.isPrefix)}`
    case 'is':
      return `is:${search.state}`
    case 'prop':
      return `prop:${search.property}${search.compare}${search.value}`
  }
}
