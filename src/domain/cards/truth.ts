import type { Fact, RoleModel } from '#domain/roles/model.ts'
import { containment, contentOf, similarity } from '#domain/roles/words.ts'
import { hasAffinity } from './affinity.ts'

/** Knows for which roles a duty might be true, by everything that the document says. */
export interface TruthIndex {
  /** Could `role` have this duty as well, by the text or by the field of work? */
  mayHave(role: string, fact: Fact): boolean
  /** The same by the text alone. */
  saysOf(role: string, fact: Fact): boolean
  contentOfFact(fact: Fact): ReadonlySet<string>
}

/** Words that most facts of a document share say nothing about any one role. */
function topicWords(model: RoleModel, contents: readonly ReadonlySet<string>[]): Set<string> {
  const roleCount = new Map<string, Set<string>>()
  for (const [index, content] of contents.entries()) {
    const role = model.facts[index]?.role ?? ''
    for (const word of content) roleCount.set(word, (roleCount.get(word) ?? new Set()).add(role))
  }
  const many = Math.max(3, model.roles.length / 3)
  return new Set([...roleCount].filter(([, roles]) => roles.size >= many).map(([word]) => word))
}

/** Prepares the sets once: facts of each role, and each passage about it. */
export function createTruthIndex(model: RoleModel): TruthIndex {
  const raw = model.facts.map((fact) => contentOf(`${fact.title ?? ''} ${fact.text}`))
  const topics = topicWords(model, raw)
  const contents = new Map(
    model.facts.map((fact, index) => [
      fact.id,
      (raw[index] ?? new Set<string>()).difference(topics),
    ]),
  )
  const contentOfFact = (fact: Fact) =>
    contents.get(fact.id) ?? contentOf(`${fact.title ?? ''} ${fact.text}`).difference(topics)
  const factsOf = Map.groupBy(model.facts, (fact) => fact.role)
  const passages = new Map(
    [...model.passages].map(([role, list]) => [
      role,
      [...new Set(list)].map((passage) => contentOf(passage)).filter((content) => content.size > 0),
    ]),
  )
  const names = new Map(model.roles.map((role) => [role.id, role.name]))

  const saysOf = (role: string, fact: Fact): boolean => {
    const content = contentOfFact(fact)
    const isLike = (factsOf.get(role) ?? []).some((other) => {
      const theirs = contentOfFact(other)
      return (
        similarity(content, theirs) >= 0.3 ||
        (content.size >= 2 && containment(content, theirs) >= 0.5)
      )
    })
    if (isLike) return true
    const name = contentOf(names.get(role) ?? '')
    return (passages.get(role) ?? []).some(
      (passage) =>
        content.size > 0 &&
        content.intersection(passage).difference(name).size / content.size >= 0.5,
    )
  }
  return {
    contentOfFact,
    saysOf,
    mayHave: (role, fact) =>
      saysOf(role, fact) || hasAffinity(`${fact.title ?? ''} ${fact.text}`, names.get(role) ?? ''),
  }
}
