/** A coded article gets a corrected text: what moves by itself, the review of the rest with the mouse and with keys alone, and all of it taken back. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Annotation } from '../../src/shared/domain/annotation.ts'
import type { Article, ArticleSummary } from '../../src/shared/domain/article.ts'
import type { TestServer } from '../helpers/server.ts'
import { axeOf, sampleTest as test } from './browser-host.ts'
import { workbench } from './workbench.ts'

test.use({ viewport: { width: 1280, height: 800 } })

const ask = async <T>(host: TestServer, name: string, input: unknown): Promise<T> => {
  const answer = (await host.post(`/rpc/${name}`, input)) as { ok: true; value: T } | { ok: false; error: unknown }
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

interface Coded {
  article: Article
  /** In the order of the text. */
  annotations: Annotation[]
}

/** An article of the sample with its annotations. */
async function coded(host: TestServer, language: string): Promise<Coded> {
  const { items } = await ask<{ items: ArticleSummary[] }>(host, 'articles.list', {})
  const [first] = items.filter((item) => item.language === language).toSorted((a, b) => b.annotations - a.annotations)
  const id = first?.id ?? 0
  return {
    article: await ask<Article>(host, 'articles.get', { id }),
    annotations: await ask<Annotation[]>(host, 'annotations.list', { filter: { articles: [id] } }),
  }
}

/** What undo has to bring back: the text's number and every annotation's place. */
async function stateOf(host: TestServer, { article: { id } }: Coded): Promise<unknown> {
  const { article, annotations } = {
    article: await ask<Article>(host, 'articles.get', { id }),
    annotations: await ask<Annotation[]>(host, 'annotations.list', { filter: { articles: [id] } }),
  }
  return [article.revision, article.text, annotations.map(({ id: of, start, end, quote, anchor }) => ({ of, start, end, quote, anchor }))]
}

/** Three corrections: the last word of the first passage, a word before the second, the third taken out. None of them touch each other. */
function corrected(
  { article, annotations }: Coded,
  words: { last: string; before: string; note: string },
): { text: string; quotes: string[] } {
  // Context ends with the paragraph: only what stands close by in the same one is in doubt as well.
  const isNear = (one: Annotation, other: Annotation): boolean => {
    const [first, second] = one.start <= other.start ? [one, other] : [other, one]
    return second.start < first.end + 34 && !article.text.slice(first.end, Math.max(first.end, second.start)).includes('\n')
  }
  const apart = annotations.filter((one) => !annotations.some((other) => other.id !== one.id && isNear(one, other)))
  const [changed, moved, removed] = apart
  if (!changed || !moved || !removed) throw new Error('the sample has too few passages that stand alone')
  const instead = changed.quote.replace(/\S+$/u, words.last)
  const text = article.text
    .replace(changed.quote, instead)
    .replace(moved.quote, `${words.before} ${moved.quote}`)
    .replace(removed.quote, '')
  return { text: `${text}\n\n${words.note}`, quotes: [changed.quote, moved.quote, removed.quote, instead] }
}
const ENGLISH = {
  last: 'otherwise',
  before: 'allegedly',
  note: 'Correction: an earlier version of this article was wrong in three places.',
}
const URDU = { last: 'تبدیل', before: 'مبینہ طور پر', note: 'تصحیح: اس خبر کے پہلے متن میں غلطی تھی۔' }

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Annotations that need a look' })
const detail = (page: Page): Locator => page.getByRole('region', { name: 'The passage then and now' })
const text = (page: Page): Locator => page.getByRole('article', { name: /Text of/ })

async function read(page: Page, host: TestServer, { article }: Coded): Promise<void> {
  await page.goto(`${host.server.newUrl()}#/read/${article.id}`)
  await expect(text(page)).toBeVisible()
}

/** The way into the dialog is that of the test: with the mouse or with keys. */
async function giveText(page: Page, corrections: string): Promise<void> {
  const area = page.getByRole('textbox', { name: 'Text of now' })
  await expect(area).toBeFocused()
  // All of the old text is selected: what is pasted takes its place.
  await page.keyboard.insertText(corrections)
  await expect(page.getByText('3 to look at').or(page.getByText('2 to look at'))).toBeVisible()
}

