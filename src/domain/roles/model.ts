import type {
  Comparison,
  Definition,
  Faq,
  Range,
  Responsibility,
  Role,
  Skill,
} from '#domain/cards/rolegen.ts'

/** A responsibility while cards are made of it. */
export interface Fact extends Responsibility {
  /** `phrase`: a verb phrase in base form; `clause`: words as they stand, for recipes that need no grammar. */
  readonly form: 'phrase' | 'clause'
  /** From a list or table: people wrote it as a duty. */
  readonly isListed: boolean
}

/** Steps in order, from a role file. */
export interface Steps {
  readonly id: string
  /** The role below which they stand. */
  readonly role?: string
  readonly title: string
  readonly items: readonly string[]
  readonly prov: readonly Range[]
}

/** A card that a person wrote into a role file. */
export interface WrittenCard {
  readonly role: string | null
  readonly question: string
  readonly answer: string
  /** Wrong options: then it is a choice. */
  readonly wrong?: readonly string[]
  readonly explanation?: string
  /** Given when it was written in the app; the card is known by it. */
  readonly id?: string
  /** The generated card whose words these are, in the learner's own wording. */
  readonly of?: { readonly recipe: string; readonly target: string }
  readonly prov: readonly Range[]
  /** The role that it was written for, when a fix has given it to another. */
  readonly firstRole?: string
}

/** "Not responsible for": a task and whose it is. */
export interface Boundary {
  readonly role: string
  readonly task: string
  readonly owner: string | null
  readonly prov: readonly Range[]
}

/** "Works with": another role, and what passes between the two. */
export interface Neighbour {
  readonly role: string
  readonly other: string
  readonly what: string | null
  readonly prov: readonly Range[]
}

/** What a role file says of itself. */
export interface RoleFileAbout {
  /** Tells the document from others, for ever. */
  readonly id: string | null
  readonly title: string | null
  readonly language: string | null
  /** Words that every card carries. */
  readonly tags: readonly string[]
}

/** A row of a responsibility matrix with exactly one accountable role. */
export interface Assignment {
  readonly id: string
  /** The accountable role's fact of this task. */
  readonly fact: string
  readonly task: string
  readonly accountable: string
  /** Every role with a letter in the row. */
  readonly involved: readonly string[]
  /** The letters of each of them, with the cell they stand in. */
  readonly letters: readonly {
    readonly role: string
    readonly fact: string
    readonly letters: readonly string[]
    readonly prov: readonly Range[]
  }[]
  readonly prov: readonly Range[]
}

/** A whole list of a role's titled responsibilities, as the document has it. */
export interface TitledList {
  readonly role: string
  readonly titles: readonly string[]
  readonly facts: readonly string[]
  readonly prov: readonly Range[]
}

/** All that a document says about roles. Roles are named by their ids. */
export interface RoleModel {
  readonly roles: readonly Role[]
  readonly facts: readonly Fact[]
  readonly skills: readonly Skill[]
  readonly comparisons: readonly Comparison[]
  readonly faqs: readonly Faq[]
  readonly definitions: readonly Definition[]
  readonly lists: readonly TitledList[]
  readonly assignments: readonly Assignment[]
  readonly steps: readonly Steps[]
  readonly boundaries: readonly Boundary[]
  /** Only role files tell of neighbours, and something of themselves. */
  readonly neighbours?: readonly Neighbour[]
  readonly about?: RoleFileAbout
  readonly written: readonly WrittenCard[]
  /** Every sentence or bullet by the role it is about, for checks of truth. */
  readonly passages: ReadonlyMap<string, readonly string[]>
  /** What a fix has given to another role (by `originKey`), with the role that it was read for: cards are known by that. */
  readonly origins?: ReadonlyMap<string, string>
}

/** Names something of a role in `origins`. */
export const originKey = (id: string, role: string): string => `${id}\u0000${role}`

/** The role that something was read for, which is the one it has now unless a fix has moved it. */
export const firstRoleOf = (model: RoleModel, id: string, role: string): string =>
  model.origins?.get(originKey(id, role)) ?? role

export const emptyModel: RoleModel = {
  roles: [],
  facts: [],
  skills: [],
  comparisons: [],
  faqs: [],
  definitions: [],
  lists: [],
  assignments: [],
  steps: [],
  boundaries: [],
  written: [],
  passages: new Map(),
}
