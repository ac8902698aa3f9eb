/** Bringing files in: a folder as someone gets it, with all that such folders hold; and what is pasted or dragged out of other programs. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { axeOf, realTest as test } from './browser-host.ts'
import { fixture, mixedFolder } from './import-files.ts'
import { workbench } from './workbench.ts'

/** Drags things of the disk over the window and drops them, as a file manager does. */
async function dropPaths(page: Page, files: string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    browser.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: { items: [], files, dragOperationsMask: 1 } })
  await drag('dragEnter')
  await drag('dragOver')
  await expect(page.getByText('Drop to import')).toBeVisible()
  await drag('drop')
}

test('D9 D17 D25 a mixed folder comes in by drag and drop, with its report, and is found in Urdu and in Chinese', async ({
  page,
  host,
  real,
}) => {
  test.setTimeout(180_000)
  const folder = mixedFolder()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  const list = dialog.getByRole('treegrid', { name: 'Files and articles' })
  const row = (name: RegExp) => list.getByRole('row', { name })
  await page.goto(host.server.newUrl())
  await expect(page.getByText('This library has no articles yet')).toBeVisible()

  await test.step('each file says what it is, and none holds up the others', async () => {
    await dropPaths(page, [folder.path])
    await expect(page.getByText('1 file was left out')).toBeVisible()
    await expect(dialog).toBeVisible()
    await expect(dialog.getByText('2 files ask something. 2 cannot be read.')).toBeVisible({ timeout: 90_000 })
    await expect(row(/Crossing stays open for trucks/)).toContainText('Strait Monitor · Oct 29, 2025')
    await expect(row(/locked.pdf/)).toContainText('needs a password')
    await expect(row(/press-table.csv/)).toContainText('say what the columns are')
    await row(/broken.docx/).click()
    await expect(dialog.getByText('This file cannot be imported')).toBeVisible()
    expect(await axeOf(page)).toEqual([])
  })
  await test.step('a password opens a document, the wrong one says so', async () => {
    await row(/locked.pdf/).click()
    await dialog.getByRole('textbox', { name: 'Password' }).fill('gate')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('That is not the password of this file')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Password' }).fill('strait')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('The annex names the keepers of the gate', { exact: false }).last()).toBeVisible()
  })
  await test.step('columns get their meaning, and the first article shows what comes of it', async () => {
    await row(/press-table.csv/).click()
    for (const [column, use] of [
      ['Wording', 'Text'],
      ['Paper', 'Outlet'],
    ] as const) {
      await dialog.getByRole('button', { name: `What column ${column} holds` }).click()
      await page.getByRole('option', { name: use, exact: true }).click()
    }
    await expect(dialog.getByRole('group', { name: 'The first article of it' })).toContainText('Bandar Daily · Oct 27, 2025')
    expect(await axeOf(page)).toEqual([])
  })
  await test.step('more files join: one with many articles, of which one stays out', async () => {
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'hearings.txt'))
      for (const type of ['dragenter', 'drop']) window.dispatchEvent(new DragEvent(type, { dataTransfer: data, cancelable: true }))
    }, fixture('hearings.txt'))
    await expect(row(/hearings.txt/)).toContainText('3 of 3 articles', { timeout: 60_000 })
    await row(/hearings.txt/).click()
    await list.focus()
    await page.keyboard.press('ArrowRight')
    for (let down = 0; down < 2; down++) await page.keyboard.press('ArrowDown')
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Council hears the pilots about the gate')
    await page.keyboard.press('Space')
    await expect(row(/hearings.txt/)).toContainText('2 of 3 articles')
  })
  await test.step('what several share is corrected in one go, and goes into a new collection', async () => {
    await list.focus()
    await page.keyboard.press('Control+a')
    await dialog.getByRole('button', { name: 'Reliability of the source' }).click()
    await page.getByRole('option', { name: /^B · / }).click()
    await expect(dialog.getByRole('textbox', { name: 'Outlet' })).toHaveAttribute('placeholder', 'Several values')
    await dialog.getByRole('combobox', { name: 'Collections' }).fill('Third round')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Go on typing' }).click()
  })
  await test.step('the import goes on by itself, and its report says what became of each file', async () => {
    await dialog.getByRole('button', { name: 'Import 12 articles' }).click()
    const report = page.getByRole('dialog', { name: 'What became of it' })
    await expect(report.getByRole('radio', { name: 'Imported 12' })).toBeVisible({ timeout: 60_000 })
    await expect(report.getByRole('radio', { name: 'Not imported 2' })).toBeVisible()
    expect(await axeOf(page)).toEqual([])
    await report.getByRole('button', { name: 'Close' }).last().click()
    const { items } = await real.client.call('articles.list', {})
    expect(items).toHaveLength(12)
    const {
      items: [governor],
    } = await real.client.call('articles.list', { text: 'governor said that the port' })
    expect(await real.client.call('articles.get', { id: governor?.id ?? 0 })).toMatchObject({
      outlet: 'Bandar Daily',
      published: '2025-10-27',
      reliability: 'B',
    })
    expect(await real.client.call('collections.list', {})).toMatchObject([{ name: 'Third round', articles: 12 }])
  })
  await test.step('the report is opened again, narrowed and kept as a table', async () => {
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: 'Imports…' }).click()
    const reports = page.getByRole('dialog', { name: 'Imports' })
    await reports.getByRole('radio', { name: 'Not imported 2' }).click({ force: true })
    await expect(reports.getByRole('list', { name: 'Files and articles' }).getByRole('listitem')).toHaveCount(2)
    const download = page.waitForEvent('download')
    await reports.getByRole('button', { name: 'Save report' }).click()
    await page.getByRole('menuitem', { name: 'As a table (CSV)' }).click()
    const table = readFileSync(await (await download).path(), 'utf8')
    for (const name of ['broken.docx', 'picture.png', 'urdu.txt', 'locked.pdf']) expect(table).toContain(name)
    await reports.getByRole('button', { name: 'Close' }).first().click()
    await expect(reports).toBeHidden()
  })
  await test.step('a passage is found in Urdu and in Chinese', async () => {
    const found = page.getByRole('region', { name: 'Results' })
    for (const [words, title] of [
      ['نگرانی کا کوئی طریقہ', 'مذاکرات کے تیسرے دن'],
      ['监督机制只是', '海峡会谈第三天'],
    ] as const) {
      await page.getByRole('combobox', { name: 'Search the library' }).fill(words)
      await page.keyboard.press('Enter')
      await expect(found.getByRole('article')).toHaveCount(1)
      await expect(found.getByRole('article', { name: new RegExp(title) })).toBeVisible()
    }
  })
  folder.remove()
})

