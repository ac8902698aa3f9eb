/** The codebook's screen on the sample library: with the mouse, with keys alone, and from one library to another as a file. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { startTestServer, type TestServer } from '../helpers/server.ts'

const renderer = process.env.PARLEY_TRY ?? resolve(import.meta.dirname, '../../out/renderer')

const test = base.extend<{ host: TestServer }>({
  host: async ({}, use) => {
    const host = await startTestServer({ sample: true }, { ownCore: true, rendererDir: renderer })
    await use(host)
    await host.stop()
  },
})
test.use({ actionTimeout: 10_000, viewport: { width: 1280, height: 800 } })

const tree = (page: Page, part = 'Tags'): Locator => page.getByRole('treegrid', { name: part })
const row = (page: Page, name: string): Locator =>
  page
    .getByRole('treegrid')
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) })
const form = (page: Page, name: string): Locator => page.getByRole('form', { name })
const toast = (page: Page, text: string | RegExp): Locator => page.getByRole('region', { name: 'Messages' }).getByText(text)

/** The tree as text: each entry after the dots of its level. */
const shape = (page: Page): Promise<string[]> =>
  page
    .getByRole('treegrid')
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((each) => '.'.repeat(Number(each.getAttribute('aria-level')) - 1) + each.querySelector('bdi')?.textContent),
    )

const axeOf = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))

async function openCodebook(page: Page, host: TestServer): Promise<void> {
  await page.goto(host.server.newUrl())
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Codebook' }).click()
  await expect(tree(page).getByRole('row')).toHaveCount(9)
}

test('with the mouse: make, nest, recolour, merge with a preview, retire, remove and take back', async ({ page, host }) => {
  test.setTimeout(180_000)
  await openCodebook(page, host)

  await test.step('make a tag, and one beneath it', async () => {
    await page.getByRole('textbox', { name: 'Add a tag' }).fill('Attack')
    await page.getByRole('button', { name: 'Add a tag' }).click()
    await expect(form(page, 'Tag: Attack')).toBeVisible()
    await page.getByRole('button', { name: 'Beneath Attack' }).click()
    await page.getByRole('textbox', { name: 'Add beneath Attack' }).fill('Shelling')
    await page.getByRole('button', { name: 'Add beneath Attack' }).click()
    await expect(form(page, 'Tag: Shelling')).toBeVisible()
    await expect.poll(() => shape(page)).toEqual(expect.arrayContaining(['Attack', '.Shelling']))
  })

  await test.step('nest one by dragging it onto another', async () => {
    await row(page, 'Action').dragTo(row(page, 'Attack'), { sourcePosition: { x: 80, y: 14 }, targetPosition: { x: 80, y: 14 } })
    await expect.poll(() => shape(page)).toEqual(expect.arrayContaining(['.Shelling', '.Action']))
  })

  await test.step('recolour: who else has the colour is said, and what it is mistaken for', async () => {
    await row(page, 'Offer').click()
    const look = form(page, 'Tag: Offer')
    await expect(look.getByText(/With deuteranopia .* it looks like Threat/)).toBeVisible()
    await look.getByRole('radio', { name: 'Teal, used by Agreement' }).click({ force: true })
    await expect(look.getByText('Also the colour of Agreement')).toBeVisible()
    await look.getByRole('radio', { name: 'Rose' }).click({ force: true })
    await expect(look.getByText('Also the colour of')).toBeHidden()
  })

  await test.step('merge: what happens is said before, and one undo takes it back', async () => {
    await row(page, 'Appeal').click()
    await form(page, 'Tag: Appeal').getByRole('button', { name: 'Merge into…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge “Appeal” into another' })
    await dialog.getByRole('combobox', { name: 'Merge into' }).click()
    await page.getByRole('option', { name: /Demand/ }).click()
    await expect(dialog.getByRole('list', { name: 'What happens' })).toContainText('14 annotations get the tag “Demand”.')
    await dialog.getByRole('button', { name: 'Merge into Demand' }).click()
    await expect(form(page, 'Tag: Demand').getByRole('button', { name: 'Show all 39 annotations' })).toBeVisible()
    await expect(row(page, 'Appeal')).toHaveCount(0)
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
    await expect(row(page, 'Appeal')).toHaveCount(1)
    await expect(form(page, 'Tag: Demand').getByRole('button', { name: 'Show all 25 annotations' })).toBeVisible()
  })

  await test.step('retire: out of the tree and the pickers, still on what is coded', async () => {
    await row(page, 'Appeal').click()
    await form(page, 'Tag: Appeal').getByRole('button', { name: 'Retire' }).click()
    await expect(form(page, 'Tag: Appeal').getByText('retired', { exact: true })).toBeVisible()
    await row(page, 'Demand').click()
    await expect(row(page, 'Appeal')).toHaveCount(0)
    await page.getByRole('button', { name: 'Show 1 retired' }).click()
    await expect(row(page, 'Appeal')).toBeVisible()
    await row(page, 'Appeal').click()
    await form(page, 'Tag: Appeal').getByRole('button', { name: 'Show all 14 annotations' }).click()
    await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click()
    const annotation = page.getByRole('form', { name: 'Annotation: Appeal' })
    await expect(annotation).toBeVisible()
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Codebook' }).click()
    await form(page, 'Tag: Appeal').getByRole('button', { name: 'Use again' }).click()
    await expect(form(page, 'Tag: Appeal').getByRole('button', { name: 'Retire' })).toBeVisible()
  })

  await test.step('remove: its annotations get another tag, or go with it; undo brings all back', async () => {
    await row(page, 'Accusation').click()
    await form(page, 'Tag: Accusation').getByRole('button', { name: 'Remove…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove “Accusation”?' })
    await expect(dialog.getByText('8 annotations in 6 articles have this tag and are removed with it.')).toBeVisible()
    await dialog.getByRole('radio', { name: 'Give them another tag' }).click({ force: true })
    await expect(dialog.getByRole('button', { name: 'Remove', exact: true })).toBeDisabled()
    await dialog.getByRole('combobox', { name: 'They get the tag' }).click()
    await page.getByRole('option', { name: /Threat/ }).click()
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(toast(page, 'Removed “Accusation”.')).toBeVisible()
    await expect(page.getByText('8 articles, 113 annotations')).toBeVisible()
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
    await expect(row(page, 'Accusation')).toBeVisible()
  })
})

