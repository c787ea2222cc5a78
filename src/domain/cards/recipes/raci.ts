import type { Assignment, RoleModel } from '#domain/roles/model.ts'
import { stemsOf } from '#domain/roles/words.ts'
import { namesItself, namesOf } from '../affinity.ts'
import { shuffledBy, type CardDraft, type RecipeParts } from '../draft.ts'
import type { Role } from '../rolegen.ts'
import { the } from '../wording.ts'

/** A letter that a card can ask for: where exactly one role of the row has it. */
const asked = [
  {
    letter: 'A',
    recipe: 'resp-role.raci',
    ask: (task: string) => `Which role is accountable for “${task}”?`,
    score: 0.9,
  },
  {
    letter: 'R',
    recipe: 'resp-role.raci-r',
    ask: (task: string) => `Which role carries out “${task}”?`,
    score: 0.84,
  },
  {
    letter: 'C',
    recipe: 'raci-consulted.mcq',
    ask: (task: string) => `Which role has to be consulted on “${task}”?`,
    score: 0.76,
  },
] as const

type Asked = (typeof asked)[number]

/** The roles that a matrix names, where there are enough of them: others would be too easy to rule out. */
function inMatrix(model: RoleModel): readonly Role[] {
  const named = new Set(model.assignments.flatMap(({ involved }) => involved))
  const own = model.roles.filter((role) => named.has(role.id))
  return own.length >= 4 ? own : model.roles
}

/** Wrong options have no letter in the row; where fewer than two are left, the answer is to be recalled. */
function draftOf(
  pool: readonly Role[],
  each: Assignment,
  role: Role,
  { letter, recipe, ask, score }: Asked,
): CardDraft {
  const own = each.letters.find((part) => part.role === role.id)
  const others = shuffledBy(
    pool.filter((other) => !each.involved.includes(other.id)),
    `${each.id}/${letter}`,
    (other) => other.id,
  ).slice(0, 2)
  const options = [role, ...others].map((option) => ({
    text: option.name,
    correct: option.id === role.id,
    from: option.id,
  }))
  const isChoice = others.length === 2
  return {
    recipe,
    type: isChoice ? 'mcq' : 'basic',
    prompt: ask(each.task),
    answer: role.name,
    ...(isChoice
      ? { choices: shuffledBy(options, `raci/${each.id}/${letter}`, (option) => option.from) }
      : {}),
    explanation: `The matrix marks ${the(role)} with ${letter === 'A' || letter === 'R' ? 'an' : 'a'} ${letter}.`,
    target: [letter === 'C' ? each.id : (own?.fact ?? each.fact)],
    role: role.id,
    prov: own?.prov ?? each.prov,
    bloom: 'remember',
    score,
  }
}

/** "Which role is accountable for “...”?": rows of a matrix with one accountable role, and who works or advises there. */
export function raci(parts: RecipeParts): CardDraft[] {
  const pool = inMatrix(parts.model)
  return parts.model.assignments.flatMap((each): CardDraft[] =>
    asked.flatMap((one): CardDraft[] => {
      const holders = each.letters.filter(({ letters }) => letters.includes(one.letter))
      const [only] = holders
      const role = only ? parts.roleOf(only.role) : undefined
      if (holders.length !== 1 || !only || !role) return []
      // One who is accountable and does the work is asked for once; a task of one word tells too little.
      if (one.letter !== 'A' && role.id === each.accountable) return []
      if (one.letter === 'C' && stemsOf(each.task).length < 3) return []
      if (namesItself(each.task, namesOf(role))) {
        parts.reject(one.recipe, each.id, 'task-names-role')
        return []
      }
      return [draftOf(pool, each, role, one)]
    }),
  )
}
