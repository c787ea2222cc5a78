import type { Db } from './database.ts'

/** So long after the last change nobody is in the middle of an answer. */
const idleMs = 1500

/**
 * Moves what was written from the write-ahead log into the collection's file when nothing has changed for a while, so that no answer
 * waits for it. Losing power before is no loss: the log is synchronised with every commit.
 */
export function checkpointWhenIdle(db: Db) {
  let timer: ReturnType<typeof setTimeout> | null = null
  const stop = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  return {
    /** Something was written. */
    wrote(): void {
      stop()
      timer = setTimeout(() => {
        timer = null
        // A reader in the way leaves the rest for the next time.
        if (db.open) db.pragma('wal_checkpoint(PASSIVE)')
      }, idleMs)
      timer.unref()
    },
    stop,
  }
}
