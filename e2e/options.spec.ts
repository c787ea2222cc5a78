import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { expectNoSidewaysScroll, expectNothingFromAxe, goTo, startBundledDeck } from './pages.ts'
import { expect, test } from './fixtures.ts'

/** Answers that are saved: the page saves behind what it shows. */
function answersIn(dataDir: string): unknown {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const count: unknown = db.prepare('select count(*) from review').pluck().get()
  db.close()
  return count
}

const dayMs = 86_400_000

async function openOptionsOf(page: Page, deck: string): Promise<void> {
  await goTo(page, 'Library')
  await page.getByRole('button', { name: `Options of ${deck}` }).click()
  await expect(page.getByRole('heading', { name: `Options of ${deck}`, level: 1 })).toBeVisible()
}

/** Types a number and leaves the field, which saves it. */
async function setNumber(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('spinbutton', { name, exact: true })
  await field.fill(value)
  await field.press('Tab')
}

/** Answers cards until `count` are answered Easy: none of them comes again today. */
async function answerEasily(page: Page, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: /^Easy / })).toBeVisible()
    await page.keyboard.press('4')
  }
}

test('a deck aims at a recall of its own, chosen by what it costs, and goes back to what is above', async ({
  local,
}) => {
  await startBundledDeck(local)
  await openOptionsOf(local, 'Data Engineer')
  await expect(local.getByText('90 %, from the options of all decks.')).toBeVisible()
  await local.getByRole('button', { name: 'Show minutes a day' }).click()
  const minutes = async (percent: string) =>
    Number(
      /[\d.]+/.exec(
        (await local.getByRole('row', { name: new RegExp(`^${percent} %`) }).innerText()).replace(
          `${percent} %`,
          '',
        ),
      )?.[0],
    )
  await expect(local.getByRole('row', { name: /^97 %/ })).toBeVisible()
  expect(await minutes('97')).toBeGreaterThan(await minutes('70'))
  await local.getByRole('button', { name: 'Choose 95 %' }).click()
  await expect(local.getByText('95 %, chosen here.')).toBeVisible()
  await expect(local.getByText(/95 % instead of 90 % costs .* a day more\./)).toBeVisible()
  await local.reload()
  await expect(local.getByText('95 %, chosen here.')).toBeVisible()
  await local.getByRole('button', { name: 'Use what is above' }).click()
  await expect(local.getByText('90 %, from the options of all decks.')).toBeVisible()
})

test('a source’s recall holds for its roles, and they say where it comes from', async ({
  local,
}) => {
  await startBundledDeck(local)
  await goTo(local, 'Library')
  const source = local.getByRole('main').getByRole('listitem').first().getByRole('link')
  const name = await source.innerText()
  await openOptionsOf(local, name)
  await setNumber(local, 'Recall to aim for, in percent', '93')
  await expect(local.getByText('93 %, chosen here.')).toBeVisible()
  await openOptionsOf(local, 'Data Engineer')
  await expect(local.getByText(`93 %, from “${name}” above it.`)).toBeVisible()
})

test('limits of a deck and of today act at once, and what is no number is refused', async ({
  local,
}) => {
  await startBundledDeck(local)
  await goTo(local, 'Library')
  await local.getByRole('link', { name: 'Data Engineer', exact: true }).click()
  await local.getByRole('button', { name: 'Deck options' }).click()
  const fresh = async () => {
    await goTo(local, 'Library')
    const row = local
      .getByRole('listitem')
      .filter({ has: local.getByRole('link', { name: 'Data Engineer', exact: true }) })
    return row.getByRole('definition').first().innerText()
  }
  await setNumber(local, 'New cards a day', '2')
  await expect(local.getByText('Saved. It acts', { exact: false }).first()).toBeVisible()
  expect(await fresh()).toBe('2')
  await openOptionsOf(local, 'Data Engineer')
  await setNumber(local, 'New cards today', '4')
  await expect(local.getByText('Today: 4 new a day.')).toBeVisible()
  expect(await fresh()).toBe('4')
  await openOptionsOf(local, 'Data Engineer')
  await local.getByRole('button', { name: 'Back to the usual limits' }).click()
  await expect(local.getByText('Today has the usual limits.')).toBeVisible()
  await setNumber(local, 'New cards a day', '100000')
  await expect(local.getByText('Choose a number from 0 to 9,999.')).toBeVisible()
})

