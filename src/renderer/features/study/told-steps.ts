import type { CardAct } from '#contract/shapes/steps.ts'
import type { StudyCard } from '#contract/shapes/study.ts'
import type { Given, GivenAct } from '#domain/study/session.ts'
import type { StepFacts } from '#renderer/i18n/step-words.ts'

type ActFacts = GivenAct<StudyCard>['step']

/** What is told of an act. */
export const stepOfAct = (act: CardAct): ActFacts => ({
  kind: act.do,
  grade: null,
  flag: act.do === 'flag' ? act.flag : null,
  isOn: 'on' in act ? act.on : true,
})

/** What is told of something that was done in this session. */
export function stepOfGiven(given: Exclude<Given<StudyCard>, { kind: 'contest' }>): StepFacts {
  const { prompt } = given.card.face
  const step: ActFacts =
    given.kind === 'act'
      ? given.step
      : { kind: 'study', grade: given.grade, flag: null, isOn: true }
  return { ...step, cardCount: 1, prompt }
}