test('F7 a piece of a page that is pasted becomes text; nothing of it runs, is shown as it is, or is fetched', async ({
  page,
  host,
  real,
}) => {
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(host.server.newUrl())
  await expect(page.getByText('This library has no articles yet')).toBeVisible()
  const paste = (html: string, text: string): Promise<void> =>
    page.evaluate(
      ([markup, words]) => {
        const data = new DataTransfer()
        data.setData('text/html', markup)
        data.setData('text/plain', words)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      },
      [html, text] as const,
    )

  await test.step('an address alone is answered, not followed', async () => {
    await paste('<a href="https://tracker.example/x">x</a>', 'https://tracker.example/x')
    await expect(page.getByText('Parley fetches nothing from the web')).toBeVisible()
  })
  await test.step('the words of a page come in without what hangs on them', async () => {
    const words = 'The gate stays open until the maps are redrawn, the mayor said, and the bell will be answered at night.'
    await paste(
      `<h1>Mayor speaks</h1><p>${words}</p><script>window.ran = true</script><img src="https://tracker.example/p.gif" onerror="window.ran = true"><o:p class="MsoNormal"></o:p>`,
      `Mayor speaks\n${words}`,
    )
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Mayor speaks', { timeout: 60_000 })
    await workbench(page).confirmImport()
    const {
      items: [stored],
    } = await real.client.call('articles.list', {})
    expect((await real.client.call('articles.get', { id: stored?.id ?? 0 })).text).toContain(words)
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    expect(asked.filter((url) => url.includes('tracker.example'))).toEqual([])
  })
  await test.step('more than the clipboard may bring is refused in words', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', 'x'.repeat(51 * 1024 * 1024))
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(page.getByText('has more than 50 MB')).toBeVisible()
  })
})
