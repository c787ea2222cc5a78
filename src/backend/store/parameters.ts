import type { EpochMs } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson } from './rows.ts'

/** Parameters of the memory model that were fitted to the learner's answers. */
export interface ParameterSet {
  readonly setId: number
  readonly params: readonly number[]
  /** Answers that they were fitted to, and the log loss of the defaults and of these. */
  readonly answers: number
  readonly lossBefore: number
  readonly lossAfter: number
  readonly fittedAt: EpochMs
}

interface SetRow {
  set_id: number
  params_json: string
  answers: number
  loss_before: number
  loss_after: number
  fitted_at: number
}
const columns = 'set_id, params_json, answers, loss_before, loss_after, fitted_at'
const toSet = (row: SetRow): ParameterSet => ({
  setId: row.set_id,
  params: fromJson<number[]>(row.params_json),
  answers: row.answers,
  lossBefore: row.loss_before,
  lossAfter: row.loss_after,
  fittedAt: row.fitted_at,
})

/** Fitted parameters, all that ever were, and which set was in use from when on. */
export function createParameterStore(db: Db) {
  const all = db.prepare<[], SetRow>(`select ${columns} from parameter_set order by set_id desc`)
  const one = db.prepare<[number], SetRow>(`select ${columns} from parameter_set where set_id = ?`)
  const last = db.prepare<[], { set_id: number | null }>(
    'select set_id from parameter_use order by n desc limit 1',
  )
  const find = (setId: number): ParameterSet | null => {
    const row = one.get(setId)
    return row ? toSet(row) : null
  }
  return {
    /** Newest first. */
    all: (): ParameterSet[] => all.all().map(toSet),
    find,
    /** The set in use; null stands for the defaults. */
    current(): ParameterSet | null {
      const setId = last.get()?.set_id ?? null
      return setId === null ? null : find(setId)
    },
    insert(tx: WriteDb, set: Omit<ParameterSet, 'setId'>): number {
      const { lastInsertRowid } = tx
        .prepare(
          `insert into parameter_set (model, params_json, answers, loss_before, loss_after, fitted_at)
          values ('fsrs-6', @params, @answers, @lossBefore, @lossAfter, @fittedAt)`,
        )
        .run({ ...set, params: JSON.stringify(set.params) })
      return Number(lastInsertRowid)
    },
    use(tx: WriteDb, setId: number | null, since: EpochMs): void {
      tx.prepare('insert into parameter_use (set_id, since) values (?, ?)').run(setId, since)
    },
  }
}
