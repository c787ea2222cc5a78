import { contentOf, containment } from '#domain/roles/words.ts'
import { shuffledBy, type CardDraft, type Recipe, type RecipeParts } from '../draft.ts'
import type { Role, Skill } from '../rolegen.ts'
import { someFrom, withAnchor } from './options.ts'
import { the } from '../wording.ts'

const kindWords: Record<Skill['kind'], string> = {
  technical: 'technical skills',
  soft: 'non-technical skills',
  general: 'skills',
}

/** "Name the 4 non-technical skills of the R.": whole groups of three to five. */
const nameGroup = (role: Role, kind: Skill['kind'], own: readonly Skill[]): CardDraft[] =>
  own.length < 3 || own.length > 5
    ? []
    : [
        {
          recipe: 'skill.basic',
          type: 'basic',
          prompt: `Name the ${own.length} ${kindWords[kind]} listed for ${the(role)}.`,
          answer: own.map((skill) => skill.name).join('; '),
          items: own.map((skill) => skill.name),
          target: own.map((skill) => skill.id),
          role: role.id,
          prov: withAnchor(
            own.flatMap((skill) => skill.prov),
            role,
          ),
          bloom: 'remember',
          score: 0.64,
        },
      ]

/** "Cloud platforms" within a sentence; "MLOps frameworks" keeps its capitals. */
const inSentence = (group: string): string =>
  /^\p{Lu}\p{Ll}*(?![\p{L}])/u.test(group) ? group.charAt(0).toLowerCase() + group.slice(1) : group

/** "Cloud platforms (AWS, Azure, GCP)": the examples that the document names, all of them. */
const nameExamples = (role: Role, skill: Skill): CardDraft[] => {
  const [, group, list] = /^([^()]{3,50}?)\s*\(([^()]+)\)$/.exec(skill.name) ?? []
  const examples = list?.replace(/^(?:e\.g\.|such as|like)\s*/i, '').split(/\s*,\s*/) ?? []
  if (
    !group ||
    !/s$/.test(group) ||
    examples.length < 3 ||
    examples.length > 5 ||
    /\b(?:etc|and|or)\b/.test(list ?? '')
  )
    return []
  return [
    {
      recipe: 'skill.examples',
      type: 'basic',
      prompt: `Which ${examples.length} ${inSentence(group)} are named among the skills of ${the(role)}?`,
      answer: examples.join('; '),
      items: examples,
      target: [skill.id],
      role: role.id,
      prov: withAnchor(skill.prov, role),
      bloom: 'remember',
      score: 0.58,
    },
  ]
}

/** "Select all": two skills of the role among two that the document names for other roles only. */
const selectOwn = (
  { model, roleOf }: RecipeParts,
  role: Role,
  own: readonly Skill[],
): CardDraft[] => {
  const contents = own.map((skill) => contentOf(skill.name))
  const foreign = someFrom(
    shuffledBy(model.skills, 'skills', (skill) => skill.id),
    role.id,
    (skill) =>
      skill.role !== role.id &&
      contents.every((content) => containment(content, contentOf(skill.name)) < 0.5),
  ).filter((skill, index, all) => all.findIndex((other) => other.name === skill.name) === index)
  const keys = shuffledBy(own, role.id, (skill) => skill.id).slice(0, 2)
  const wrong = foreign.slice(0, 2)
  if (keys.length < 2 || wrong.length < 2) return []
  const options = [...keys, ...wrong].map((skill) => ({
    text: skill.name,
    correct: skill.role === role.id,
    from: skill.id,
  }))
  return [
    {
      recipe: 'skill.multi',
      type: 'multi',
      prompt: `Select all: which of these skills are listed for ${the(role)}?`,
      answer: keys.map((skill) => skill.name).join('; '),
      choices: shuffledBy(options, `skill/${role.id}`, (option) => option.from),
      explanation: wrong
        .map((skill) => `“${skill.name}” is listed for the ${roleOf(skill.role)?.name ?? ''}.`)
        .join(' '),
      target: keys.map((skill) => skill.id),
      role: role.id,
      prov: withAnchor(
        keys.flatMap((skill) => skill.prov),
        role,
      ),
      bloom: 'remember',
      score: 0.66,
    },
  ]
}

/** Cards about the skills that a document lists for a role. */
export const skills: Recipe = (parts) =>
  [...Map.groupBy(parts.model.skills, (each) => each.role)].flatMap(
    ([roleId, own]): CardDraft[] => {
      const role = parts.roleOf(roleId)
      if (!role) return []
      const groups = [...Map.groupBy(own, (skill) => skill.kind)]
      return [
        ...selectOwn(parts, role, own),
        ...groups.flatMap(([kind, group]) => nameGroup(role, kind, group)),
        ...own.flatMap((skill) => nameExamples(role, skill)).slice(0, 2),
      ]
    },
  )
