import type { QuizPlan } from '#domain/quiz/plan.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson } from './rows.ts'

export interface StoredTemplate {
  readonly templateId: string
  readonly name: string
  readonly plan: QuizPlan
}

/** Set-ups of quizzes that the learner keeps by name. */
export function createTemplateStore(db: Db) {
  const all = db.prepare<[], { template_id: string; name: string; plan_json: string }>(
    'select template_id, name, plan_json from quiz_template order by saved_at desc, template_id',
  )
  return {
    all: (): StoredTemplate[] =>
      all.all().map((row) => ({
        templateId: row.template_id,
        name: row.name,
        plan: fromJson<QuizPlan>(row.plan_json),
      })),
    /** One of the same name is replaced. */
    put(tx: WriteDb, template: StoredTemplate, at: EpochMs): void {
      tx.prepare('delete from quiz_template where name = ?').run(template.name)
      tx.prepare(
        'insert into quiz_template (template_id, name, plan_json, saved_at) values (?, ?, ?, ?)',
      ).run(template.templateId, template.name, JSON.stringify(template.plan), at)
    },
    remove(tx: WriteDb, templateId: string): void {
      tx.prepare('delete from quiz_template where template_id = ?').run(templateId)
    },
  }
}
