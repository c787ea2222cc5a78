/** Words of the native menus, for translation. */
export const menuWords = {
  file: 'File',
  import: 'Import a document …',
  go: 'Go',
  today: 'Today',
  library: 'Library',
  study: 'Study',
  quiz: 'Quiz',
  progress: 'Progress',
  settings: 'Settings',
  startTitle: 'Remit could not start',
  heldByOther:
    'Remit runs already with this collection, in your browser: use that one or end it first.',
} as const
