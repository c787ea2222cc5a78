import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  answerCard,
  clinicHandbook,
  expectNoSidewaysScroll,
  expectNothingFromAxe,
  goTo,
  pasteDocument,
  waitForPreview,
} from './pages.ts'
import { expect, test } from './fixtures.ts'

/** One duty of each kind: moved, reworded, changed (two), new, gone; the rest is as it was. */
const edited = clinicHandbook
  .replace('- Handover: report the state of each patient to the next shift.\n', '')
  .replace(
    '- Medication rounds: give each patient the prescribed medicine at the set hour.\n',
    `- Handover: report the state of each patient to the next shift.
- Medication rounds: give each patient the prescribed medicine before the set hour.
`,
  )
  .replace('for the coming month', 'for the month that comes')
  .replace('within ten days', 'within five days')
  .replace(
    '- Budget tracking',
    '- Key holding: lock the medicine store at the end of the day.\n- Budget tracking',
  )
  .replace('- Recall handling: remove a recalled medicine from all wards.\n', '')

const dayMs = 86_400_000

const rowsOf = (dataDir: string, sql: string): Record<string, unknown>[] => {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const rows = db.prepare<[], Record<string, unknown>>(sql).all()
  db.close()
  return rows
}
const schedules = (dataDir: string) =>
  new Map(
    rowsOf(
      dataDir,
      `select card_id, state, stability, difficulty, reps, lapses, step, last_review_at, due_at, due_day
      from memory`,
    ).map((row) => [String(row.card_id), row]),
  )
const answers = (dataDir: string) =>
  rowsOf(dataDir, "select * from review where kind = 'study' order by n")
/** Ids of the cards that the second version lists under a kind. */
const listed = (dataDir: string, kind: string) =>
  rowsOf(
    dataDir,
    `select card_id from source_change where version = 2 and kind = '${kind}' order by n`,
  ).map((row) => String(row.card_id))

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Save \d+ cards/ }).click()
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
}
async function store(page: Page): Promise<void> {
  await pasteDocument(page, clinicHandbook)
  await waitForPreview(page)
  await save(page)
}
async function allowManyNewCards(page: Page): Promise<void> {
  await goTo(page, 'Settings')
  const field = page.getByRole('spinbutton', { name: 'New cards a day' })
  await field.fill('200')
  await field.press('Enter')
}
/** Studies all that is due now, each card with Easy. */
async function studyAll(page: Page): Promise<void> {
  await goTo(page, 'Study')
  const reveal = page.getByRole('button', { name: 'Show answer' })
  const done = page.getByRole('heading', { name: /^(?:Done for now|Nothing is due)$/ })
  for (;;) {
    await expect(reveal.or(done)).toBeVisible()
    if (await done.isVisible()) return
    await answerCard(page, 'Easy')
  }
}

const kind = (page: Page, name: string) =>
  page
    .getByRole('group', { name: 'Changes by kind' })
    .getByRole('button', { name: new RegExp(`^\\d+ ${name}$`) })
const cardsOf = (page: Page, name: string) => page.getByRole('region', { name: `${name} cards` })
const newVersion = (page: Page) => page.getByRole('heading', { name: /^A new version of/ })

async function importEdited(page: Page): Promise<void> {
  await pasteDocument(page, edited)
  await expect(newVersion(page)).toBeVisible()
}
async function update(page: Page): Promise<void> {
  // The key does nothing before it is shown what it would do.
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { name: /^What changed:/ })).toBeVisible()
}

