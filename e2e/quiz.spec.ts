import type { Page } from '@playwright/test'
import { goTo, startBundledDeck } from './pages.ts'
import { expect, test } from './fixtures.ts'

async function startQuiz(page: Page, questions: number, minutes: number) {
  await startBundledDeck(page)
  await goTo(page, 'Quiz')
  await page.getByRole('spinbutton', { name: 'Questions' }).fill(String(questions))
  await page.getByRole('spinbutton', { name: 'Minutes' }).fill(String(minutes))
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await expect(page.getByRole('timer')).toBeVisible()
}

test('a quiz is answered by keyboard, handed in and reviewed question by question', async ({
  local,
}) => {
  await startQuiz(local, 5, 10)
  for (let question = 1; question <= 5; question += 1) {
    await expect(local.getByRole('heading', { name: `Question ${question} of 5` })).toBeVisible()
    await local.keyboard.press('1')
    await expect(local.getByRole('radio').first()).toBeChecked()
    await local.keyboard.press('ArrowRight')
  }
  await local.getByRole('button', { name: 'Hand in' }).click()
  await expect(local.getByText('All questions are answered.')).toBeVisible()
  await local.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await expect(local.getByRole('heading', { name: 'Result' })).toBeVisible()
  await expect(local.getByText(/\d of 5 right/)).toBeVisible()
  await expect(local.getByText('right answer')).toHaveCount(5)
  await expect(local.getByText('Why:')).toHaveCount(5)
  await expect(local.getByText('Passage', { exact: true })).toHaveCount(5)
})

test('a quiz goes on after a reload and after a kill, its clock too', async ({
  startLocal,
  openLocal,
}) => {
  const host = await startLocal()
  const page = await openLocal(host)
  await startQuiz(page, 4, 10)
  await page.keyboard.press('2')
  await expect(page.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  await host.shiftClock(4 * 60_000)
  await host.stop('SIGKILL')
  await page.close()
  const again = await startLocal()
  await again.shiftClock(4 * 60_000)
  const second = await openLocal(again)
  await expect(
    second.getByText(/A quiz is running: 1 of 4 answered, [56] minutes left/),
  ).toBeVisible()
  await second.getByRole('button', { name: 'Continue the quiz' }).click()
  await expect(second.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  await expect(second.getByRole('timer')).toHaveText(/^[56]:\d\d left$/)
})

test('at zero the quiz hands itself in with what was answered', async ({ local }) => {
  await local.clock.install()
  await local.reload()
  await startQuiz(local, 4, 1)
  await local.keyboard.press('1')
  await expect(local.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  await expect(local.getByText('Little time left')).toBeVisible()
  await local.clock.runFor(61_000)
  await expect(local.getByRole('heading', { name: 'Result' })).toBeVisible()
  await expect(local.getByText('3 questions are not answered.')).toBeVisible()
})

test('a quiz whose time ran out while nothing was open is closed by the host', async ({
  startLocal,
  openLocal,
}) => {
  const host = await startLocal()
  const page = await openLocal(host)
  await startQuiz(page, 4, 5)
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  await page.goto(`${host.origin}/#/quiz`)
  await host.shiftClock(6 * 60_000)
  await page.reload()
  await page.getByRole('link', { name: /^Result of/ }).click()
  await expect(page.getByText('Handed in when the time was up', { exact: false })).toBeVisible()
})
