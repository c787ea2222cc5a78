import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { clinicHandbook, goTo, pasteDocument, startBundledDeck, waitForPreview } from './pages.ts'
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

const axeFindsNothing = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map((each) => each.id)).toEqual([])

/** The set-up of a quiz, ready to be started. */
async function openSetup(page: Page, more: readonly string[] = []) {
  await startBundledDeck(page)
  await goTo(page, 'Quiz')
  await page.getByRole('spinbutton', { name: 'Questions' }).fill('4')
  await page.getByText('Marks, order and schedule').click()
  for (const name of more) await page.getByRole('checkbox', { name }).check()
}

test('roles of one name are told apart by their deck, which is chosen as a whole', async ({
  local,
}, info) => {
  await local.setViewportSize({ width: 1280, height: 800 })
  await startBundledDeck(local)
  await pasteDocument(local, clinicHandbook.replaceAll('Ward Nurse', 'MLOps Engineer'))
  await waitForPreview(local)
  await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
  await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await goTo(local, 'Quiz')
  const clinic = local.getByRole('group', { name: 'Who does what in our clinic' })
  const whole = clinic.getByRole('checkbox', { name: 'All of this deck' })
  const nurse = clinic.getByRole('checkbox', { name: /^MLOps Engineer/ })
  await expect(local.getByRole('checkbox', { name: /^MLOps Engineer/ })).toHaveCount(2)
  await expect(whole).toBeChecked()
  await nurse.uncheck()
  await expect(whole).not.toBeChecked()
  expect(await whole.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true)
  await whole.check()
  await expect(nurse).toBeChecked()
  await local.getByRole('button', { name: 'None', exact: true }).click()
  await whole.check()
  await expect(local.getByRole('checkbox', { name: /^MLOps Engineer/, checked: true })).toHaveCount(
    1,
  )
  await axeFindsNothing(local)
  await local.screenshot({ path: info.outputPath('setup.png'), fullPage: true })
})

test('one question after the other: no way back, only this one can be answered', async ({
  local,
}) => {
  await openSetup(local, ['One after the other'])
  await local.getByRole('button', { name: 'Start the clock' }).click()
  await expect(local.getByRole('heading', { name: 'Question 1 of 4' })).toBeVisible()
  await expect(local.getByRole('button', { name: 'Previous' })).toHaveCount(0)
  await expect(local.getByRole('button', { name: 'Question 3, not answered' })).toBeDisabled()
  await local.keyboard.press('1')
  await local.keyboard.press('ArrowRight')
  await expect(local.getByRole('heading', { name: 'Question 2 of 4' })).toBeVisible()
  await local.keyboard.press('ArrowLeft')
  await local.reload()
  await expect(local.getByRole('heading', { name: 'Question 2 of 4' })).toBeVisible()
})

test('before the hand-in stands what is open and what is flagged, and leads there', async ({
  local,
}) => {
  await openSetup(local)
  await local.getByRole('button', { name: 'Start the clock' }).click()
  await expect(local.getByRole('timer')).toBeVisible()
  await local.keyboard.press('1')
  await local.keyboard.press('f')
  await expect(local.getByRole('button', { name: 'Question 1, answered, flagged' })).toBeVisible()
  await local.getByRole('button', { name: 'Hand in' }).click()
  const dialog = local.getByRole('dialog')
  await expect(dialog.getByText('3 questions are not answered.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Question 3' }).click()
  await expect(local.getByRole('heading', { name: 'Question 3 of 4' })).toBeVisible()
})

