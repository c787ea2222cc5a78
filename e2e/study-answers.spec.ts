import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { kinds, putKinds, type Kind } from './kinds.ts'
import { clinicHandbook, goTo, pasteDocument, waitForPreview } from './pages.ts'
import { expect, test } from './fixtures.ts'

const expectNothingFromAxe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map((each) => each.id)).toEqual([])

/** A collection of just these cards, open for study. */
async function studyKinds(page: Page, dataDir: string, list: readonly Kind[]): Promise<void> {
  await pasteDocument(page, clinicHandbook)
  await waitForPreview(page)
  await page.getByRole('button', { name: /^Save \d+ cards/ }).click()
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  putKinds(dataDir, list)
  await goTo(page, 'Study')
}
const kind = (type: string) => kinds.filter((each) => each.type === type)

/** The digit of an option. */
const digitOf = async (page: Page, listName: string, text: string): Promise<string> => {
  const list = page.getByRole('list', { name: listName }).getByRole('button')
  await expect(list.first()).toBeVisible()
  const options = await list.allInnerTexts()
  return String(options.findIndex((option) => option.endsWith(text)) + 1)
}
const suggested = (page: Page, grade: string) => page.locator('.suggested', { hasText: grade })
const lastGrade = (dataDir: string) => {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const row = db.prepare('select grade, value_json from review order by n desc limit 1').get()
  db.close()
  return row
}

test('a true/false card is answered by a digit; a wrong answer suggests Again', async ({
  local,
  dataDir,
}) => {
  await studyKinds(local, dataDir, kind('tf'))
  await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
  const role = local
    .getByRole('article')
    .getByText(/^(Ward Nurse|Hospital Pharmacist|Clinic Manager)$/)
  await expect(role).toHaveCount(0)
  await expectNothingFromAxe(local)
  await local.keyboard.press('1')
  await expect(local.getByText('Not right')).toBeVisible()
  await expect(role).toBeVisible()
  await expect(suggested(local, 'Again')).toBeVisible()
  await local.keyboard.press('Space')
  await expect
    .poll(() => lastGrade(dataDir))
    .toEqual({ grade: 1, value_json: '{"chosen":["True"]}' })
})

test('all right options are chosen by digits, and Space shows and grades', async ({
  local,
  dataDir,
}) => {
  await studyKinds(local, dataDir, kind('multi'))
  for (const text of ['Calm', 'Clear words', 'Welding', 'Welding'])
    await local.keyboard.press(await digitOf(local, 'Options', text))
  await expect(local.getByRole('button', { name: 'Welding' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await local.keyboard.press('Space')
  await expect(local.getByText('Right', { exact: true })).toBeVisible()
  await expect(local.getByText('your choice')).toHaveCount(2)
  await expectNothingFromAxe(local)
  await local.keyboard.press('Space')
  await expect.poll(() => lastGrade(dataDir)).toMatchObject({ grade: 3 })
})

test('steps are put in order by digits, one press takes them back', async ({ local, dataDir }) => {
  await studyKinds(local, dataDir, kind('order'))
  await local.keyboard.press(await digitOf(local, 'Not in order', 'Dry'))
  await expect(local.getByRole('list', { name: 'Not in order' })).toContainText('1st')
  await expectNothingFromAxe(local)
  await local.keyboard.press(await digitOf(local, 'Not in order', 'Dry'))
  for (const step of ['Wash', 'Dry', 'Dress', 'Note'])
    await local.keyboard.press(await digitOf(local, 'Not in order', step))
  await expect(local.getByText('Right', { exact: true })).toBeVisible()
})

test('what belongs together is matched by digits; the wrong match is shown beside the right one', async ({
  local,
  dataDir,
}) => {
  await studyKinds(local, dataDir, kind('match'))
  await expectNothingFromAxe(local)
  for (const right of ['assigns shifts', 'cleans wounds', 'orders medicines'])
    await local.keyboard.press(await digitOf(local, 'With one of these', right))
  await expect(
    local.getByText('Yours: assigns shifts → cleans wounds → orders medicines'),
  ).toBeVisible()
  await expect(suggested(local, 'Again')).toBeVisible()
})

test('a short answer is typed, marked kindly, and the learner has the last word', async ({
  local,
  dataDir,
}) => {
  await goTo(local, 'Settings')
  await local.getByRole('checkbox', { name: /^Type short answers/ }).check()
  await local.getByRole('checkbox', { name: /^Two buttons/ }).check()
  await local.getByRole('checkbox', { name: /^Show the time/ }).check()
  await studyKinds(local, dataDir, kind('cloze'))
  const field = local.getByRole('textbox', { name: /^Your answer/ })
  await expect(field).toBeFocused()
  await expect(local.getByText('Time on this card')).toBeAttached()
  await expectNothingFromAxe(local)
  await local.keyboard.type('The woundz')
  await local.keyboard.press('Enter')
  await expect(local.getByText('Right, but for small slips')).toBeVisible()
  await expect(
    local.getByRole('group', { name: 'How well did you know it?' }).getByRole('button'),
  ).toHaveCount(2)
  await local.keyboard.press('u')
  await expect(local.getByText('There is nothing to take back.')).toBeVisible()
})

test('what is marked wrong can be counted as right by a key; hints come letter by letter', async ({
  local,
  dataDir,
}) => {
  await goTo(local, 'Settings')
  await local.getByRole('checkbox', { name: /^Type short answers/ }).check()
  await studyKinds(local, dataDir, kind('cloze'))
  await expect(local.getByRole('textbox', { name: /^Your answer/ })).toBeFocused()
  await local.keyboard.press('Escape')
  await local.keyboard.press('h')
  await expect(local.getByText('Hint: w·····')).toBeVisible()
  await local.keyboard.press('h')
  await expect(local.getByText('Hint: wo····')).toBeVisible()
  await local.getByRole('textbox', { name: /^Your answer/ }).fill('injuries')
  await local.keyboard.press('Enter')
  await expect(local.getByText('Not the same')).toBeVisible()
  await expect(local.getByText('Yours: injuries')).toBeVisible()
  await expectNothingFromAxe(local)
  await local.keyboard.press('c')
  await expect(suggested(local, 'Good')).toBeVisible()
  await local.keyboard.press('Space')
  await expect
    .poll(() => lastGrade(dataDir))
    .toEqual({ grade: 3, value_json: '{"chosen":["injuries"]}' })
})

test('the answer shows by itself where that was asked for, and the grade is still the learner’s', async ({
  local,
  dataDir,
}) => {
  await goTo(local, 'Settings')
  await local.getByRole('spinbutton', { name: 'Show the answer by itself after' }).fill('1')
  await local.keyboard.press('Tab')
  await studyKinds(local, dataDir, kind('tf'))
  await expect(local.getByRole('group', { name: 'How well did you know it?' })).toBeVisible()
  expect(lastGrade(dataDir)).toBeUndefined()
})
