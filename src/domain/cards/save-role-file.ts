import { factId } from '#domain/roles/fact-id.ts'
import { applyFixes } from '#domain/roles/fixes.ts'
import type { RoleModel, WrittenCard } from '#domain/roles/model.ts'
import { readModel } from '#domain/roles/read-model.ts'
import { isFileId } from '#domain/roles/role-file/front-matter.ts'
import { writeRoleFile } from '#domain/roles/write-role-file.ts'
import type { Worded } from './decision.ts'
import { writtenCardId } from './draft.ts'
import { roleFixesOf, writeFixesOf, type Fix, type WriteFix } from './fix.ts'
import { answerText } from './matching/subject.ts'
import type { CardType } from './rolegen.ts'

/** A card that the learner put in own words or pinned, as it reads now. */
export interface OwnCard extends Worded {
  readonly cardId: string
  readonly type: CardType
  readonly recipe: string
  readonly target: readonly string[]
  readonly role: string | null
}

/** A document with what the learner has made of it. */
export interface KeptDocument {
  readonly sourceId: string
  readonly title: string
  /** Canonical text. */
  readonly text: string
  readonly fixes: readonly Fix[]
  readonly own: readonly OwnCard[]
}

const wrongOf = (choices: Worded['choices']): Pick<WrittenCard, 'wrong'> => {
  const wrong = (choices ?? []).filter((choice) => !choice.correct).map((choice) => choice.text)
  return wrong.length === 0 ? {} : { wrong }
}
const explained = (explanation: string | null): Pick<WrittenCard, 'explanation'> =>
  explanation === null || explanation === '' ? {} : { explanation }

/** The words of a card that the document gave, under the name by which they come back to it. */
function inOwnWords(card: OwnCard): WrittenCard[] {
  const [target] = card.target
  const answer = card.answer ?? card.items?.join('; ') ?? ''
  if (target === undefined || answer === '') return []
  const of = { recipe: card.recipe, target }
  return [
    { role: card.role, question: card.prompt, answer, ...wrongOf(card.choices), of, prov: [] },
  ]
}

/** A card that the learner wrote for a duty, as it reads now. */
function handWritten(fix: WriteFix, model: RoleModel, now: OwnCard | undefined): WrittenCard {
  const { prompt, answer, choices, explanation } = now ?? fix.card
  return {
    id: fix.id,
    role: model.facts.find((fact) => fact.id === fix.fact)?.role ?? null,
    question: prompt,
    answer: answerText({ answer }) ?? '',
    ...wrongOf(choices),
    ...explained(explanation),
    prov: [],
  }
}

/** "Who does what" as the beginning of a file's name. */
const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'document'

/**
 * Any document as a role file that takes its place when it is imported: the same roles, duties and cards by id, the
 * learner's fixes of roles made, cards of their own and in their own words among them. Its `id` is the source's.
 */
export function saveAsRoleFile({ sourceId, title, text, fixes, own }: KeptDocument): {
  readonly fileName: string
  readonly text: string
} {
  const { model: read, language } = readModel(text, sourceId)
  const model = applyFixes(read, roleFixesOf(fixes))
  const fixesToWrite = writeFixesOf(fixes)
  const idOf = (fix: WriteFix) => writtenCardId(sourceId, fix.id)
  const byId = new Map(own.map((card) => [card.cardId, card]))
  const byHand = new Set(fixesToWrite.map(idOf))
  const worded = own.filter((card) => !byHand.has(card.cardId)).flatMap(inOwnWords)
  const replaced = new Set(worded.map((card) => card.of?.target))
  /** What the file said before of a card that has other words now. */
  const isReplaced = (card: WrittenCard) =>
    replaced.has(card.of?.target ?? factId('w', card.firstRole ?? card.role ?? '', card.question))
  const known = new Set(model.written.map((card) => card.id))
  const written = [
    ...model.written.filter((card) => !isReplaced(card)),
    ...fixesToWrite
      .filter((fix) => !known.has(fix.id))
      .map((fix) => handWritten(fix, model, byId.get(idOf(fix)))),
    ...worded,
  ]
  const about = {
    id: model.about?.id ?? (isFileId(sourceId) ? sourceId : null),
    title,
    language: model.about?.language ?? (language === 'und' ? null : language),
    tags: model.about?.tags ?? [],
  }
  return {
    fileName: `${slug(title)}.role.md`,
    text: writeRoleFile({ ...model, written }, about),
  }
}
