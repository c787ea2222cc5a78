import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { clinicHandbook, goTo, pasteDocument, waitForPreview } from './pages.ts'
import { expect, test } from './fixtures.ts'

/** The first role has more duties than a list card asks for. */
const clinic = `${clinicHandbook.replace(
  '## Hospital Pharmacist',
  `- Visiting hours: lead each guest to the right bed until eight.
- Meal trays: bring every patient the diet that the kitchen has marked.
- Fall watch: raise the rails for those who cannot stand alone.

## Hospital Pharmacist`,
)}
## Head Nurse

- Bed planning: assign each new patient to a free bed by noon.
- Night cover: name a nurse in charge for every night shift.
`
const card = (page: Page): Locator => page.getByRole('article')
const progress = (page: Page) => page.getByRole('progressbar').getAttribute('aria-label')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const stored = (dataDir: string, sql: string) => {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const rows = db.prepare(sql).all()
  db.close()
  return rows
}

test('in a narrow pane no label and no row is wider than its box', async ({ local }, info) => {
  await local.setViewportSize({ width: 1280, height: 800 })
  await pasteDocument(local, clinic)
  await waitForPreview(local)
  const pane = local.getByRole('region', { name: 'Cards' })
  const tooWide = () =>
    pane.evaluate((box) =>
      [box, ...box.querySelectorAll('.bar, .bar button, .actions')]
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => each.textContent),
    )
  const look = (name: string) => pane.screenshot({ path: info.outputPath(`${name}.png`) })
  expect(await tooWide()).toEqual([])
  await look('deciding')
  await press(local, 'x')
  await expect(local.getByRole('group', { name: 'Why is it rejected?' })).toBeVisible()
  expect(await tooWide()).toEqual([])
  await look('asking')
  await press(local, 'Escape', 'e')
  const [cancel, save] = await Promise.all(
    ['Cancel', 'Save'].map((name) => pane.getByRole('button', { name, exact: true }).boundingBox()),
  )
  expect(save?.y).toBe(cancel?.y)
  await look('editing')
})

test.describe('reviewing an import by keyboard', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('a decision goes on to the next card, whose passage comes into view, and nothing moves', async ({
    local,
  }) => {
    await pasteDocument(local, clinic)
    await waitForPreview(local)
    await expect(card(local)).toHaveAccessibleName(/^Card 1 of \d+/)
    const keep = local.getByRole('button', { name: 'Keep', exact: true })
    const before = await keep.boundingBox()
    for (let n = 2; n < 8; n += 1) {
      await press(local, n % 2 === 0 ? 'a' : 'x')
      if (n % 2 === 1) await press(local, '3')
      await expect(card(local)).toHaveAccessibleName(new RegExp(`^Card ${n} of`))
      await expect(card(local)).toBeFocused()
      await expect(local.locator('mark.current')).toBeInViewport()
      expect(await keep.boundingBox()).toEqual(before)
    }
    expect(await progress(local)).toMatch(/^6 of \d+ decided$/)
  })

  test('reasons, edits, pins and undo are there after a reload, and are stored with the cards', async ({
    local,
    dataDir,
  }) => {
    await pasteDocument(local, clinic)
    await waitForPreview(local)
    const prompts: string[] = []
    const keepInMind = async () =>
      prompts.push((await card(local).locator('.prompt').innerText()).trim())
    // Rejected as trivial, kept, edited, pinned, rejected without a reason, rejected and taken back.
    await keepInMind()
    await press(local, 'x')
    await expect(local.getByRole('group', { name: 'Why is it rejected?' })).toBeVisible()
    await press(local, '3')
    await press(local, 'a')
    await press(local, 'e')
    await local.getByRole('textbox', { name: 'Question' }).fill('What do I ask in my own words?')
    await press(local, 'Control+Enter')
    await press(local, 'p')
    await keepInMind()
    await press(local, 'x', 'x')
    await press(local, 'x', '1')
    await press(local, 'x', 'Escape')
    const arrived = local.waitForResponse(/\/api\/undoImport$/)
    await press(local, 'u')
    await arrived
    await expect(card(local)).toContainText('Undecided')
    expect(await progress(local)).toMatch(/^5 of \d+ decided$/)

    await local.reload()
    await waitForPreview(local)
    expect(await progress(local)).toMatch(/^5 of \d+ decided$/)
    await local.getByRole('button', { name: 'Card 3: Edited' }).click()
    await expect(card(local)).toContainText('What do I ask in my own words?')
    await expect(local.getByRole('button', { name: 'Card 1: Rejected: trivial' })).toBeVisible()
    await expect(local.getByRole('button', { name: 'Card 4: Pinned' })).toBeVisible()
    await press(local, 'u')
    await expect(local.getByRole('button', { name: 'Card 5: Undecided' })).toBeVisible()
    await press(local, 'Control+z')
    await expect(local.getByRole('button', { name: 'Card 4: Undecided' })).toBeVisible()
    await press(local, 'p', 'x', 'x')

    await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
    await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
    expect(
      stored(
        dataDir,
        `select verdict, reason, is_pinned, memory.status, edit_json is not null as edited
        from card_decision join card using (card_id) join memory using (card_id)
        order by verdict, reason, is_pinned, edited`,
      ),
    ).toEqual([
      { verdict: 'kept', reason: null, is_pinned: 0, status: 'active', edited: 0 },
      { verdict: 'kept', reason: null, is_pinned: 0, status: 'active', edited: 1 },
      { verdict: 'kept', reason: null, is_pinned: 1, status: 'active', edited: 0 },
      { verdict: 'rejected', reason: null, is_pinned: 0, status: 'rejected', edited: 0 },
      { verdict: 'rejected', reason: 'trivial', is_pinned: 0, status: 'rejected', edited: 0 },
    ])
    // What was rejected is not studied, what was edited is studied as edited.
    await goTo(local, 'Settings')
    await local.getByRole('spinbutton', { name: 'New cards a day' }).fill('200')
    await press(local, 'Tab')
    await goTo(local, 'Study')
    const seen: string[] = []
    for (;;) {
      const reveal = local.getByRole('button', { name: 'Show answer' })
      const isCard = await reveal
        .or(local.getByRole('heading', { name: 'Done for now' }))
        .first()
        .innerText()
      if (isCard !== 'Show answer') break
      seen.push((await card(local).locator('.prompt').innerText()).trim())
      await press(local, 'Space', '4')
      await expect.poll(() => stored(dataDir, 'select n from review')).toHaveLength(seen.length)
    }
    expect(seen).toContain('What do I ask in my own words?')
    for (const prompt of prompts) expect(seen).not.toContain(prompt)
  })

  test('a whole role is rejected at one stroke, and brought back by one undo', async ({
    local,
  }) => {
    await pasteDocument(local, clinic)
    await waitForPreview(local)
    const roles = local.getByRole('navigation', { name: 'Roles' })
    const nurse = roles.getByRole('button', { name: /^Ward Nurse/ })
    await press(local, 'a', 'Shift+X')
    await expect(nurse).toContainText(/(\d+) of \1 decided/)
    await expect(nurse).toContainText(/gaps?$/)
    await expect(roles.getByRole('button', { name: /^Hospital Pharmacist/ })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await press(local, 'u')
    await expect(nurse).toContainText(/^Ward Nurse\s*1 of/)
    await press(local, 'Shift+A')
    await expect(nurse).toContainText(/(\d+) of \1 decided/)
    await expect(nurse).not.toContainText('gap')
  })

  test('a gap in the coverage is filled with a card of one’s own, which is studied with its passage', async ({
    local,
  }) => {
    await pasteDocument(local, clinic)
    await waitForPreview(local)
    await press(local, 'Shift+X')
    await local.getByRole('button', { name: /^Ward Nurse/ }).press('Enter')
    await press(local, 'c')
    const list = local.getByRole('list', { name: 'Responsibilities' })
    await expect(list.getByText('No card')).toHaveCount(6)
    await list
      .getByRole('button', { name: /clean and dress wounds/ })
      .first()
      .press('Enter')
    await expect(local.locator('mark.current')).toContainText('clean and dress wounds')
    await local.getByRole('textbox', { name: 'Question' }).fill('What does the protocol rule?')
    await expect(local.getByRole('textbox', { name: 'Answer' })).toHaveValue(/^Clean and dress/)
    await press(local, 'Control+Enter')
    await expect(list.getByText('No card')).toHaveCount(5)
    await list
      .getByRole('button', { name: /clean and dress wounds/ })
      .first()
      .press('Enter')
    await expect(card(local)).toContainText('What does the protocol rule?')
    await expect(card(local)).toContainText('Written by hand')
    await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
    await local.getByRole('button', { name: 'Study Ward Nurse' }).click()
    await expect(card(local)).toContainText('What does the protocol rule?')
    await press(local, 'o')
    await expect(local.locator('mark').first()).toContainText('clean and dress wounds')
  })

  test('roles are renamed, joined and left out; decisions stay, and each fix can be taken back', async ({
    local,
    dataDir,
  }) => {
    await pasteDocument(local, clinic)
    await waitForPreview(local)
    const roles = local.getByRole('navigation', { name: 'Roles' }).getByRole('button')
    await press(local, 'a', 'a', 'a', 'r')
    const dialog = local.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Its name' }).fill('Staff Nurse')
    await press(local, 'Enter')
    await expect(dialog).toBeHidden()
    await expect(roles.first()).toContainText(/^Staff Nurse\s*3 of/)
    await expect(card(local)).toContainText('Staff Nurse')

    await roles.filter({ hasText: 'Head Nurse' }).press('Enter')
    await press(local, 'r')
    await dialog
      .getByRole('combobox', { name: 'It is the same role as' })
      .selectOption('Staff Nurse')
    await dialog.getByRole('button', { name: 'Make them one' }).press('Enter')
    await expect(roles).toHaveCount(3)
    await expect(roles.first()).toContainText(/^Staff Nurse\s*3 of/)

    await roles.filter({ hasText: 'Clinic Manager' }).press('Enter')
    await press(local, 'r')
    await dialog.getByRole('button', { name: 'Not a role' }).press('Enter')
    await expect(roles).toHaveCount(2)
    await press(local, 'u')
    await expect(roles).toHaveCount(3)

    await press(local, 'r')
    await dialog
      .getByRole('button', { name: 'Take back: “Head Nurse” is the same role' })
      .press('Enter')
    await expect(roles).toHaveCount(4)
    await press(local, 'Escape')
    await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
    await expect(local.getByRole('link', { name: 'Staff Nurse' })).toBeVisible()
    expect(JSON.stringify(stored(dataDir, 'select fixes_json from source'))).toContain(
      'Staff Nurse',
    )
  })

  test('a responsibility is given to the role that it belongs to', async ({ local }) => {
    await pasteDocument(local, clinic)
    await waitForPreview(local)
    await press(local, 'c')
    await local
      .getByRole('button', { name: /^Belongs to another role: report the state/ })
      .press('Enter')
    const dialog = local.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Role' }).selectOption('Head Nurse')
    await dialog.getByRole('button', { name: 'Move 1 responsibility' }).press('Enter')
    await expect(dialog).toBeHidden()
    const list = local.getByRole('list', { name: 'Responsibilities' })
    await expect(list).not.toContainText('report the state')
    await local.getByRole('button', { name: /^Head Nurse/ }).press('Enter')
    await expect(list).toContainText('report the state')
  })

  test('what no card was made of is listed in words', async ({ local }) => {
    await pasteDocument(local, clinic)
    await waitForPreview(local)
    await local.getByRole('button', { name: /^Not made/ }).press('Enter')
    const [summary] = await local.getByRole('group').locator('summary').all()
    await summary?.press('Enter')
    await expect(local.locator('details[open] li').first()).toBeVisible()
  })

  test('the last role cannot be left out, and the reason is said', async ({ local }) => {
    await pasteDocument(
      local,
      `# Ward Nurse\n\n- Wound care: clean and dress wounds by the ward protocol.\n- Handover: report the state of each patient to the next shift.\n\n# Clinic Manager\n\n- Rota planning: assign staff to shifts for the coming month.\n`,
    )
    await waitForPreview(local)
    const dialog = local.getByRole('dialog')
    await press(local, 'r')
    await dialog.getByRole('button', { name: 'Not a role' }).press('Enter')
    await expect(dialog).toBeHidden()
    await press(local, 'r')
    await expect(dialog.getByRole('button', { name: 'Rename' })).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Not a role' })).toBeHidden()
  })
})

