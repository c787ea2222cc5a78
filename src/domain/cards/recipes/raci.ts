import { namesItself } from '../affinity.ts'
import { shuffledBy, type CardDraft, type Recipe } from '../draft.ts'

/** "Which role is accountable for “...”?": rows of a matrix with one accountable role; nobody in that row is a wrong option. */
export const raci: Recipe = ({ model, roleOf, reject }) =>
  model.assignments.flatMap((each): CardDraft[] => {
    const role = roleOf(each.accountable)
    if (!role) return []
    if (namesItself(each.task, role.name)) {
      reject('resp-role.raci', each.id, 'task-names-role')
      return []
    }
    const others = shuffledBy(
      model.roles.filter((other) => !each.involved.includes(other.id)),
      each.id,
      (other) => other.id,
    ).slice(0, 2)
    const isChoice = others.length === 2
    const options = [role, ...others].map((option) => ({
      text: option.name,
      correct: option.id === role.id,
      from: option.id,
    }))
    return [
      {
        recipe: 'resp-role.raci',
        type: isChoice ? 'mcq' : 'basic',
        prompt: `Which role is accountable for “${each.task}”?`,
        answer: role.name,
        ...(isChoice
          ? { choices: shuffledBy(options, `raci/${each.id}`, (option) => option.from) }
          : {}),
        explanation: `The matrix marks the ${role.name} with an A.`,
        target: [each.fact],
        role: role.id,
        prov: each.prov,
        bloom: 'remember',
        score: 0.9,
      },
    ]
  })
