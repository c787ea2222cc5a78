import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  answerCard,
  clinicHandbook,
  goTo,
  pasteDocument,
  startBundledDeck,
  waitForPreview,
} from './pages.ts'
import { expect, test } from './fixtures.ts'

const rowsOf = (dataDir: string, sql: string): unknown[] => {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const rows = db.prepare(sql).all()
  db.close()
  return rows
}
const contests = (dataDir: string) =>
  rowsOf(dataDir, 'select fault, note, outcome from contest order by opened_at, contest_id')

async function startQuiz(page: Page, questions: number) {
  await startBundledDeck(page)
  await goTo(page, 'Quiz')
  await page.getByRole('spinbutton', { name: 'Questions' }).fill(String(questions))
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await expect(page.getByRole('timer')).toBeVisible()
}
async function handIn(page: Page) {
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible()
}

test('a card is contested in study by four keys, leaves at once, and comes back by undo', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  const card = local.getByRole('article')
  const prompt = (await card.getByRole('paragraph').nth(1).textContent()) ?? ''
  await local.keyboard.press('w')
  await expect(local.getByRole('dialog', { name: 'What is wrong with this card?' })).toBeVisible()
  await local.keyboard.press('Escape')
  await expect(card).toContainText(prompt)
  await local.keyboard.press('w')
  await local.keyboard.press('3')
  await local.keyboard.type('2 changes since')
  await local.keyboard.press('Enter')
  await expect(card).not.toContainText(prompt)
  await expect
    .poll(() => contests(dataDir))
    .toEqual([{ fault: 'outdated', note: '2 changes since', outcome: null }])
  expect(rowsOf(dataDir, 'select * from review')).toEqual([])
  await local.keyboard.press('u')
  await expect(card).toContainText(prompt)
  await expect
    .poll(() => contests(dataDir))
    .toEqual([{ fault: 'outdated', note: '2 changes since', outcome: 'withdrawn' }])
})

test('however fast the keys come, none is lost between card and dialog, and none grades', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  await local.keyboard.press('Space')
  for (let time = 0; time < 5; time += 1) {
    await local.keyboard.press('w')
    await local.keyboard.press('Escape')
  }
  await local.keyboard.press('w')
  await local.keyboard.press('2')
  await local.keyboard.type('1 or 2')
  await local.keyboard.press('Enter')
  await expect
    .poll(() => contests(dataDir))
    .toEqual([{ fault: 'ambiguous', note: '1 or 2', outcome: null }])
  expect(rowsOf(dataDir, 'select * from review')).toEqual([])
})

test('a contested card is settled by an edit and comes back in the new words, its history kept', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  await answerCard(local, 'Again')
  await answerCard(local, 'Easy')
  await goTo(local, 'Today')
  await goTo(local, 'Study')
  await local.getByRole('button', { name: 'Something is wrong' }).click()
  await local.getByRole('radio', { name: /^Ambiguous/ }).check()
  await local.getByRole('button', { name: 'Set aside' }).click()
  await expect(local.getByText('The card is set aside until you settle it.')).toBeVisible()
  await goTo(local, 'Library')
  await local.getByRole('link', { name: '1 contested card' }).click()
  await expect(local.getByRole('listitem').getByText('Ambiguous', { exact: true })).toBeVisible()
  await local.keyboard.press('e')
  await local.getByRole('textbox', { name: 'Question' }).fill('What do I ask in my own words?')
  await local.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(local.getByRole('heading', { name: 'No card is contested' })).toBeVisible()
  expect(contests(dataDir)).toMatchObject([{ outcome: 'edited' }])
  await local.getByRole('button', { name: 'Undo' }).last().click()
  await expect(local.getByRole('listitem').getByText('Ambiguous', { exact: true })).toBeVisible()
  await local.keyboard.press('x')
  await local.keyboard.press('4')
  await local.keyboard.press('Enter')
  await expect(local.getByRole('heading', { name: 'No card is contested' })).toBeVisible()
  expect(rowsOf(dataDir, 'select outcome, reason from contest')).toEqual([
    { outcome: 'rejected', reason: 'trivial' },
  ])
  expect(rowsOf(dataDir, 'select kind, grade from review order by n')).toHaveLength(2)
})

test('a question contested in a running quiz does not count in its result', async ({ local }) => {
  await startQuiz(local, 5)
  await local.keyboard.press('1')
  await local.keyboard.press('w')
  await local.keyboard.press('1')
  await local.keyboard.press('Enter')
  await expect(local.getByRole('button', { name: 'Question 1, answered, set aside' })).toBeVisible()
  await handIn(local)
  await expect(local.getByText(/\d of 4 right/)).toBeVisible()
  await expect(local.getByText('1 question set aside', { exact: false })).toBeVisible()
})

test('in the result a question is contested by keyboard, its passage seen, and counts again when kept', async ({
  local,
}) => {
  await startQuiz(local, 4)
  await handIn(local)
  await expect(local.getByText(/\d of 4 right/)).toBeVisible()
  await local.keyboard.press('ArrowRight')
  await local.keyboard.press('o')
  await expect(
    local.getByRole('complementary', { name: 'Where this card comes from' }),
  ).toBeVisible()
  await expect(local.locator('mark[data-focus]')).toBeInViewport()
  await local.keyboard.press('o')
  await local.keyboard.press('w')
  await local.keyboard.press('2')
  await local.keyboard.press('Enter')
  await expect(local.getByText(/\d of 3 right/)).toBeVisible()
  await expect(local.getByRole('listitem', { name: 'Question 2 of 4' })).toContainText(
    'You said: ambiguous.',
  )
  await local.getByRole('link', { name: 'Settle them' }).click()
  await expect(local.getByRole('listitem').getByText('Ambiguous', { exact: true })).toBeVisible()
  await local.keyboard.press('a')
  await expect(local.getByRole('heading', { name: 'No card is contested' })).toBeVisible()
  await local.goBack()
  await expect(local.getByText(/\d of 4 right/)).toBeVisible()
})

test('the list goes to the owner of the document as Markdown and as CSV', async ({ local }) => {
  await pasteDocument(local, clinicHandbook)
  await waitForPreview(local)
  await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
  await local.getByRole('button', { name: 'Study Ward Nurse' }).click()
  for (const note of ['=1+1', 'Not since May']) {
    await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
    await local.keyboard.press('w')
    await local.keyboard.press('1')
    await local.keyboard.type(note)
    await local.keyboard.press('Enter')
    await expect(local.getByRole('dialog')).toBeHidden()
  }
  await goTo(local, 'Today')
  await expect(local.getByText('2 contested cards.')).toBeVisible()
  await local.getByRole('button', { name: 'Settle them' }).click()
  const saved = async (name: string) => {
    const download = local.waitForEvent('download')
    await local.getByRole('button', { name }).click()
    const file = await download
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
  }
  const markdown = await saved('Export as Markdown')
  expect(markdown.name).toMatch(/^contested-cards-\d{4}-\d\d-\d\d\.md$/)
  expect(markdown.text).toContain('## Who does what in our clinic\n\n### Ward Nurse')
  expect(markdown.text).toMatch(/Passage, line \d+, under “Ward Nurse”:/)
  expect(markdown.text).toContain('Not since May')
  const csv = await saved('Export as CSV')
  expect(csv.name).toMatch(/\.csv$/)
  expect(csv.text).toContain('"\'=1+1"')
})
