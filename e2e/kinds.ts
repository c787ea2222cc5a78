import { join } from 'node:path'
import Database from 'better-sqlite3'

/** A kind of card as a document may make it. */
export interface Kind {
  readonly type: string
  readonly prompt: string
  readonly answer?: string
  readonly choices?: readonly { text: string; correct: boolean; from: string }[]
  readonly items?: readonly string[]
  readonly pairs?: readonly (readonly [string, string])[]
}
export const kinds: readonly Kind[] = [
  {
    type: 'cloze',
    prompt: 'The Ward Nurse cleans and dresses ____ by the ward protocol.',
    answer: 'wounds',
  },
  {
    type: 'multi',
    prompt: 'Select all: which of these are skills of the Ward Nurse?',
    answer: 'Calm; Clear words',
    choices: [
      { text: 'Calm', correct: true, from: '' },
      { text: 'Welding', correct: false, from: '' },
      { text: 'Clear words', correct: true, from: '' },
    ],
  },
  {
    type: 'match',
    prompt: 'Who does what?',
    pairs: [
      ['Ward Nurse', 'cleans wounds'],
      ['Clinic Manager', 'assigns shifts'],
      ['Hospital Pharmacist', 'orders medicines'],
    ],
  },
  { type: 'order', prompt: 'Put the steps in order.', items: ['Wash', 'Dry', 'Dress', 'Note'] },
  { type: 'tf', prompt: 'True or false: nurses order medicines.', answer: 'False' },
]

/** Puts cards of these kinds in place of the first ones of a stored document; nothing makes all of them at once. */
export function putKinds(dataDir: string, list: readonly Kind[] = kinds): void {
  const db = new Database(join(dataDir, 'remit.db'))
  const ids = db
    .prepare("select min(card_id) as id from memory where status = 'active' group by note_id")
    .pluck()
    .all()
  for (const [index, kind] of list.entries()) {
    db.prepare(
      `update card set recipe = 'written.' || @type, type = @type, prompt = @prompt, answer = @answer,
        choices_json = @choices, items_json = @items, pairs_json = @pairs, explanation = null
      where card_id = @id`,
    ).run({
      id: ids[index],
      type: kind.type,
      prompt: kind.prompt,
      answer: kind.answer ?? null,
      choices: kind.choices ? JSON.stringify(kind.choices) : null,
      items: kind.items ? JSON.stringify(kind.items) : null,
      pairs: kind.pairs ? JSON.stringify(kind.pairs) : null,
    })
  }
  const used = ids.slice(0, list.length)
  db.prepare(
    `update memory set status = 'archived' where card_id not in (${used.map(() => '?').join()})`,
  ).run(...used)
  db.close()
}
