import { isAboutRoles } from './about-roles.ts'
import { languageOf } from './language-of.ts'
import { emptyModel, type RoleModel } from './model.ts'
import { parseProse } from './parse-prose.ts'
import { parseStructure } from './parse-structure.ts'
import { parseRoleFile } from './role-file.ts'
import { isRoleFile } from './role-file/front-matter.ts'

interface ReadModel {
  readonly model: RoleModel
  /** ISO 639-1, or `und`. */
  readonly language: string
}

/** Roles that are merely named, with nothing said of them, are no content about roles. */
const isTold = ({ facts, comparisons, written }: RoleModel): boolean =>
  facts.length + comparisons.length + written.length > 0

/** An ordinary document is searched for roles; one that is not about them gives nothing. */
function searched(text: string, sourceId: string): ReadModel {
  const language = languageOf(text)
  const inEnglish = parseProse(text, sourceId)
  const isEnough = language === 'en' || inEnglish.facts.length > 0
  const model = isEnough ? inEnglish : parseStructure(text, sourceId, language)
  const isMeant = isAboutRoles(text, model, language)
  return { model: isTold(model) && isMeant ? model : emptyModel, language }
}

/**
 * What a document says about roles, before the learner sets anything right: a role file is taken word for word,
 * anything else is searched.
 * @param text canonical text
 * @throws AppError document_invalid_role_file {line, problem, more}
 */
export function readModel(text: string, sourceId: string): ReadModel {
  if (!isRoleFile(text)) return searched(text, sourceId)
  const model = parseRoleFile(text, sourceId)
  const language = model.about?.language?.split('-')[0] ?? languageOf(text)
  return { model: isTold(model) ? model : emptyModel, language }
}
