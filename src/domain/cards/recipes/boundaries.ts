import { capital } from '#domain/roles/words.ts'
import { factId } from '#domain/roles/fact-id.ts'
import { headsOf } from '../affinity.ts'
import { shuffledBy, type CardDraft, type Recipe } from '../draft.ts'
import { someFrom } from './options.ts'
import { the } from '../wording.ts'

/**
 * "“Setting prices” is outside the work of the Baker. Which role is responsible for it?": tasks that a document says are not a role's,
 * with their owner; the role itself is the best wrong option.
 */
export const boundaries: Recipe = ({ model, roleOf, reject }) =>
  model.boundaries.flatMap((each): CardDraft[] => {
    const role = roleOf(each.role)
    const owner = model.roles.find((other) =>
      [other.name, ...other.aliases].some(
        (name) => name.toLowerCase() === each.owner?.trim().toLowerCase(),
      ),
    )
    const target = factId('b', each.role, each.task)
    if (!role || !owner || owner.id === role.id) {
      reject('not-resp.mcq', target, 'no-owner')
      return []
    }
    if (!headsOf(each.task).isDisjointFrom(headsOf(owner.name))) {
      reject('not-resp.mcq', target, 'task-names-role')
      return []
    }
    const [third] = someFrom(
      shuffledBy(model.roles, 'ring', (other) => other.id),
      target,
      (other) => other.id !== role.id && other.id !== owner.id,
    )
    const options = [owner, role, ...(third ? [third] : [])].map((option) => ({
      text: option.name,
      correct: option.id === owner.id,
      from: option.id,
    }))
    const isChoice = options.length === 3
    return [
      {
        recipe: isChoice ? 'not-resp.mcq' : 'not-resp.basic',
        type: isChoice ? 'mcq' : 'basic',
        prompt: `“${each.task}” is outside the work of ${the(role)}. Which role is responsible for it?`,
        answer: owner.name,
        ...(isChoice
          ? { choices: shuffledBy(options, `not-resp/${target}`, (option) => option.from) }
          : {}),
        explanation: `${capital(the(role))} is not responsible for it: ${the(owner)} is.`,
        target: [target],
        role: owner.id,
        prov: each.prov,
        bloom: 'understand',
        score: 0.84,
      },
    ]
  })
