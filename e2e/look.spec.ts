import {
  answerCard,
  clinicHandbook,
  expectNoSidewaysScroll,
  expectNothingFromAxe,
  goTo,
  pasteDocument,
  startBundledDeck,
  waitForPreview,
} from './pages.ts'
import { expect, test } from './fixtures.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1400]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 860 } })

      test('axe finds nothing on any screen, and nothing scrolls sideways', async ({ local }) => {
        test.setTimeout(180_000)
        const check = async (screen: string) => {
          await expectNothingFromAxe(local, screen)
          await expectNoSidewaysScroll(local, screen)
        }
        await expect(local.getByRole('button', { name: /^Start with/ })).toBeVisible()
        await check('first start')
        await startBundledDeck(local)
        await check('question')
        await local.keyboard.press('Space')
        await check('answer')
        await local.keyboard.press('o')
        await expect(local.locator('mark').first()).toBeVisible()
        await check('source')
        await local.keyboard.press('4')
        await local.keyboard.press('w')
        await expect(local.getByRole('dialog')).toBeVisible()
        await check('contest')
        await local.keyboard.press('2')
        await local.keyboard.type('Two roles do this.')
        await local.keyboard.press('Enter')
        await expect(local.getByText('The card is set aside', { exact: false })).toBeVisible()
        await local.keyboard.press('m')
        await expect(local.getByRole('dialog')).toBeVisible()
        await check('more')
        await local.keyboard.press('f')
        await expect(local.getByRole('dialog', { name: 'Flag this card' })).toBeVisible()
        await check('flag')
        await local.keyboard.press('3')
        await expect(local.getByText('Green flag')).toBeVisible()
        await check('flagged')
        await goTo(local, 'Today')
        await expect(local.getByRole('heading', { name: 'Your roles' })).toBeVisible()
        await check('today')
        await local.getByRole('button', { name: 'Practise without a schedule' }).click()
        await local.getByRole('radio', { name: /^Whose responsibility/ }).check()
        await check('practice')
        await local.getByRole('button', { name: 'Start' }).click()
        await expect(local.getByRole('list', { name: 'Options' })).toBeVisible()
        await check('whose')
        await local.keyboard.press('1')
        await check('whose, answered')
        await goTo(local, 'Library')
        await expect(local.getByRole('link', { name: 'Data Engineer' })).toBeVisible()
        await check('library')
        await local.getByRole('button', { name: 'Options of Data Engineer' }).click()
        await local.getByRole('button', { name: 'Show minutes a day' }).click()
        await expect(local.getByRole('table')).toBeVisible()
        await check('deck options')
        await local.getByRole('link', { name: 'Options of all decks' }).first().click()
        await expect(local.getByRole('heading', { name: 'Days of the week' })).toBeVisible()
        await check('options of all decks')
        await goTo(local, 'Library')
        await local.getByRole('link', { name: '1 contested card' }).click()
        await local.getByRole('button', { name: 'Show in the document' }).click()
        await expect(local.locator('mark').first()).toBeVisible()
        await check('contested cards')
        await local.keyboard.press('x')
        await expect(local.getByRole('dialog')).toBeVisible()
        await check('reject')
        await local.keyboard.press('Escape')
        await goTo(local, 'Quiz')
        await expect(local.getByRole('button', { name: 'Start the clock' })).toBeVisible()
        await check('quiz setup')
        await local.getByRole('button', { name: 'Start the clock' }).click()
        await expect(local.getByRole('timer')).toBeVisible()
        await check('quiz')
        await local.getByRole('button', { name: 'Hand in' }).click()
        await check('hand-in')
        await local.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
        await expect(local.getByRole('heading', { name: 'Result' })).toBeVisible()
        await check('result')
        await goTo(local, 'Progress')
        await local.getByRole('button', { name: 'Show as a table' }).click()
        await check('progress')
        await goTo(local, 'Settings')
        await expect(local.getByText('Version', { exact: true })).toBeVisible()
        await check('settings')
        await local.keyboard.press('?')
        await expect(local.getByRole('dialog', { name: 'Keys' })).toBeVisible()
        await check('help')
        await local.keyboard.press('Escape')
        await goTo(local, 'Import')
        await check('import')
        await pasteDocument(local, clinicHandbook)
        await waitForPreview(local)
        await check('preview')
        await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
        await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
        await pasteDocument(local, clinicHandbook.replace('within ten days', 'within five days'))
        await expect(local.getByRole('group', { name: 'Changes by kind' })).toBeVisible()
        await check('changes of a document')
        await local.keyboard.press('u')
        await local.getByText('“Complaint handling”: what does the Clinic Manager do?').click()
        await check('what changed')
      })
    })
  }
}

test('the axe check itself notices a fault', async ({ local }) => {
  await local.evaluate(() => {
    const image = document.createElement('img')
    image.src = '/icon.svg'
    document.querySelector('main')?.append(image)
  })
  await expect(expectNothingFromAxe(local, 'planted')).rejects.toThrow('image-alt')
})

test('light and dark differ, and a chosen theme wins over the system', async ({ local }) => {
  const background = () =>
    local.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await local.emulateMedia({ colorScheme: 'light' })
  const light = await background()
  await local.emulateMedia({ colorScheme: 'dark' })
  expect(await background()).not.toBe(light)
  await goTo(local, 'Settings')
  await local.getByRole('radio', { name: 'Light' }).check()
  await expect.poll(background).toBe(light)
})

test('digits and letters do nothing while a text field has the focus', async ({ local }) => {
  await startBundledDeck(local)
  await answerCard(local, 'Easy')
  await goTo(local, 'Library')
  await local.getByRole('searchbox', { name: 'Search decks' }).fill('')
  await local.getByRole('searchbox', { name: 'Search decks' }).pressSequentially('quizt1')
  await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await expect(local.getByText('No deck fits this search.')).toBeVisible()
})

test('a removed deck comes back by Undo', async ({ local }) => {
  await startBundledDeck(local)
  await goTo(local, 'Library')
  await local.getByRole('button', { name: 'Remove Data Engineer' }).click()
  await expect(local.getByRole('link', { name: 'Data Engineer' })).toBeHidden()
  await local.getByRole('button', { name: 'Undo' }).click()
  await expect(local.getByRole('link', { name: 'Data Engineer' })).toBeVisible()
})
