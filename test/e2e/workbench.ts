/** Doing things in the window as a person does: by what is written on it, with the mouse or with keys alone. The same for every host. */
import { expect, type Page } from '@playwright/test'

export interface Workbench {
  readonly page: Page
  /** Selects a passage by dragging from its first to its last letter. */
  selectByMouse(quote: string): Promise<void>
  /** Selects a passage with keys alone: by paragraph and word to its start, then with Shift by word to its end. */
  selectByKeys(quote: string): Promise<void>
  /** Picks or makes an entry in a field of the inspector, with keys, from wherever the focus is. */
  fillField(label: string, text: string): Promise<void>
  goTo(view: 'Read' | 'Compare' | 'Codebook' | 'Reports'): Promise<void>
  /** Drops a text file on the window. */
  dropFile(name: string, text: string): Promise<void>
  pasteArticle(text: string): Promise<void>
  confirmImport(): Promise<void>
  openArticle(title: string | RegExp): Promise<void>
}

export function workbench(page: Page): Workbench {
  const article = page.getByRole('article', { name: /Text of/ })
  const inspector = page.getByRole('form', { name: /^Annotation/ })

  return {
    page,
    async selectByMouse(quote) {
      const [from, to] = await edgesOf(page, quote)
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 })
      await page.mouse.move(to.x, to.y, { steps: 4 })
      await page.mouse.up()
      await expect.poll(() => selectedText(page)).toBe(quote)
    },
    async selectByKeys(quote) {
      await article.focus()
      await page.keyboard.press('Control+Home')
      for (let tries = 0; tries < 60 && !(await caretParagraph(page)).includes(quote); tries += 1)
        await page.keyboard.press('Control+ArrowDown')
      // By word while it is far, then by character, in whichever direction it lies.
      for (let tries = 0, left = await lettersTo(page, quote); tries < 300 && left !== 0; tries += 1, left = await lettersTo(page, quote))
        await page.keyboard.press(left > 15 ? 'Control+ArrowRight' : left > 0 ? 'ArrowRight' : 'ArrowLeft')
      for (let tries = 0; tries < 200 && (await selectedText(page)).length < quote.length; tries += 1)
        await page.keyboard.press('Shift+Control+ArrowRight')
      for (let tries = 0; tries < 20 && (await selectedText(page)).length > quote.length; tries += 1)
        await page.keyboard.press('Shift+ArrowLeft')
      await expect.poll(() => selectedText(page)).toBe(quote)
    },
    async fillField(label, text) {
      const field = inspector.getByRole('combobox', { name: label, exact: true })
      await field.focus()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('status').filter({ hasText: 'All changes saved' })).toBeVisible()
    },
    async goTo(view) {
      await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
      await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view })).toHaveAttribute(
        'aria-current',
        'page',
      )
    },
    async dropFile(name, text) {
      const transfer = await page.evaluateHandle(
        ([fileName, content]) => {
          const data = new DataTransfer()
          data.items.add(new File([content], fileName, { type: 'text/plain' }))
          return data
        },
        [name, text] as const,
      )
      for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer: transfer })
    },
    async pasteArticle(text) {
      await page.keyboard.press('Control+Shift+V')
      await page.getByRole('textbox', { name: 'Text of the article' }).fill(text)
      await page.getByRole('button', { name: 'Continue' }).click()
    },
    async confirmImport() {
      await page.getByRole('button', { name: 'Import 1 article' }).click()
      await expect(article).toBeVisible()
    },
    async openArticle(title) {
      await page.getByRole('grid', { name: 'Articles' }).getByRole('row', { name: title }).click()
      await expect(article).toBeVisible()
    },
  }
}

type Point = { x: number; y: number }

/** Where the first letter of a quote begins and the last one ends, on the screen. */
async function edgesOf(page: Page, quote: string): Promise<[Point, Point]> {
  const find = (): Promise<[Point, Point] | null> =>
    page.evaluate((wanted) => {
      for (const paragraph of document.querySelectorAll('.rs-text p')) {
        const node = paragraph.firstChild
        const at = node instanceof Text ? node.data.indexOf(wanted) : -1
        if (!(node instanceof Text) || at < 0) continue
        paragraph.scrollIntoView({ block: 'center' })
        const edge = (from: number): DOMRect => {
          const range = document.createRange()
          range.setStart(node, from)
          range.setEnd(node, from + 1)
          return range.getBoundingClientRect()
        }
        const first = edge(at)
        const last = edge(at + wanted.length - 1)
        const isRtl = getComputedStyle(paragraph).direction === 'rtl'
        return [
          { x: isRtl ? first.right - 1 : first.left + 1, y: first.top + first.height / 2 },
          { x: isRtl ? last.left + 1 : last.right - 1, y: last.top + last.height / 2 },
        ]
      }
      return null
    }, quote)
  await expect.poll(find).not.toBeNull()
  // A second look, after the scroll has come to rest.
  const edges = await find()
  if (!edges) throw new Error(`not in the text: ${quote}`)
  return edges
}

const selectedText = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '')
const caretParagraph = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.focusNode?.textContent ?? '')
/** How many letters the quote begins behind the caret, in the caret's paragraph. */
const lettersTo = (page: Page, quote: string): Promise<number> =>
  page.evaluate((wanted) => {
    const selection = document.getSelection()
    return (selection?.focusNode?.textContent ?? '').indexOf(wanted) - (selection?.focusOffset ?? 0)
  }, quote)