test('a changed document shows six kinds side by side, and keeps the history of what stays', async ({
  startLocal,
  openLocal,
  dataDir,
}) => {
  test.setTimeout(90_000)
  const host = await startLocal()
  const page = await openLocal(host)
  await allowManyNewCards(page)
  await store(page)
  await studyAll(page)
  await host.shiftClock(dayMs)
  const before = schedules(dataDir)
  const given = answers(dataDir)
  expect(given.length).toBeGreaterThan(3)

  await importEdited(page)
  for (const name of ['Changed', 'Gone', 'New', 'Reworded', 'Moved', 'Unchanged'])
    await expect(kind(page, name)).not.toHaveText(/^0/)
  await expect(kind(page, 'Changed')).toHaveAttribute('aria-pressed', 'true')
  const complaint = cardsOf(page, 'Changed')
    .getByRole('listitem')
    .filter({ hasText: 'what does the Clinic Manager do' })
    .filter({ hasText: 'Complaint' })
  const sides = complaint.getByRole('group', { name: 'Passage' })
  await expect(sides.getByRole('deletion')).toHaveText(['ten'])
  await expect(sides.getByRole('insertion')).toHaveText(['five'])
  const expected = [
    ['2', 'Gone', 'remove a recalled medicine'],
    ['3', 'New', 'lock the medicine store'],
    ['4', 'Reworded', 'for the month that comes'],
    ['5', 'Moved', 'Wound care'],
    ['6', 'Unchanged', 'compare each prescription'],
  ] as const
  for (const [key, name, words] of expected) {
    await page.keyboard.press(key)
    await expect(kind(page, name)).toHaveAttribute('aria-pressed', 'true')
    await expect(cardsOf(page, name).getByText(words).first()).toBeVisible()
  }
  await page.keyboard.press('ArrowRight')
  await expect(kind(page, 'Changed')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(cardsOf(page, 'Changed').getByRole('listitem').nth(1)).toBeFocused()
  expect(schedules(dataDir)).toEqual(before)
  await update(page)

  expect(answers(dataDir)).toEqual(given)
  const after = schedules(dataDir)
  const changed = listed(dataDir, 'changed')
  expect(listed(dataDir, 'reworded').length).toBeGreaterThan(0)
  for (const [cardId, schedule] of before)
    if (!changed.includes(cardId)) expect(after.get(cardId)).toEqual(schedule)
  const called = changed.filter((cardId) => before.get(cardId)?.state === 'review')
  expect(called.length).toBeGreaterThan(0)
  for (const cardId of called)
    expect(after.get(cardId)).toEqual({
      ...before.get(cardId),
      due_day: Number(given[0]?.study_day) + 1,
    })
  expect(rowsOf(dataDir, "select card_id from memory where status = 'archived'")).toHaveLength(
    listed(dataDir, 'gone').length,
  )
})

test('a changed card is due with both passages until it is answered or dismissed', async ({
  startLocal,
  openLocal,
}) => {
  const host = await startLocal()
  const page = await openLocal(host)
  await page.setViewportSize({ width: 1200, height: 780 })
  await allowManyNewCards(page)
  await store(page)
  await studyAll(page)
  await host.shiftClock(dayMs)
  await importEdited(page)
  await update(page)
  await goTo(page, 'Study')
  const seen: string[] = []
  for (;;) {
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
    if (!(await page.getByText('Changed in its document').isVisible())) break
    // Before the answer is shown the passages would give it away.
    await expect(page.getByRole('insertion')).toHaveCount(0)
    await page.keyboard.press('Space')
    const notice = page.getByRole('region', { name: 'Changed in its document' })
    const passages = notice.getByRole('group', { name: 'Passage' })
    await expect(passages.getByText('Passage · before')).toBeVisible()
    await expect(passages.getByText('Passage · now')).toBeVisible()
    seen.push(await passages.innerText())
    if (seen.length === 1) {
      for (const width of [360, 900, 1200]) {
        await page.setViewportSize({ width, height: 780 })
        await expectNoSidewaysScroll(page, `${width} px`)
      }
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectNothingFromAxe(page, colorScheme)
      }
    }
    // The grades stay in view, with the document open as well.
    const grades = page.getByRole('group', { name: 'How well did you know it?' })
    await expect(grades).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('o')
    await expect(page.locator('mark').first()).toBeVisible()
    await expect(grades).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('o')
    if (seen.length === 1)
      await page.getByRole('button', { name: 'I have seen it: back to its old date' }).click()
    else await page.keyboard.press('3')
    await expect(notice).toBeHidden()
  }
  expect(seen.join('\n')).toContain('within five days')
  expect(seen.length).toBeGreaterThan(1)
})

