/** Operations on annotations in a browser: split, merge, duplicate, all places of a text, many at once; with the mouse and with keys alone. */
import { expect, type Page } from '@playwright/test'
import type { TestServer } from '../helpers/server.ts'
import { axe, emptyTest as test } from './browser-host.ts'
import { workbench, type Workbench } from './workbench.ts'

const TEXTS = {
  English: [
    'Talks in the harbour town',
    'The delegation of Tarn demands that the strait stays open, and it rejects every delay.',
    'Later the delegation of Tarn left. A smaller delegation of Norvik stayed; the Delegation of Tarn came back.',
    'In the evening both sides went home.',
  ].join('\n'),
  Urdu: [
    'استنبول میں مذاکرات',
    'پاکستان نے مطالبہ کیا کہ سرحد کھلی رہے، اور اس نے ہر تاخیر کو رد کیا۔',
    'بعد میں پاكستان نے کہا کہ پاکستان انتظار کرے گا۔',
  ].join('\n'),
  Chinese: ['谈判继续', '外交部要求立即停火，并拒绝任何拖延。', '外交部说，双方将在下周再次会面，外交部长也将出席。'].join('\n'),
}

async function open(page: Page, host: TestServer, text: string): Promise<Workbench> {
  const desk = workbench(page)
  await page.goto(host.server.newUrl())
  await page.getByRole('button', { name: /Start a new library/ }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Harbour')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This library has no articles yet')).toBeVisible()
  await desk.pasteArticle(text)
  await desk.confirmImport()
  return desk
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Annotations of this article' })
const rows = (page: Page) => list(page).getByRole('option')
const bulk = (page: Page) => page.getByRole('form', { name: /^\d+ annotations$/ })
/** From the list to the form of what is picked. */
const change = (page: Page) => page.getByRole('button', { name: 'Change…' }).click()
const form = (page: Page) => page.getByRole('form', { name: /^Annotation: / })
const text = (page: Page) => page.getByRole('article', { name: /Text of/ })

async function undo(page: Page): Promise<void> {
  // The one of the top bar, which says what it takes back and does not go away.
  await page.getByRole('button', { name: /^Undo/ }).first().click()
}