test('two windows on one quiz show the same answers', async ({ startLocal, openLocal }) => {
  const host = await startLocal()
  const first = await openLocal(host)
  await openSetup(first)
  await first.getByRole('button', { name: 'Start the clock' }).click()
  await expect(first.getByRole('timer')).toBeVisible()
  // A window opened by the page takes the tab's secret along.
  const opened = first.context().waitForEvent('page')
  await first.evaluate(() => void window.open(location.href))
  const second = await opened
  await expect(second.getByRole('timer')).toBeVisible()
  await first.keyboard.press('1')
  await expect(second.getByRole('radio').first()).toBeChecked()
  await second.getByRole('radio').nth(1).check()
  await expect(first.getByRole('radio').nth(1)).toBeChecked()
  await second.getByRole('button', { name: 'Hand in' }).click()
  await second.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await expect(first.getByRole('heading', { name: 'Result' })).toBeVisible()
})

test('a quiz that feeds the schedule says so before, and is undone as one', async ({ local }) => {
  await openSetup(local, ['Let answers change when cards come back'])
  await expect(local.getByText('This quiz changes your schedule', { exact: false })).toBeVisible()
  await local.getByRole('button', { name: 'Start the clock' }).click()
  await expect(local.getByRole('timer')).toBeVisible()
  await local.keyboard.press('1')
  await expect(local.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  await local.getByRole('button', { name: 'Hand in' }).click()
  await local.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await local.getByRole('button', { name: 'Undo for the schedule' }).click()
  await expect(local.getByText('The schedule is as it was before this quiz.')).toBeVisible()
})

test('a quick quiz takes one click and has no clock; a set-up is kept by name', async ({
  local,
}) => {
  await openSetup(local, ['Negative marking'])
  await local.getByText('Saved set-ups').click()
  await local.getByRole('textbox', { name: 'Save this set-up as' }).fill('Audit')
  await local.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(local.getByRole('button', { name: 'Use Audit' })).toBeVisible()
  await local.getByRole('button', { name: 'Quick quiz' }).click()
  await expect(local.getByRole('heading', { name: 'Question 1 of 10' })).toBeVisible()
  await expect(local.getByRole('timer')).toHaveCount(0)
})

for (const width of [320, 1400]) {
  test(`set-up, run and result hold at ${width} px and have names for everything`, async ({
    local,
  }) => {
    await local.setViewportSize({ width, height: 800 })
    const isHeld = () =>
      local.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      )
    await openSetup(local, ['Ask how sure you are'])
    await axeFindsNothing(local)
    expect(await isHeld()).toBe(true)
    await local.getByRole('button', { name: 'Start the clock' }).click()
    await expect(local.getByRole('timer')).toBeVisible()
    await axeFindsNothing(local)
    expect(await isHeld()).toBe(true)
    await local.getByRole('button', { name: 'Hand in' }).click()
    await local.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
    await expect(local.getByRole('heading', { name: 'Result' })).toBeVisible()
    await axeFindsNothing(local)
    expect(await isHeld()).toBe(true)
  })
}

test('what quizzes tell of questions stands under the earlier quizzes, roles mixed up with a drill', async ({
  local,
}) => {
  await startBundledDeck(local)
  for (let round = 0; round < 2; round += 1) {
    await goTo(local, 'Quiz')
    await local.getByRole('spinbutton', { name: 'Questions' }).fill('8')
    await local.getByRole('button', { name: 'Start the clock' }).click()
    for (let question = 1; question <= 8; question += 1) {
      await expect(local.getByRole('heading', { name: `Question ${question} of 8` })).toBeVisible()
      await local.keyboard.press(String((round % 2) + 1))
      await local.keyboard.press('ArrowRight')
    }
    await local.getByRole('button', { name: 'Hand in' }).click()
    await local.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
    await expect(local.getByRole('heading', { name: 'Result' })).toBeVisible()
  }
  await goTo(local, 'Quiz')
  await expect(local.getByRole('heading', { name: 'Roles you mix up' })).toBeVisible()
  await axeFindsNothing(local)
  await expect(
    local.getByText('Percent reached in your last 2 quizzes', { exact: false }),
  ).toBeVisible()
  await local.getByRole('button', { name: 'Quiz on these' }).click()
  await expect(local.getByRole('heading', { name: /^Question 1 of/ })).toBeVisible()
})
