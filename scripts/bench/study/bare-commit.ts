import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** One row written and synchronised, in a file of its own on the same disk: what no answer can be quicker than. */
export function bareCommits(folder: string) {
  const path = join(folder, 'bare.db')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table line (n integer primary key, value text)')
  const insert = db.prepare("insert into line (value) values ('one row')")
  return {
    commit: (): void => void insert.run(),
    close(): void {
      db.close()
      for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    },
  }
}
