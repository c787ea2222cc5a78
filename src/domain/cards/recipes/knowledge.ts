import type { Range, Skill } from '../rolegen.ts'
import { capital, contentOf, wordsOf } from '#domain/roles/words.ts'
import { sentencesIn } from '#domain/roles/sentences.ts'
import { namesItself } from '../affinity.ts'
import { shuffledBy, type CardDraft, type Recipe } from '../draft.ts'

const mostWords = 30

/** The first sentence of a text, when the whole is too long to recall. */
const briefly = (text: string): string => {
  if (wordsOf(text).length <= mostWords) return text
  return sentencesIn(text, 0, text.length)[0]?.text ?? text
}

/** "What is an X responsible for?": the sentence that defines the role. */
export const definition: Recipe = ({ model, roleOf }) =>
  model.definitions.flatMap((each) => {
    const role = roleOf(each.role)
    if (!role || wordsOf(each.text).length > mostWords) return []
    const article =
      /^[aeio]|^[AEFHILMNORSX][A-Z]/i.test(role.name) && !/^(?:eu|u)/i.test(role.name) ? 'an' : 'a'
    const isPhrase = /^[a-z]/.test(each.text)
    return [
      {
        recipe: 'def.basic',
        type: 'basic' as const,
        prompt: isPhrase
          ? `What is ${fix(article, role.name)} ${role.name} responsible for?`
          : `In one sentence, what does the ${role.name} do?`,
        answer: capital(each.text),
        target: [each.id],
        role: each.role,
        prov: each.prov,
        bloom: 'understand' as const,
        score: 0.88,
      },
    ]
  })

/** "a DevOps Engineer", "an MLOps Engineer": by how the name is read. */
const fix = (article: string, name: string): string => {
  if (/^[AEFHILMNORSX][A-Z]/.test(name)) return 'an'
  if (/^[BCDGJKPQTUVWYZ][A-Z]/.test(name)) return 'a'
  return article
}

/** The document's own questions; yes/no questions and answers that do not stand alone are left out. */
export const faq: Recipe = ({ model, reject }) =>
  model.faqs.flatMap((each) => {
    if (/^(?:is|are|does|do|can|will|has|have|was|were|should|must)\b/i.test(each.question)) {
      reject('faq.basic', each.id, 'yes-no-question')
      return []
    }
    const answer = briefly(each.answer)
    if (wordsOf(answer).length > mostWords || contentOf(answer).size < 2) {
      reject('faq.basic', each.id, 'answer-too-long')
      return []
    }
    return [
      {
        recipe: 'faq.basic',
        type: 'basic' as const,
        prompt: each.question,
        answer,
        target: [each.id],
        role: null,
        prov: each.prov,
        bloom: 'understand' as const,
        score: 0.8,
      },
    ]
  })

/** "Name the N responsibilities of the R": whole lists of three to five only. */
export const list: Recipe = ({ model, roleOf }) =>
  model.lists.flatMap((each) => {
    const role = roleOf(each.role)
    if (!role || each.titles.length < 3 || each.titles.length > 5) return []
    return [
      {
        recipe: 'list.basic',
        type: 'basic' as const,
        prompt: `Name the ${each.titles.length} headings under which the responsibilities of the ${role.name} are listed.`,
        answer: each.titles.join('; '),
        items: each.titles,
        target: each.facts,
        role: each.role,
        prov: each.prov,
        bloom: 'remember' as const,
        score: 0.68,
      },
    ]
  })

const skillLabels: Record<Skill['kind'], string> = {
  technical: 'technical skill',
  soft: 'non-technical skill',
  general: 'skill',
}

/** "Which of these is a non-technical skill of the R?": the document's own division into kinds. */
export const skill: Recipe = ({ model, roleOf }) =>
  [...Map.groupBy(model.skills, (each) => each.role)].flatMap(([roleId, own]): CardDraft[] => {
    const role = roleOf(roleId)
    const soft = own.filter((each) => each.kind === 'soft')
    const technical = own.filter((each) => each.kind === 'technical')
    if (!role || soft.length < 2 || technical.length < 2) return []
    const chosen = [
      ...shuffledBy(soft, roleId, (each) => each.id).slice(0, 2),
      ...shuffledBy(technical, roleId, (each) => each.id).slice(0, 2),
    ]
    const keys = chosen.filter((each) => each.kind === 'soft')
    return [
      {
        recipe: 'skill.multi',
        type: 'multi',
        prompt: `Select all: which of these are non-technical skills of the ${role.name}?`,
        answer: keys.map((each) => each.name).join('; '),
        choices: shuffledBy(
          chosen.map((each) => ({ text: each.name, correct: each.kind === 'soft', from: each.id })),
          `skill/${roleId}`,
          (option) => option.from,
        ),
        explanation: `${chosen
          .filter((each) => each.kind === 'technical')
          .map((each) => each.name)
          .join(' and ')}: ${skillLabels.technical}s.`,
        target: keys.map((each) => each.id),
        role: roleId,
        prov: chosen.flatMap((each): readonly Range[] => each.prov),
        bloom: 'remember',
        score: 0.66,
      },
    ]
  })

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
