/**
 * The form of an annotation: its fields filled by keys alone and by mouse, dates in words, fields of a tag's own of each type, the chain
 * of sources, and that each is one step that can be taken back. What is stored is asked from the core.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Annotation } from '../../src/shared/domain/annotation.ts'
import type { Client } from '../../src/shared/rpc/client.ts'
import { importText, type RealCore } from '../helpers/real-core.ts'
import type { TestServer } from '../helpers/server.ts'
import { axe, realTest as test } from './browser-host.ts'

test.use({ viewport: { width: 1280, height: 900 } })

const form = (page: Page): Locator => page.getByRole('form', { name: /^Annotation/ })
const text = (page: Page): Locator => page.getByRole('article', { name: /Text of/ })
const group = (page: Page, name: string): Locator => form(page).getByRole('button', { name: new RegExp(`^${name}( · .*)?$`) })
const field = (page: Page, name: string): Locator => form(page).getByRole('textbox', { name, exact: true })
const box = (page: Page, name: string): Locator => form(page).getByRole('combobox', { name, exact: true })
const annotation = async (client: Client): Promise<Annotation> => (await client.call('annotations.list', {}))[0] as Annotation
const undoSteps = async (client: Client): Promise<number> =>
  (await client.call('history.list', {})).filter((step) => step.state === 'done').length

/** An article of Wednesday, 29 October 2025, with one demand, whose form is open and has the focus in its first field. */
async function begin(page: Page, { core, client }: RealCore, host: TestServer, more: Record<string, unknown> = {}): Promise<void> {
  const articleId = await importText(core, client, 'The ferries stayed in port.\n\n“Tarn must pull back its boats.” The hall was quiet.', {
    title: 'Ferries',
    language: 'en',
    outlet: 'Harbour Post',
    published: '2025-10-29',
    ...more,
  })
  await client.call('annotations.create', { articleId, start: 30, end: 60, tag: 'demand', speaker: 'Norvik' })
  await page.goto(host.server.newUrl())
  await page.getByRole('grid', { name: 'Articles' }).getByRole('row').click()
  await text(page).focus()
  await page.keyboard.press(']')
  await page.keyboard.press('Enter')
  await expect(box(page, 'Speaker')).toBeFocused()
}

test('with keys alone: groups by number, every field, back to the text, and the groups stay as they were left', async ({
  page,
  real,
  host,
}) => {
  test.setTimeout(120_000)
  await begin(page, real, host)
  const { client } = real
  const type = async (words: string): Promise<void> => {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }

  await test.step('Who', async () => {
    await page.keyboard.press('Alt+1')
    await expect(box(page, 'On behalf of')).toBeFocused()
    await type('Government of Norvik')
    await expect.poll(async () => (await annotation(client)).onBehalfOfId).not.toBeNull()
    await expect(group(page, 'Who')).toHaveText(/Who · 1/)
  })
  await test.step('How we know: the outlet of the article first, sources in order', async () => {
    await page.keyboard.press('Alt+3')
    await page.keyboard.press('Tab')
    await expect(box(page, 'Reported by')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Harbour Post')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    for (const source of ['a harbour pilot', 'the coast guard']) {
      await page.keyboard.type(source)
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await annotation(client)).reportedBy).toContain(source)
    }
    expect((await annotation(client)).reportedBy.slice(-2)).toEqual(['a harbour pilot', 'the coast guard'])
    const before = (await annotation(client)).reportedBy
    await page.keyboard.press('Escape')
    await box(page, 'Reported by').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect
      .poll(async () => (await annotation(client)).reportedBy)
      .toEqual([...before.slice(0, -2), 'the coast guard', 'a harbour pilot'])
  })
  await test.step('When: words are understood at once, and kept as a date', async () => {
    await page.keyboard.press('Alt+4')
    await expect(field(page, 'Said on')).toBeFocused()
    await page.keyboard.type('last Wednesday')
    await expect(form(page).getByText('= Wed, Oct 22, 2025, counted from the article’s date, Oct 29, 2025')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(field(page, 'Said on')).toHaveValue('2025-10-22')
    expect((await annotation(client)).stated).toBe('2025-10-22')
  })
  await test.step('Words; a long text is one step however often one rests', async () => {
    await page.keyboard.press('Alt+5')
    // A demand shows its condition in sight: the first field here is another.
    await expect(field(page, 'Consequence')).toBeFocused()
    const before = await undoSteps(client)
    for (const part of ['the pilots', ' stop', ' work']) {
      await page.keyboard.type(part)
      const rested = page.waitForRequest((request) => request.url().includes('annotations.hold'))
      await rested
    }
    expect(await undoSteps(client)).toBe(before)
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await annotation(client)).consequence).toBe('the pilots stop work')
    expect(await undoSteps(client)).toBe(before + 1)
  })
  await test.step('a number again folds its group; up and down walk along the headings', async () => {
    await page.keyboard.press('Alt+4')
    await page.keyboard.press('Alt+4')
    await expect(group(page, 'When')).toBeFocused()
    await expect(group(page, 'When')).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowUp')
    await expect(group(page, 'How we know')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(group(page, 'How we know')).toHaveAttribute('aria-expanded', 'false')
  })
  await test.step('Ctrl+Enter keeps what is typed and goes back to the text, Enter does so in the last usual field', async () => {
    await field(page, 'Note').focus()
    await page.keyboard.type('Two lines,')
    await page.keyboard.press('Enter')
    await page.keyboard.type('not marked up: *so*')
    await page.keyboard.press('Control+Enter')
    await expect(text(page)).toBeFocused()
    await expect.poll(async () => (await annotation(client)).note).toBe('Two lines,\nnot marked up: *so*')
    await field(page, 'Deadline').focus()
    await page.keyboard.type('within a week')
    await page.keyboard.press('Enter')
    await expect(text(page)).toBeFocused()
    await expect.poll(async () => (await annotation(client)).deadline).toBe('within a week')
  })
  await test.step('what is open stays open', async () => {
    await page.reload()
    await expect(group(page, 'Words')).toHaveAttribute('aria-expanded', 'true')
    await expect(group(page, 'When')).toHaveAttribute('aria-expanded', 'false')
    await expect(group(page, 'When')).toHaveText(/When · 1/)
  })
})

