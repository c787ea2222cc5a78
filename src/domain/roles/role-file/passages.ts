import type { Range } from '#domain/cards/rolegen.ts'
import type { RoleModel } from '../model.ts'
import { sentencesIn } from '../sentences.ts'
import { readWords } from './words.ts'
import { side } from './write-lines.ts'

type Said = Pick<RoleModel, 'roles' | 'facts' | 'skills' | 'definitions' | 'comparisons'>

/**
 * What a file says of each role outside of its background: that counts for the truth of options as well. Every role
 * has an entry.
 */
export function saidOfRoles(model: Said): Map<string, string[]> {
  const said = new Map(model.roles.map(({ id }): [string, string[]] => [id, []]))
  const add = (role: string, text: string) => said.get(role)?.push(text)
  // Sentence by sentence, as a reader of the file parts them, however the document did.
  const addAll = (role: string, ranges: readonly Range[]) => {
    const written = side(ranges.map(({ quote }) => readWords(quote)).join(' '))
    for (const { text } of sentencesIn(written, 0, written.length)) add(role, readWords(text))
  }
  for (const { role, title, text } of model.facts)
    add(role, title === undefined ? text : `${title}: ${text}`)
  for (const { role, name } of model.skills) add(role, name)
  for (const { role, text } of model.definitions) add(role, text)
  for (const { a, b, aspects } of model.comparisons) {
    for (const aspect of aspects) {
      addAll(a, aspect.a)
      addAll(b, aspect.b)
    }
  }
  return said
}
