import type { Recipe } from '../draft.ts'
import { factId } from '#domain/roles/fact-id.ts'

/** Cards that a person wrote into a role file are taken word for word. */
export const written: Recipe = ({ model }) =>
  model.written.map((card) => ({
    recipe: 'written.basic',
    type: 'basic' as const,
    prompt: card.question,
    answer: card.answer,
    target: [factId('w', card.firstRole ?? card.role ?? '', card.question)],
    role: card.role,
    ...(card.firstRole === undefined ? {} : { firstRole: card.firstRole }),
    prov: card.prov,
    bloom: 'remember' as const,
    score: 1,
  }))
