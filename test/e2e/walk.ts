/** The walk through the workbench, from an empty library to a report: the same steps in every host. What hosts do differently comes in. */
import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { WalkSubject } from './walk-subject.ts'
import { workbench } from './workbench.ts'

export interface WalkHost {
  page: Page
  /** Starts a new library from the first page. */
  newLibrary(): Promise<void>
  /** File › Import, choosing this file. */
  importFile(path: string): Promise<void>
  /** Exports the report that is on screen and gives back its text. */
  exportReport(): Promise<string>
}

const samples = resolve(import.meta.dirname, '../../resources/sample/articles')
/** The other side's view, and one that runs from right to left. */
const OTHER_SIDE = {
  file: '06-door-left-open.txt',
  outlet: 'Bala Hissar Bulletin',
  date: '2025-10-30',
  quote: 'Whom we call an enemy is decided in Kabul',
}
const URDU = { file: '03-istanbul-dusra-din.txt', outlet: 'نیا ساحل', date: '2025-10-26', quote: 'ان اقدامات کی تصدیق کوئی تیسرا فریق کرے' }

const step = <T>(name: string, run: () => Promise<T>): Promise<T> => {
  console.log(`  · ${name}`)
  return run()
}

/** 1 and 2: start, bring the article in three ways, read it, tag it by mouse and by keys. */
export async function readAndTag(host: WalkHost, subject: WalkSubject): Promise<void> {
  const { page } = host
  const desk = workbench(page)
  const inspector = page.getByRole('form', { name: /^Annotation/ })
  const article = page.getByRole('article', { name: /Text of/ })

  await step('the first page offers three ways to begin', async () => {
    for (const way of ['Open the sample library', 'Start a new library', 'Open a library'])
      await expect(page.getByRole('button', { name: new RegExp(way) })).toBeVisible()
    await host.newLibrary()
    await expect(page.getByText('This library has no articles yet')).toBeVisible()
  })
  await step('an article is imported, its metadata recognised and corrected', async () => {
    await host.importFile(subject.path)
    await expect(page.getByRole('textbox', { name: 'Outlet' })).toHaveValue(subject.outlet)
    await expect(page.getByRole('textbox', { name: 'Author' })).toHaveValue(subject.author)
    await expect(page.getByRole('textbox', { name: 'Link to the source' })).toHaveValue(subject.url)
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(new RegExp(`^${subject.title}`))
    await expect(page.getByRole('textbox', { name: 'Published' })).toHaveValue('')
    await page.getByRole('textbox', { name: 'Published' }).fill('30 Oct')
    await page.getByRole('button', { name: 'Import 1 article' }).click()
    await expect(page.getByText('Write 2025, 2025-10 or 2025-10-29')).toBeVisible()
    await page.getByRole('textbox', { name: 'Published' }).fill('2025-10')
    await desk.confirmImport()
    await expect(page.getByRole('row', { name: new RegExp(subject.title) })).toContainText('Oct 2025')
    const paragraphs = await article.locator('p').allTextContents()
    expect(paragraphs.join('')).toBe(subject.text.replaceAll(/\r?\n/g, ''))
  })
  await step('the same article by drag and drop, and by pasting, leads to the one that is there', async () => {
    await desk.dropFile('again.txt', subject.text)
    await expect(page.getByText('This article is already in the library')).toBeVisible()
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect(article).toBeVisible()
    await desk.pasteArticle(subject.text)
    await expect(page.getByText('This article is already in the library')).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  })
  await step('a demand, selected with the mouse, tagged with D, coded with keys', async () => {
    await desk.selectByMouse(subject.demand.quote)
    await page.keyboard.press('d')
    await expect(inspector).toContainText(subject.demand.quote)
    await page.keyboard.press('Enter')
    await page.keyboard.type(subject.demand.speaker)
    await page.keyboard.press('Enter')
    await expect(inspector.getByRole('combobox', { name: 'Speaker' })).toHaveValue(subject.demand.speaker)
    await desk.fillField('Targets', subject.demand.target)
    await desk.fillField('Issues', subject.demand.issue)
    await expect(inspector.getByText(subject.demand.target)).toBeVisible()
    await expect(inspector.getByText(subject.demand.issue)).toBeVisible()
    await inspector.getByRole('radiogroup', { name: 'Intensity' }).getByRole('radio', { name: '4, strong' }).click({ force: true })
    await expect(inspector.getByRole('radio', { name: '4, strong' })).toBeChecked()
    await page.keyboard.press('Escape')
  })
  await step('a threat with keys alone, and a note', async () => {
    await desk.selectByKeys(subject.threat)
    await page.keyboard.press('t')
    await expect(inspector).toContainText(subject.threat)
    await page.keyboard.press('n')
    await expect(inspector.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await page.keyboard.type('Posted in the evening.')
    await page.keyboard.press('Escape')
    await expect(article).toBeFocused()
  })
  await step('a position from the bar at the selection; an overlapping passage', async () => {
    await desk.selectByMouse(subject.position)
    await page.getByRole('toolbar', { name: 'Tag the selection' }).getByRole('button', { name: 'Position' }).click()
    await expect(inspector).toContainText(subject.position)
    await desk.selectByMouse(subject.overlap)
    await page.keyboard.press('o')
    await expect(inspector).toContainText(subject.overlap)
    await expect(page.getByText('1 article, 4 annotations')).toBeVisible()
  })
  await step('every field of the form is kept', async () => {
    for (const group of ['Who', 'What', 'How we know', 'When', 'Words'])
      await inspector.getByRole('button', { name: new RegExp(`^${group}`), expanded: false }).click()
    await choose(page, 'Attribution', 'Direct quote')
    await choose(page, 'Confidence', 'High')
    await choose(page, 'Stance', 'Conditional')
    for (const [field, value] of [
      ['Condition', 'if inspections start'],
      ['Consequence', 'the talks go on'],
      ['Deadline', 'within a week'],
      ['Said on', '2025-10-29'],
      ['Translation', 'A translation'],
      ['Note', 'A note'],
    ] as const) {
      await inspector.getByRole('textbox', { name: field, exact: true }).fill(value)
      await inspector.getByRole('textbox', { name: field, exact: true }).blur()
    }
    await desk.fillField('On behalf of', subject.demand.speaker)
    await desk.fillField('Reported by', 'Dawn')
    await inspector.getByRole('checkbox', { name: 'Important' }).click({ force: true })
    await expect(inspector.getByText('Oct 29, 2025')).toBeVisible()
  })
  await step('an alias leads to the party', async () => {
    await desk.goTo('Codebook')
    await page.getByRole('radio', { name: /Parties/ }).click()
    await page.getByRole('row', { name: new RegExp(`^${subject.demand.speaker}`) }).click()
    await page.getByRole('textbox', { name: 'Another name' }).fill(subject.demand.alias)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: `Remove the name ${subject.demand.alias}` })).toBeVisible()
    await desk.goTo('Read')
    // The view is as it was left: with this article, and the annotation that was open.
    await inspector.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('listbox', { name: 'Annotations of this article' }).getByRole('option', { name: subject.position }).click()
    await desk.fillField('Speaker', subject.demand.alias)
    await expect(inspector.getByRole('combobox', { name: 'Speaker' })).toHaveValue(subject.demand.speaker)
    await desk.fillField('Issues', 'Talks')
  })
  await step('undo and redo', async () => {
    await article.focus()
    await page.keyboard.press('Control+z')
    await expect(inspector.getByText('Talks', { exact: true })).toBeHidden()
    await page.keyboard.press('Control+Shift+z')
    await expect(inspector.getByText('Talks', { exact: true })).toBeVisible()
  })
}

