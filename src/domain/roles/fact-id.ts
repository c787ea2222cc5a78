import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { remembered } from './remembered.ts'
import { stemsOf } from './words.ts'

/** SHA-256 of a text, hex. */
export const digestOf = remembered((text) => bytesToHex(sha256(utf8ToBytes(text))))

/** The id of a role: of its key only, so that it stays when the document moves around it. */
export const roleId = (key: string): string => `role-${digestOf(key).slice(0, 12)}`

/** The id of a fact: of whose it is and its content stems in order of the alphabet, nothing else. */
export const factId = (prefix: string, owner: string, content: string): string =>
  `${prefix}-${digestOf(`${owner}\u0000${[...new Set(stemsOf(content))].sort().join(' ')}`).slice(0, 12)}`