test('with keys alone: rename, order, nest, letter, drag, remove, an alias in Urdu', async ({ page, host }) => {
  test.setTimeout(180_000)
  await openCodebook(page, host)
  await tree(page).focus()
  await page.keyboard.press('Home')
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.closest('[role=row]')?.querySelector('bdi')?.textContent)

  await test.step('order and nest with Alt and the arrow keys; the focus stays on the entry', async () => {
    await page.keyboard.type('Off')
    await expect.poll(focused).toBe('Offer')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await shape(page)).slice(0, 4)).toEqual(['Demand', 'Threat', 'Offer', 'Position'])
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(async () => (await shape(page)).slice(1, 4)).toEqual(['Threat', '.Offer', 'Position'])
    await expect.poll(focused).toBe('Offer')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(async () => (await shape(page)).slice(1, 4)).toEqual(['Threat', 'Offer', 'Position'])
  })

  await test.step('rename in its place; Escape leaves the old name', async () => {
    await page.keyboard.press('F2')
    await expect(page.getByRole('textbox', { name: 'New name of Offer' })).toBeFocused()
    await page.keyboard.type('Promise')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Offer')
    await page.keyboard.press('F2')
    await expect(page.getByRole('textbox', { name: 'New name of Offer' })).toBeFocused()
    await page.keyboard.type('Threat')
    await page.keyboard.press('Enter')
    await expect(toast(page, /already the name of/)).toBeVisible()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Promise')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Promise')
  })

  await test.step('Enter goes to the form; a letter is pressed, and one that is taken is refused in words', async () => {
    await page.keyboard.press('Enter')
    await expect(form(page, 'Tag: Promise').getByRole('textbox', { name: 'Name' })).toBeFocused()
    await page.keyboard.press('Tab')
    const key = form(page, 'Tag: Promise').getByRole('textbox', { name: 'Key' })
    await expect(key).toBeFocused()
    await page.keyboard.press('t')
    await expect(form(page, 'Tag: Promise').getByText('T is the key of “Threat”.')).toBeVisible()
    await page.keyboard.press('n')
    await expect(form(page, 'Tag: Promise').getByText(/N is the key for “Write a note”/)).toBeVisible()
    await expect(key).toHaveValue('O')
    await page.keyboard.press('z')
    await expect(key).toHaveValue('Z')
  })

  await test.step('drag mode of the keyboard puts an entry onto another', async () => {
    await tree(page).getByRole('row', { selected: true }).focus()
    await page.keyboard.press('End')
    await expect.poll(focused).toBe('Action')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Move Action' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    for (let tries = 0; tries < 20 && !(await droppingOn(page, 'Demand')); tries += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await shape(page)).slice(0, 2)).toEqual(['Demand', '.Action'])
  })

  await test.step('Delete asks, Escape steps back, Enter on Remove removes, and undo brings it back', async () => {
    await row(page, 'Rejection').focus()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('dialog', { name: 'Remove “Rejection”?' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(row(page, 'Rejection')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(page.getByText(/11 annotations in .* are removed with it/)).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(row(page, 'Rejection')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(row(page, 'Rejection')).toHaveCount(1)
  })

  await test.step('an alias in Urdu, with its language and script', async () => {
    await page.getByRole('radio', { name: /^Tags/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(tree(page, 'Parties')).toBeVisible()
    await tree(page, 'Parties').focus()
    await page.keyboard.type('Qat')
    await expect.poll(focused).toBe('Qatar')
    await page.keyboard.press('Enter')
    await expect(form(page, 'Party: Qatar')).toBeVisible()
    const party = form(page, 'Party: Qatar')
    await party.getByRole('textbox', { name: 'Another name' }).focus()
    await page.keyboard.type('ریاستِ قطر')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Urdu')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const alias = party.getByRole('list', { name: 'Also called' }).getByRole('listitem').filter({ hasText: 'ریاستِ قطر' })
    await expect(alias).toContainText('Urdu')
    await expect(alias).toContainText('Arabic')
    await expect(alias.locator('bdi')).toHaveAttribute('lang', 'ur')
    expect(await alias.locator('bdi').evaluate((name) => getComputedStyle(name).direction)).toBe('rtl')
  })
})

test('examples are picked from annotations, kept, and lead to their passages', async ({ page, host }) => {
  test.setTimeout(120_000)
  await openCodebook(page, host)
  await row(page, 'Threat').click()
  const threat = form(page, 'Tag: Threat')
  await threat.getByRole('button', { name: 'Pick examples…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Pick examples: Threat' })
  await expect(dialog.getByText('11 quotes')).toBeVisible()
  // The sample has examples already.
  const examples = threat.getByRole('list', { name: 'Examples', includeHidden: true })
  const before = await examples.locator('li').count()
  const free = dialog.getByRole('checkbox', { checked: false }).first()
  const quote = (await free.getAttribute('aria-label')) ?? ''
  await free.focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByText(`${before + 1} picked`)).toBeVisible()
  expect(await axeOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(examples.getByRole('listitem')).toHaveCount(before + 1)
  const picked = examples.getByRole('listitem').filter({ hasText: quote })
  await picked.getByRole('button', { name: /^Open/ }).click()
  await expect(page.getByRole('form', { name: 'Annotation: Threat' })).toContainText(quote.slice(0, 30))
  await page.keyboard.press('Control+3')
  await picked.getByRole('button', { name: /^Drop the example/ }).click()
  await expect(picked).toHaveCount(0)
  await expect(examples.getByRole('listitem')).toHaveCount(before)
})

test('fields that a tag shows are put in order, and parties have affiliations with dates', async ({ page, host }) => {
  test.setTimeout(120_000)
  await openCodebook(page, host)
  await row(page, 'Demand').click()
  const shown = form(page, 'Tag: Demand').getByRole('list', { name: 'Fields it shows first' })
  const order = async (): Promise<string[]> => (await shown.getByRole('listitem').allInnerTexts()).slice(0, 4).map((text) => text.trim())
  expect(await order()).toEqual(['Speaker', 'Targets', 'Issues', 'Intensity'])
  await shown.getByRole('checkbox', { name: 'Issues' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(order).toEqual(['Speaker', 'Issues', 'Targets', 'Intensity'])
  await expect(shown.getByRole('checkbox', { name: 'Issues' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect.poll(order).toEqual(['Speaker', 'Targets', 'Intensity', 'Condition'])

  await page.getByRole('radio', { name: /^Parties/ }).click({ force: true })
  await row(page, 'Qatar').click()
  const party = form(page, 'Party: Qatar')
  await party.getByRole('combobox', { name: 'Belongs or belonged to' }).click()
  await page.keyboard.type('Mediation')
  await page.keyboard.press('Enter')
  await party.getByRole('region', { name: 'Affiliations' }).getByRole('button', { name: 'Add' }).click()
  const affiliation = party.getByRole('list', { name: 'Affiliations' }).getByRole('listitem')
  await affiliation.getByRole('textbox', { name: 'Since' }).fill('2025-10')
  await affiliation.getByRole('textbox', { name: 'Since' }).blur()
  await expect(affiliation.getByText('Oct 2025')).toBeVisible()
})

test('no serious fault for axe, in both themes and narrow', async ({ page, host }) => {
  test.setTimeout(180_000)
  await openCodebook(page, host)
  expect(await axeOf(page)).toEqual([])
  await row(page, 'Threat').click()
  await expect(form(page, 'Tag: Threat')).toBeVisible()
  expect(await axeOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('radio', { name: /^Parties/ }).click({ force: true })
  await row(page, 'Qatar').click()
  await expect(form(page, 'Party: Qatar')).toBeVisible()
  expect(await axeOf(page)).toEqual([])
  await form(page, 'Party: Qatar').getByRole('button', { name: 'Merge into…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await axeOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 700, height: 700 })
  await page.getByRole('radio', { name: /^Issues/ }).click({ force: true })
  await expect(tree(page, 'Issues')).toBeVisible()
  expect(await axeOf(page)).toEqual([])
})

test('export, and import into a new library: preview, choices, one step', async ({ page, host }) => {
  test.setTimeout(180_000)
  await openCodebook(page, host)
  await row(page, 'Offer').click()
  await form(page, 'Tag: Offer').getByRole('textbox', { name: 'When to use it' }).fill('Where something is promised.')
  await form(page, 'Tag: Offer').getByRole('textbox', { name: 'When to use it' }).blur()
  await expect(page.getByRole('status').filter({ hasText: 'All changes saved' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Codebook file' }).click()
  await page.getByRole('menuitem', { name: /^JSON/ }).click()
  const path = await (await download).path()
  const file = readFileSync(path, 'utf8')
  expect(file).toContain('Where something is promised.')

  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: /New library/ }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Second')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This library has no articles yet')).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(tree(page).getByRole('row')).toHaveCount(9)

  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'codebook.json', { type: 'application/json' }))
    return data
  }, file)
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer: transfer })
  const dialog = page.getByRole('dialog', { name: 'Import a codebook' })
  const differing = dialog.getByRole('row').filter({ hasText: 'Where something is promised.' })
  await expect(differing).toContainText('When to use it:')
  expect(await axeOf(page)).toEqual([])
  await differing.getByRole('button', { name: /What to do with Offer/ }).click()
  await page.getByRole('option', { name: 'Take theirs' }).click()
  await dialog.getByRole('button', { name: /^Import \d+ entries/ }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('radio', { name: /^Parties 36/ }).click({ force: true })
  await expect(tree(page, 'Parties').getByText('Qatar', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: /^Tags/ }).click({ force: true })
  await row(page, 'Offer').click()
  await expect(form(page, 'Tag: Offer').getByRole('textbox', { name: 'When to use it' })).toHaveValue('Where something is promised.')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('radio', { name: /^Parties 0/ })).toBeVisible()
})

test('a template shows what is new before it is added', async ({ page, host }) => {
  test.setTimeout(120_000)
  await openCodebook(page, host)
  await page.getByRole('button', { name: 'Codebook file' }).click()
  await page.getByRole('menuitem', { name: 'Add from a template…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add from a template' })
  await expect(dialog.getByRole('table', { name: 'What would change' })).toBeVisible()
  expect(await axeOf(page)).toEqual([])
  const before = await tree(page).getByRole('row').count()
  await dialog.getByRole('button', { name: /^Add \d+ entr/ }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => tree(page).getByRole('row').count()).toBeGreaterThan(before)
  await page.keyboard.press('Control+z')
  await expect(tree(page).getByRole('row')).toHaveCount(before)
})

/** Whether the keyboard's drag stands on an entry, not before or after it. */
const droppingOn = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('[role=row][data-drop-target]')].some((target) => target.querySelector('bdi')?.textContent === wanted),
    name,
  )