test('a kind of card that is rejected over and over is offered to be left out', async ({
  local,
  dataDir,
}) => {
  const file = join(dataDir, 'bakery.md')
  writeFileSync(
    file,
    `# Who does what in the bakery

## Baker

- First round: heat both ovens before the dough has risen.
- Last look: wipe the tables until no flour is left.

## Seller

- Opening: count the coins in the till with a witness.
- Farewell: pack unsold bread for the shelter next door.

## Driver

- Loading: stack crates so that the first stop is on top.
- Way home: fill the tank when it is half empty.

## Planner

- Monday sheet: write shifts for everybody until Sunday.
- Sick calls: find somebody for the shift within an hour.

## Buyer

- Shelf check: order flour when ten sacks are left.
- Price hunt: ask three mills for an offer each spring.
`,
  )
  await goTo(local, 'Import')
  await local.getByLabel('Choose a file').setInputFiles(file)
  await waitForPreview(local)
  const kind = (await card(local).getAttribute('aria-label'))?.split(', ').at(-1) ?? ''
  const offer = local.getByText(`cards of the kind “${kind}”`, { exact: false })
  for (let at = 0; at < 60 && !(await offer.isVisible()); at += 1) {
    const isKind = (await card(local).getAttribute('aria-label'))?.endsWith(kind)
    await press(local, ...(isKind ? ['x', '3'] : ['a']))
  }
  await expect(offer).toBeVisible()
  await local.getByRole('button', { name: 'Leave them out' }).click()
  await expect(offer).toBeHidden()
  await local.getByRole('button', { name: 'Set right' }).click()
  await expect(local.getByRole('dialog')).toContainText(`No cards of the kind “${kind}”`)
})
