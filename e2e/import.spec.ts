import { readFileSync, writeFileSync } from 'node:fs'
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

test('a pasted document becomes decks by role, and each card shows its passage', async ({
  local,
}) => {
  await pasteDocument(local, clinicHandbook)
  await waitForPreview(local)
  for (const role of ['Ward Nurse', 'Hospital Pharmacist', 'Clinic Manager']) {
    await expect(
      local.getByRole('navigation', { name: 'Roles' }).getByRole('button', { name: role }),
    ).toBeVisible()
  }
  await expect(local.locator('mark').first()).toBeVisible()
  await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
  await expect(local.getByRole('link', { name: 'Who does what in our clinic' })).toBeVisible()
  await local.getByRole('button', { name: 'Study Ward Nurse' }).click()
  await answerCard(local, 'Good')
})

test('a saved deck is in sight and has the focus, below whatever was there before', async ({
  local,
}, info) => {
  await startBundledDeck(local)
  await pasteDocument(local, clinicHandbook)
  await waitForPreview(local)
  await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
  const deck = local.getByRole('link', { name: 'Who does what in our clinic' })
  await expect(deck).toBeFocused()
  await expect(deck).toBeInViewport({ ratio: 1 })
  await expect(local.getByText(/^“Who does what in our clinic” is in your library/)).toBeVisible()
  await local.screenshot({ path: info.outputPath('saved.png') })
})

test('the same document again is known and changes nothing', async ({ local }) => {
  for (const time of ['first', 'second']) {
    await pasteDocument(local, clinicHandbook)
    await waitForPreview(local)
    if (time === 'second')
      await expect(local.getByText('in your library already', { exact: false })).toBeVisible()
    await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
    await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  }
  await expect(local.getByRole('link', { name: 'Who does what in our clinic' })).toHaveCount(1)
})

test('a dropped file is imported', async ({ local }) => {
  await goTo(local, 'Import')
  const data = await local.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'handbook.md', { type: 'text/markdown' }))
    return transfer
  }, clinicHandbook)
  await local
    .getByRole('region', { name: 'Drop a role document here' })
    .dispatchEvent('drop', { dataTransfer: data })
  await waitForPreview(local)
})

test('an HTML page and a Markdown file give the same roles', async ({ local, dataDir }) => {
  const html = `<!doctype html><html><body><nav><a href="/x">Home</a></nav><main>
    <h1>Who does what</h1><h2>Ward Nurse</h2><ul><li>Wound care: clean and dress wounds by the ward protocol.</li>
    <li>Handover: report the state of each patient to the next shift.</li></ul>
    <h2>Clinic Manager</h2><ul><li>Rota planning: assign staff to shifts for the coming month.</li>
    <li>Complaint handling: answer each written complaint within ten days.</li></ul>
    <script>window.pwned = 1</script><img src="x" onerror="window.pwned = 2"></main></body></html>`
  const file = join(dataDir, 'page.html')
  writeFileSync(file, html)
  await goTo(local, 'Import')
  await local.getByLabel('Choose a file').setInputFiles(file)
  await waitForPreview(local)
  await expect(local.getByRole('navigation', { name: 'Roles' }).getByRole('button')).toHaveCount(2)
  expect(await local.evaluate(() => (window as any).pwned)).toBeUndefined()
})

/** A handbook as a browser prints it: bullets are drawn, heads and page numbers stand on every page. */
async function printed(page: Page): Promise<Buffer> {
  const items = (duties: readonly string[]) => duties.map((duty) => `<li>${duty}</li>`).join('')
  await page.setContent(`<body style="font: 11pt serif"><h1>Who does what in our clinic</h1>
    <p>This page says who does what, so that patients are not sent from one door to the next.</p>
    <h2>Ward Nurse</h2><ul>${items(['Wound care: clean and dress wounds by the ward protocol.', 'Handover: report the state of each patient to the next shift.'])}</ul>
    <h2 style="break-before: page">Clinic Manager</h2><ul>${items(['Rota planning: assign staff to shifts for the coming month.', 'Complaint handling: answer each written complaint within ten days.'])}</ul>`)
  return page.pdf({
    format: 'A4',
    margin: { top: '60px', bottom: '60px', left: '60px', right: '60px' },
    displayHeaderFooter: true,
    headerTemplate:
      '<div style="font-size: 9px; margin-left: 60px">Clinic handbook, internal</div>',
    footerTemplate:
      '<div style="font-size: 9px; margin-left: 60px">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>',
  })
}