test('dates: two readings are offered, what is not a date is said and not kept', async ({ page, real, host }) => {
  await begin(page, real, host)
  const { client } = real
  await group(page, 'When').click()
  const said = field(page, 'Said on')
  await said.fill('03/04/2025')
  await said.blur()
  await expect(form(page).getByText('This can mean two days. Choose one.')).toBeVisible()
  expect((await annotation(client)).stated).toBeNull()
  await form(page).getByRole('button', { name: 'Thu, Apr 3, 2025' }).click()
  await expect(said).toHaveValue('2025-04-03')
  await expect.poll(async () => (await annotation(client)).stated).toBe('2025-04-03')
  await said.fill('some time ago')
  await said.blur()
  await expect(form(page).getByText(/This is not understood as a date/)).toBeVisible()
  expect((await annotation(client)).stated).toBe('2025-04-03')
  for (const [words, stated] of [
    ['۲۹ اکتبر', '2025-10-29'],
    ['10月28日', '2025-10-28'],
    ['early October', '2025-10'],
    ['', null],
  ] as const) {
    await said.fill(words)
    await said.blur()
    await expect.poll(async () => (await annotation(client)).stated).toBe(stated)
  }
})

test('dates beside an article without one: words that count from it are refused with the reason', async ({ page, real, host }) => {
  await begin(page, real, host, { published: null })
  await group(page, 'When').click()
  await field(page, 'Said on').fill('yesterday')
  await field(page, 'Said on').blur()
  await expect(form(page).getByText(/the article has none\. Write the day itself/)).toBeVisible()
  await field(page, 'Said on').fill('29 Oct')
  await field(page, 'Said on').blur()
  await expect(form(page).getByText(/Write the year too/)).toBeVisible()
  expect((await annotation(real.client)).stated).toBeNull()
})

test('with the mouse: attribution is explained, sources are dragged, a translation is set as its language is', async ({
  page,
  real,
  host,
}) => {
  await begin(page, real, host)
  const { client } = real
  const { id } = await annotation(client)
  await client.call('annotations.update', { id, patch: { reportedBy: ['Harbour Post', 'a pilot', 'the guard'] } })
  await group(page, 'How we know').click()
  await form(page)
    .getByRole('button', { name: /Attribution/ })
    .click()
  await page.getByRole('option', { name: 'Denied by the speaker', exact: true }).click()
  await expect(form(page).getByText('Ascribed to the speaker, who denies having said it')).toBeVisible()
  const sources = form(page).getByRole('list', { name: 'Reported by' }).getByRole('listitem')
  await expect(sources).toHaveCount(3)
  await sources.nth(2).dragTo(sources.nth(0))
  await expect.poll(async () => (await annotation(client)).reportedBy).toEqual(['the guard', 'Harbour Post', 'a pilot'])
  await client.call('history.undo', {})
  await expect(sources.first()).toContainText('Harbour Post')

  await group(page, 'Words').click()
  await box(page, 'Language of the translation').click()
  await page.keyboard.type('Urdu')
  await page.keyboard.press('Enter')
  await expect(field(page, 'Translation')).toHaveAttribute('dir', 'rtl')
  await expect(field(page, 'Translation')).toHaveCSS('font-family', /Nastaliq/)
  await field(page, 'Translation').fill('ترن اپنی کشتیاں واپس بلائے۔')
  await field(page, 'Translation').blur()
  await expect.poll(async () => (await annotation(client)).translation).toBe('ترن اپنی کشتیاں واپس بلائے۔')
  expect((await annotation(client)).translationLanguage).toBe('ur')
})

