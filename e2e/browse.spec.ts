import { goTo, startBundledDeck } from './pages.ts'
import { expect, test } from './fixtures.ts'
import type { Page } from '@playwright/test'

const grid = (page: Page) => page.getByRole('grid', { name: 'Cards found' })
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search cards' })
const found = (page: Page) => page.getByText(/^\d+ cards?(?:, \d+ cards? chosen)?$/)

async function openCards(page: Page): Promise<number> {
  await startBundledDeck(page)
  await goTo(page, 'Cards')
  await expect(rows(page).first()).toBeVisible()
  return Number((await grid(page).getAttribute('aria-rowcount')) ?? 0) - 1
}

test('a search narrows the table, stands in the address, and Back leads out of it', async ({
  local,
}) => {
  const all = await openCards(local)
  expect(all).toBeGreaterThan(50)
  await local.keyboard.press('/')
  await expect(box(local)).toBeFocused()
  await local.keyboard.type('typical -kind:choice')
  await expect(local).toHaveURL(/search=typical%20-kind%3Achoice/)
  await expect(rows(local).first()).toContainText(/typical/i)
  await expect
    .poll(async () => Number(await grid(local).getAttribute('aria-rowcount')))
    .toBeLessThan(all)
  await local.goBack()
  await expect(box(local)).toHaveValue('')
  await expect(grid(local)).toHaveAttribute('aria-rowcount', String(all + 1))
})

test('what is not understood is said with its place, and what finds nothing with a way on', async ({
  local,
}) => {
  await openCards(local)
  await box(local).fill('report colour:red')
  await expect(local.getByRole('alert')).toContainText('“colour:” is nothing to search by')
  await expect(local.locator('mark')).toHaveText('colour:')
  await box(local).fill('typica')
  await expect(local.getByRole('heading', { name: 'No card fits this search' })).toBeVisible()
  await local.getByRole('button', { name: 'Search for typica*' }).click()
  await expect(rows(local).first()).toContainText(/typica/i)
  await local.getByRole('button', { name: 'Search help' }).click()
  await local.getByRole('button', { name: 'kind:choice', exact: true }).click()
  await expect(box(local)).toHaveValue('kind:choice')
  await expect(rows(local).first()).toBeVisible()
})

test('rows are chosen by keyboard, suspended as one step, and come back by one click', async ({
  local,
}) => {
  await openCards(local)
  await box(local).press('ArrowDown')
  await expect(grid(local)).toBeFocused()
  await local.keyboard.press('Space')
  await local.keyboard.press('Shift+ArrowDown')
  await local.keyboard.press('Shift+ArrowDown')
  await expect(found(local)).toHaveText(/3 cards chosen/)
  await expect(grid(local).getByRole('row', { selected: true })).toHaveCount(3)
  await local.getByRole('button', { name: 'Suspend', exact: true }).click()
  await expect(local.getByText('Suspended (3 cards)')).toBeVisible()
  await box(local).fill('is:suspended')
  await expect(rows(local)).toHaveCount(3)
  await local.getByRole('button', { name: 'Undo' }).click()
  await expect(local.getByRole('heading', { name: 'No card fits this search' })).toBeVisible()
})

test('all cards found are moved to a deck and tagged, and one click takes each back', async ({
  local,
}) => {
  await openCards(local)
  await box(local).fill('typical kind:basic')
  await expect(rows(local).first()).toContainText(/typical/i)
  const count = await rows(local).count()
  await grid(local).focus()
  await local.keyboard.press('Control+a')
  await expect(found(local)).toHaveText(new RegExp(`${count} cards? chosen`))
  await local.getByRole('button', { name: 'Tag', exact: true }).click()
  await local.getByRole('combobox', { name: 'Tag' }).fill('Exam')
  await local.keyboard.press('Enter')
  await expect(local.getByText(`“Exam” put on ${count} card`, { exact: false })).toBeVisible()
  await box(local).fill('tag:exam')
  // Another search chooses anew.
  await expect(found(local)).toHaveText(new RegExp(`^${count} cards?$`))
  await grid(local).focus()
  await local.keyboard.press('Control+a')
  await local.getByRole('button', { name: 'Move', exact: true }).click()
  const decks = local.getByRole('combobox', { name: 'Deck' })
  await decks.selectOption({ index: 0 })
  await local.getByRole('button', { name: 'Save' }).click()
  await expect(local.getByText(/cards? moved to/)).toBeVisible()
  await local.getByRole('button', { name: 'Undo' }).last().click()
  await expect(local.getByText('Taken back.')).toBeVisible()
})

test('words are replaced after a look at every change, and the change is taken back', async ({
  local,
}) => {
  await openCards(local)
  await box(local).fill('typical')
  await expect(rows(local).first()).toContainText(/typical/i)
  await grid(local).focus()
  await local.keyboard.press('Control+a')
  await local.getByRole('button', { name: 'Replace words' }).click()
  await local.getByRole('textbox', { name: 'Find' }).fill('typical')
  await local.getByRole('textbox', { name: 'Replace with' }).fill('usual')
  await expect(local.getByText(/places? in \d+ cards?/)).toBeVisible()
  await expect(local.getByRole('dialog').locator('ins').first()).toHaveText('usual')
  await local.getByRole('button', { name: /^Replace in/ }).click()
  await expect(local.getByText(/^Other words/)).toBeVisible()
  await box(local).fill('usual')
  await expect(rows(local).first()).toContainText(/usual/i)
  await local.getByRole('button', { name: 'Undo' }).click()
  await expect(local.getByRole('heading', { name: 'No card fits this search' })).toBeVisible()
})

test('Enter tells all about a card, with its history', async ({ local }) => {
  await startBundledDeck(local)
  await local.getByRole('button', { name: 'Show answer' }).click()
  await local.getByRole('button', { name: /^Good / }).click()
  await goTo(local, 'Cards')
  await box(local).fill('is:learning')
  await expect(rows(local)).toHaveCount(1)
  await grid(local).focus()
  await local.keyboard.press('Enter')
  const dialog = local.getByRole('dialog', { name: 'About this card' })
  await expect(dialog.getByRole('row').filter({ hasText: 'Answer' }).last()).toContainText('Good')
  await local.keyboard.press('Escape')
  await expect(grid(local)).toBeFocused()
})

test('a session can be made of a search, and columns and order are chosen', async ({ local }) => {
  await openCards(local)
  await grid(local).getByRole('button', { name: 'Question' }).click()
  await expect(grid(local).getByRole('columnheader', { name: 'Question' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await local.locator('summary').click()
  await local.getByRole('checkbox', { name: 'Stability' }).check()
  await expect(grid(local).getByRole('columnheader', { name: 'Stability' })).toBeVisible()
  await box(local).fill('typical')
  await expect(rows(local).first()).toContainText(/typical/i)
  await local.getByRole('button', { name: 'Study these' }).click()
  await expect(local).toHaveURL(/#\/study\?search=typical/)
  await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
})
