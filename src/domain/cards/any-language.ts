/**
 * Recipes whose cards hold the document's own words and no grammar of ours beyond a fixed frame: a label and what
 * stands beside it, a row of a matrix, a whole list, a question of the text itself. All others join, inflect or
 * compare words by the rules of English.
 */
const safeRecipes: ReadonlySet<string> = new Set([
  'written.basic',
  'label-how.basic',
  'resp-role.raci',
  'resp-role.raci-r',
  'raci-consulted.mcq',
  'list.basic',
  'match.role-resp',
  'order.steps',
  'faq.basic',
  'skill.multi',
  'skill.basic',
])

/** May this recipe make cards of a text in `language` (ISO 639-1)? */
export const suitsLanguage = (recipe: string, language: string): boolean =>
  language === 'en' || safeRecipes.has(recipe)