test('fields of a tag’s own: made in the codebook, filled in one by one, taken away with a warning, and all of it undone', async ({
  page,
  real,
  host,
}) => {
  test.setTimeout(120_000)
  await begin(page, real, host)
  const { client } = real
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Codebook' }).click()
  await page
    .getByRole('row', { name: /Demand/ })
    .first()
    .click()
  const editor = page.getByRole('region', { name: 'Fields of its own' })
  const add = editor.getByRole('form', { name: 'New field' })
  for (const [name, type, choices] of [
    ['Place', 'Text'],
    ['Casualties', 'Number'],
    ['Expires', 'Date'],
    ['Response', 'Choice', 'accepted, refused'],
    ['In public', 'Yes or no'],
    ['Heard by', 'Party'],
  ] as const) {
    await add.getByRole('textbox', { name: 'New field' }).fill(name)
    await add.getByRole('button', { name: /Type/ }).click()
    await page.getByRole('option', { name: type, exact: true }).click()
    if (choices) await add.getByRole('textbox', { name: 'Choices' }).fill(choices)
    await add.getByRole('button', { name: 'Add' }).click()
    await expect(editor.getByRole('button', { name: `Remove the field ${name}` })).toBeVisible()
  }
  await editor.getByRole('button', { name: 'Move Casualties up' }).click()
  await expect(editor.getByRole('listitem').first().getByRole('textbox').first()).toHaveValue('Casualties')

  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Read' }).click()
  await field(page, 'Casualties').fill('1,200')
  await field(page, 'Place').fill('the inner harbour')
  await field(page, 'Expires').fill('tomorrow')
  await field(page, 'Expires').blur()
  await form(page)
    .getByRole('button', { name: /Response/ })
    .click()
  await page.getByRole('option', { name: 'refused' }).click()
  await form(page)
    .getByRole('button', { name: /In public/ })
    .click()
  await page.getByRole('option', { name: 'No', exact: true }).click()
  await box(page, 'Heard by').click()
  await page.keyboard.type('Qatar')
  await page.keyboard.press('Enter')
  const tag = (await client.call('tags.list', {})).find((one) => one.code === 'demand')
  const byName = async (): Promise<Record<string, unknown>> => {
    const { fields } = await annotation(client)
    return Object.fromEntries((tag?.fields ?? []).map((one) => [one.name, fields[one.id]]))
  }
  const qatar = async (): Promise<number | undefined> => (await client.call('parties.list', {})).find((party) => party.name === 'Qatar')?.id
  await expect
    .poll(byName)
    .toEqual({ 'Casualties': 1_200, 'Place': 'the inner harbour', 'Expires': '2025-10-30', 'Response': 'refused', 'In public': false, 'Heard by': await qatar() }) // prettier-ignore

  await field(page, 'Casualties').fill('many')
  await field(page, 'Casualties').blur()
  await expect(form(page).getByText(/Write a number such as/)).toBeVisible()
  await field(page, 'Casualties').fill('1200')

  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Codebook' }).click()
  await editor.getByRole('button', { name: 'Remove the field Casualties' }).click()
  const warning = page.getByRole('alertdialog')
  await expect(warning).toContainText('1 value in 1 annotation would go: Casualties.')
  await warning.getByRole('button', { name: 'Remove 1 value' }).click()
  await expect(editor.getByRole('button', { name: 'Remove the field Casualties' })).toBeHidden()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(editor.getByRole('button', { name: 'Remove the field Casualties' })).toBeVisible()
  await expect.poll(async () => (await byName()).Casualties).toBe(1_200)

  await test.step('a value left from an earlier tag is seen, and can be taken away', async () => {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Read' }).click()
    await client.call('annotations.update', { id: (await annotation(client)).id, patch: { tag: 'threat' } })
    const left = form(page).getByRole('list', { name: 'Left from an earlier tag' })
    await expect(left).toContainText('Casualties (Demand)')
    await left.getByRole('button', { name: 'Remove the value of Place' }).click()
    await expect(left).not.toContainText('Place')
  })
})

test('with every group open nothing stands in the way of a screen reader', async ({ page, real, host }) => {
  await begin(page, real, host)
  const { client } = real
  const [first] = await client.call('annotations.list', {})
  await client.call('tags.setFields', { id: first?.tagId ?? 0, fields: [{ name: 'Place', type: 'text' }, { name: 'Response', type: 'choice', choices: ['yes'] }] }) // prettier-ignore
  for (const [digit, name] of [
    [1, 'Who'],
    [2, 'What'],
    [3, 'How we know'],
    [5, 'Words'],
  ] as const) {
    // prettier-ignore
    await page.keyboard.press(`Alt+${digit}`)
    await expect(group(page, name)).toHaveAttribute('aria-expanded', 'true')
  }
  await expect(field(page, 'Place')).toBeVisible()
  const { violations } = await axe(page).include('[role=form]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`)).toEqual([])
})
