import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { kinds, putKinds } from './kinds.ts'
import { clinicHandbook, goTo, pasteDocument, waitForPreview } from './pages.ts'
import { expect, test } from './fixtures.ts'

const texts = async (page: Page, name: string) =>
  (await page.getByRole('list', { name }).getByRole('listitem').allInnerTexts()).map(
    (text) => text.split('\n').at(-1)?.trim() ?? '',
  )
const expectNothingFromAxe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map((each) => each.id)).toEqual([])

for (const width of [360, 1400]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 860 } })

    test('every kind of card asks without telling, and tells when it is revealed', async ({
      local,
      dataDir,
    }) => {
      test.setTimeout(180_000)
      await pasteDocument(local, clinicHandbook)
      await waitForPreview(local)
      await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
      await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
      putKinds(dataDir)
      await goTo(local, 'Study')
      const card = local.getByRole('article')
      const seen = new Set<string>()
      for (let at = 0; at < kinds.length; at += 1) {
        await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
        const text = await card.innerText()
        const shown = kinds.find(({ prompt }) =>
          text.includes(prompt.split('____')[0]?.trim() ?? prompt),
        )
        if (!shown) throw new Error(`no such card: ${text}`)
        seen.add(shown.prompt)
        const orderBefore = shown.type === 'order' ? await texts(local, 'Not in order') : []
        const sidesBefore = shown.type === 'match' ? await texts(local, 'With one of these') : []
        if (shown.type === 'cloze') {
          await expect(card).not.toContainText('wounds')
          await expect(card).not.toContainText('____')
          await expect(card.getByText('blank')).toBeAttached()
        }
        if (shown.type === 'multi') await expect(card).toContainText('Select all that are right.')
        await expectNothingFromAxe(local)
        await local.keyboard.press('Space')
        await expect(local.getByRole('group', { name: 'How well did you know it?' })).toBeVisible()
        if (shown.type === 'cloze') await expect(card).toContainText('dresses wounds by')
        if (shown.type === 'tf')
          await expect(card.getByText('False', { exact: true })).toBeVisible()
        if (shown.type === 'multi')
          await expect(card.getByText('right', { exact: true })).toHaveCount(2)
        if (shown.type === 'order') {
          expect(orderBefore).not.toEqual(shown.items)
          expect(orderBefore.toSorted()).toEqual(shown.items?.toSorted())
          expect(await texts(local, 'In the right order')).toEqual(shown.items)
        }
        if (shown.type === 'match') {
          const rights = shown.pairs?.map(([, right]) => right) ?? []
          expect(sidesBefore).not.toEqual(rights)
          expect(sidesBefore.toSorted()).toEqual(rights.toSorted())
          const table = local.getByRole('table', { name: 'What belongs together' })
          for (const [left, right] of shown.pairs ?? []) {
            await expect(table.getByRole('row', { name: left })).toContainText(right)
          }
        }
        await expectNothingFromAxe(local)
        await local.keyboard.press('4')
      }
      expect(seen.size).toBe(kinds.length)
    })
  })
}