/** 3 and 4: two more articles, one right to left; compare; go to a passage; export. */
export async function compareAndReport(host: WalkHost, subject: WalkSubject): Promise<string> {
  const { page } = host
  const desk = workbench(page)
  const inspector = page.getByRole('form', { name: /^Annotation/ })

  const others = [
    { ...OTHER_SIDE, tag: 'r', speaker: subject.demand.target },
    { ...URDU, tag: 'd', speaker: subject.demand.speaker },
  ]
  for (const other of others) {
    await step(`another article: ${other.file}`, async () => {
      await desk.pasteArticle(readFileSync(join(samples, other.file), 'utf8'))
      await page.getByRole('textbox', { name: 'Outlet' }).fill(other.outlet)
      await page.getByRole('textbox', { name: 'Published' }).fill(other.date)
      await desk.confirmImport()
      await desk.selectByMouse(other.quote)
      await page.keyboard.press(other.tag)
      await expect(inspector).toContainText(other.quote)
      await desk.fillField('Speaker', other.speaker)
      await desk.fillField('Issues', subject.demand.issue)
    })
  }
  await step('the matrix counts, and leads to the passage', async () => {
    await desk.goTo('Compare')
    const [top, leaf] = subject.demand.issue.split(' › ')
    const grid = page.getByRole('grid', { name: 'Matrix' })
    const cell = grid.getByRole('button', { name: new RegExp(`^${top} › ${leaf}: ${subject.demand.speaker}: 2 statements from 2 outlets`) })
    await expect(cell).toBeVisible()
    await expect(grid.getByRole('button', { name: new RegExp(`^${top} › ${leaf}: ${subject.demand.target}: 1 statement`) })).toBeVisible()
    await cell.focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('complementary')
    await expect(drawer.getByRole('listitem')).toHaveCount(2)
    await drawer.getByRole('button', { name: new RegExp(subject.demand.quote.slice(1, 20)) }).click()
    await expect(page.getByRole('form', { name: 'Annotation: Demand' })).toContainText(subject.demand.quote)
  })
  await step('the two parties side by side', async () => {
    await desk.goTo('Compare')
    await page.getByRole('radio', { name: 'Side by side' }).click({ force: true })
    const table = page.getByRole('table', { name: 'Side by side' })
    await expect(table.getByRole('columnheader', { name: subject.demand.speaker })).toBeVisible()
    await expect(table.getByRole('columnheader', { name: subject.demand.target })).toBeVisible()
    await expect(table).toContainText(URDU.quote)
    await expect(table).toContainText(OTHER_SIDE.quote)
  })
  return step('the report is exported', async () => {
    await desk.goTo('Reports')
    await expect(page.frameLocator('iframe:not([data-behind])').getByRole('heading', { level: 1 })).toBeVisible()
    return host.exportReport()
  })
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('form', { name: /^Annotation/ })
    .getByRole('button', { name: new RegExp(label) })
    .click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
