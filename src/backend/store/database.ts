import type Database from 'better-sqlite3'

declare const writable: unique symbol
export type Db = Database.Database
/** A database within a write transaction; statements that change rows ask for it. */
export type WriteDb = Db & { readonly [writable]: true }
