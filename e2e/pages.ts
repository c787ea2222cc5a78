import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** A document in our own words, for journeys. */
export const clinicHandbook = `# Who does what in our clinic

## Ward Nurse

- Medication rounds: give each patient the prescribed medicine at the set hour.
- Wound care: clean and dress wounds by the ward protocol.
- Handover: report the state of each patient to the next shift.

## Hospital Pharmacist

- Stock control: order medicines before the store falls below its minimum.
- Dose review: compare each prescription with the patient's other medicines.
- Recall handling: remove a recalled medicine from all wards.

## Clinic Manager

- Rota planning: assign staff to shifts for the coming month.
- Budget tracking: compare monthly spending with the approved plan.
- Complaint handling: answer each written complaint within ten days.
`

/** Goes to a screen by the main navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name, exact: true })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
}

/** First start: adds the bundled deck and is in its first card. */
export async function startBundledDeck(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start with/ }).click()
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
}

/** Pastes a document and waits for its preview. */
export async function pasteDocument(page: Page, text: string): Promise<void> {
  await goTo(page, 'Import')
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill(text)
  await page.getByRole('button', { name: 'Make cards' }).click()
}

export async function waitForPreview(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Cards' })).toBeVisible()
}

/** Reveals the card on screen and grades it. */
export async function answerCard(
  page: Page,
  grade: 'Again' | 'Hard' | 'Good' | 'Easy',
): Promise<void> {
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('button', { name: new RegExp(`^${grade} `) }).click()
}

/** No fault that axe finds on the page as it is. */
export async function expectNothingFromAxe(page: Page, screen: string) {
  // A colour on its way from one theme to the other has no contrast to be judged by.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each instanceof CSSTransition)
        .map((each) => each.finished),
    ),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((each) => `${screen}: ${each.id} ${each.nodes[0]?.html ?? ''}`)).toEqual([])
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page, screen: string) {
  const [content, view] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ])
  expect(content, screen).toBeLessThanOrEqual(view ?? 0)
}
