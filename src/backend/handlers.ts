import type { Handlers } from '#contract/api.ts'
import type { Context } from './context.ts'
import type { ImportJobs } from './jobs/import-jobs.ts'
import type { StudyJobs } from './jobs/study-jobs.ts'
import { actOnCards } from './use-cases/act-on-cards.ts'
import { answerCard } from './use-cases/answer-card.ts'
import { changeCards, undoCardChange } from './use-cases/change-cards.ts'
import { getCardInfo } from './use-cases/card-info.ts'
import { previewReplace, replaceText } from './use-cases/replace-text.ts'
import { addBundle, listBundles, type readBundles } from './use-cases/bundles.ts'
import { readSource, removeDeck, renameDeck, restoreDeck } from './use-cases/change-decks.ts'
import { contestCard } from './use-cases/contest-card.ts'
import {
  getDeckOptions,
  getTodayLimits,
  saveDeckOptions,
  saveTodayLimits,
} from './use-cases/deck-options.ts'
import { exportContests } from './use-cases/export-contests.ts'
import { exportRoleFile } from './use-cases/export-role-file.ts'
import { listLeeches, writeBeside } from './use-cases/leeches.ts'
import { listPracticeRoles, openPractice } from './use-cases/open-practice.ts'
import { listContests } from './use-cases/list-contests.ts'
import { saveImport, startImport } from './use-cases/import-document.ts'
import { chooseImportTarget, getImportPreview } from './use-cases/import-preview.ts'
import { listDecks } from './use-cases/list-decks.ts'
import { getChanges, getImportChanges, settleChange } from './use-cases/read-changes.ts'
import { openSession } from './use-cases/open-session.ts'
import { fitParameters, getParameters, useParameters } from './use-cases/parameters.ts'
import { getQuizFigures } from './use-cases/quiz-figures.ts'
import { getQuizResult, listQuizzes, submitQuiz } from './use-cases/quiz-results.ts'
import {
  listQuizTemplates,
  removeQuizTemplate,
  saveQuizTemplate,
} from './use-cases/quiz-templates.ts'
import { decideImport, fixImport, undoImport } from './use-cases/review-import.ts'
import { practiseCard } from './use-cases/practise-card.ts'
import { getHome, getProgress } from './use-cases/read-progress.ts'
import { getSteps } from './use-cases/read-steps.ts'
import { redoStep } from './use-cases/redo-step.ts'
import { getSearchTerms, listCardIds, searchCards } from './use-cases/search-cards.ts'
import { saveSettings } from './use-cases/settings.ts'
import { reopenContest, settleContest, withdrawContest } from './use-cases/settle-contest.ts'
import { getCatchUp, simulateRecall } from './use-cases/study-outlook.ts'
import { listQuizRoles, startQuiz } from './use-cases/start-quiz.ts'
import { answerQuiz, beatQuiz, flagQuestion, getQuiz, turnQuiz } from './use-cases/take-quiz.ts'
import { undoStep } from './use-cases/undo-step.ts'
import { findSameCard, writeNote } from './use-cases/write-note.ts'

export interface HandlerParts {
  readonly context: Context
  readonly jobs: ImportJobs
  readonly studyJobs: StudyJobs
  readonly bundles: ReturnType<typeof readBundles>
  readonly about: ReturnType<Handlers['getAbout']>
}