/** From the form back to the list of all annotations. */
async function showList(page: Page): Promise<void> {
  await text(page).focus()
  for (let tries = 0; tries < 4 && !(await list(page).isVisible()); tries += 1) await page.keyboard.press('Escape')
  await expect(list(page)).toBeVisible()
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await axe(page).exclude('[data-live-announcer]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)).toEqual([])
}

test('with the mouse: a passage cut out, merged again, duplicated, and all places tagged', async ({ page, host }) => {
  test.setTimeout(400_000)
  const desk = await open(page, host, TEXTS.English)
  await desk.selectByMouse('demands that the strait stays open, and it rejects every delay')
  await page.keyboard.press('d')
  await expect(form(page)).toContainText('demands that the strait')

  await test.step('split: the selected part becomes one of its own', async () => {
    await desk.selectByMouse('and it rejects every delay')
    await page.getByRole('button', { name: 'More for this annotation' }).click()
    await page.getByRole('menuitem', { name: /Split/ }).click()
    await expect(page.getByText('Split into 2 annotations.')).toBeVisible()
    await showList(page)
    await expect(rows(page)).toHaveCount(2)
    await expect(rows(page).nth(1)).toContainText('and it rejects every delay')
  })
  await test.step('picked with Ctrl, changed together, in one step', async () => {
    await rows(page)
      .nth(0)
      .click({ modifiers: ['ControlOrMeta'] })
    await rows(page)
      .nth(1)
      .click({ modifiers: ['Shift'] })
    await expect(page.getByRole('group', { name: '2 picked' })).toBeVisible()
    await expect(bulk(page)).toBeHidden()
    await change(page)
    await bulk(page).getByRole('combobox', { name: 'Speaker' }).fill('Tarn')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Changed 2 annotations.')).toBeVisible()
    await expect(bulk(page).getByRole('combobox', { name: 'Speaker' })).toHaveValue('Tarn')
    await accessible(page)
    await bulk(page).getByRole('button', { name: 'Back to the list' }).click()
    await expect(rows(page).filter({ hasText: 'Tarn' })).toHaveCount(2)
    await accessible(page)
    await undo(page)
    await expect(rows(page).filter({ hasText: 'Tarn' })).toHaveCount(0)
  })
  await test.step('merged: nothing differs, so nothing is asked', async () => {
    await page.getByRole('button', { name: 'Merge 2 annotations' }).click()
    await expect(page.getByText('Merged 2 annotations into one.')).toBeVisible()
    await expect(form(page)).toContainText('stays open, and it rejects every delay')
  })
  await test.step('duplicated with another tag', async () => {
    await page.getByRole('button', { name: 'More for this annotation' }).click()
    await page.getByRole('menuitem', { name: /once more/ }).click()
    await page.getByRole('menu', { name: 'Code once more as' }).getByRole('menuitem', { name: 'Threat' }).click()
    await expect(page.getByRole('form', { name: 'Annotation: Threat' })).toBeVisible()
    await showList(page)
    await expect(rows(page)).toHaveCount(2)
  })
  await test.step('a merge of different codings asks what is kept', async () => {
    await rows(page)
      .nth(0)
      .click({ modifiers: ['ControlOrMeta'] })
    await rows(page)
      .nth(1)
      .click({ modifiers: ['ControlOrMeta'] })
    await page.getByRole('button', { name: 'Merge 2 annotations' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge 2 annotations' })
    await dialog.getByRole('button', { name: /Tag/ }).click()
    await page.getByRole('option', { name: 'Threat', exact: true }).click()
    await dialog.getByRole('button', { name: 'Merge 2 annotations' }).click()
    await expect(page.getByRole('form', { name: 'Annotation: Threat' })).toBeVisible()
    await showList(page)
    await expect(rows(page)).toHaveCount(1)
  })
  await test.step('every place of a text, one left out', async () => {
    await desk.selectByMouse('delegation of Tarn')
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'Tag all places of the same text' })
    await expect(dialog.getByRole('option')).toHaveCount(3)
    await dialog.getByRole('option').nth(1).click()
    await accessible(page)
    await dialog.getByRole('button', { name: 'Tag 2 passages' }).click()
    await expect(page.getByText('Tagged 2 passages.')).toBeVisible()
    await showList(page)
    await expect(rows(page)).toHaveCount(3)
    await undo(page)
    await expect(rows(page)).toHaveCount(1)
  })
})

test('with keys alone: B, M, U, E and the list', async ({ page, host }) => {
  test.setTimeout(400_000)
  const desk = await open(page, host, TEXTS.English)
  await desk.selectByKeys('demands that the strait stays open')
  await page.keyboard.press('d')
  await expect(form(page)).toBeVisible()

  await test.step('B splits at the caret; before the passage it says what to do', async () => {
    await text(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('b')
    await expect(page.getByText('Put the caret inside the annotation')).toBeVisible()
    await desk.selectByKeys('demands that')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('b')
    await expect(page.getByText('Split into 2 annotations.')).toBeVisible()
  })
  await test.step('M merges with the next', async () => {
    await page.keyboard.press('m')
    await expect(page.getByText('Merged 2 annotations into one.')).toBeVisible()
    await expect(form(page)).toContainText('demands that the strait stays open')
  })
  await test.step('U and the letter of a tag code it once more', async () => {
    await text(page).focus()
    await page.keyboard.press('u')
    await expect(page.getByRole('menu', { name: 'Code once more as' })).toBeVisible()
    await page.keyboard.press('p')
    await expect(page.getByRole('menu', { name: 'Code once more as' })).toHaveCount(0)
    await expect(page.getByRole('form', { name: 'Annotation: Position' })).toBeVisible()
  })
  await test.step('E and Enter tag every place', async () => {
    await desk.selectByKeys('delegation of Tarn')
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'Tag all places of the same text' })
    await expect(dialog.getByRole('listbox', { name: 'Places' })).toBeFocused()
    await expect(dialog.getByRole('option')).toHaveCount(3)
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await expect(dialog.getByRole('button', { name: 'Tag 2 passages' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Tagged 2 passages.')).toBeVisible()
  })
  await test.step('the list: words narrow it, Shift and Ctrl+A pick, the bulk form sets', async () => {
    await showList(page)
    await expect(rows(page)).toHaveCount(4)
    await page.getByRole('searchbox', { name: 'Filter by words' }).focus()
    await page.keyboard.type('DELEGATION')
    await expect(rows(page)).toHaveCount(2)
    await list(page).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Enter')
    await expect(bulk(page)).toBeVisible()
    await bulk(page).getByRole('combobox', { name: 'Targets' }).focus()
    await page.keyboard.type('Norvik')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Changed 2 annotations.')).toBeVisible()
    // A chip that was just made is taken back from within the field, where nothing waits to be sent.
    await page.keyboard.press('Control+z')
    await expect(page.getByText(/Taken back: Change 2 annotations/)).toBeVisible()
    await page.keyboard.press('Control+Shift+Z')
    await expect(page.getByText(/Done again: Change 2 annotations/)).toBeVisible()
    await bulk(page).getByRole('textbox', { name: 'Note' }).focus()
    await page.keyboard.press('Escape')
    await expect(bulk(page)).toBeHidden()
    await expect(list(page)).toBeFocused()
    await text(page).focus()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('group', { name: /picked/ })).toBeHidden()
    await list(page).focus()
    await page.keyboard.press('Escape')
    await expect(text(page)).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(page.getByText(/Taken back: Change 2 annotations/)).toBeVisible()
  })
})

for (const [language, passage, places] of [
  ['Urdu', 'پاکستان', 3],
  ['Chinese', '外交部', 3],
] as const) {
  test(`in ${language}: every place, letter variants and all, and a split`, async ({ page, host }) => {
    test.setTimeout(300_000)
    const desk = await open(page, host, TEXTS[language])
    await desk.selectByMouse(passage)
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'Tag all places of the same text' })
    await expect(dialog.getByRole('option')).toHaveCount(places)
    await dialog.getByRole('button', { name: `Tag ${places} passages` }).click()
    await expect(page.getByText(`Tagged ${places} passages.`)).toBeVisible()
    await showList(page)
    await expect(rows(page)).toHaveCount(places)
    await rows(page).first().click()
    await text(page).focus()
    await page.keyboard.press(language === 'Urdu' ? 'ArrowLeft' : 'ArrowRight')
    await page.keyboard.press('b')
    await expect(page.getByText('Split into 2 annotations.')).toBeVisible()
    await showList(page)
    await expect(rows(page)).toHaveCount(places + 1)
  })
}
