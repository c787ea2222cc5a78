// The rules of Remit: roles, cards, scheduling, study, quiz, statistics, time.
// Pure functions and types: no I/O, no clock, no random source, no Node, no DOM.
// May import only src/domain and the few libraries that .dependency-cruiser.mjs names.

/** Every expected failure, by code. The renderer owns the words (renderer/i18n). */
export const errorCodes = [
  // input from outside
  'bad_request',
  'unknown_procedure',
  // documents
  'document_empty',
  'document_too_large',
  'document_binary',
  'document_wrong_encoding',
  'document_unknown_format',
  'document_no_roles',
  'document_invalid_role_file',
  'document_missing',
  'document_none_in_folder',
  'document_no_file',
  'document_unreadable',
  'document_not_what_it_says',
  'document_picture',
  'document_old_word',
  'document_not_word',
  'document_encrypted',
  'document_damaged',
  'document_bomb',
  'document_unsafe_xml',
  'document_too_deep',
  'document_too_complex',
  'document_too_many_pages',
  'document_no_text',
  'import_not_found',
  'import_not_ready',
  'import_cancelled',
  'import_failed',
  'import_timeout',
  'import_out_of_memory',
  'import_no_role_left',
  // collection
  'deck_not_found',
  'source_not_found',
  'card_not_found',
  'card_changed',
  'nothing_to_undo',
  'nothing_to_redo',
  'nothing_to_change',
  'wording_incomplete',
  'reckoning_failed',
  'reckoning_stopped',
  'too_few_answers',
  'fit_no_better',
  'optimizer_missing',
  'parameters_not_found',
  'contest_not_found',
  'contest_settled',
  'deck_name_taken',
  // the list of cards
  'search_not_understood',
  'card_change_not_found',
  // quiz
  'quiz_not_found',
  'quiz_closed',
  'quiz_still_open',
  'quiz_pool_empty',
  'question_not_found',
  'question_over',
  // data folder
  'data_folder_missing',
  'data_folder_read_only',
  'data_folder_in_use',
  'database_missing',
  'database_from_newer_version',
  'database_damaged',
  'disk_full',
  // anything we did not foresee
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorParams = Readonly<Record<string, string | number>>

/** An expected failure: a code from the union and plain parameters, never words for people. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}
