import type {
  ComparisonAspect,
  Definition,
  Faq,
  Range,
  Role,
  Skill,
} from '#domain/cards/rolegen.ts'
import { roleId } from '../fact-id.ts'
import type { Boundary, Fact, Neighbour, Steps, WrittenCard } from '../model.ts'
import type { FileBlock } from './blocks.ts'
import type { Complain } from './front-matter.ts'
import { normalText } from './words.ts'

/** A role of the file; ids of what it does hang on `key`. */
export interface FileRole extends Role {
  readonly key: string
}

export interface FileComparison {
  readonly heading: FileBlock
  /** What stands after "Compare:", as it was written. */
  readonly sides: string
  readonly aspects: ComparisonAspect[]
  readonly prov: Range[]
}

/** A row of the responsibility matrix with the cells as they were written. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

/** A duty with the list that it stands in: the sub-heading above it, empty for none. */
export interface ListedFact {
  readonly fact: Fact
  readonly list: string
}

/** What has been read so far. */
export interface FileDraft {
  readonly roles: FileRole[]
  readonly facts: ListedFact[]
  readonly skills: Skill[]
  readonly comparisons: FileComparison[]
  readonly faqs: Faq[]
  readonly definitions: Definition[]
  readonly steps: (Steps & { readonly items: string[]; readonly prov: Range[] })[]
  readonly boundaries: Boundary[]
  readonly neighbours: Neighbour[]
  readonly written: WrittenCard[]
  readonly matrix: FileRow[]
  /** Sentences by role that no card is made of, for checks of truth. */
  readonly background: { readonly role: string; readonly text: string }[]
  /** For whom something was read before the learner gave it to another role. */
  readonly origins: Map<string, string>
}

/** The file, what was read of it, and where to complain. */
export interface Reading {
  readonly text: string
  readonly draft: FileDraft
  readonly range: (start: number, end: number, supports?: Range['supports']) => Range
  readonly complain: Complain
}

export const newDraft = (): FileDraft => ({
  roles: [],
  facts: [],
  skills: [],
  comparisons: [],
  faqs: [],
  definitions: [],
  steps: [],
  boundaries: [],
  neighbours: [],
  written: [],
  matrix: [],
  background: [],
  origins: new Map(),
})

/** By which of its names a role is known: the one that its id was made of, else its present one. In small letters. */
export const keyOf = ({ id, name, aliases }: Pick<Role, 'id' | 'name' | 'aliases'>): string => {
  const keys = [name, ...aliases].map((each) => normalText(each).toLowerCase())
  return keys.find((key) => roleId(key) === id) ?? keys[0] ?? ''
}

/** The block's own words as they stand in the file. */
export const rawOf = ({ text }: Reading, block: FileBlock): string =>
  text.slice(block.start, block.end)