test('what changed is a short list by role, and what is gone can be found', async ({ local }) => {
  await allowManyNewCards(local)
  await store(local)
  await studyAll(local)
  await importEdited(local)
  await update(local)
  const list = local.getByRole('region', { name: /^Update of/ })
  for (const role of ['Ward Nurse', 'Hospital Pharmacist', 'Clinic Manager'])
    await expect(list.getByRole('heading', { name: role })).toBeVisible()
  const gone = local.getByRole('region', { name: 'The document no longer says this' })
  await gone.getByText('“Recall handling”: what does the Hospital Pharmacist do?').click()
  await expect(
    gone.getByText('Remove a recalled medicine from all wards', { exact: true }),
  ).toBeVisible()

  await goTo(local, 'Library')
  await expect(local.getByRole('link', { name: 'Who does what in our clinic' })).toHaveCount(1)
  const links = local.getByRole('link', { name: /^What changed \(\d+\)/ })
  await expect(links).toHaveCount(4)
  await local
    .getByRole('listitem')
    .filter({ has: local.getByRole('link', { name: 'Clinic Manager' }) })
    .getByRole('link', { name: /^What changed/ })
    .click()
  await expect(local.getByRole('heading', { name: 'What changed: Clinic Manager' })).toBeVisible()
  await expect(list.getByRole('heading', { level: 3 })).toHaveCount(0)
  await expect(list.getByText('Ward Nurse')).toHaveCount(0)
  await list.getByText('“Complaint handling”: what does the Clinic Manager do?').click()
  await expect(list.getByRole('insertion').filter({ hasText: 'five' }).first()).toBeVisible()

  // The words come back, and the card with them.
  await pasteDocument(local, clinicHandbook)
  await expect(newVersion(local)).toBeVisible()
  await kind(local, 'New').click()
  await expect(cardsOf(local, 'New').getByText('Back, with its history').first()).toBeVisible()
  await update(local)
  await expect(gone.getByText('“Recall handling”')).toBeHidden()
})

test('cancel changes nothing, and the document may be kept on its own', async ({ local }) => {
  await store(local)
  await importEdited(local)
  await local.keyboard.press('Escape')
  await goTo(local, 'Library')
  await expect(local.getByRole('link', { name: /^What changed/ })).toHaveCount(0)
  await importEdited(local)
  await local.getByRole('button', { name: 'Look at all cards' }).click()
  await waitForPreview(local)
  await local.getByRole('button', { name: 'Back to what changes' }).click()
  await local.getByRole('button', { name: 'Keep as a separate document' }).click()
  await waitForPreview(local)
  await save(local)
  await expect(local.getByRole('link', { name: 'Who does what in our clinic' })).toHaveCount(2)
})

