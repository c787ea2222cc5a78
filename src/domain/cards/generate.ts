import { canonicalText } from '#domain/roles/canonical.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { applyFixes } from '#domain/roles/fixes.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { readModel } from '#domain/roles/read-model.ts'
import { contentOf, isSimilar, stemSetOf } from '#domain/roles/words.ts'
import { suitsLanguage } from './any-language.ts'
import { askableModel } from './askable.ts'
import { faultOf, type CheckScope } from './check.ts'
import {
  cardIdOf,
  toCard,
  withChoicesShuffled,
  type CardDraft,
  type RecipeParts,
  type Rooms,
} from './draft.ts'
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
import { createRooms } from './rooms.ts'
import { select } from './select.ts'
import { isTelling } from './telling.ts'
import { createTruthIndex } from './truth.ts'

const version = '1.0.0'

/** Two cards of one type that ask nearly the same are one; the first of them stays. */
function createTwins(): (draft: CardDraft) => boolean {
  // Twins have the same answer, so only those with the same answer are compared.
  const kept = new Map<string, ReadonlySet<string>[]>()
  return (draft) => {
    const stems = stemSetOf(draft.prompt)
    const key = `${draft.type}/${String(draft.answer ?? '')}`
    const others = kept.get(key)
    if (others?.some((other) => isSimilar(other, stems, 0.8))) return true
    if (others) others.push(stems)
    else kept.set(key, [stems])
    return false
  }
}

/** Tells what is wrong with a draft, for the list of what was not made; null when nothing is. */
type Judge = (draft: CardDraft) => MissReason | null

/**
 * Every recipe's drafts that pass, in the order in which they are looked at. Recipes are asked by the worth of their
 * cards: a duty that has enough of them is not asked for again.
 */
function draftsOf(all: RecipeParts, room: Rooms, judge: Judge): CardDraft[] {
  const truth = createTruthIndex(all.model)
  const parts = { ...all, model: askableModel(all.model) }
  const pass = (drafts: Iterable<CardDraft>): CardDraft[] => {
    const good: CardDraft[] = []
    for (const draft of drafts) {
      const fault = judge(draft)
      if (fault === null) {
        room.add(draft)
        good.push(draft)
      } else parts.reject(draft.recipe, draft.target[0] ?? '', fault)
    }
    return good
  }
  const first = [
    pass(written(parts)),
    pass(raci(parts)),
    pass(definition(parts)),
    pass(labelHow(all)),
    pass(faq(parts)),
    pass(compare(parts)),
    pass(boundaries(parts)),
    pass(respRole(parts, truth)),
  ]
  const ofObject = [pass(roleDoes(parts)), pass(cloze(parts))]
  const others = [
    pass(match(parts, truth)),
    pass(lists(parts)),
    pass(steps(parts)),
    pass(skills(parts)),
  ]
  const ofRole = pass(roleResp(parts, truth))
  // A statement to judge is safe for every duty: the last resort for those that are too vague for other kinds.
  const last = pass(truths(all, truth))
  return [...first.flat(), ...ofRole, ...ofObject.flat(), ...others.flat(), ...last]
}

/** What of the drafts passes the checks, and of that the best. */
function cardsOf(
  parts: RecipeParts,
  room: Rooms,
  { language, fixes }: { readonly language: string; readonly fixes: readonly Fix[] },
): GeneratedCard[] {
  const scope: CheckScope = {
    roleStems: contentOf(parts.model.roles.map((role) => role.name).join(' ')),
  }
  const faultIn: Judge = (draft) => {
    if (isLeftOut(fixes, draft.recipe, () => cardIdOf(draft, parts))) return 'kind-left-out'
    if (draft.recipe.startsWith('written.')) return null
    return suitsLanguage(draft.recipe, language) ? faultOf(draft, scope) : 'needs-english'
  }
  const isTwin = createTwins()
  const drafts = draftsOf(
    parts,
    room,
    (draft) => faultIn(draft) ?? (isTwin(draft) ? 'asked-already' : null),
  )
  const chosen = withEvenKeys(select(drafts).map(withChoicesShuffled))
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
  const room = createRooms()
  const parts: RecipeParts = {
    sourceId: document.sourceId,
    model,
    roleOf: (id) => roles.get(id),
    isTelling: (fact) => isTelling(fact, roleStems),
    room,
    namesAnyRole: namesOneOf(model.roles.flatMap((role) => [role.name, ...role.aliases])),
    reject: (recipe, target, reason) => rejects.push({ recipe, target, reason }),
  }
  const foreign: Notice[] = language === 'en' ? [] : [{ code: 'not_english', params: { language } }]
  const notices = [...repairs, ...foreign]
  const generated = cardsOf(parts, room, { language, fixes })
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
