/** The timeline on the sample library, once by mouse and once by keys alone, and by both to a passage and back to the same window. */
import { expect, type Page } from '@playwright/test'
import { axeOf, sampleTest as test } from './browser-host.ts'

const plot = (page: Page) => page.getByRole('group', { name: /^Statements in time/ })
const mark = (page: Page, name: RegExp) => plot(page).getByRole('button', { name })
/** "Oct 20, 2025 – Nov 8, 2025": the window that is seen. */
const seen = async (page: Page): Promise<{ from: number; to: number }> => {
  const value = async (name: string): Promise<number> => Number(await page.getByRole('slider', { name }).getAttribute('aria-valuenow'))
  return { from: await value('First day in sight'), to: await value('Last day in sight') }
}
const days = async (page: Page): Promise<number> => {
  const { from, to } = await seen(page)
  return to - from
}

test('by mouse: zoom, brush, an event that is drawn, and a passage from which one comes back to the same window', async ({
  page,
  host,
}) => {
  test.setTimeout(120_000)
  await page.goto(host.server.newUrl())
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Timeline' }).click()
  await expect(mark(page, /^Oct 13, 2025, Pakistan, Threat/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Istanbul round, Round of talks/ })).toBeVisible()
  expect(await axeOf(page)).toEqual([])

  // The wheel comes nearer at the pointer.
  const whole = await seen(page)
  const all = whole.to - whole.from
  const box = await plot(page).boundingBox()
  if (!box) throw new Error('nothing is drawn')
  await page.mouse.move(box.x + box.width * 0.42, box.y + 60)
  await page.mouse.wheel(0, -400)
  await expect.poll(() => days(page)).toBeLessThan(all * 0.6)

  // A drag moves the window, and what lies under the pointer is not pressed by it.
  const before = await seen(page)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.42 + 120, box.y + 60, { steps: 6 })
  await page.mouse.up()
  await expect.poll(async () => (await seen(page)).from).toBeLessThan(before.from)
  await expect(page.getByRole('complementary', { name: 'Quote' })).toBeHidden()

  // Another window is drawn over all of time.
  const strip = await page.getByRole('group', { name: 'All of the time there is' }).boundingBox()
  if (!strip) throw new Error('no overview')
  const edges = await page.getByRole('slider', { name: 'Last day in sight' }).boundingBox()
  await page.mouse.move((edges?.x ?? 0) + 5, strip.y + strip.height / 2)
  await page.mouse.down()
  await page.mouse.move(strip.x + strip.width * 0.55, strip.y + strip.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect.poll(async () => ((await seen(page)).to - whole.from) / all).toBeLessThan(0.6)
  expect(((await seen(page)).to - whole.from) / all).toBeGreaterThan(0.5)
  await expect(page).toHaveURL(/to=2025-1/)

  // An event is drawn on its strip, and there is undo for it.
  const events = await page.getByRole('group', { name: /^Events/ }).boundingBox()
  if (!events) throw new Error('no strip of events')
  await page.mouse.move(events.x + events.width - 160, events.y + events.height - 3)
  await page.mouse.down()
  await page.mouse.move(events.x + events.width - 60, events.y + events.height - 3, { steps: 5 })
  await page.mouse.up()
  const form = page.getByRole('dialog', { name: 'New event' })
  await expect(form.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await expect(form.getByRole('textbox', { name: 'Starts' })).toHaveValue(/^2025-/)
  await page.keyboard.type('Shells at night')
  await form.getByRole('button', { name: 'Save event' }).click()
  await expect(form).toBeHidden()
  const drawn = page.getByRole('button', { name: /^Shells at night, Round of talks/ })
  await expect(drawn).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(drawn).toBeHidden()

  // An event is read first, and leads to what was said in it.
  await page.getByRole('button', { name: /^Doha round, Round of talks/ }).click()
  await page.getByRole('dialog', { name: 'Event' }).getByRole('button', { name: 'Show this span' }).click()
  await expect.poll(() => days(page)).toBeLessThan(6)

  // A mark, its quote and its thread, the passage, and back.
  await page.getByRole('button', { name: 'Show all of the time' }).click()
  await page.getByRole('button', { name: 'Come nearer' }).click()
  await expect.poll(() => days(page)).toBeLessThan(all)
  await mark(page, /^Oct 26, 2025, Afghan Taliban government, Demand/)
    .first()
    .click()
  const card = page.getByRole('complementary', { name: 'Quote' })
  await expect(card.getByRole('button', { name: 'Go to the passage' })).toBeVisible()
  await expect(card.getByRole('heading', { name: /No Pakistani aircraft over Afghanistan/ })).toBeVisible()
  await expect(plot(page).locator('[data-thread]')).toHaveCount(1)
  await expect(page).toHaveURL(/from=.*mark=|mark=.*from=/)
  const window = await seen(page)
  await card.getByRole('button', { name: 'Go to the passage' }).click()
  await expect(page.getByRole('article', { name: /Text of/ })).toBeVisible()
  await page.goBack()
  await expect(card.getByRole('heading', { name: /No Pakistani aircraft over Afghanistan/ })).toBeVisible()
  expect(await seen(page)).toEqual(window)
  await expect(plot(page).locator('[data-mark]:focus')).toHaveAccessibleName(/Afghan Taliban government, Demand/)

  // The window becomes a filter, and the same statements are rows.
  await page.getByRole('button', { name: 'Filter to this span' }).click()
  await expect(page).toHaveURL(/filter=/)
  await page.getByRole('button', { name: 'As table' }).click()
  const table = page.getByRole('table', { name: 'Statements in order of time' })
  await expect(table.getByRole('row', { name: /Afghan Taliban government .?Demand/ }).first()).toBeVisible()
  expect(await axeOf(page)).toEqual([])
})

