import { canonicalText } from '#domain/roles/canonical.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { applyFixes } from '#domain/roles/fixes.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { readModel } from '#domain/roles/read-model.ts'
import { contentOf, isSimilar, stemSetOf } from '#domain/roles/words.ts'
import { suitsLanguage } from './any-language.ts'
import { askableModel } from './askable.ts'
import { faultOf, type CheckScope } from './check.ts'
import { cardIdOf, toCard, withChoicesShuffled, type CardDraft, type RecipeParts } from './draft.ts'
import { withEvenKeys } from './key-position.ts'
import { isLeftOut, roleFixesOf, type Fix } from './fix.ts'
import { withHandWritten } from './hand-written.ts'
import { namesOneOf } from './names-in.ts'
import { bestFirst } from './order.ts'
import { withOwnWords } from './own-words.ts'
import { boundaries } from './recipes/boundaries.ts'
import { cloze } from './recipes/cloze.ts'
import { compare } from './recipes/compare.ts'
import { definition } from './recipes/definition.ts'
import { faq } from './recipes/faq.ts'
import { labelHow } from './recipes/label-how.ts'
import { lists } from './recipes/lists.ts'
import { match } from './recipes/match.ts'
import { raci } from './recipes/raci.ts'
import { respRole } from './recipes/resp-role.ts'
import { roleDoes } from './recipes/role-does.ts'
import { roleResp } from './recipes/role-resp.ts'
import { skills } from './recipes/skills.ts'
import { steps } from './recipes/steps.ts'
import { truths } from './recipes/truths.ts'
import { written } from './recipes/written.ts'
import type { MissReason } from './miss.ts'
import type { GeneratedCard, Reject, RoleGen } from './rolegen.ts'
import { select } from './select.ts'
import { isTelling } from './telling.ts'
import { createTruthIndex } from './truth.ts'

const version = '1.0.0'

/** Two cards of one type that ask nearly the same are one; the first of them stays. */
function withoutTwins(drafts: readonly CardDraft[], parts: RecipeParts): CardDraft[] {
  // Twins have the same answer, so only those with the same answer are compared.
  const kept = new Map<string, ReadonlySet<string>[]>()
  return drafts.filter((draft) => {
    const stems = stemSetOf(draft.prompt)
    const key = `${draft.type}/${String(draft.answer ?? '')}`
    const others = kept.get(key) ?? []
    if (others.some((other) => isSimilar(other, stems, 0.8))) {
      parts.reject(draft.recipe, draft.target[0] ?? '', 'asked-already')
      return false
    }
    others.push(stems)
    kept.set(key, others)
    return true
  })
}

/** Every recipe's drafts, in the order in which they are looked at. */
function draftsOf(all: RecipeParts): CardDraft[] {
  const truth = createTruthIndex(all.model)
  const parts = { ...all, model: askableModel(all.model) }
  return [
    ...written(parts),
    ...raci(parts),
    ...definition(parts),
    ...labelHow(all),
    ...faq(parts),
    ...compare(parts),
    ...boundaries(parts),
    ...respRole(parts, truth),
    ...roleResp(parts, truth),
    ...roleDoes(parts),
    ...cloze(parts),
    ...match(parts, truth),
    ...lists(parts),
    ...steps(parts),
    ...skills(parts),
    // A statement to judge is safe for every duty: the last resort for those that are too vague for other kinds.
    ...truths(all, truth),
  ]
}

/** What of the drafts passes the checks, and of that the best. */
function cardsOf(
  drafts: readonly CardDraft[],
  parts: RecipeParts,
  { language, fixes }: { readonly language: string; readonly fixes: readonly Fix[] },
): GeneratedCard[] {
  const scope: CheckScope = {
    roleStems: contentOf(parts.model.roles.map((role) => role.name).join(' ')),
  }
  const leave = (draft: CardDraft, reason: MissReason) =>
    parts.reject(draft.recipe, draft.target[0] ?? '', reason)
  const whyNot = (draft: CardDraft): MissReason | null => {
    if (isLeftOut(fixes, draft.recipe, () => cardIdOf(draft, parts))) return 'kind-left-out'
    if (draft.recipe.startsWith('written.')) return null
    return suitsLanguage(draft.recipe, language) ? faultOf(draft, scope) : 'needs-english'
  }
  const good = drafts.filter((draft) => {
    const fault = whyNot(draft)
    if (fault !== null) leave(draft, fault)
    return fault === null
  })
  const chosen = withEvenKeys(select(withoutTwins(good, parts), leave).map(withChoicesShuffled))
  const cards = chosen.map((draft) => toCard(draft, parts))
  return [...new Map(cards.toReversed().map((card) => [card.id, card])).values()].toReversed()
}

/** The tags that a role file gives to all its cards. */
const withTags = (gen: RoleGen, tags: readonly string[]): RoleGen =>
  tags.length === 0 ? gen : { ...gen, cards: gen.cards.map((card) => ({ ...card, tags })) }

/**
 * Reads a document and makes its cards: roles, facts with their passages, cards, and what was not made and
 * why. Pure and deterministic: the same document gives the same bytes on every machine. A document that is
 * not about roles gives none. What the learner has set right about it (`fixes`) is laid over what was read
 * before cards are made.
 * @throws AppError document_invalid_role_file {line, problem, more}
 */
export function generate(
  document: RawDocument,
  onProgress: (done: number) => void = () => {},
  fixes: readonly Fix[] = [],
): RoleGen {
  const { text, notices: repairs } = canonicalText(document)
  onProgress(0.1)
  const { model: read, language } = readModel(text, document.sourceId)
  const model = applyFixes(read, roleFixesOf(fixes))
  onProgress(0.5)
  const rejects: Reject[] = []
  const roles = new Map(model.roles.map((role) => [role.id, role]))
  const roleStems = contentOf(model.roles.map((role) => role.name).join(' '))
  const parts: RecipeParts = {
    sourceId: document.sourceId,
    model,
    roleOf: (id) => roles.get(id),
    isTelling: (fact) => isTelling(fact, roleStems),
    namesAnyRole: namesOneOf(model.roles.flatMap((role) => [role.name, ...role.aliases])),
    reject: (recipe, target, reason) => rejects.push({ recipe, target, reason }),
  }
  const drafts = draftsOf(parts)
  onProgress(0.8)
  const foreign: Notice[] = language === 'en' ? [] : [{ code: 'not_english', params: { language } }]
  const notices = [...repairs, ...foreign]
  const generated = cardsOf(drafts, parts, { language, fixes })
  const cards = withOwnWords(generated, parts)
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
  return withTags(withHandWritten(gen, fixes), model.about?.tags ?? [])
}
