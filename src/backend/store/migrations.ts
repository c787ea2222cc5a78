import collection from './migrations/0001-collection.sql?raw'
import documents from './migrations/0002-documents.sql?raw'
import regeneration from './migrations/0003-regeneration.sql?raw'
import decisions from './migrations/0004-decisions.sql?raw'
import contests from './migrations/0005-contests.sql?raw'
import scheduling from './migrations/0006-scheduling.sql?raw'
import steps from './migrations/0007-steps.sql?raw'
import search from './migrations/0008-search.sql?raw'
import totals from './migrations/0009-totals.sql?raw'
import quizzes from './migrations/0010-quizzes.sql?raw'

/** Released migrations in order; a released file never changes, new ones are added at the end. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-collection', sql: collection },
  { name: '0002-documents', sql: documents },
  { name: '0003-regeneration', sql: regeneration },
  { name: '0004-decisions', sql: decisions },
  { name: '0005-contests', sql: contests },
  { name: '0006-scheduling', sql: scheduling },
  { name: '0007-steps', sql: steps },
  { name: '0008-search', sql: search },
  { name: '0009-totals', sql: totals },
  { name: '0010-quizzes', sql: quizzes },
]
