import type { LineKind } from '#domain/scheduling/fold.ts'

/** So many steps can be taken back, one after the other. */
export const mostStepsBack = 50

/** What the learner can take back; what a changed document does to a card is none of it. */
export const stepKinds = [
  'study',
  'cram',
  'reset',
  'date',
  'bury',
  'suspend',
  'flag',
  'edit',
  'delete',
  'leech',
  'quiz',
] as const satisfies readonly LineKind[]
export type StepKind = (typeof stepKinds)[number]

export const isStepKind = (kind: LineKind): kind is StepKind =>
  stepKinds.some((each) => each === kind)

/** Which side of a card a step changes: only the last that changed it can be taken back. */
export const sideOf = (
  kind: StepKind,
): 'memory' | 'none' | Exclude<StepKind, 'study' | 'quiz' | 'reset' | 'date' | 'cram'> =>
  kind === 'study' || kind === 'quiz' || kind === 'reset' || kind === 'date'
    ? 'memory'
    : kind === 'cram'
      ? 'none'
      : kind

/** A line of the log, as far as taking back depends on it. */
export interface StepLine {
  readonly n: number
  readonly kind: LineKind
  readonly stepId: string
  /** The step whose line it takes back, or repeats. */
  readonly undoneStep: string | null
  readonly redoneStep: string | null
}

/**
 * The steps that were taken back and can be done again, the next one last: each new step forgets them. `lines` are
 * those from the latest new step on, in the order of writing; what is done by a document does not matter.
 */
export function stepsToRedo(lines: readonly StepLine[]): string[] {
  let stack: string[] = []
  let last = ''
  for (const { kind, stepId, undoneStep, redoneStep } of lines) {
    if (stepId === last) continue
    last = stepId
    if (undoneStep !== null) stack = [...stack, undoneStep]
    else if (redoneStep !== null) stack = stack.slice(0, -1)
    else if (isStepKind(kind)) stack = []
  }
  return stack
}
