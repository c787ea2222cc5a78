/** Why a card was not made, by code. The renderer owns the words (renderer/i18n). */
export const missReasons = [
  // of the fact
  'no-safe-options',
  'verbs-unsure',
  'duty-names-role',
  'others-may-have-it',
  'task-names-role',
  'title-says-answer',
  'one-side-only',
  'yes-no-question',
  'evasive',
  'list-too-long',
  'steps-too-many',
  'no-owner',
  // of the card's form
  'question-too-long',
  'answer-too-long',
  'unbalanced',
  'word-twice',
  'ends-in-middle',
  'pronoun',
  'praise',
  'markup',
  'question-says-answer',
  'too-little',
  'broken-sentence',
  'longest-option',
  'options-alike',
  'negative',
  'absolute',
  'needs-english',
  // of the deck
  'asked-already',
  'enough-cards',
  'kind-left-out',
  'passage-gone',
] as const
export type MissReason = (typeof missReasons)[number]
