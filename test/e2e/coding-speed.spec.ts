/**
 * Coding at speed, counted: an article of 600 words with fifteen annotations, each with tag, speaker, target, issue and intensity, by
 * keyboard alone, from opening the article to the last one. Every key that goes down is counted, also Ctrl and Shift, and every letter
 * typed. What is stored is then compared with what should be.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { importText } from '../helpers/real-core.ts'
import { realTest as test } from './browser-host.ts'

const text = readFileSync(resolve(import.meta.dirname, '../fixtures/coding/lighthouse-week.txt'), 'utf8')
const LIMIT = 150

/** A keyboard that counts the keys that go down. */
function countingKeys(page: Page): { press(...chords: string[]): Promise<void>; type(line: string): Promise<void>; count(): number } {
  let count = 0
  return {
    async press(...chords) {
      for (const chord of chords) {
        count += chord.split('+').length
        await page.keyboard.press(chord)
      }
    },
    async type(line) {
      count += Array.from(line).length
      await page.keyboard.type(line)
    },
    count: () => count,
  }
}

const Norvik = 'Norvik'
const Tarn = 'Government of Tarn'
const Guild = 'Harbour Guild'
const Fishing = 'Fishing rights'
const Towers = 'Lighthouses'
const Dues = 'Harbour dues'

/** Beginning of the sentence, tag, speaker, targets, issue, intensity. */
const EXPECTED: [string, string, string, string[], string, number][] = [
  ['“Tarn must pull', 'Demand', Norvik, [Tarn], Fishing, 4],
  ['“If one net is cut', 'Threat', Norvik, [Tarn], Fishing, 5],
  ['“We hold that', 'Position', Norvik, [Tarn], Fishing, 3],
  ['“Let every skipper', 'Demand', Norvik, [Tarn], Fishing, 2],
  ['“We refuse any line', 'Rejection', Tarn, [Norvik], Fishing, 4],
  ['“Boats of Norvik', 'Accusation', Tarn, [Norvik], Fishing, 4],
  ['“We would accept', 'Offer', Tarn, [Norvik], Fishing, 2],
  ['“Fishing within', 'Position', Tarn, [Norvik], Fishing, 3],
  ['“We ask both', 'Appeal', Guild, [Norvik, Tarn], Towers, 2],
  ['“We ask them to pay', 'Appeal', Guild, [Norvik, Tarn], Towers, 3],
  ['“The Guild would lend', 'Offer', Guild, [Norvik, Tarn], Towers, 1],
  ['“Norvik will pay', 'Offer', Norvik, [Tarn], Towers, 3],
  ['“Tarn must open', 'Demand', Norvik, [Tarn], Dues, 3],
  ['“We reject a lamp', 'Rejection', Tarn, [Norvik], Towers, 4],
  ['“The dues have been', 'Accusation', Tarn, [Norvik], Dues, 4],
]

test('fifteen annotations with all main fields in under 150 key presses', async ({ page, real, host }) => {
  test.setTimeout(120_000)
  expect(text.split(/\s+/).filter((word) => /\w/.test(word)).length).toBeGreaterThanOrEqual(600)
  const { client } = real
  for (const name of [Norvik, Tarn, Guild]) await client.call('parties.create', { name })
  for (const name of [Fishing, Towers, Dues]) await client.call('issues.create', { name })
  const articleId = await importText(real.core, client, text, { title: 'The lighthouse week', language: 'en' })

  await page.goto(host.server.newUrl())
  await expect(page.getByRole('grid', { name: 'Articles' }).getByRole('row')).toHaveCount(1)
  const { press, type, count } = countingKeys(page)
  const skip = async (sentences: number): Promise<void> => press(...Array.from({ length: sentences }, () => ')'))
  /** Selects the sentence at the caret and gives it a tag and an intensity. */
  const code = (letter: string, intensity: number): Promise<void> => press('s', letter, String(intensity))
  /** The same in one line, with who speaks to whom on what; `keep` makes the next annotations start with that. */
  const codeInWords = async (line: string, keep: boolean): Promise<void> => {
    await press('s', 'q')
    await type(line)
    await press('Enter', ...(keep ? ['k'] : []))
  }

  await test.step('open the article and go to its text', async () => {
    await press('Control+k')
    await expect(page.getByRole('searchbox', { name: 'Find a command or an article' })).toBeFocused()
    await type('week')
    await expect(page.getByRole('menuitem', { name: 'The lighthouse week' })).toBeVisible()
    await press('Enter')
    await expect(page.getByRole('article', { name: /Text of/ })).toBeFocused()
  })
  await test.step('the minister', async () => {
    await press('Control+ArrowDown', 'Control+ArrowDown', ')')
    await codeInWords('d n>t f 4', true)
    await skip(2)
    await code('t', 5)
    await skip(2)
    await code('p', 3)
    await skip(2)
    await code('d', 2)
  })
  await test.step('the island', async () => {
    await skip(2)
    await codeInWords('r t>n 4', true)
    await skip(2)
    await code('c', 4)
    await skip(2)
    await code('o', 2)
    await skip(2)
    await code('p', 3)
  })
  await test.step('the guild', async () => {
    await skip(3)
    await codeInWords('a h>n+t l 2', true)
    await skip(2)
    await code('a', 3)
    await skip(2)
    await code('o', 1)
  })
  await test.step('the towers', async () => {
    await skip(2)
    await codeInWords('o n>t 3', true)
    await skip(2)
    await codeInWords('d #d 3', false)
    await skip(2)
    await codeInWords('r t>n 4', true)
    await skip(2)
    await codeInWords('c #d', false)
    await press('4')
  })
  const pressed = count()
  console.log(`${pressed} keys for ${EXPECTED.length} annotations with five fields each`)

  // What is stored, once the last press has been answered.
  const stored = async (): Promise<unknown> => {
    const [annotations, tags, parties, issues] = await Promise.all([
      client.call('annotations.list', { filter: { articles: [articleId] } }),
      client.call('tags.list', {}),
      client.call('parties.list', {}),
      client.call('issues.list', {}),
    ])
    const name = (all: readonly { id: number; name: string }[], id: number | null): string | null =>
      all.find((one) => one.id === id)?.name ?? null
    return annotations.map(({ quote, tagId, speakerId, targetIds, issueIds, intensity }) => [
      quote,
      name(tags, tagId),
      name(parties, speakerId),
      targetIds.map((id) => name(parties, id)),
      issueIds.map((id) => name(issues, id)),
      intensity,
    ])
  }
  await expect
    .poll(stored)
    .toEqual(
      EXPECTED.map(([start, tag, speaker, targets, issue, intensity]) => [sentence(start), tag, speaker, targets, [issue], intensity]),
    )
  expect(await client.call('parties.list', {})).toHaveLength(3)
  expect(pressed).toBeLessThan(LIMIT)
})

/** The quoted sentence of the article that begins so. */
function sentence(start: string): string {
  const from = text.indexOf(start)
  return text.slice(from, text.indexOf('”', from) + 1)
}
