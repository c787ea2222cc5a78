import { digestOf } from './digest.ts'
import { stemsOf } from './words.ts'

/** The id of a role: of its key only, so that it stays when the document moves around it. */
export const roleId = (key: string): string => `role-${digestOf(key, 12)}`

/** The id of a fact: of whose it is and its content stems in order of the alphabet, nothing else. */
export const factId = (prefix: string, owner: string, content: string): string =>
  `${prefix}-${digestOf(`${owner}\u0000${[...new Set(stemsOf(content))].sort().join(' ')}`, 12)}`
