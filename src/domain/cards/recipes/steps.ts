import type { Recipe } from '../draft.ts'

/** "Put the steps in order: releasing a model": procedures that the document numbers, three to seven steps. */
export const steps: Recipe = ({ model, reject }) =>
  model.steps.flatMap((each) => {
    if (each.items.length < 3 || each.items.length > 7) {
      reject('order.steps', each.id, 'steps-too-many')
      return []
    }
    return [
      {
        recipe: 'order.steps',
        type: 'order' as const,
        prompt: `Put the steps in order: ${each.title}`,
        answer: each.items.map((step, index) => `${index + 1}. ${step}`).join(' '),
        items: each.items,
        target: [each.id],
        role: null,
        prov: each.prov,
        bloom: 'remember' as const,
        score: 0.76,
      },
    ]
  })
