import * as v from 'valibot'
import { command, query } from './procedure.ts'
import {
  CardChanging,
  CardInfo,
  CardRows,
  CardsChanged,
  CardStretch,
  CardWindow,
  ReplacePreview,
  ReplaceStep,
  ReplaceWindow,
  SearchTerms,
} from './shapes/cards.ts'
import { DeckChanges, ImportChanges } from './shapes/changes.ts'
import { Count, Id, Nothing } from './shapes/common.ts'
import { ContestedCard, ContestResult, NewContest, Settling } from './shapes/contest.ts'
import {
  CatchUpState,
  DeckOptionsState,
  OwnDeckOptions,
  RecallChoices,
  RunId,
  TodayLimits,
} from './shapes/deck-options.ts'
import { Bundle, Deck, DeckName, ExportedFile, RoleFileSource, SourceText } from './shapes/deck.ts'
import {
  ImportDecision,
  ImportFixes,
  ImportMoved,
  ImportPreview,
  ImportResult,
  ImportStatus,
  ImportStep,
  NewDocument,
} from './shapes/import.ts'
import { NewNote, SameCard, SamePrompt, WrittenNote } from './shapes/own-note.ts'
import { Parameters } from './shapes/parameters.ts'
import {
  QuizAnswer,
  QuizAnswerResult,
  QuizFigures,
  QuizLine,
  QuizResult,
  QuizRole,
  QuizRun,
  QuizTime,
} from './shapes/quiz.ts'
import { NewTemplate, QuizPlan, QuizTemplate } from './shapes/quiz-plan.ts'
import { About, Settings, SettingsChanges } from './shapes/settings.ts'
import { Home, Progress } from './shapes/stats.ts'
import { CardsBeside, Leech } from './shapes/leech.ts'
import { PracticeChoice, PracticeItem, PracticeRole } from './shapes/practice.ts'
import { NewStep, StepBack, StepResult, Steps } from './shapes/steps.ts'
import { Answer, AnswerResult, Practice, SessionChoice, StudySession } from './shapes/study.ts'

const deckRef = v.strictObject({ deckId: Id })
const importRef = v.strictObject({ importId: Id })
const contestRef = v.strictObject({ contestId: Id })
const run = { runId: v.exactOptional(RunId) }
const quizRef = v.strictObject({ quizId: Id })