test('a document under another file name is updated or kept apart as the learner says', async ({
  local,
  dataDir,
}) => {
  await store(local)
  const before = rowsOf(dataDir, 'select card_id from card order by card_id')
  const file = join(dataDir, 'staff-2027.md')
  writeFileSync(file, clinicHandbook.replace('within ten days', 'within five days'))
  const ask = async (path: string) => {
    await goTo(local, 'Import')
    await local.getByLabel('Choose a file').setInputFiles(path)
    await expect(
      local.getByRole('heading', {
        name: 'This looks like a new version of “Who does what in our clinic”',
      }),
    ).toBeVisible()
  }
  await ask(file)
  await local.getByRole('button', { name: 'Update it' }).click()
  await expect(newVersion(local)).toBeVisible()
  await expect(local.getByText('You said that it is this document.')).toBeVisible()
  await update(local)
  expect(rowsOf(dataDir, 'select card_id from card order by card_id')).toEqual(before)

  writeFileSync(file, clinicHandbook.replace('within ten days', 'within six days'))
  await goTo(local, 'Import')
  await local.getByLabel('Choose a file').setInputFiles(file)
  // Now it is known by its name as well.
  await expect(newVersion(local)).toBeVisible()
  await local.keyboard.press('Escape')

  const other = join(dataDir, 'clinic-next-door.md')
  writeFileSync(other, clinicHandbook)
  await ask(other)
  await local.getByRole('button', { name: 'Keep as a separate document' }).click()
  await waitForPreview(local)
  await save(local)
  await expect(local.getByRole('link', { name: 'Who does what in our clinic' })).toHaveCount(2)
})

test('edits, pins and rejections survive a new version', async ({ local, dataDir }) => {
  await pasteDocument(local, clinicHandbook)
  await waitForPreview(local)
  const decided = () =>
    rowsOf(
      dataDir,
      `select card_id, verdict, reason, is_pinned, memory.status, edit_json
      from card_decision join card using (card_id) join memory using (card_id)
      where status != 'archived'
      order by card_id`,
    )
  await local.keyboard.press('x')
  await local.keyboard.press('3')
  await local.keyboard.press('p')
  await local.keyboard.press('e')
  await local.getByRole('textbox', { name: 'Question' }).fill('What do I ask in my own words?')
  await local.keyboard.press('Control+Enter')
  await save(local)
  const before = decided()
  expect(before).toHaveLength(3)
  await importEdited(local)
  await update(local)
  expect(decided()).toEqual(before)
  // The very same document again: the review tells what was decided.
  await pasteDocument(local, edited)
  await waitForPreview(local)
  await expect(local.getByText('in your library already', { exact: false })).toBeVisible()
  for (const state of ['Rejected: trivial', 'Pinned', 'Edited'])
    await expect(
      local.getByRole('button', { name: new RegExp(`^Card \\d+: ${state}$`) }),
    ).toHaveCount(1)
})

test('a document saved as a role file is edited, imported again, and keeps its history', async ({
  startLocal,
  openLocal,
  dataDir,
}) => {
  const host = await startLocal()
  const page = await openLocal(host)
  await allowManyNewCards(page)
  await store(page)
  await studyAll(page)
  await host.shiftClock(dayMs)
  const before = schedules(dataDir)
  const given = answers(dataDir)
  await goTo(page, 'Library')
  const download = page.waitForEvent('download')
  await page
    .getByRole('button', { name: 'Save “Who does what in our clinic” as role file' })
    .click()
  const saved = readFileSync(await (await download).path(), 'utf8')
  const [line, reworded] = [
    '- Wound care: clean and dress wounds by the ward protocol.',
    '- Wound care: clean and dress fresh wounds by the ward protocol.',
  ]
  expect(saved).toContain(line)
  const file = join(dataDir, 'mine.md')
  writeFileSync(file, saved.replace(line, reworded))
  await goTo(page, 'Import')
  await page.getByLabel('Choose a file').setInputFiles(file)
  await expect(newVersion(page)).toBeVisible()
  await expect(page.getByText('Recognised by the id in the role file.')).toBeVisible()
  for (const name of ['Changed', 'Gone', 'New']) await expect(kind(page, name)).toHaveText(/^0/)
  await expect(kind(page, 'Reworded')).toHaveAttribute('aria-pressed', 'true')
  await update(page)
  expect(answers(dataDir)).toEqual(given)
  expect(schedules(dataDir)).toEqual(before)
  expect(rowsOf(dataDir, "select 1 from card where answer like '%fresh wounds%'")).not.toEqual([])
  await goTo(page, 'Library')
  await expect(page.getByRole('link', { name: 'Who does what in our clinic' })).toHaveCount(1)
})