test('a PDF that a browser printed gives its roles, without heads and page numbers', async ({
  local,
  context,
  dataDir,
}) => {
  const file = join(dataDir, 'clinic.pdf')
  const page = await context.newPage()
  writeFileSync(file, await printed(page))
  await page.close()
  await goTo(local, 'Import')
  await local.getByLabel('Choose a file').setInputFiles(file)
  await waitForPreview(local)
  const roles = local.getByRole('navigation', { name: 'Roles' }).getByRole('button')
  await expect(roles).toHaveCount(2)
  const document = local.getByRole('region', { name: 'Document' })
  await expect(document).toContainText('Wound care: clean and dress wounds by the ward protocol.')
  await expect(document).not.toContainText('internal')
  await expect(document).not.toContainText('Page 1')
})

const refused: [string, string, string | Uint8Array, string][] = [
  ['an empty file', 'empty.txt', '', 'empty'],
  [
    'a binary file',
    'image.txt',
    Uint8Array.from({ length: 5000 }, (_, n) => (n * 37) % 256),
    'not a text file',
  ],
  [
    'a wrong encoding',
    'cyrillic.txt',
    // Windows-1251: another alphabet, which is not guessed at.
    Uint8Array.from([...'Старшая медсестра отвечает за график смен'], (sign) =>
      sign === ' ' ? 32 : sign.charCodeAt(0) - 0x0410 + 0xc0,
    ),
    'neither UTF-8 nor Windows-1252',
  ],
  [
    'a recipe',
    'soup.md',
    '# Leek soup\n\nCut two leeks and fry them in butter. Add stock and cook for an hour.\n',
    'No job role',
  ],
  [
    '50 MB of text',
    'big.txt',
    'The nurse reports to the manager. '.repeat(1_500_000),
    'larger than 10 MB',
  ],
  ['an unknown kind of file', 'sheet.xlsx', clinicHandbook, 'cannot be read'],
]
for (const [what, name, content, sentence] of refused) {
  test(`${what} is refused with a reason, and nothing is stored`, async ({ local, dataDir }) => {
    const file = join(dataDir, name)
    writeFileSync(file, content)
    await goTo(local, 'Import')
    await local.getByLabel('Choose a file').setInputFiles(file)
    await expect(local.getByRole('alert')).toContainText(sentence)
    await expect(local.getByRole('alert')).toContainText('Nothing was stored')
    await goTo(local, 'Library')
    await expect(local.getByText('No deck yet')).toBeVisible()
  })
}

test('a pasted text that is refused stays in its box, and is read once it is mended', async ({
  local,
}, info) => {
  const recipe = 'Cut two leeks and fry them in butter. Add stock and cook for an hour.'
  await pasteDocument(local, recipe)
  const box = local.getByRole('dialog').getByRole('textbox', { name: 'Text' })
  await expect(local.getByRole('alert')).toContainText('No job role')
  await expect(box).toHaveValue(recipe)
  await local.screenshot({ path: info.outputPath('refused.png') })
  await box.fill(clinicHandbook)
  await local.getByRole('button', { name: 'Make cards' }).click()
  await waitForPreview(local)
})

test('a file named at the start goes to its cards', async ({ startLocal, openLocal, dataDir }) => {
  const file = join(dataDir, 'handbook.md')
  writeFileSync(file, clinicHandbook)
  const page = await openLocal(await startLocal([file]))
  await waitForPreview(page)
})

test('a document is saved as a role file from the preview and from the library, the same both times', async ({
  local,
}) => {
  const saved = async () => {
    const download = local.waitForEvent('download')
    await local
      .getByRole('button', { name: 'Save “Who does what in our clinic” as role file' })
      .click()
    const file = await download
    return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')]
  }
  await pasteDocument(local, clinicHandbook)
  await waitForPreview(local)
  const [name, text] = await saved()
  expect(name).toBe('who-does-what-in-our-clinic.role.md')
  expect(text).toContain('- Wound care: clean and dress wounds by the ward protocol.')
  await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
  await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  expect(await saved()).toEqual([name, text])
})
