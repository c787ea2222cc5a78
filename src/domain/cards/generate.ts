import { canonicalText } from '#domain/roles/canonical.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { applyFixes } from '#domain/roles/fixes.ts'
import { languageOf } from '#domain/roles/language-of.ts'
import { emptyModel } from '#domain/roles/model.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { parseProse } from '#domain/roles/parse-prose.ts'
import { parseStructure } from '#domain/roles/parse-structure.ts'
import { isRoleFile, parseRoleFile } from '#domain/roles/role-file.ts'
import { similarity, stemsOf } from '#domain/roles/words.ts'
import { suitsLanguage } from './any-language.ts'
import { faultOf } from './check.ts'
import { cardIdOf, toCard, type CardDraft, type RecipeParts } from './draft.ts'
import { isLeftOut, roleFixesOf, type Fix } from './fix.ts'
import { withHandWritten } from './hand-written.ts'
import { bestFirst } from './order.ts'
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
function withoutTwins(drafts: readonly CardDraft[], parts: RecipeParts): CardDraft[] {
  // Twins have the same answer, so only those with the same answer are compared.
  const kept = new Map<string, Set<string>[]>()
  return drafts.filter((draft) => {
    const stems = new Set(stemsOf(draft.prompt))
    const key = `${draft.type}/${String(draft.answer ?? '')}`
    const others = kept.get(key) ?? []
    if (others.some((other) => similarity(other, stems) >= 0.8)) {
      parts.reject(draft.recipe, draft.target[0] ?? '', 'asked-already')
      return false
    }
    kept.set(key, [...others, stems])
    return true
  })
}

/** At most three cards a fact, at most two of them with options, none of one recipe twice. */
function limited(cards: readonly GeneratedCard[], parts: RecipeParts): GeneratedCard[] {
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
    const isWanted = perFact(card, 'all', 3) && perFact(card, card.type, 1)
    if (!isWanted) parts.reject(card.recipe, card.target[0] ?? '', 'enough-cards')
    return isWanted
  })
}

/**
 * Reads a document and makes its cards: roles, facts with their passages, cards, and what was not made and
 * why. Pure and deterministic: the same document gives the same bytes on every machine. A document that is
 * not about roles gives none. What the learner has set right about it (`fixes`) is laid over what was read
 * before cards are made.
 * @throws AppError document_invalid_role_file {line, problem}
 */
export function generate(
  document: RawDocument,
  onProgress: (done: number) => void = () => {},
  fixes: readonly Fix[] = [],
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
  const isAboutRoles = parsed.facts.length + parsed.comparisons.length + parsed.written.length > 0
  const model = isAboutRoles ? applyFixes(parsed, roleFixesOf(fixes)) : emptyModel
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
    suitsLanguage(draft.recipe, language) ? faultOf(draft) : 'needs-english'
  const isGood = (draft: CardDraft) => {
    const fault = isLeftOut(fixes, draft.recipe, () => cardIdOf(draft, parts))
      ? 'kind-left-out'
      : draft.recipe === 'written.basic'
        ? null
        : faultIn(draft)
    if (fault !== null) parts.reject(draft.recipe, draft.target[0] ?? '', fault)
    return fault === null
  }
  const good = drafts.filter(isGood)
  const asked = new Set(good.flatMap((draft) => draft.target))
  const rest = model.facts.filter((fact) => !asked.has(fact.id))
  const all = [...good, ...truths(parts, truth, rest).filter(isGood)]
  const notices: Notice[] = language === 'en' ? [] : [{ code: 'not_english', params: { language } }]
  const cards = limited(
    withoutTwins(all, parts).map((draft) => toCard(draft, parts)),
    parts,
  )
  onProgress(1)
  const gen: RoleGen = {
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
    cards: bestFirst(cards, model.roles),
    rejects,
    ...(notices.length > 0 ? { notices } : {}),
  }
  return withHandWritten(gen, fixes)
}
