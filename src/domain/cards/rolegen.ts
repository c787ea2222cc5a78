// Cards: recipes that turn a role model into questions, and the checks that drop bad ones.
// This file is the shape of what the generator gives: `rolegen/1` (docs/rolegen.schema.json).
// Imports domain only.

import type { Notice } from '#domain/roles/notices.ts'
import type { MissReason } from './miss.ts'

/** A stretch of a source's canonical text in UTF-16 code units, end exclusive; `quote` equals it. */
export interface Range {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly supports?: 'fact' | 'role' | 'prompt' | 'answer'
}

export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf'

export interface Source {
  readonly id: string
  readonly path: string
  readonly format: SourceFormat
  /** SHA-256 of the raw bytes, hex. */
  readonly sha256: string
  readonly offsetUnit: 'utf16'
  /** Canonical text: what ranges count in. */
  readonly text: string
}

export interface Role {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly anchors: readonly Range[]
}

export interface Responsibility {
  readonly id: string
  readonly role: string
  /** A verb phrase in base form: "build pipelines that ...". */
  readonly text: string
  readonly title?: string
  readonly prov: readonly Range[]
}

export interface Skill {
  readonly id: string
  readonly role: string
  readonly name: string
  readonly kind: 'technical' | 'soft' | 'general'
  readonly prov: readonly Range[]
}

export interface ComparisonAspect {
  readonly name: string
  readonly a: readonly Range[]
  readonly b: readonly Range[]
}

export interface Comparison {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly aspects: readonly ComparisonAspect[]
  readonly prov: readonly Range[]
}

export interface Faq {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly prov: readonly Range[]
}

export interface Definition {
  readonly id: string
  readonly role: string
  readonly text: string
  readonly prov: readonly Range[]
}

export type CardType = 'basic' | 'cloze' | 'mcq' | 'multi' | 'tf' | 'match' | 'order'

export interface Choice {
  readonly text: string
  readonly correct: boolean
  /** Id of the role, responsibility or skill that this option came from. */
  readonly from: string
}

export interface GeneratedCard {
  /** `c-` + 16 hex digits; independent of wording, offsets and distractors. */
  readonly id: string
  /** Hash of the rendered card: changes when its words do. */
  readonly rev: string
  readonly recipe: string
  readonly type: CardType
  readonly prompt: string
  readonly answer?: string | boolean
  readonly choices?: readonly Choice[]
  /** The whole list, for list cards. */
  readonly items?: readonly string[]
  /** Matching cards: what belongs together, left and right. */
  readonly pairs?: readonly (readonly [left: string, right: string])[]
  readonly statedRole?: string
  readonly explanation?: string
  /** Ids of the facts that this card asks for. */
  readonly target: readonly string[]
  readonly role: string | null
  readonly prov: readonly Range[]
  readonly tags: readonly string[]
  readonly bloom?: 'remember' | 'understand' | 'apply' | 'analyze'
  /** 0..1, higher is better. */
  readonly score: number
  readonly flaws?: readonly string[]
}

/** Why something was not made into a card. */
export interface Reject {
  readonly recipe: string
  readonly target: string
  readonly reason: MissReason
}

export interface RoleGen {
  readonly schema: 'rolegen/1'
  readonly generator: { readonly name: string; readonly version: string }
  readonly sources: readonly Source[]
  readonly roles: readonly Role[]
  readonly responsibilities: readonly Responsibility[]
  readonly skills: readonly Skill[]
  readonly comparisons: readonly Comparison[]
  readonly faqs: readonly Faq[]
  readonly definitions: readonly Definition[]
  readonly cards: readonly GeneratedCard[]
  readonly rejects: readonly Reject[]
  /** What a reader should know of how the document was read; absent when there is nothing. */
  readonly notices?: readonly Notice[]
}
