/**
 * Coding with the quick bar, with a tag for every selection, with kept values and with keys of one's own: by keyboard alone, and by
 * mouse where the mouse is meant; in English, Urdu and Chinese. What is stored is asked from the core.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Client } from '../../src/shared/rpc/client.ts'
import { importText, type RealCore } from '../helpers/real-core.ts'
import type { TestServer } from '../helpers/server.ts'
import { axe, realTest as test } from './browser-host.ts'

const TEXTS = {
  en: 'The ferries stayed in port.\n\n“Tarn must pull back its boats.” The hall was quiet. “We refuse.” Nobody wrote it down.',
  ur: 'کشتیاں بندرگاہ میں رہیں۔\n\n”ترن اپنی کشتیاں واپس بلائے۔“ ہال خاموش رہا۔ ہم یہ بات نہیں مانتے۔',
  zh: '渡船停在港里。\n\n塔恩必须撤回渔船。大厅里一片安静。我们不接受。',
}
type Language = keyof typeof TEXTS

const bar = (page: Page): Locator => page.getByRole('dialog', { name: 'Quick coding' })
const line = (page: Page): Locator => bar(page).getByRole('combobox')
const strip = (page: Page): Locator => page.getByRole('group', { name: 'How the next annotation is made' })
const selected = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '')

/** A library with two parties that have names in three scripts, one issue, and an article, which is open with the focus in its text. */
async function begin(page: Page, { core, client }: RealCore, host: TestServer, language: Language): Promise<number> {
  const alias = (name: string, of: string) => ({ name, language: of })
  await client.call('parties.create', { name: 'Norvik', aliases: [alias('نوروک', 'ur'), alias('诺尔维克', 'zh')] })
  await client.call('parties.create', { name: 'Government of Tarn', aliases: [alias('حکومت ترن', 'ur'), alias('塔恩政府', 'zh')] })
  await client.call('issues.create', { name: 'Fishing rights' })
  const id = await importText(core, client, TEXTS[language], { title: 'Ferries', language })
  await page.goto(host.server.newUrl())
  await page.getByRole('grid', { name: 'Articles' }).getByRole('row').click()
  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press('Control+Home')
  return id
}

/** Goes to the second paragraph and selects its first sentence. */
async function selectSentence(page: Page): Promise<void> {
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Shift+Alt+ArrowDown')
}

/** Tag, speaker, targets, issues, intensity of each annotation, by name. */
async function stored(client: Client): Promise<unknown[]> {
  const [annotations, tags, parties, issues] = await Promise.all([
    client.call('annotations.list', {}),
    client.call('tags.list', {}),
    client.call('parties.list', {}),
    client.call('issues.list', {}),
  ])
  const name = (all: readonly { id: number; name: string }[], id: number | null): string | null =>
    all.find((one) => one.id === id)?.name ?? null
  return annotations.map(({ tagId, speakerId, targetIds, issueIds, intensity }) => [
    name(tags, tagId),
    name(parties, speakerId),
    targetIds.map((id) => name(parties, id)),
    issueIds.map((id) => name(issues, id)),
    intensity,
  ])
}

