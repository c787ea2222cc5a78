// How good the generator's output is, measured against a key that a person wrote for the document.
// For tests and development only: nothing of the product may import this folder.
// Imports src/domain, and stemmer for its own view of words (never the generator's word lists).

/** A role that a careful reader finds; one that is not required is neither missed nor in excess. */
export interface KeyRole {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly required: boolean
}

/** A duty by the words of the document; `also` holds other places that say the same. */
export interface KeyDuty {
  readonly id: string
  readonly role: string
  /** Roles that have it as well. */
  readonly also_roles: readonly string[]
  /** `core`: a learner must know it. `extra`: counted when found, not missed otherwise. */
  readonly tier: 'core' | 'extra'
  readonly quote: string
  readonly also: readonly string[]
}

/** What a careful reader finds in one document (`role-key/1`). */
export interface RoleKey {
  readonly schema: 'role-key/1'
  readonly doc: {
    readonly file: string
    /** Of the bytes the key was written for, hex. */
    readonly sha256: string
    readonly kind: 'role-content' | 'not-role-content'
  }
  readonly roles: readonly KeyRole[]
  readonly responsibilities: readonly KeyDuty[]
  readonly skills: readonly {
    readonly role: string
    readonly kind: 'technical' | 'soft' | 'general'
    readonly name: string
  }[]
  readonly comparisons: readonly {
    readonly a: string
    readonly b: string
    readonly aspects: readonly string[]
  }[]
  readonly faqs: readonly { readonly question: string; readonly answer_starts: string }[]
  readonly definitions: readonly { readonly role: string; readonly quote: string }[]
  /** Where these words stand, the duty is true of all these roles. */
  readonly shared: readonly { readonly match: string; readonly roles: readonly string[] }[]
  /** Words that belong to no card: share links, captions, calls to action. */
  readonly noise: readonly string[]
  readonly steps?: readonly { readonly title: string; readonly items: readonly string[] }[]
}

/** All roles that a duty of the key is true of. */
export const holdersOf = (duty: KeyDuty): readonly string[] => [duty.role, ...duty.also_roles]
