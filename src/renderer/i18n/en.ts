// Every word that people read in the page, in one place per language.
// Imports src/domain (types) and src/contract (words that the command line says as well).

import { missWords } from '#contract/miss-words.ts'
import type { CardDecision, RejectReason, ReviewReason } from '#domain/cards/decision.ts'
import type { MissReason } from '#domain/cards/miss.ts'
import { importNotices, importProblems } from '#contract/import-words.ts'
import type { ChangeKind } from '#domain/cards/reconcile.ts'
import type { ErrorCode, ErrorParams } from '#domain/errors.ts'
import { cardWords } from './card-words.ts'
import { searchWords } from './search-words.ts'
import type { NoticeCode } from '#domain/roles/notices.ts'
import { answering } from './answering.ts'
import { count, date, number, weekday } from './formats.ts'
import { keyWords } from './key-words.ts'
import { newCardWords } from './new-card.ts'
import { catchUp, options } from './options.ts'
import { difficult, practice } from './practice.ts'
import { quizFigureWords, quizResultWords, quizRunWords, quizSetupWords } from './quiz-words.ts'
import { stepWords, studySettingWords } from './step-words.ts'

const minutesAndSeconds = (ms: number) => {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
const spokenTime = (ms: number) => {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return count(seconds, 'second', 'seconds')
  return count(Math.round(seconds / 60), 'minute', 'minutes')
}

/** Interval labels as learners know them: 10m, 4d, 5mo, 2y. */
const interval = ({ unit, value }: { unit: 'ms' | 'days'; value: number }) => {
  if (unit === 'ms') {
    const minutes = Math.max(1, Math.round(value / 60_000))
    return minutes < 60 ? `${minutes}m` : `${Math.round(minutes / 60)}h`
  }
  if (value < 31) return `${value}d`
  if (value < 365) return `${Math.round((value / 30.4) * 10) / 10}mo`
  return `${Math.round((value / 365) * 10) / 10}y`
}

const errors: Record<ErrorCode, (params: ErrorParams) => string> = {
  bad_request: () =>
    'That request did not fit. Nothing was changed. Reload the page and try again.',
  unknown_procedure: () => 'This page does not fit the running Remit. Reload the page.',
  ...importProblems,
  deck_not_found: () => 'This deck is no longer there. It may have been removed in another window.',
  source_not_found: () =>
    'The document of this passage is no longer there. The card itself is kept.',
  card_not_found: () => 'This card is no longer there. It may have been removed in another window.',
  card_changed: () =>
    'This card was answered elsewhere or changed in the meantime. Nothing was counted or changed by this; the card stays as it is now.',
  nothing_to_undo: () => 'There is nothing to take back.',
  nothing_to_redo: () => 'There is nothing to do again.',
  nothing_to_change: () => 'That is so already. Nothing was changed.',
  wording_incomplete: () =>
    'This wording lacks a question, an answer or an option. Nothing was changed; complete it and save again.',
  too_few_answers: ({ answers, needed }) =>
    `There are ${answers} answers so far; fitting begins at ${needed}. Until then the usual parameters predict better. Nothing was changed.`,
  fit_no_better: () =>
    'Parameters fitted to your answers would predict them no better than the usual ones. Nothing was changed.',
  optimizer_missing: () =>
    'The part of Remit that fits parameters is not installed on this computer. Everything else works; the usual parameters stay in use.',
  parameters_not_found: () =>
    'These parameters are no longer there. The ones in use stay as they are.',
  reckoning_failed: () =>
    'This could not be worked out: it took too long or ended early. Nothing was changed. Try again in a moment.',
  reckoning_stopped: () => 'Stopped. Nothing was changed.',
  contest_not_found: () => 'This remark on a card is no longer there. The card itself is kept.',
  contest_settled: () =>
    'This card was settled in the meantime, perhaps in another window. Nothing was changed.',
  deck_name_taken: ({ name }) => `There is a deck “${name}” already. Choose another name.`,
  search_not_understood: searchWords,
  card_change_not_found: () =>
    'This change can no longer be taken back. The cards stay as they are.',
  quiz_not_found: () => 'This quiz is no longer there.',
  quiz_closed: () => 'The time of this quiz is over. What you answered before is counted.',
  quiz_still_open: () => 'This quiz is still running. Hand it in to see the result.',
  quiz_pool_empty: () => 'The chosen roles have no cards that make a quiz question. Choose others.',
  question_over: () => 'The time of this question is over. Its answer is the one you gave before.',
  question_not_found: () => 'This question is not part of the quiz. Reload the page.',
  data_folder_missing: ({ path }) =>
    `The data folder ${path} is not there. Plug the drive in, or choose another folder.`,
  data_folder_read_only: () =>
    'Remit may not write to its data folder. What was saved before is kept. Allow writing there and try again.',
  data_folder_in_use: () => 'Another Remit uses this data folder. Use that one, or end it first.',
  database_missing: () =>
    'The collection is gone from its folder. Put it back, or take a copy from the backups folder.',
  database_from_newer_version: () =>
    'The collection was written by a newer Remit. It was not changed. Install the newer version.',
  database_damaged: () =>
    'The collection is damaged. It was not changed. Take a copy from the backups folder.',
  disk_full: () => 'The disk is full. What was saved before is kept. Make room and try again.',
  internal: ({ incident }) =>
    `Something unexpected went wrong. What was saved before is kept. Try again; the log names it as ${incident}.`,
}

const kinds: Record<string, string> = {
  'label-how.basic': 'Meaning',
  'role-does.basic': 'How and why',
  'role-resp.mcq': 'Choose the duty',
  'resp-role.mcq': 'Choose the role',
  'resp-role.basic': 'Whose duty is it',
  'resp-role.raci': 'Who is accountable',
  'resp-role.raci-r': 'Who does the work',
  'raci-consulted.mcq': 'Who is consulted',
  'tf.true': 'True or false',
  'tf.swap': 'True or false',
  'def.basic': 'Definition',
  'faq.basic': 'Question',
  'cmp.basic': 'Comparison',
  'cmp-a.basic': 'Comparison',
  'cmp-b.basic': 'Comparison',
  'cmp-who.mcq': 'Comparison',
  'list.basic': 'List',
  'cloze.object': 'Gap',
  'match.role-resp': 'Matching',
  'order.steps': 'Steps in order',
  'not-resp.mcq': 'Whose task instead',
  'not-resp.basic': 'Whose task instead',
  'skill.multi': 'Skills',
  'skill.basic': 'Skills',
  'skill.examples': 'Skills',
  'written.basic': 'Written by hand',
  'written.cloze': 'Written by hand',
  'written.tf': 'Written by hand',
  'written.mcq': 'Written by hand',
}

const rejections: Record<RejectReason, string> = {
  wrong: 'wrong',
  ambiguous: 'ambiguous',
  outdated: 'outdated',
  trivial: 'trivial',
  worded: 'badly worded',
}

export const en = {
  appName: 'Remit',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  number: (n: number) => number.format(n),
  percent: (n: number) => `${number.format(Math.round(n * 10) / 10)} %`,
  date,
  weekday,
  weekdayLetter: (day: number) => weekday(day).charAt(0),
  interval,
  minutesAndSeconds,
  error: (code: ErrorCode, params: ErrorParams) => errors[code](params),
  notice: (code: NoticeCode, params: ErrorParams) => importNotices[code](params),

  nav: {
    today: 'Today',
    library: 'Library',
    cards: 'Cards',
    study: 'Study',
    quiz: 'Quiz',
    progress: 'Progress',
    import: 'Import',
    settings: 'Settings',
    help: 'Keys',
  },
  common: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    undo: 'Undo',
    back: 'Back',
    loading: 'Loading …',
    retry: 'Try again',
    of: (a: number, b: number) => `${number.format(a)} of ${number.format(b)}`,
    cards: (n: number) => count(n, 'card', 'cards'),
    roles: (n: number) => count(n, 'role', 'roles'),
    questions: (n: number) => count(n, 'question', 'questions'),
    minutes: (n: number) => count(n, 'minute', 'minutes'),
    key: (key: string) => `Key ${key}`,
  },
  host: {
    gone: 'Remit has stopped or cannot be reached. What you answered before is saved. Start it again; this page will go on by itself.',
    lostTitle: 'This page needs a new link',
    lost: 'For your safety a link works once and in one browser. Your cards and answers are all there. Run “npm start” again: it prints and opens a new link.',
  },
  counts: {
    fresh: 'New',
    learning: 'Learning',
    review: 'To review',
  },
  today: {
    title: 'Today',
    welcomeTitle: 'Know who is responsible for what',
    welcome:
      'Study a ready deck now, or bring a document about roles: Remit makes the cards, and each one shows where it comes from.',
    startWith: (title: string) => `Start with “${title}”`,
    bundleSize: (roles: number, cards: number) =>
      `${count(roles, 'role', 'roles')}, ${count(cards, 'card', 'cards')}, ready to study`,
    study: 'Study',
    studyRole: (name: string) => `Study ${name}`,
    allDone: 'Nothing is due now',
    allDoneHint: 'Come back tomorrow, take a quiz, or import another document.',
    moreNew: 'New cards come again tomorrow.',
    streakTitle: 'Streak',
    streak: (n: number) => count(n, 'day', 'days'),
    longest: (n: number) => `Longest: ${count(n, 'day', 'days')}`,
    atRisk: (missing: number) =>
      `Answer ${count(missing, 'more card', 'more cards')} before the day ends at its usual hour to keep your streak.`,
    kept: 'Today counts.',
    begin: (goal: number) => `Answer ${count(goal, 'card', 'cards')} to make today count.`,
    goalTitle: 'Today’s goal',
    goal: (done: number, goal: number) =>
      `${number.format(done)} of ${number.format(goal)} answered`,
    lastSeven: 'The last seven days',
    dayState: (day: number, answers: number, state: string) =>
      `${weekday(day)}, ${date(day)}: ${count(answers, 'answer', 'answers')}, ${state}`,
    states: {
      done: 'counts',
      open: 'still open',
      missed: 'missed',
      before: 'before you began',
      frozen: 'kept by a freeze',
      bridged: 'bridged on a journey',
      repaired: 'repaired',
    },
    rolesTitle: 'Your roles',
    seen: (seen: number, total: number) =>
      `${number.format(seen)} of ${number.format(total)} cards seen`,
    openQuiz: (answered: number, total: number, ms: number | null) =>
      `A quiz is running: ${number.format(answered)} of ${number.format(total)} answered${ms === null ? '' : `, ${spokenTime(ms)} left`}.`,
    continueQuiz: 'Continue the quiz',
    addBundle: 'Add',
    moreDecks: 'Ready decks',
  },
  drop: {
    title: 'Drop a role document here',
    hint: 'Text, Markdown or HTML up to 10 MB, Word (.docx) or PDF up to 25 MB. It stays on this computer.',
    choose: 'Choose a file',
    paste: 'Paste text',
    pasteTitle: 'Paste text about roles',
    pasteLabel: 'Text',
    pasteStart: 'Make cards',
    pastedName: 'Pasted text',
    release: 'Let go to import',
    one: 'One document at a time: the first one was taken.',
  },
  cards: cardWords,
  newCard: newCardWords,
  library: {
    title: 'Library',
    search: 'Search decks',
    empty: 'No deck yet',
    emptyHint: 'Add a ready deck on Today, or import a document.',
    noMatch: 'No deck fits this search.',
    study: (name: string) => `Study ${name}`,
    quiz: (name: string) => `Quiz on ${name}`,
    rename: (name: string) => `Rename ${name}`,
    remove: (name: string) => `Remove ${name}`,
    renameTitle: 'Rename deck',
    nameLabel: 'Name',
    removed: (name: string, cards: number) =>
      `“${name}” with ${count(cards, 'card', 'cards')} was removed. Its history is kept.`,
    restored: (name: string) => `“${name}” is back.`,
    lastStudied: (day: number) => `Last studied ${date(day)}`,
    never: 'Not studied yet',
    options: (name: string) => `Options of ${name}`,
  },
  roleFile: {
    save: (name: string) => `Save “${name}” as role file`,
    saved: (fileName: string) =>
      `Handed over as ${fileName}. Edit it and import it again: cards keep their history.`,
  },
  import: {
    title: 'Import',
    reading: (name: string) => `Reading “${name}”`,
    readingHint: 'Nothing is stored before you say so.',
    cancelled: 'The import was cancelled. Nothing was stored.',
    another: 'Import another document',
    stored: 'This very document is in your library already. Saving it again changes nothing.',
    openStored: 'Go to its deck',
    deckName: 'Name of the deck',
    save: (n: number) => `Save ${count(n, 'card', 'cards')}`,
    discard: 'Discard',
    discardTitle: 'Discard this import?',
    discardHint: (decided: number) =>
      `Nothing of it was stored. What you decided so far (${count(decided, 'card', 'cards')}) goes with it.`,
    goOn: 'Go on reviewing',
    document: 'Document',
    showMore: 'Show more of the document',
    cards: 'Cards',
    roles: 'Roles',
    general: 'Questions in general',
    role: 'Role',
    // Deciding about a card.
    decide: 'Decide about this card',
    keep: 'Keep',
    edit: 'Edit',
    reject: 'Reject',
    pin: 'Pin',
    whyTitle: 'Why is it rejected?',
    reasons: {
      wrong: 'Wrong',
      ambiguous: 'Ambiguous',
      trivial: 'Trivial',
      worded: 'Badly worded',
    } satisfies Record<ReviewReason, string>,
    noReason: 'No reason',
    decision: (decision: CardDecision | null) => {
      if (decision === null) return 'Undecided'
      if (decision.verdict === 'kept')
        return decision.edit ? 'Edited' : decision.isPinned ? 'Pinned' : 'Kept'
      return decision.reason === null ? 'Rejected' : `Rejected: ${rejections[decision.reason]}`
    },
    escape: 'Esc',
    keepRest: (n: number, isRest: boolean) =>
      isRest ? `Keep the other ${number.format(n)}` : 'Keep all',
    rejectRest: (n: number, isRest: boolean) =>
      isRest ? `Reject the other ${number.format(n)}` : 'Reject all',
    decided: (decided: number, all: number) =>
      `${number.format(decided)} of ${number.format(all)} decided`,
    allDecided: (n: number) => `All ${number.format(n)} decided`,
    said: {
      kept: 'Kept',
      rejected: 'Rejected',
      pinned: 'Pinned',
      edited: 'Edited and kept',
      undone: 'Taken back',
      nothingToUndo: 'There is nothing to take back',
      allDecided: 'All cards are decided',
      role: (verdict: 'kept' | 'rejected', n: number) =>
        `${count(n, 'card', 'cards')} ${verdict === 'kept' ? 'kept' : 'rejected'}`,
    },
    map: 'Cards of this role',
    mapEntry: (n: number, state: string) => `Card ${number.format(n)}: ${state}`,
    noCards: 'No card was made for this role.',
    toCoverage: 'Go to its responsibilities',
    // The three views of a role.
    views: 'What to look at',
    view: { cards: 'Cards', coverage: 'Coverage', misses: 'Not made' },
    coverage: 'Responsibilities',
    coverageHint: 'Choose a responsibility to see its passage and go to its cards.',
    noDuties: 'No responsibility was found here.',
    gaps: (n: number) => count(n, 'gap', 'gaps'),
    cardsFor: (n: number) => (n === 0 ? 'No card' : count(n, 'card', 'cards')),
    missesHint: 'Questions that were left out because they might have been wrong or unclear.',
    noMisses: 'Nothing was left out here.',
    // Writing and editing.
    prompt: 'Question',
    answer: 'Answer',
    explanation: 'Explanation',
    optionsHint: (isMulti: boolean) =>
      isMulti ? 'Options: mark all that are right' : 'Options: mark the right one',
    option: (n: number) => `Option ${number.format(n)}`,
    isRight: (n: number) => `Option ${number.format(n)} is right`,
    addOption: 'Add an option',
    removeOption: (n: number) => `Remove option ${number.format(n)}`,
    left: (n: number) => `Left side ${number.format(n)}`,
    right: (n: number) => `Right side ${number.format(n)}`,
    list: 'The whole list',
    item: (n: number) => `Entry ${number.format(n)}`,
    truth: 'The statement is',
    editTitle: 'Edit card',
    editKeys: 'Ctrl Enter saves, Esc cancels',
    writeOne: 'Write one',
    writeAnother: 'Write another',
    writeFor: (duty: string) => `Write a card for: ${duty}`,
    writeTitle: 'Write a card for this responsibility',
    writeKind: 'Kind of card',
    writeKinds: { basic: 'Question and answer', tf: 'True or false', mcq: 'Choice' },
    writeSave: 'Add card',
    promptFor: (title: string, role: string) => `“${title}”: what does the ${role} do?`,
    statementFor: (duty: string, role: string) =>
      `True or false: one responsibility of the ${role} is to ${duty}.`,
    written: 'Your card was added. It comes again whenever this document is read anew.',
    // Setting the document right.
    fix: 'Set right',
    fixTitle: (role: string) => `Set “${role}” right`,
    rename: 'Its name',
    renameDo: 'Rename',
    nameTaken: (name: string) =>
      `There is a role “${name}” already. If both are one role, join them below.`,
    mergeLabel: 'It is the same role as',
    mergeDo: 'Make them one',
    chooseRole: 'Choose a role',
    dropHint: (role: string) => `“${role}” is no role: leave out all that was read for it.`,
    dropDo: 'Not a role',
    fixKeeps: 'The cards are made anew. What you decided about cards that stay is kept.',
    fixes: 'Set right so far',
    fixed: {
      merge: (role: string, into: string) => `“${role}” is the same role as “${into}”`,
      drop: (role: string) => `“${role}” is no role`,
      rename: (name: string) => `Renamed to “${name}”`,
      move: (n: number, to: string) =>
        `${count(n, 'responsibility was', 'responsibilities were')} given to “${to}”`,
      leaveOut: (kind: string) => `No cards of the kind “${kind}”`,
    },
    roleGone: 'another role',
    takeBack: 'Take back',
    takeBackFix: (what: string) => `Take back: ${what}`,
    otherRole: 'Other role',
    moveDuty: (duty: string) => `Belongs to another role: ${duty}`,
    moveTitle: 'Which role does this belong to?',
    moveTo: 'Role',
    moveWhich: 'These responsibilities belong to it',
    moveDo: (n: number) => `Move ${count(n, 'responsibility', 'responsibilities')}`,
    making: 'Making the cards anew …',
    unwanted: (rejected: number, decided: number, kind: string) =>
      `You rejected ${number.format(rejected)} of ${number.format(decided)} cards of the kind “${kind}”.`,
    unwantedOpen: (open: number) =>
      `Leave the ${open === 1 ? 'last one' : `other ${number.format(open)}`} out of this document?`,
    leaveOut: 'Leave them out',
    leaveIn: 'Keep them',
    saved: (title: string, cards: number) =>
      `“${title}” is in your library: ${count(cards, 'card', 'cards')} saved.`,
    unchanged: 'Nothing was changed: this document is in your library already.',
    kind: (recipe: string) => kinds[recipe] ?? 'Card',
    miss: (reason: MissReason) => missWords[reason],
    cardOf: (n: number, total: number) => `Card ${number.format(n)} of ${number.format(total)}`,
    inDocument: (n: number) => `${count(n, 'passage', 'passages')} marked`,
    fromFile: 'Imported document',
  },
  card: {
    gap: 'blank',
    selectAll: 'Select all that are right.',
    match: 'Which belong together?',
    left: 'To match',
    right: 'With one of these',
    pairs: 'What belongs together',
    order: 'In which order?',
    mixed: 'Not in order',
    rightOrder: 'In the right order',
    truth: (answer: string) => (answer === 'False' ? 'False' : 'True'),
  },
  study: {
    title: 'Study',
    all: 'All decks',
    reveal: 'Show answer',
    grades: { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' },
    gradesLabel: 'How well did you know it?',
    hardHint: 'Hard is a pass: if you forgot, press Again.',
    gradeHint: (interval: string, key: string) => `Comes back in ${interval}. Key ${key}`,
    comesBackIn: 'comes back in',
    undo: 'Undo',
    source: 'Source',
    sourceTitle: 'Where this card comes from',
    hideSource: 'Hide source',
    progress: ({ answers, done, left }: { answers: number; done: number; left: number }) =>
      [
        answers > 0 ? count(answers, 'answer', 'answers') : '',
        done > 0 ? `${number.format(done)} done` : '',
        `${count(left, 'card', 'cards')} left`,
      ]
        .filter(Boolean)
        .join(' · '),
    answerSpoken: (text: string) => `Answer: ${text}`,
    waitingTitle: 'A short pause',
    waiting: (ms: number) => `The next card comes back in ${spokenTime(ms)}.`,
    ahead: 'Show it now',
    doneTitle: 'Done for now',
    nothingTitle: 'Nothing is due',
    nothing: 'All cards of this choice are waiting for their day.',
    answered: 'Answers',
    recalled: 'Recalled',
    time: 'Time',
    streak: 'Streak',
    heldBack: (fresh: number, review: number) =>
      [
        fresh > 0 ? `${count(fresh, 'new card waits', 'new cards wait')} for the coming days` : '',
        review > 0 ? `${count(review, 'review waits', 'reviews wait')} for tomorrow` : '',
      ]
        .filter(Boolean)
        .join('; ') + '.',
    toQuiz: 'Test yourself',
    toToday: 'Back to Today',
    options: 'Options',
    rightOption: 'right',
    failed: (reason: string) => `Your answer was not saved, so the card is back. ${reason}`,
    saving: 'Saving …',
    duration: (ms: number) => spokenTime(Math.max(1000, ms)),
    end: 'End',
  },
  contest: {
    open: 'Something is wrong',
    title: 'What is wrong with this card?',
    hint: 'It is set aside: no grade, no quiz, no figure counts it until you settle it. Its history is kept.',
    kind: 'Kind',
    kinds: {
      wrong: { label: 'Wrong', hint: 'The answer is not true.' },
      ambiguous: { label: 'Ambiguous', hint: 'More than one answer fits, or none clearly.' },
      outdated: { label: 'Outdated', hint: 'It was true once.' },
    },
    note: 'Note, if you like (Enter saves)',
    save: 'Set aside',
    withdraw: 'Take it back',
    done: 'The card is set aside until you settle it.',
    questionDone: 'The question is set aside: it does not count in this quiz.',
    withdrawn: 'Taken back.',
    mark: (kind: string) => `You said: ${kind.toLowerCase()}`,
    setAside: 'Set aside: it does not count.',
    settled: 'You have settled this card since; as it was asked here it does not count.',
    change: 'Change',
    listTitle: 'Contested cards',
    waiting: (n: number) => count(n, 'contested card', 'contested cards'),
    waitingHint: 'Out of study, quizzes and figures until you settle them.',
    settle: 'Settle them',
    empty: 'No card is contested',
    emptyHint: (key: string) =>
      `Press ${key} on a card or a quiz question when something is wrong with it.`,
    intro:
      'Each of these is out of study, quizzes and figures until you settle it. Keep it as it is, put it right in your own words, or reject it.',
    keysHint: (keys: readonly [string, string, string, string, string, string]) =>
      `Keys: ${keys[0]} keep, ${keys[1]} edit, ${keys[2]} reject, ${keys[3]} passage, ${keys[4]} ${keys[5]} move.`,
    exportTo: 'For the owner of the document:',
    exportAs: { md: 'Export as Markdown', csv: 'Export as CSV' },
    exported: (fileName: string) => `The list was handed over as ${fileName}.`,
    since: (day: number) => `since ${date(day)}`,
    changed: 'The card reads differently now:',
    keep: 'Keep as it is',
    edit: 'Edit',
    reject: 'Reject',
    editTitle: 'Put the card right',
    rejectTitle: 'Why is it rejected?',
    rejectHint: 'It does not come back, not even when the document is imported again.',
    reasons: {
      wrong: 'Wrong',
      ambiguous: 'Ambiguous',
      outdated: 'Outdated',
      trivial: 'Trivial',
      worded: 'Badly worded',
    },
    settledAs: {
      kept: 'The card is back with its schedule as it was.',
      edited: 'The card is back in your words.',
      rejected: 'The card is rejected.',
    },
  },
  quiz: {
    setUp: quizSetupWords,
    run: quizRunWords,
    figures: quizFigureWords,
    result: quizResultWords,
    title: 'Quiz',
    setupHint:
      'Drawn anew each time from the cards of your roles. Answers are saved one by one, and what was in your last quiz is avoided.',
    roles: 'Roles',
    all: 'All',
    none: 'None',
    wholeDeck: 'All of this deck',
    pool: (n: number) => count(n, 'question possible', 'questions possible'),
    number: 'Questions',
    minutes: 'Minutes',
    start: 'Start the clock',
    few: (pool: number) =>
      `The chosen roles give ${count(pool, 'question', 'questions')}; the quiz will have no more.`,
    empty: 'No questions yet',
    emptyHint:
      'A quiz is made from the cards of your roles. Add a ready deck or import a document first.',
    question: (n: number, total: number) =>
      `Question ${number.format(n)} of ${number.format(total)}`,
    map: 'Questions',
    mapEntry: (n: number, isAnswered: boolean, isSetAside: boolean, isFlagged: boolean) =>
      `Question ${number.format(n)}, ${isAnswered ? 'answered' : 'not answered'}${isFlagged ? ', flagged' : ''}${isSetAside ? ', set aside' : ''}`,
    previous: 'Previous',
    next: 'Next',
    handIn: 'Hand in',
    handInTitle: 'Hand in the quiz?',
    unanswered: (n: number) =>
      n === 0
        ? 'All questions are answered.'
        : `${count(n, 'question is', 'questions are')} not answered.`,
    goOn: 'Go on answering',
    left: (ms: number) => `${minutesAndSeconds(ms)} left`,
    leftSpoken: (ms: number) => `${spokenTime(ms)} left`,
    hurry: 'Little time left',
    timeUp: 'Time is up. Your answers were handed in.',
    notSaved: (reason: string) => `The answer was not saved: ${reason}`,
    resultTitle: 'Result',
    score: (right: number, total: number) =>
      `${number.format(right)} of ${number.format(total)} right`,
    closedBy: { learner: 'Handed in by you', expired: 'Handed in when the time was up' },
    used: (ms: number, minutes: number | null) =>
      minutes === null
        ? `${spokenTime(ms)} used`
        : `${spokenTime(ms)} of ${count(minutes, 'minute', 'minutes')} used`,
    byRole: 'By role',
    role: 'Role',
    right: 'Right',
    share: 'Share',
    review: 'Question by question',
    yours: 'your answer',
    key: 'right answer',
    noAnswer: 'Not answered',
    isRight: 'Right',
    isWrong: 'Wrong',
    asideVerdict: 'Set aside',
    why: 'Why',
    passage: 'Passage',
    another: 'Another quiz',
    setAside: (n: number) =>
      `${count(n, 'question', 'questions')} set aside, because you contested ${n === 1 ? 'it' : 'them'}.`,
    noneLeft: 'All questions are set aside, so there is no score.',
    showPassage: 'Show in the document',
    hidePassage: 'Hide the document',
    reviewKeys: (keys: readonly [string, string, string, string]) =>
      `Keys: ${keys[0]} ${keys[1]} move, ${keys[2]} something is wrong, ${keys[3]} passage.`,
    history: 'Earlier quizzes',
    openResult: (day: number) => `Result of ${date(day)}`,
    running: 'Running',
    date: 'Date',
  },
  progress: {
    title: 'Progress',
    empty: 'Nothing to show yet',
    emptyHint: 'After your first answers you see here what you know and how you study.',
    current: 'Current streak',
    longest: 'Longest streak',
    recall: 'Recall',
    recallText: (passed: number, total: number) =>
      total === 0
        ? 'No card has come back for review in the last 30 days yet.'
        : `In the last 30 days you recalled ${number.format(passed)} of ${number.format(total)} cards that came back.`,
    activityTitle: 'Answers by day',
    activityText: (answers: number, days: number) =>
      `${count(answers, 'answer', 'answers')} on ${count(days, 'day', 'days')} of the last twelve weeks, quizzes included.`,
    barLabel: (day: number, answers: number) =>
      `${date(day)}: ${count(answers, 'answer', 'answers')}`,
    showTable: 'Show as a table',
    hideTable: 'Hide the table',
    day: 'Day',
    answers: 'Study answers',
    quizAnswers: 'Quiz answers',
    passed: 'Recalled',
    minutes: 'Minutes',
    stagesTitle: 'Cards by stage',
    stagesText: 'Young cards come back within three weeks, mature ones later.',
    stages: { fresh: 'New', learning: 'Learning', young: 'Young', mature: 'Mature' },
    rolesTitle: 'By role',
    quizzesTitle: 'Quizzes',
    noQuiz: 'No quiz yet.',
  },
  settings: {
    title: 'Settings',
    daily: 'Every day',
    newPerDay: 'New cards a day',
    newPerDayHint:
      'How many cards you meet for the first time. Each new card brings several reviews in the days after.',
    reviewsPerDay: 'Reviews a day, at most',
    reviewsPerDayHint: 'New cards count as well. What goes beyond waits for the next day.',
    goalPerDay: 'Answers that make a day count',
    goalPerDayHint: 'For your streak. A new goal acts from today on.',
    rolloverHour: 'A day ends at',
    rolloverHourHint: 'Study after midnight counts for the day before until this hour.',
    hour: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
    memory: 'Memory',
    more: 'Steps, week, order and parameters',
    desiredRecall: 'Recall to aim for',
    desiredRecallHint: 'How likely you know a card when it comes back. Higher means more reviews.',
    look: 'Look',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    saved: 'Saved',
    about: 'About',
    version: 'Version',
    dataFolder: 'Your data',
    host: 'Runs in',
    hosts: { electron: 'its own window', local: 'your browser, on this computer only' },
    sqlite: 'SQLite',
    outOfRange: (low: number, high: number) =>
      `Choose a number from ${number.format(low)} to ${number.format(high)}.`,
  },
  options,
  catchUp,
  keySettings: keyWords,
  studySettings: studySettingWords,
  steps: stepWords,
  answering,
  practice,
  difficult,
  help: {
    title: 'Keys',
    change: 'Change keys',
    groups: {
      main: 'Everywhere',
      study: 'Study',
      import: 'Import',
      quiz: 'Quiz',
      contested: 'Contested cards',
      cards: 'Cards',
      changes: 'New version of a document',
    },
    keys: {
      today: 'Today',
      library: 'Library',
      cards: 'Cards',
      study: 'Study',
      quiz: 'Quiz',
      progress: 'Progress',
      import: 'Import',
      settings: 'Settings',
      newCard: 'Write a new card',
      searchBox: 'To the search box',
      moveRow: 'Another row',
      extendRows: 'Choose rows one after another',
      chooseRow: 'Choose the row, or no longer',
      chooseAllRows: 'Choose all cards found',
      cardInfo: 'About the card, with its history',
      help: 'This list',
      undoStep: 'Take the last step back',
      redoStep: 'Do it again',
      reveal: 'Show the answer, then grade Good',
      again: 'Again: forgotten',
      hard: 'Hard: known with effort',
      good: 'Good: known',
      easy: 'Easy: known at once',
      option: 'Choose an option, before the answer is shown',
      undo: 'Take the last step back',
      source: 'Show or hide the passage',
      contest: 'Something is wrong with the card',
      hint: 'A hint: first letters',
      countRight: 'Count what was typed as right',
      more: 'More to do with the card',
      editCard: 'Edit the card; its schedule stays',
      flag: 'Flag the card',
      bury: 'Not today: set the card aside until tomorrow',
      suspend: 'Suspend the card',
      date: 'Choose the day on which it comes back',
      reset: 'Begin the card anew',
      remove: 'Delete the card',
      end: 'End; everything is saved',
      keepCard: 'Keep the card',
      edit: 'Edit the card',
      reject: 'Reject the card; then 1 to 4 for the reason, X for none',
      pinCard: 'Pin the card: keep it as it is',
      takeBack: 'Take the last decision back',
      move: 'Next card',
      moveBack: 'Previous card',
      nextOpen: 'Next undecided card',
      keepRole: 'Keep the rest of the role',
      rejectRole: 'Reject the rest of the role',
      coverage: 'Responsibilities with and without cards',
      fix: 'Set the role right: rename, join, leave out',
      choose: 'Choose an option',
      turn: 'Next question',
      turnBack: 'Previous question',
      flagQuestion: 'Flag the question',
      contestQuestion: 'Something is wrong with the question',
      sourceOfQuestion: 'Show or hide the passage, in the result',
      keep: 'Keep the card as it is',
      reword: 'Edit the card',
      drop: 'Reject the card',
      sourceOfContested: 'Show or hide the passage',
      moveContested: 'Next card',
      moveContestedBack: 'Previous card',
      changeKind: 'Changed, gone, new, reworded, moved, unchanged',
      moveChange: 'Next or previous change',
      update: 'Update',
      cancelUpdate: 'Cancel, change nothing',
    },
  },
  changes: {
    // Side by side.
    before: 'before',
    after: 'now',
    passage: 'Passage',
    question: 'Question',
    answer: 'Answer',
    yours: 'yours',
    documents: 'the document’s',
    due: 'Due now',
    edited: 'Your wording stays',
    back: 'Back, with its history',
    kept: 'History kept',
    otherOptions: 'It asks the same; only the wrong options differ.',
    // A document that came again.
    versionTitle: (title: string) => `A new version of “${title}”`,
    likeTitle: (title: string) => `This looks like a new version of “${title}”`,
    likeHint:
      'It has another file name or too little in common to be sure. Update keeps your cards with their history; a separate document gets cards of its own.',
    known: {
      same: 'It has the very same words.',
      key: 'Recognised by the id in the role file.',
      name: 'Recognised by its file name and content.',
      alike: 'You said that it is this document.',
    },
    updateIt: 'Update it',
    separate: 'Keep as a separate document',
    comparing: 'Comparing with your cards …',
    kinds: {
      unchanged: 'Unchanged',
      moved: 'Moved',
      reworded: 'Reworded',
      changed: 'Changed',
      new: 'New',
      gone: 'Gone',
    } satisfies Record<ChangeKind, string>,
    kindHints: {
      unchanged: 'Same words, same place. Nothing happens to these cards.',
      moved: 'Same words in another place. Schedule and history stay.',
      reworded: 'The same fact in other words. Schedule and history stay.',
      changed:
        'The fact itself is another one. What you had studied comes back now, with both passages.',
      new: 'Not in the stored version.',
      gone: 'The document no longer says this. Archived with its history, never deleted.',
    } satisfies Record<ChangeKind, string>,
    groups: 'Changes by kind',
    list: (kind: string) => `${kind} cards`,
    none: 'No card is of this kind.',
    entry: (n: number, total: number) => `Change ${number.format(n)} of ${number.format(total)}`,
    more: (n: number) => `Show ${number.format(n)} more`,
    happensTitle: 'What will happen',
    happens: {
      stay: (n: number) => `${count(n, 'card keeps', 'cards keep')} schedule and history.`,
      due: (n: number) =>
        `${count(n, 'card that you studied becomes', 'cards that you studied become')} due now, with both passages.`,
      added: (n: number) => `${count(n, 'new card is', 'new cards are')} added.`,
      gone: (n: number) =>
        `${count(n, 'card goes', 'cards go')} to the archive; nothing is deleted.`,
      suppressed: (n: number) =>
        `${count(n, 'new card is', 'new cards are')} left out, because you rejected nearly the same.`,
    },
    nothingYet: 'Nothing is changed before you press Update.',
    update: 'Update',
    cancel: 'Cancel, change nothing',
    keysHint: 'Keys: 1–6 or ← → choose a kind, ↑ ↓ go through it, U update, Esc cancel.',
    allCards: 'Look at all cards',
    toChanges: 'Back to what changes',
    updated: (due: number) =>
      due === 0
        ? 'Updated. All schedules stay as they were.'
        : `Updated. ${count(due, 'card is', 'cards are')} due because of a change.`,
    // What changed in a deck.
    title: (name: string) => `What changed: ${name}`,
    link: (n: number) => (n === 0 ? 'What changed' : `What changed (${number.format(n)})`),
    updateOf: (day: number) => `Update of ${date(day)}`,
    noUpdate: 'Nothing has changed yet',
    noUpdateHint:
      'Import the document again when it has changed: what is new to you is listed here.',
    nothingHere: 'Nothing in this role changed.',
    goneTitle: 'The document no longer says this',
    goneHint: 'These cards are kept with their history and come back when the words do.',
    answers: (n: number) => count(n, 'answer', 'answers'),
    // While studying.
    noticeTitle: 'Changed in its document',
    noticeQuestion: 'The document has changed since you learnt this card.',
    dismiss: 'I have seen it: back to its old date',
    keepMine: 'Keep my wording',
    takeNew: 'Take the document’s wording',
    settled: 'Done. The card is back on its old date.',
  },
  passage: {
    label: 'Text with its marked passages',
    more: 'Show more',
    list: 'Passages of this card',
    supports: { fact: 'Statement', role: 'Role', prompt: 'Question', answer: 'Answer' },
    lost: 'The document has changed since, and no longer holds these words:',
  },
}
