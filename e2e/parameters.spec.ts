import type { Page } from '@playwright/test'
import { expectNothingFromAxe, startBundledDeck } from './pages.ts'
import { expect, test } from './fixtures.ts'

const dayMs = 86_400_000

/** Answers all that is due now as Easy, the way the page does; returns how many that were. */
const answerAll = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const headers = {
      'content-type': 'application/json',
      'x-remit-session': sessionStorage.getItem('remit-session') ?? '',
    }
    const call = async (name: string, input: unknown): Promise<any> => {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
      })
      return ((await response.json()) as { value: unknown }).value
    }
    await call('saveSettings', { newPerDay: 999, reviewsPerDay: 9999, burySiblings: false })
    let answers = 0
    for (;;) {
      const { cards } = await call('openSession', { deckIds: [] })
      if (cards.length === 0) return answers
      for (const { cardId, revision } of cards) {
        const answerId = crypto.randomUUID()
        await call('answerCard', { answerId, cardId, revision, grade: 4, tookMs: 2000 })
        answers += 1
      }
    }
  })

test('after a thousand answers parameters are fitted, compared, put to use and taken back; no date moves', async ({
  startLocal,
  openLocal,
}) => {
  test.setTimeout(180_000)
  const host = await startLocal()
  const page = await openLocal(host)
  await startBundledDeck(page)
  let answers = 0
  while (answers < 1000) {
    answers += await answerAll(page)
    await host.shiftClock(60 * dayMs)
  }
  await page.goto(`${host.origin}/#/options`)
  await page.reload()
  const panel = page.locator('section', {
    has: page.getByRole('heading', { name: 'Parameters of your memory' }),
  })
  await expect(
    panel.getByText(`${answers.toLocaleString('en')} answers to fit to.`, { exact: false }),
  ).toBeVisible()
  await panel.getByRole('button', { name: 'Fit to my answers' }).click()
  await expect(panel.getByText('Fitted. Nothing uses it until you say so.')).toBeVisible({
    timeout: 60_000,
  })
  await expect(panel.getByText(/% less error\./)).toBeVisible()
  await expect(panel.getByText('In use')).toHaveCount(1)
  await panel.getByText('Show the numbers').click()
  await expect(panel.getByRole('row')).toHaveCount(22)
  await expectNothingFromAxe(page, 'parameters')
  await panel.getByRole('button', { name: 'Use these' }).click()
  await expect(panel.getByRole('button', { name: 'Use the usual ones' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByRole('button', { name: 'Use these' })).toBeVisible()
  await panel.getByRole('button', { name: 'Use these' }).click()
  await panel.getByRole('button', { name: 'Use the usual ones' }).click()
  await expect(panel.getByRole('button', { name: 'Use these' })).toBeVisible()
})
