import { factId } from '#domain/roles/fact-id.ts'
import type { WrittenCard } from '#domain/roles/model.ts'
import { shuffledBy, type CardDraft, type Recipe } from '../draft.ts'

/** A question to choose from where wrong options stand beside the right one, else one to judge or to answer. */
function asked({ answer, wrong }: WrittenCard): Pick<CardDraft, 'type' | 'answer' | 'choices'> {
  if (wrong) {
    const options = [answer, ...wrong].map((text, index) => ({
      text,
      correct: index === 0,
      from: '',
    }))
    return { type: 'mcq', answer, choices: shuffledBy(options, answer, (option) => option.text) }
  }
  const isJudged = /^(?:true|false)$/i.test(answer)
  return isJudged
    ? { type: 'tf', answer: answer.toLowerCase() === 'true' }
    : { type: 'basic', answer }
}

/** Cards that a person wrote into a role file are taken word for word. */
export const written: Recipe = ({ model }) =>
  model.written
    .filter((card) => card.of === undefined)
    .map((card): CardDraft => {
      const form = asked(card)
      return {
        recipe: `written.${form.type}`,
        ...form,
        prompt: card.question,
        ...(card.explanation === undefined ? {} : { explanation: card.explanation }),
        target: [factId('w', card.firstRole ?? card.role ?? '', card.question)],
        role: card.role,
        ...(card.firstRole === undefined ? {} : { firstRole: card.firstRole }),
        ...(card.id === undefined ? {} : { writtenAs: card.id }),
        prov: card.prov,
        bloom: 'remember',
        score: 1,
      }
    })