const LINES: [Language, string][] = [
  ['en', 'dem nor>tarn fish 4'],
  ['ur', 'dem نورو>ترن fish ۴'],
  ['zh', 'dem 诺尔＞政府　＃fish 4'],
]
for (const [language, typed] of LINES) {
  test(`the quick bar by keys alone, ${language}: “${typed}”`, async ({ page, real, host }) => {
    await begin(page, real, host, language)
    await selectSentence(page)
    const passage = await selected(page)
    expect(passage.length).toBeGreaterThan(5)

    await page.keyboard.press('q')
    await expect(line(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(bar(page)).toBeHidden()
    await expect.poll(() => selected(page)).toBe(passage)

    await page.keyboard.press('q')
    await page.keyboard.type(typed)
    await expect(bar(page).getByText('Government of Tarn', { exact: true })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect.poll(() => stored(real.client)).toEqual([['Demand', 'Norvik', ['Government of Tarn'], ['Fishing rights'], 4]])
    expect((await real.client.call('annotations.list', {}))[0]?.quote).toBe(passage.trim())
    // On the annotation itself: another tag, and all else stays.
    await page.keyboard.press('q')
    await page.keyboard.type('threat')
    await page.keyboard.press('Enter')
    await expect.poll(() => stored(real.client)).toEqual([['Threat', 'Norvik', ['Government of Tarn'], ['Fishing rights'], 4]])
    await expect(page.getByRole('article', { name: /Text of/ })).toBeFocused()
  })
}

test('what nobody is called is never made silently', async ({ page, real, host }) => {
  await begin(page, real, host, 'en')
  await selectSentence(page)
  await page.keyboard.press('q')
  await page.keyboard.type('d xylo>tarn')
  await page.keyboard.press('Enter')
  await expect(bar(page).getByRole('alert')).toContainText('Nothing is called “xylo”')
  expect(await stored(real.client)).toEqual([])
  for (let at = 0; at < 5; at += 1) await page.keyboard.press('Backspace')
  await expect(bar(page).getByRole('option', { name: /New party “xylo”/ })).toBeVisible()
  expect((await axe(page).include('[role=dialog]').analyze()).violations).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => stored(real.client)).toEqual([['Demand', 'xylo', [], [], null]])
})

test('Tab takes the word, Backspace gives it back, the mouse chooses', async ({ page, real, host }) => {
  await begin(page, real, host, 'en')
  await selectSentence(page)
  await page
    .getByRole('toolbar', { name: 'Tag the selection' })
    .getByRole('button', { name: /Quick coding/ })
    .click()
  await page.keyboard.type('thr')
  await page.keyboard.press('Tab')
  await expect(line(page)).toHaveValue('')
  await page.keyboard.press('Backspace')
  await expect(bar(page).getByText('Type a tag')).toBeVisible()
  await bar(page)
    .getByRole('option', { name: /Position/ })
    .click()
  await bar(page)
    .getByRole('option', { name: /Norvik/ })
    .click()
  await page.keyboard.press('Enter')
  await expect.poll(() => stored(real.client)).toEqual([['Position', 'Norvik', [], [], null]])
})

test('a tag for every selection: with the mouse at once, with keys by Enter, until Esc', async ({ page, real, host }) => {
  await begin(page, real, host, 'en')
  await strip(page).getByRole('button', { name: 'Tag every selection' }).click()
  await expect(strip(page).getByRole('status').first()).toContainText(/Every selection becomes.*Demand/)
  await expect(page.getByRole('article', { name: /Text of/ })).toBeFocused()
  await page.keyboard.press('t')
  await expect(strip(page)).toContainText('Threat')

  await page
    .locator('.rs-paragraph')
    .first()
    .dblclick({ position: { x: 80, y: 12 } })
  await expect.poll(async () => (await stored(real.client)).length).toBe(1)
  await page.keyboard.press('Control+Home')
  await selectSentence(page)
  await expect(strip(page)).toContainText(/Enter tags it as\s*Threat/)
  await expect(page.getByRole('toolbar', { name: 'Tag the selection' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await stored(real.client)).map((one) => (one as string[])[0])).toEqual(['Threat', 'Threat'])
  await page.keyboard.press('Escape')
  await expect(strip(page).getByRole('button', { name: 'Tag every selection' })).toBeVisible()
  await page.keyboard.press('Control+Home')
  await selectSentence(page)
  await page.keyboard.press('Escape')
  expect(await stored(real.client)).toHaveLength(2)
})

test('kept values go into every new annotation of the article until they are taken off', async ({ page, real, host }) => {
  await begin(page, real, host, 'en')
  await selectSentence(page)
  await page.keyboard.press('q')
  await page.keyboard.type('d nor>tarn')
  await page.keyboard.press('Enter')
  await page.keyboard.press('k')
  await expect(strip(page)).toContainText(/Kept for this article:.*Speaker Norvik.*Target Government of Tarn/)
  await page.keyboard.press(')')
  await page.keyboard.press('Shift+Alt+ArrowDown')
  await page.keyboard.press('p')
  await expect.poll(async () => (await stored(real.client))[1]).toEqual(['Position', 'Norvik', ['Government of Tarn'], [], null])
  await strip(page)
    .getByRole('button', { name: /Target Government of Tarn/ })
    .click()
  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press(')')
  await page.keyboard.press('Shift+Alt+ArrowDown')
  await page.keyboard.press('r')
  await page.keyboard.press('2')
  await expect.poll(async () => (await stored(real.client))[2]).toEqual(['Rejection', 'Norvik', [], [], 2])
  // The annotation has what is kept: the same key lets go of it, and says so.
  await page.keyboard.press('k')
  await expect(page.getByText('Nothing is kept for this article any more.')).toBeVisible()
  await expect(strip(page)).not.toContainText('Kept for this article')
})

test('a key of one’s own: collisions are said, two are swapped, and it is there after a reload', async ({ page, real, host }) => {
  await begin(page, real, host, 'en')
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Keys' }).click()
  const note = settings.getByRole('button', { name: /^Write a note:/ })
  await note.click()
  await page.keyboard.press('d')
  await expect(settings.getByRole('alert')).toContainText('“D” gives the tag “Demand”')
  await page.keyboard.press('q')
  await expect(settings.getByRole('alert')).toContainText('“Q” is already the key for “Quick coding')
  expect((await axe(page).include('[role=dialog]').analyze()).violations).toEqual([])
  await settings.getByRole('button', { name: 'Swap the two keys' }).click()
  await expect(note).toHaveAccessibleName(/: Q/)
  await settings.getByRole('button', { name: 'Done' }).click()

  await page.reload()
  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press('Control+Home')
  await selectSentence(page)
  await expect(page.getByRole('toolbar', { name: 'Tag the selection' }).getByRole('button', { name: /Quick coding N/ })).toBeVisible()
  await page.keyboard.press('n')
  await expect(line(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const map = page.getByRole('dialog', { name: 'Map of keys' })
  await expect(map.getByText('Write a note').locator('..')).toContainText('Q')
  await map.getByRole('button', { name: 'Change keys…' }).click()
  await settings.getByRole('button', { name: 'Reset all keys' }).click()
  await expect(note).toHaveAccessibleName(/: N/)
})