/** The table that answers the contract: each name to its use case. */
export const createHandlers = ({
  context,
  jobs,
  studyJobs,
  bundles,
  about,
}: HandlerParts): Handlers => ({
  getHome: () => ({ ...getHome(context), bundles: listBundles(context, bundles) }),
  getProgress: () => getProgress(context),

  listDecks: () => listDecks(context),
  listBundles: () => listBundles(context, bundles),
  addBundle: (input) => addBundle(context, bundles, input),
  renameDeck: (input) => renameDeck(context, input),
  removeDeck: (input) => removeDeck(context, input),
  restoreDeck: (input) => restoreDeck(context, input),
  getDeckOptions: (input) => getDeckOptions(context, input),
  saveDeckOptions: (input) => saveDeckOptions(context, input),
  getTodayLimits: (input) => getTodayLimits(context, input),
  saveTodayLimits: (input) => saveTodayLimits(context, input),
  simulateRecall: (input) => simulateRecall(context, studyJobs, input),
  getCatchUp: (input) => getCatchUp(context, studyJobs, input),
  stopReckoning: ({ runId }) => {
    studyJobs.stop(runId)
    return { runId }
  },
  getParameters: () => getParameters(context),
  fitParameters: ({ runId }) =>
    fitParameters(context, (question) => studyJobs.ask('fit', question, runId)),
  useParameters: (input) => useParameters(context, input),
  readSource: (input) => readSource(context, input),
  exportRoleFile: (input) => exportRoleFile(context, jobs, input),
  getChanges: (input) => getChanges(context, input),
  settleChange: (input) => settleChange(context, input),

  startImport: (input) => startImport(jobs, input),
  getImport: ({ importId }) => jobs.status(importId),
  getImportPreview: (input) => getImportPreview(context, jobs, input),
  cancelImport: ({ importId }) => jobs.cancel(importId),
  decideImport: (input) => decideImport(context, jobs, input),
  fixImport: (input) => fixImport(context, jobs, input),
  undoImport: (input) => undoImport(context, jobs, input),
  chooseImportTarget: (input) => chooseImportTarget(context, jobs, input),
  getImportChanges: (input) => getImportChanges(context, jobs, input),
  saveImport: (input) => saveImport(context, jobs, input),
  discardImport: ({ importId }) => {
    jobs.discard(importId)
    return { importId }
  },

  openSession: (input) => openSession(context, input),
  answerCard: (input) => answerCard(context, input),
  practiseCard: (input) => practiseCard(context, input),
  actOnCards: (input) => actOnCards(context, input),
  listPracticeRoles: () => listPracticeRoles(context),
  openPractice: (input) => openPractice(context, input),
  listLeeches: () => listLeeches(context),
  writeNote: (input) => writeNote(context, input),
  findSameCard: (input) => findSameCard(context, input),
  writeBeside: (input) => writeBeside(context, input),
  getSteps: () => getSteps(context),
  undoStep: (input) => undoStep(context, input),
  redoStep: () => redoStep(context),

  searchCards: (input) => searchCards(context, input),
  getSearchTerms: () => getSearchTerms(context),
  listCardIds: (input) => listCardIds(context, input),
  getCardInfo: (input) => getCardInfo(context, input),
  changeCards: (input) => changeCards(context, input),
  undoCardChange: (input) => undoCardChange(context, input),
  previewReplace: (input) => previewReplace(context, input),
  replaceText: (input) => replaceText(context, input),

  contestCard: (input) => contestCard(context, input),
  withdrawContest: (input) => withdrawContest(context, input),
  listContests: () => listContests(context),
  settleContest: (input) => settleContest(context, input),
  reopenContest: (input) => reopenContest(context, input),
  exportContests: (input) => exportContests(context, input),

  listQuizRoles: () => listQuizRoles(context),
  startQuiz: (input) => startQuiz(context, input),
  getQuiz: (input) => getQuiz(context, input),
  answerQuiz: (input) => answerQuiz(context, input),
  flagQuestion: (input) => flagQuestion(context, input),
  turnQuiz: (input) => turnQuiz(context, input),
  beatQuiz: (input) => beatQuiz(context, input),
  submitQuiz: (input) => submitQuiz(context, input),
  getQuizResult: (input) => getQuizResult(context, input),
  listQuizzes: () => listQuizzes(context),
  getQuizFigures: () => getQuizFigures(context),
  listQuizTemplates: () => listQuizTemplates(context),
  saveQuizTemplate: (input) => saveQuizTemplate(context, input),
  removeQuizTemplate: (input) => removeQuizTemplate(context, input),

  getSettings: () => context.settings.read(),
  saveSettings: (input) => saveSettings(context, input),
  getAbout: () => about,
})