async function undoAll(page: Page, host: TestServer, of: Coded, before: unknown): Promise<void> {
  await page.keyboard.press('Escape')
  for (let steps = 0; steps < 10 && JSON.stringify(await stateOf(host, of)) !== JSON.stringify(before); steps += 1) {
    const { depth } = await ask<{ depth: number }>(host, 'history.state', {})
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await ask<{ depth: number }>(host, 'history.state', {})).depth).toBe(depth - 1)
  }
  expect(await stateOf(host, of)).toEqual(before)
  await expect(page.getByText('need a look:')).toBeHidden()
}

test('English, with the mouse: correct, review, choose by hand, and take all of it back', async ({ page, host }) => {
  test.setTimeout(300_000)
  const of = await coded(host, 'en')
  const before = await stateOf(host, of)
  const { text: now, quotes } = corrected(of, ENGLISH)
  const [changed = '', moved = '', removed = '', instead = ''] = quotes
  const desk = workbench(page)
  await read(page, host, of)

  await test.step('the dialog shows the difference and what becomes of the annotations before anything is done', async () => {
    await page.getByRole('button', { name: 'More for this article' }).click()
    await page.getByRole('menuitem', { name: 'New text…' }).click()
    await giveText(page, now)
    const diff = page.getByRole('group', { name: 'Difference of the texts' })
    await expect(diff.locator('ins').first()).toContainText('otherwise')
    await expect(diff.locator('del').filter({ hasText: removed })).toBeVisible()
    await expect(page.getByText(`${of.annotations.length - 3} move by themselves`)).toBeVisible()
    expect(await axeOf(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Why' }).fill('The outlet corrected itself.')
    await page.getByRole('button', { name: 'Give it this text' }).click()
  })

  await test.step('a banner leads to the review', async () => {
    await expect(page.getByText('3 annotations need a look:')).toBeVisible()
    await expect(text(page)).toContainText('allegedly')
    await page.getByRole('button', { name: 'Review' }).click()
    await expect(list(page).getByRole('option')).toHaveCount(3)
    await expect(page.getByText('0 of 3 looked at')).toBeVisible()
    expect(await axeOf(page)).toEqual([])
  })

  await test.step('changed words: both contexts, the score in words and as a number, and the place is taken', async () => {
    await list(page).getByRole('option').filter({ hasText: changed }).click()
    await expect(detail(page)).toContainText('Its words were changed')
    await expect(detail(page).locator('mark')).toHaveText([changed, instead])
    await expect(detail(page)).toContainText(/(Almost certain|Likely|Doubtful), \d+ %/)
    await detail(page).getByRole('button', { name: 'Place here' }).click()
    await expect(list(page).getByRole('option')).toHaveCount(2)
    await expect(page.getByText('1 of 3 looked at')).toBeVisible()
  })

  await test.step('the same words in other surroundings are taken all at once, only when asked', async () => {
    await page.getByRole('button', { name: 'Place 1 with the same words' }).click()
    await expect(list(page).getByRole('option')).toHaveCount(1)
  })

  await test.step('a removed passage is put on another by hand', async () => {
    await expect(list(page).getByRole('option')).toContainText(removed)
    await detail(page).getByRole('button', { name: 'Choose by hand' }).click()
    await expect(page.getByText(/Where does .* stand now/)).toBeVisible()
    await desk.selectByMouse('Correction')
    await page.getByRole('button', { name: 'Place here' }).click()
    await expect(page.getByText('All passages are in place')).toBeVisible()
    expect(await axeOf(page)).toEqual([])
  })

  await test.step('every annotation is on its words; the texts are listed and the earlier one can be read', async () => {
    const annotations = await ask<Annotation[]>(host, 'annotations.list', { filter: { articles: [of.article.id] } })
    expect(annotations.every((one) => one.anchor === 'placed' && now.slice(one.start, one.end) === one.quote)).toBe(true)
    expect(annotations.map(({ quote }) => quote)).toEqual(expect.arrayContaining([instead, moved, 'Correction']))
    await page.getByRole('main').getByRole('button', { name: 'To the text' }).first().click()
    await page.getByRole('button', { name: 'More for this article' }).click()
    await page.getByRole('menuitem', { name: 'Earlier texts…' }).click()
    await expect(page.getByRole('listbox', { name: 'Texts, newest first' }).getByRole('option')).toHaveCount(2)
    await expect(page.getByRole('group', { name: 'Difference of the texts' }).locator('del').filter({ hasText: removed })).toBeVisible()
    expect(await axeOf(page)).toEqual([])
    await page.getByText('The text', { exact: true }).click()
    await expect(page.getByRole('region', { name: 'Text 1' })).toContainText(removed)
    await page.keyboard.press('Escape')
  })

  await test.step('undo brings back every place and the text', () => undoAll(page, host, of, before))
})

test('Urdu, with keys alone: correct, review, and take all of it back', async ({ page, host }) => {
  test.setTimeout(300_000)
  const of = await coded(host, 'ur')
  const before = await stateOf(host, of)
  const { text: now, quotes } = corrected(of, URDU)
  const [changed = '', moved = '', removed = '', instead = ''] = quotes
  /** What was selected in the text with keys. */
  let byHand = ''
  await read(page, host, of)

  await test.step('into the dialog and through it', async () => {
    await page.getByRole('button', { name: 'More for this article' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'New text…' })).toBeVisible()
    for (
      let tries = 0;
      tries < 6 && !(await page.getByRole('menuitem', { name: 'New text…' }).evaluate((item) => item === document.activeElement));
      tries += 1
    )
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await giveText(page, now)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('textbox', { name: 'Why' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 annotations need a look:')).toBeVisible()
  })

  await test.step('Enter takes the candidate and goes on to the next', async () => {
    await page.getByRole('button', { name: 'Review' }).focus()
    await page.keyboard.press('Enter')
    await expect(list(page).getByRole('option')).toHaveCount(3)
    await expect(list(page).getByRole('option', { selected: true })).toBeFocused()
    await expect(detail(page).locator('mark').first()).toHaveText(changed)
    expect(await axeOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(list(page).getByRole('option')).toHaveCount(2)
    await expect(detail(page).locator('mark').first()).toHaveText(moved)
  })

  await test.step('S goes to the text, H places the selection, and the review goes on', async () => {
    await page.keyboard.press('s')
    await expect(page.getByText(/Where does .* stand now/)).toBeVisible()
    await expect(text(page)).toBeFocused()
    // Forward is to the left in a text that runs from right to left.
    for (const key of [
      'Control+Home',
      'Control+ArrowDown',
      'Shift+Control+ArrowLeft',
      'Shift+Control+ArrowLeft',
      'Shift+Control+ArrowLeft',
    ])
      await page.keyboard.press(key)
    byHand = await page.evaluate(() => document.getSelection()?.toString().trim() ?? '')
    expect(byHand.split(' ').length).toBeGreaterThan(1)
    await page.keyboard.press('h')
    await expect(list(page).getByRole('option')).toHaveCount(1)
    await expect(list(page).getByRole('option')).toContainText(removed)
  })

  await test.step('G says that a passage is gone; it stays, and can be put back', async () => {
    await page.keyboard.press('g')
    await expect(page.getByText('All passages are in place')).toBeVisible()
    const annotations = await ask<Annotation[]>(host, 'annotations.list', { filter: { articles: [of.article.id] } })
    expect(annotations.map(({ quote, anchor }) => [quote, anchor])).toEqual(
      expect.arrayContaining([
        [instead, 'placed'],
        [byHand, 'placed'],
        [removed, 'gone'],
      ]),
    )
    await page.getByRole('button', { name: /No longer in the text/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /back for review$/ }).focus()
    await page.keyboard.press('Enter')
    await expect(list(page).getByRole('option')).toHaveCount(1)
  })

  await test.step('undo brings back every place and the text', () => undoAll(page, host, of, before))
})