/** All that may be said between page and backend. Names are used unchanged as handler, file and log name. */
export const api = {
  getHome: query(Nothing, Home),
  getProgress: query(Nothing, Progress),

  listDecks: query(Nothing, v.array(Deck)),
  listBundles: query(Nothing, v.array(Bundle)),
  addBundle: command(v.strictObject({ bundleId: Id }), Deck),
  renameDeck: command(v.strictObject({ deckId: Id, name: DeckName }), Deck),
  removeDeck: command(deckRef, v.object({ deckId: Id, cardCount: v.number() })),
  restoreDeck: command(deckRef, Deck),
  getDeckOptions: query(deckRef, DeckOptionsState),
  saveDeckOptions: command(
    v.strictObject({ deckId: Id, options: OwnDeckOptions }),
    DeckOptionsState,
  ),
  /** Null means all decks together, here and below. */
  getTodayLimits: query(v.strictObject({ deckId: v.nullable(Id) }), TodayLimits),
  saveTodayLimits: command(TodayLimits, TodayLimits),
  /** Reckoned in a worker: `reckoningMoved` tells how far it is, under the run's id. */
  simulateRecall: query(v.strictObject({ deckId: v.nullable(Id), ...run }), RecallChoices),
  /** The pace asked for stands among those offered. */
  getCatchUp: query(
    v.strictObject({
      cardsPerDay: v.exactOptional(v.pipe(Count, v.minValue(1), v.maxValue(9999))),
      ...run,
    }),
    CatchUpState,
  ),
  /** Ends what is reckoned under this id; whoever asked gets reckoning_stopped. Nothing is stored. */
  stopReckoning: command(v.strictObject({ runId: RunId }), v.object({ runId: RunId })),

  getParameters: query(Nothing, Parameters),
  fitParameters: command(v.strictObject(run), Parameters),
  /** Null puts the defaults to use again. */
  useParameters: command(v.strictObject({ setId: v.nullable(Count) }), Parameters),

  readSource: query(v.strictObject({ sourceId: Id }), SourceText),
  exportRoleFile: query(RoleFileSource, ExportedFile),
  getChanges: query(deckRef, DeckChanges),
  /** The learner has seen a change: the card goes back to its old date, with their own wording or the document's. */
  settleChange: command(
    v.strictObject({ cardId: Id, wording: v.picklist(['keep', 'take']) }),
    v.object({ cardId: Id }),
  ),

  startImport: command(NewDocument, ImportStatus),
  getImport: query(importRef, ImportStatus),
  getImportPreview: query(importRef, ImportPreview),
  cancelImport: command(importRef, ImportStatus),
  decideImport: command(ImportStep, ImportMoved),
  /** Makes the cards anew where roles or kinds of cards change; answers when they are there. */
  fixImport: command(ImportFixes, ImportMoved),
  undoImport: command(importRef, ImportMoved),
  /** Reads a finished import as the next version of a stored document, or (null) as one of its own. */
  chooseImportTarget: command(
    v.strictObject({ importId: Id, sourceId: v.nullable(Id) }),
    ImportPreview,
  ),
  getImportChanges: query(importRef, ImportChanges),
  saveImport: command(ImportDecision, ImportResult),
  discardImport: command(importRef, v.object({ importId: Id })),

  /** An empty list of decks means all of them. */
  openSession: query(SessionChoice, StudySession),
  answerCard: command(Answer, AnswerResult),
  /** An answer that counts for the streak and for no schedule. */
  practiseCard: command(Practice, v.object({ answerId: Id })),
  actOnCards: command(NewStep, StepResult),
  listPracticeRoles: query(Nothing, v.array(PracticeRole)),
  openPractice: query(PracticeChoice, v.array(PracticeItem)),
  listLeeches: query(Nothing, v.array(Leech)),
  /** Cards of the learner's own, of no document. */
  writeNote: command(NewNote, WrittenNote),
  findSameCard: query(SamePrompt, SameCard),
  writeBeside: command(CardsBeside, StepResult),
  getSteps: query(Nothing, Steps),
  undoStep: command(StepBack, StepResult),
  redoStep: command(Nothing, StepResult),

  searchCards: query(CardWindow, CardRows),
  getSearchTerms: query(Nothing, SearchTerms),
  listCardIds: query(CardStretch, v.array(Id)),
  getCardInfo: query(v.strictObject({ cardId: Id }), CardInfo),
  changeCards: command(CardChanging, CardsChanged),
  undoCardChange: command(v.strictObject({ changeId: Id }), CardsChanged),
  previewReplace: query(ReplaceWindow, ReplacePreview),
  /** One step of the log, to be taken back like any other. */
  replaceText: command(ReplaceStep, StepResult),

  contestCard: command(NewContest, ContestResult),
  withdrawContest: command(contestRef, ContestResult),
  listContests: query(Nothing, v.array(ContestedCard)),
  settleContest: command(Settling, ContestResult),
  reopenContest: command(contestRef, ContestResult),
  exportContests: query(v.strictObject({ format: v.picklist(['md', 'csv']) }), ExportedFile),

  listQuizRoles: query(Nothing, v.array(QuizRole)),
  startQuiz: command(QuizPlan, QuizRun),
  getQuiz: query(quizRef, QuizRun),
  answerQuiz: command(QuizAnswer, QuizAnswerResult),
  flagQuestion: command(v.strictObject({ quizId: Id, n: Count, isFlagged: v.boolean() }), QuizTime),
  /** Leaves question `n` for the next one, where questions come one after the other. */
  turnQuiz: command(v.strictObject({ quizId: Id, n: Count }), QuizRun),
  /** Keeps how much of the time has gone, and tells what is left. */
  beatQuiz: command(quizRef, QuizTime),
  submitQuiz: command(quizRef, QuizResult),
  getQuizResult: query(quizRef, QuizResult),
  listQuizzes: query(Nothing, v.array(QuizLine)),
  getQuizFigures: query(Nothing, QuizFigures),
  listQuizTemplates: query(Nothing, v.array(QuizTemplate)),
  saveQuizTemplate: command(NewTemplate, QuizTemplate),
  removeQuizTemplate: command(v.strictObject({ templateId: Id }), v.object({ templateId: Id })),

  getSettings: query(Nothing, Settings),
  saveSettings: command(SettingsChanges, Settings),
  getAbout: query(Nothing, About),
} as const

export type Api = typeof api
export type ApiName = keyof Api
export type Input<K extends ApiName> = v.InferInput<Api[K]['input']>
export type Parsed<K extends ApiName> = v.InferOutput<Api[K]['input']>
export type Output<K extends ApiName> = v.InferOutput<Api[K]['output']>

/** What the backend must supply; a forgotten name does not compile. */
export type Handlers = {
  readonly [K in ApiName]: (input: Parsed<K>) => Output<K> | Promise<Output<K>>
}

export const apiNames = Object.keys(api) as readonly ApiName[] // as: Object.keys widens the literal keys

/** Is this one of the table's names? Guards against inherited ones such as `constructor`. */
export const isApiName = (name: unknown): name is ApiName =>
  typeof name === 'string' && Object.hasOwn(api, name)
