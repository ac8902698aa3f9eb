/** What moved between Doha and Istanbul, under a filter that is kept as a view: by mouse, and by keys alone. */
import { expect } from '@playwright/test'
import { axeOf, sampleTest } from './browser-host.ts'

sampleTest(
  'the span between the last two rounds is there at once; a filter narrows it, is kept under a name and found again',
  async ({ page, host }) => {
    await page.goto(`${host.server.newUrl()}#/compare`)
    await page.getByRole('radio', { name: 'What changed' }).click()
    const summary = page.getByRole('status').filter({ hasText: 'after Oct 19, 2025, up to Oct 30, 2025' })
    await expect(summary).toBeVisible()
    const chips = await page.getByRole('group', { name: 'Only these kinds of change' }).getByRole('button').allTextContents()
    const total = chips.reduce((sum, chip) => sum + Number(/\d+$/.exec(chip)?.[0]), 0)
    expect(total).toBeGreaterThan(3)
    await expect(summary).toContainText(`${total} changes`)
    const hardened = page.getByRole('region', { name: 'Hardened' })
    await expect(hardened.getByRole('listitem')).toHaveCount(3)
    expect(await axeOf(page)).toEqual([])

    // Only one side, by the panel; its chip takes it away again.
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'Filters' })
    await panel.getByRole('combobox', { name: 'Who speaks' }).fill('Afghan Taliban gov')
    await page.getByRole('option', { name: /^Afghan Taliban government/ }).click()
    await expect(hardened.getByRole('listitem')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    const chip = page.getByRole('button', { name: 'Remove Speaker: Afghan Taliban government' })
    await expect(chip).toBeVisible()

    // Kept under a name; without the filter it can be gone back to.
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Keep as a new view…' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Kabul since Doha')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Kabul since Doha', exact: true })).toBeVisible()
    await chip.click()
    await expect(hardened.getByRole('listitem')).toHaveCount(3)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Kabul since Doha', exact: true }).click()
    await expect(hardened.getByRole('listitem')).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Kabul since Doha', exact: true })).toBeVisible()
  },
)

sampleTest('from a quote to its passage and back; days in the wrong order are told, and there is a way out', async ({ page, host }) => {
  await page.goto(`${host.server.newUrl()}#/compare?view=changes`)
  const hardened = page.getByRole('region', { name: 'Hardened' })
  await expect(hardened.getByRole('listitem')).toHaveCount(3)
  await hardened.getByRole('button', { name: /Kabul says that Pakistani air strikes/ }).click()
  await expect(page.getByRole('heading', { name: 'One sentence each: how Doha got its ceasefire' })).toBeVisible()
  await page.goBack()
  await expect(hardened.getByRole('listitem')).toHaveCount(3)

  const after = page.getByRole('textbox', { name: 'After' })
  await after.fill('2025-11-20')
  await after.press('Enter')
  await expect(page.getByRole('heading', { name: 'The first day lies after the second.' })).toBeVisible()
  await expect(after).toHaveAccessibleDescription('The first day lies after the second.')
  await page.getByRole('button', { name: 'Swap the days' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'after Oct 30, 2025, up to Nov 20, 2025' })).toBeVisible()
})

sampleTest('by keys: other days, groups, line by line, and on to the cell', async ({ page, host }) => {
  await page.goto(`${host.server.newUrl()}#/compare?view=changes`)
  const after = page.getByRole('textbox', { name: 'After' })
  await expect(after).toHaveValue('2025-10-19')
  await after.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('2025-10-27')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'after Oct 27, 2025' })).toBeVisible()

  // The groups are a row of choices, one arrow apart.
  await page.getByRole('radio', { name: 'Change', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const pakistan = page.getByRole('region', { name: 'Pakistan', exact: true })
  await expect(pakistan).toBeVisible()
  const lines = pakistan.locator('[data-line]')
  await lines.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(lines.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(lines.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Matrix' })).toBeVisible()
})
