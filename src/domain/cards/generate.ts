import { canonicalText } from '#domain/roles/canonical.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { languageOf } from '#domain/roles/language-of.ts'
import { emptyModel, type RoleModel } from '#domain/roles/model.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { parseProse } from '#domain/roles/parse-prose.ts'
import { parseStructure } from '#domain/roles/parse-structure.ts'
import { isRoleFile, parseRoleFile } from '#domain/roles/role-file.ts'
import { similarity, stemsOf } from '#domain/roles/words.ts'
import { suitsLanguage } from './any-language.ts'
import { faultOf } from './check.ts'
import { toCard, type CardDraft, type RecipeParts } from './draft.ts'
import { respRole, roleResp } from './recipes/choices.ts'
import { compare } from './recipes/compare.ts'
import { definition, faq, list, raci, skill } from './recipes/knowledge.ts'
import { labelHow } from './recipes/label-how.ts'
import { roleDoes } from './recipes/role-does.ts'
import { truths } from './recipes/truths.ts'
import { written } from './recipes/written.ts'
import type { GeneratedCard, Reject, RoleGen } from './rolegen.ts'
import { createTruthIndex } from './truth.ts'

const version = '1.0.0'

/** Two cards of one type that ask nearly the same are one; the first of them stays. */
function withoutTwins(drafts: readonly CardDraft[]): CardDraft[] {
  // Twins have the same answer, so only those with the same answer are compared.
  const kept = new Map<string, Set<string>[]>()
  return drafts.filter((draft) => {
    const stems = new Set(stemsOf(draft.prompt))
    const key = `${draft.type}/${String(draft.answer ?? '')}`
    const others = kept.get(key) ?? []
    if (others.some((other) => similarity(other, stems) >= 0.8)) return false
    kept.set(key, [...others, stems])
    return true
  })
}

/** At most three cards a fact, at most two of them with options, none of one recipe twice. */
function limited(cards: readonly GeneratedCard[]): GeneratedCard[] {
  const count = new Map<string, number>()
  const perFact = (card: GeneratedCard, type: string, most: number) => {
    const key = `${card.target[0] ?? ''}/${type}`
    const used = count.get(key) ?? 0
    count.set(key, used + 1)
    return used < most
  }
  const seen = new Set<string>()
  return cards.filter((card) => {
    if (seen.has(card.id)) return false
    seen.add(card.id)
    return perFact(card, 'all', 3) && perFact(card, card.type, 1)
  })
}

/** Cards in the order of the document: by role, then by where their fact stands, the best of a fact first. */
function inOrder(cards: readonly GeneratedCard[], model: RoleModel): GeneratedCard[] {
  const place = new Map(model.roles.map((role, index) => [role.id, index]))
  const placeOf = (card: GeneratedCard) => place.get(card.role ?? '') ?? model.roles.length
  return cards.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      (a.prov[0]?.start ?? 0) - (b.prov[0]?.start ?? 0) ||
      b.score - a.score ||
      (a.id < b.id ? -1 : 1),
  )
}

/** The best card of each fact first, over all roles' facts; a fact's other cards follow after. */
function bestFirst(cards: readonly GeneratedCard[]): GeneratedCard[] {
  const seen = new Set<string>()
  const first: GeneratedCard[] = []
  const later: GeneratedCard[] = []
  for (const card of cards) {
    const fact = card.target[0] ?? card.id
    ;(seen.has(fact) ? later : first).push(card)
    seen.add(fact)
  }
  return [...first, ...later]
}

/**
 * Reads a document and makes its cards: roles, facts with their passages, cards, and what was not made and
 * why. Pure and deterministic: the same document gives the same bytes on every machine. A document that is
 * not about roles gives none.
 * @throws AppError document_invalid_role_file {line, problem}
 */
export function generate(
  document: RawDocument,
  onProgress: (done: number) => void = () => {},
): RoleGen {
  const text = canonicalText(document)
  const language = languageOf(text)
  onProgress(0.1)
  const isAuthoritative = isRoleFile(text)
  const inEnglish = isAuthoritative
    ? parseRoleFile(text, document.sourceId)
    : parseProse(text, document.sourceId)
  const parsed =
    language === 'en' || inEnglish.facts.length > 0
      ? inEnglish
      : parseStructure(text, document.sourceId, language)
  // Roles that are merely named, with nothing said of them, are no content about roles.
  const model =
    parsed.facts.length + parsed.comparisons.length + parsed.written.length > 0
      ? parsed
      : emptyModel
  onProgress(0.5)
  const rejects: Reject[] = []
  const roles = new Map(model.roles.map((role) => [role.id, role]))
  const parts: RecipeParts = {
    sourceId: document.sourceId,
    model,
    roleOf: (id) => roles.get(id),
    reject: (recipe, target, reason) => rejects.push({ recipe, target, reason }),
  }
  const truth = createTruthIndex(model)
  const drafts = [
    ...written(parts),
    ...raci(parts),
    ...definition(parts),
    ...labelHow(parts),
    ...faq(parts),
    ...compare(parts),
    ...roleResp(parts, truth),
    ...respRole(parts, truth),
    ...roleDoes(parts),
    ...list(parts),
    ...skill(parts),
  ]
  onProgress(0.8)
  const faultIn = (draft: CardDraft) =>
    suitsLanguage(draft.recipe, language) ? faultOf(draft) : 'it needs the grammar of English'
  const isGood = (draft: CardDraft) => {
    const fault = draft.recipe === 'written.basic' ? null : faultIn(draft)
    if (fault !== null) parts.reject(draft.recipe, draft.target[0] ?? '', fault)
    return fault === null
  }
  const good = drafts.filter(isGood)
  const asked = new Set(good.flatMap((draft) => draft.target))
  const rest = model.facts.filter((fact) => !asked.has(fact.id))
  const all = [...good, ...truths(parts, truth, rest).filter(isGood)]
  const cards = limited(withoutTwins(all).map((draft) => toCard(draft, document.sourceId)))
  const notices: Notice[] = language === 'en' ? [] : [{ code: 'not_english', params: { language } }]
  onProgress(1)
  return {
    schema: 'rolegen/1',
    generator: { name: 'remit', version },
    sources: [
      {
        id: document.sourceId,
        path: document.path,
        format: document.format,
        sha256: document.sha256,
        offsetUnit: 'utf16',
        text,
      },
    ],
    roles: model.roles,
    responsibilities: model.facts.map(({ id, role, text: duty, title, prov }) => ({
      id,
      role,
      text: duty,
      ...(title === undefined ? {} : { title }),
      prov,
    })),
    skills: model.skills,
    comparisons: model.comparisons,
    faqs: model.faqs,
    definitions: model.definitions,
    cards: bestFirst(inOrder(cards, model)),
    rejects,
    ...(notices.length > 0 ? { notices } : {}),
  }
}