test('by keys: walking in time and from lane to lane, zooming, the sliders, adding an event, and a passage', async ({ page, host }) => {
  test.setTimeout(120_000)
  await page.goto(host.server.newUrl())
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press('Control+3')
  const first = mark(page, /^Oct 13, 2025, Pakistan/).first()
  await expect(first).toBeVisible()

  // The marks are one stop of Tab.
  await plot(page).locator('[data-mark][tabindex="0"]').focus()
  await expect(plot(page).locator('[data-mark][tabindex="0"]')).toHaveCount(1)
  const at = (name: RegExp) => expect(plot(page).locator('[data-mark]:focus')).toHaveAccessibleName(name)
  await at(/Pakistan/)
  await page.keyboard.press('End')
  await at(/^Nov 2025, Pakistan/)
  await page.keyboard.press('Home')
  await at(/^Oct 13, 2025, Pakistan/)
  await page.keyboard.press('ArrowRight')
  await at(/^Oct 13, 2025, Pakistan/)
  await page.keyboard.press('ArrowDown')
  await at(/Afghan Taliban government/)

  // Plus comes nearer to it, 0 shows all again.
  const all = await days(page)
  await page.keyboard.press('+')
  await expect.poll(() => days(page)).toBeLessThan(all)
  await at(/Afghan Taliban government/)
  await page.keyboard.press('0')
  await expect.poll(() => days(page)).toBe(all)
  const slider = page.getByRole('slider', { name: 'First day in sight' })
  await slider.focus()
  const { from } = await seen(page)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await seen(page)).from).toBe(from + 7)

  // What has no room is listed where it is counted.
  await plot(page).locator('[data-count][tabindex="0"]').first().focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: 'Statements without room' })
  await expect(list.getByRole('button', { name: /^Oct \d+, 2025, Pakistan/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()

  // An event by its dates; one that ends before it starts is not kept.
  await page.getByRole('button', { name: 'Add event' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'New event' })
  await expect(form.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('Torkham opens')
  await form.getByRole('textbox', { name: 'Starts' }).fill('30 Oct 2025')
  await form.getByRole('textbox', { name: 'Ends' }).fill('2025-10-20')
  await page.keyboard.press('Enter')
  await expect(form.getByText('It would end before it starts.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Ends' }).fill('2025-11')
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(page.getByRole('button', { name: /^Torkham opens, Round of talks, Oct 30, 2025 – Nov 2025/ })).toBeVisible()

  // Enter opens the quote, Enter again goes to the passage.
  await plot(page).locator('[data-mark][tabindex="0"]').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Quote' }).getByRole('button', { name: 'Go to the passage' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: /Text of/ })).toBeVisible()
})
