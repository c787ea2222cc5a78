import * as v from 'valibot'
import { defaultSettings, SettingsChanges, type Settings } from '#contract/shapes/settings.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { whileUnchanged } from './while-unchanged.ts'

/** The learner's settings: one row each; a broken value falls back to its default. */
export function createSettingsStore(db: Db) {
  const readAll = db.prepare<[], { name: string; value_json: string }>(
    'select name, value_json from setting',
  )
  const goals = db.prepare<[], { from: StudyDay; n: number }>(
    'select from_day as "from", answers as n from goal order by from_day',
  )
  const read = whileUnchanged(db, (): Settings => {
    const settings: Settings = { ...defaultSettings }
    for (const { name, value_json } of readAll.all()) {
      const one = v.safeParse(SettingsChanges, { [name]: JSON.parse(value_json) as unknown })
      if (one.success) Object.assign(settings, one.output)
    }
    return settings
  })
  return {
    read: (): Readonly<Settings> => read(),
    /** The daily goals, each from its day on. */
    goals: (): { from: StudyDay; n: number }[] => goals.all(),
    /** Sets the goal of a day and those after it; days before keep theirs. */
    setGoal(tx: WriteDb, from: StudyDay, n: number): void {
      tx.prepare('delete from goal where from_day >= ?').run(from)
      tx.prepare('insert into goal (from_day, answers) values (?, ?)').run(from, n)
    },
    save(tx: WriteDb, changes: SettingsChanges): void {
      const put = tx.prepare(
        'insert into setting (name, value_json) values (?, ?) on conflict (name) do update set value_json = excluded.value_json',
      )
      for (const [name, value] of Object.entries(changes)) {
        if (value !== undefined) put.run(name, JSON.stringify(value))
      }
    },
  }
}

/** Facts of the collection itself, such as this device's id. */
export function createMetaStore(db: Db) {
  const read = db.prepare<[string], { value: string }>('select value from meta where name = ?')
  return {
    read: (name: string): string | null => read.get(name)?.value ?? null,
    put(tx: WriteDb, name: string, value: string): void {
      tx.prepare(
        'insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
      ).run(name, value)
    },
  }
}