test('steps, week and order are set for all decks, and parameters are not fitted to a few answers', async ({
  local,
}) => {
  await startBundledDeck(local)
  await goTo(local, 'Library')
  await local.getByRole('link', { name: 'Options of all decks' }).click()
  const steps = local.getByRole('textbox', { name: 'Steps of a new card, in minutes' })
  await steps.fill('10m')
  await steps.press('Tab')
  await expect(local.getByText('Write whole minutes', { exact: false })).toBeVisible()
  await steps.fill('5 20')
  await steps.press('Tab')
  await local.getByRole('combobox', { name: 'Sunday' }).selectOption('As few as can be')
  await local.getByRole('radio', { name: /^Longest overdue first/ }).check()
  await local.reload()
  await expect(steps).toHaveValue('5 20')
  await expect(local.getByRole('combobox', { name: 'Sunday' })).toHaveValue('fewest')
  await expect(local.getByRole('radio', { name: /^Longest overdue first/ })).toBeChecked()
  await expect(local.getByText('fitting begins at 1,000', { exact: false })).toBeVisible()
  await expect(local.getByRole('button', { name: 'Fit to my answers' })).toBeDisabled()
  await goTo(local, 'Study')
  await local.getByRole('button', { name: 'Show answer' }).click()
  await expect(local.getByRole('button', { name: /^Again / })).toContainText('5m')
})

for (const [colorScheme, width] of [
  ['light', 1400],
  ['dark', 360],
] as const) {
  test.describe(`after a break, ${colorScheme}, ${width} px wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } })

    test('a plan is offered on Today and before study, chosen, changed and ended; no date moves', async ({
      startLocal,
      openLocal,
      dataDir,
    }) => {
      test.setTimeout(120_000)
      const host = await startLocal()
      const page = await openLocal(host)
      const check = async (screen: string) => {
        await expectNothingFromAxe(page, screen)
        await expectNoSidewaysScroll(page, screen)
      }
      await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible()
      await goTo(page, 'Settings')
      await setNumber(page, 'New cards a day', '26')
      await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
      await goTo(page, 'Today')
      await startBundledDeck(page)
      await answerEasily(page, 26)
      await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
      await expect.poll(() => answersIn(dataDir)).toBe(26)
      await host.shiftClock(90 * dayMs)

      await goTo(page, 'Today')
      await page.reload()
      await expect(page.getByText('You were away 89 days; 26 cards wait.')).toBeVisible()
      await expect(page.getByRole('radio', { name: /a day, most valuable first/ })).not.toHaveCount(
        0,
      )
      await check('offer on Today')

      await goTo(page, 'Study')
      await expect(page.getByText('You were away 89 days; 26 cards wait.')).toBeVisible()
      await page.getByRole('spinbutton', { name: 'Cards a day, your own number' }).fill('7')
      await page.getByRole('button', { name: 'Work it out' }).click()
      const seven = page.getByRole('radio', { name: /^7 a day, most valuable first done by/ })
      await expect(seven).toBeChecked()
      await check('offer before study')
      await page.getByRole('button', { name: 'Start with this plan' }).click()
      await expect(page.getByText('7 cards left', { exact: true }).first()).toBeVisible()

      await goTo(page, 'Today')
      await expect(
        page.getByText('7 a day, most valuable first. 26 cards from earlier days left.'),
      ).toBeVisible()
      await check('plan on Today')
      await page.getByRole('button', { name: 'Change the plan' }).click()
      await page.getByRole('radio', { name: /^10 a day/ }).check()
      await page.getByRole('button', { name: 'Go on with this' }).click()
      await expect(page.getByText('10 a day, most valuable first.', { exact: false })).toBeVisible()
      await page.getByRole('button', { name: 'End the plan' }).click()
      await expect(page.getByText('You were away 89 days; 26 cards wait.')).toBeVisible()

      await goTo(page, 'Study')
      await page.getByRole('button', { name: 'Not now' }).click()
      await expect(page.getByText(/^(2[6-9]|[3-9]\d) cards left$/).first()).toBeVisible()
    })
  })
}
