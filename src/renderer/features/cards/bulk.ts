import type { Client } from '#contract/client.ts'
import type { CardChanging } from '#contract/shapes/cards.ts'
import type { CardAct } from '#contract/shapes/steps.ts'
import { problemOf } from '#renderer/context.ts'
import type { Messages } from '#renderer/i18n/messages.ts'
import type { Toasts } from '#renderer/ui/toasts.svelte.ts'

export interface BulkParts {
  readonly client: Client
  readonly toasts: Toasts
  readonly t: Messages
  readonly newId: () => string
}

/** What is done with many cards at once: each time one change, told by one message that takes it back. */
export function createBulk({ client, toasts, t, newId }: BulkParts) {
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      const { code, params } = problemOf(error)
      toasts.show(t.error(code, params))
    }
  }
  const undoStep = (stepId: string) => () =>
    void attempt(async () => {
      const { step } = await client.undoStep({ stepId })
      toasts.show(t.steps.undone(step))
    })
  return {
    /** Suspends, flags, deletes: a step of the log. */
    act: (cardIds: readonly string[], act: CardAct) =>
      attempt(async () => {
        const stepId = newId()
        const { step } = await client.actOnCards({ stepId, cardIds: [...cardIds], act })
        toasts.show(t.steps.done(step), { label: t.common.undo, run: undoStep(stepId) })
      }),
    replace: (
      cardIds: readonly string[],
      rule: {
        readonly find: string
        readonly replaceWith: string
        readonly isCaseSensitive: boolean
        readonly isWholeWords: boolean
      },
    ) =>
      attempt(async () => {
        const stepId = newId()
        const { step } = await client.replaceText({ stepId, cardIds: [...cardIds], ...rule })
        toasts.show(t.steps.done(step), { label: t.common.undo, run: undoStep(stepId) })
      }),
    /** Moves and tags; `tell` says what happened to so many cards. */
    change: (
      cardIds: readonly string[],
      change: CardChanging['change'],
      tell: (count: number) => string,
    ) =>
      attempt(async () => {
        const changeId = newId()
        const { count } = await client.changeCards({ changeId, cardIds: [...cardIds], change })
        const undo = () =>
          void attempt(async () => {
            await client.undoCardChange({ changeId })
            toasts.show(t.cards.takenBack)
          })
        toasts.show(tell(count), { label: t.common.undo, run: undo })
      }),
  }
}
