/** Summaries of cells: what is newer, numbers that stay, and what merging and removing do to them; every change a step that undo takes back. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOLD_MS } from '../../../src/core/held.ts'
import { importText, jobEnded, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
let articleId: number
const call: RealCore['client']['call'] = (name, input) => real.client.call(name, input)
const TEXT = 'The crossing stays shut. Camps have to go. Nobody signs. Trucks wait at the gate. The talks go on.'
let at = 0
/** Codes the next words of the article. */
async function say(speaker: string, issue: string | null, stated: string | null = '2025-10-20'): Promise<number> {
  const start = at++
  const input = { articleId, start, end: start + 5, tag: 'position', speaker, issues: issue === null ? [] : [issue], stated }
  return (await call('annotations.create', input)).id
}
const party = async (name: string): Promise<number> => (await call('parties.list', {})).find((one) => one.name === name)?.id ?? 0
const issue = async (name: string): Promise<number> => (await call('issues.list', {})).find((one) => one.name === name)?.id ?? 0
const undo = (): Promise<unknown> => call('history.undo', {})

beforeEach(async () => {
  real = await openRealCore({ coder: 'Ada' })
  articleId = await importText(real.core, real.client, TEXT)
  at = 0
})
afterEach(() => real.close())

test('a summary is up to date until the cell holds what it has not seen, at its own level', async () => {
  const first = await say('Ministry', 'Camps')
  const side = (await call('parties.create', { name: 'State' })).id
  await call('parties.update', { id: await party('Ministry'), patch: { parentId: side } })
  const cell = { issueId: await issue('Camps'), partyId: side, level: 'side' as const }
  expect(await call('cells.summary', { cell })).toBeNull()
  const written = await call('cells.write', { cell, text: '  They want them gone [1].\n\nAs before. ', quoteIds: [first] })
  expect(written).toMatchObject({
    text: 'They want them gone [1].\n\nAs before.',
    quoteIds: [first],
    isStale: false,
    newer: [],
    coder: 'Ada',
  })

  await say('Kabul', 'Camps')
  await say('Ministry', 'Trade')
  expect(await call('cells.summary', { cell })).toMatchObject({ isStale: false })
  const older = await say('Ministry', 'Camps', '2025-10-01')
  const newer = await say('State', 'Camps › Handover', '2025-10-29')
  expect(await call('cells.summary', { cell })).toMatchObject({ isStale: true, newer: [newer, older] })
  expect(await call('cells.summary', { cell: { ...cell, level: 'speaker' } })).toBeNull()

  const confirmed = await call('cells.confirm', { cell })
  expect(confirmed).toMatchObject({ text: written.text, isStale: false, at: written.at })
  await undo()
  expect(await call('cells.summary', { cell })).toMatchObject({ isStale: true })
})

test('writing sees everything, unless it says that it does not; what is linked is seen', async () => {
  const first = await say('Kabul', 'Camps')
  const cell = { issueId: await issue('Camps'), partyId: await party('Kabul'), level: 'side' as const }
  await call('cells.write', { cell, text: 'One.', quoteIds: [] })
  const [second, third] = [await say('Kabul', 'Camps'), await say('Kabul', 'Camps')]
  expect(await call('cells.write', { cell, text: 'One!', quoteIds: [second], confirms: false })).toMatchObject({ newer: [third] })
  expect(await call('cells.write', { cell, text: 'Two.', quoteIds: [second, first] })).toMatchObject({ isStale: false })
  expect(await call('cells.summaries', {})).toMatchObject([{ cell, text: 'Two.', quoteIds: [second, first] }])
})

test('numbers of quotes stay, also where one of them goes; the summary stays without it', async () => {
  const ids = [await say('Kabul', null), await say('Kabul', null), await say('Kabul', null)]
  const [a = 0, b = 0, c = 0] = ids
  const cell = { issueId: null, partyId: await party('Kabul'), level: 'speaker' as const }
  await call('cells.write', { cell, text: 'x', quoteIds: ids })
  await call('annotations.remove', { ids: [b] })
  expect((await call('cells.summary', { cell }))?.quotes).toEqual([
    { id: a, number: 1 },
    { id: c, number: 3 },
  ])
  await undo()
  expect((await call('cells.summary', { cell }))?.quoteIds).toEqual(ids)
  const written = await call('cells.write', { cell, text: 'y', quoteIds: [c, b] })
  expect(written.quotes).toEqual([
    { id: b, number: 2 },
    { id: c, number: 3 },
  ])
})

test('merged annotations leave the link to the one that stays', async () => {
  const [a, b] = [await say('Kabul', 'Camps'), await say('Kabul', 'Camps')]
  const cell = { issueId: await issue('Camps'), partyId: await party('Kabul'), level: 'side' as const }
  await call('cells.write', { cell, text: 'x', quoteIds: [b] })
  await call('annotations.merge', { ids: [a, b], choices: [] })
  expect((await call('cells.summary', { cell }))?.quotes).toEqual([{ id: a, number: 1 }])
  await undo()
  expect((await call('cells.summary', { cell }))?.quotes).toEqual([{ id: b, number: 1 }])
})

test('merging parties puts what was written of one cell together, and undo takes it apart', async () => {
  const [a, b, shared] = [await say('Taliban', 'Camps'), await say('Kabul', 'Camps'), await say('Kabul', 'Camps')]
  const camps = await issue('Camps')
  const [taliban, kabul] = [await party('Taliban'), await party('Kabul')]
  const cellOf = (partyId: number, issueId: number | null = camps) => ({ issueId, partyId, level: 'side' as const })
  await call('cells.write', { cell: cellOf(taliban), text: 'Nobody is there [1], says [2]. See [7].', quoteIds: [a, shared] })
  await call('cells.write', { cell: cellOf(taliban, null), text: 'Else.', quoteIds: [] })
  await call('cells.write', { cell: cellOf(kabul), text: 'They go [2].', quoteIds: [b, shared] })
  const before = await call('cells.summaries', {})
  expect((await call('parties.previewMerge', { id: taliban, intoId: kabul })).summaries).toBe(2)
  await call('parties.merge', { id: taliban, intoId: kabul })
  expect(await call('cells.summaries', {})).toMatchObject([
    {
      cell: cellOf(kabul),
      text: 'They go [2].\n\nNobody is there [3], says [2]. See [7].',
      quotes: [
        { id: b, number: 1 },
        { id: shared, number: 2 },
        { id: a, number: 3 },
      ],
      isStale: false,
    },
    { cell: cellOf(kabul, null), text: 'Else.' },
  ])
  await undo()
  expect(await call('cells.summaries', {})).toEqual(before)
})

test('merging issues does the same, also for those beneath; removing takes what was written along', async () => {
  const a = await say('Kabul', 'Border › Fence')
  await say('Kabul', 'Frontier › Fence')
  const issues = await call('issues.list', {})
  const idOf = (path: string): number => issues.find((one) => one.path.join(' › ') === path)?.id ?? 0
  const cellOf = (path: string) => ({ issueId: idOf(path), partyId, level: 'side' as const })
  const partyId = await party('Kabul')
  await call('cells.write', { cell: cellOf('Border › Fence'), text: 'High [1].', quoteIds: [a] })
  await call('cells.write', { cell: cellOf('Frontier'), text: 'Long.', quoteIds: [] })
  const before = await call('cells.summaries', {})
  await call('issues.merge', { id: idOf('Border'), intoId: idOf('Frontier') })
  expect(await call('cells.summaries', {})).toMatchObject([
    { cell: cellOf('Frontier'), text: 'Long.', isStale: true },
    { cell: cellOf('Frontier › Fence'), text: 'High [1].', quoteIds: [a], isStale: true },
  ])
  await undo()
  expect(await call('cells.summaries', {})).toEqual(before)

  expect((await call('issues.previewRemove', { id: idOf('Frontier') })).summaries).toBe(1)
  await call('issues.remove', { id: idOf('Frontier') })
  expect(await call('cells.summaries', {})).toHaveLength(1)
  expect((await call('parties.previewRemove', { id: partyId })).summaries).toBe(1)
  await call('parties.remove', { id: partyId })
  expect(await call('cells.summaries', {})).toEqual([])
  await undo()
  await undo()
  expect(await call('cells.summaries', {})).toEqual(before)
})

test('refuses an empty text and what is not there; removing is a step of its own', async () => {
  const id = await say('Kabul', 'Camps')
  const cell = { issueId: await issue('Camps'), partyId: await party('Kabul'), level: 'side' as const }
  await expect(call('cells.write', { cell, text: ' \n ', quoteIds: [] })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(call('cells.write', { cell, text: 'x', quoteIds: [id + 99] })).rejects.toMatchObject({ code: 'not-found' })
  await expect(call('cells.write', { cell: { ...cell, partyId: 999 }, text: 'x', quoteIds: [] })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(call('cells.confirm', { cell })).rejects.toMatchObject({ code: 'not-found' })
  await call('cells.write', { cell, text: 'x', quoteIds: [id] })
  await call('cells.remove', { cell })
  expect(await call('cells.summary', { cell })).toBeNull()
  expect((await call('history.list', {}))[0]).toMatchObject({ kind: 'cells.remove', subject: 'Kabul – Camps' })
  await undo()
  expect(await call('cells.summary', { cell })).toMatchObject({ text: 'x', quoteIds: [id] })
})

test('A19 what was being typed of a cell outlives its page: held, written once, and let go of where it was sent', async () => {
  const id = await say('Kabul', 'Camps')
  const cell = { issueId: await issue('Camps'), partyId: await party('Kabul'), level: 'side' as const }
  const steps = async (): Promise<number> => (await call('history.list', {})).length
  const before = await steps()
  for (const text of ['Ka', 'Kabul says', 'Kabul says nothing']) await call('cells.hold', { cell, held: { text, quoteIds: [id] } })
  expect([await steps(), await call('cells.summary', { cell })]).toEqual([before, null])
  expect(await call('annotations.settle', {})).toEqual({ steps: 1, kept: 0 })
  expect(await call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })
  expect(await call('cells.summary', { cell })).toMatchObject({ text: 'Kabul says nothing', quoteIds: [id], isStale: false })

  await call('cells.hold', { cell, held: { text: 'half a', quoteIds: [] } })
  await call('cells.write', { cell, text: 'Half a sentence.', quoteIds: [id] })
  expect(await call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })
  await call('cells.hold', { cell, held: { text: '', quoteIds: [] } })
  await call('cells.hold', { cell, held: null })
  expect(await call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })

  // Held texts are written when the library is closed.
  await call('cells.hold', { cell, held: { text: 'The last words.', quoteIds: [id] } })
  await real.core.control.closeLibrary()
  await real.core.control.openLibrary(real.path)
  expect(await call('cells.summary', { cell })).toMatchObject({ text: 'The last words.' })
  expect(HOLD_MS).toBeGreaterThan(1_000)
})

test('a cell as a file: its summary leads to its quotes, hostile words stay words, and rows are inert', async () => {
  const id = await say('Kabul', 'Camps')
  await call('annotations.update', { id, patch: { translation: '=HYPERLINK("http://x")', condition: '<img src=x onerror=alert(1)>' } })
  const other = await say('Kabul', 'Camps', '2024-01-01')
  const cell = { issueId: await issue('Camps'), partyId: await party('Kabul'), level: 'side' as const }
  await call('cells.write', { cell, text: 'Nothing <b>new</b> [1].\n\n[9] stays.', quoteIds: [id] })
  const fileOf = async (format: 'csv' | 'html', filter = {}): Promise<{ name: string; text: string }> => {
    const { result } = await jobEnded(real.client, (await call('cells.export', { cell, filter, format })).jobId)
    if (result?.kind !== 'report') throw new Error('no file')
    return { name: result.name, text: new TextDecoder().decode((await real.core.control.readOutput(result.outputId)).bytes) }
  }
  const page = await fileOf('html')
  expect(page.name).toBe('Kabul – Camps.html')
  expect(page.text).toMatch(new RegExp(`Nothing &lt;b&gt;new&lt;/b&gt; </bdi><sup><a class="cite" href="#q${id}"[^>]*>[A-Z]\\d</a></sup>`))
  expect(page.text).toContain('[9] stays.')
  expect(page.text).not.toContain('<img')
  const { text: csv } = await fileOf('csv')
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv.split('\r\n')).toHaveLength(4)
  // What the summary rests on stays, whatever is filtered.
  const { text: filtered } = await fileOf('csv', { from: '2026-01-01' })
  expect(filtered).toContain(`"${id}"\r\n`)
  expect(filtered).not.toContain(`"${other}"\r\n`)
})

test('a link touches the quotes alone, in one step, also of a text that is held', async () => {
  const [a, b] = [await say('Kabul', null), await say('Kabul', null)]
  const cell = { issueId: null, partyId: await party('Kabul'), level: 'side' as const }
  await expect(call('cells.link', { cell, quoteIds: [a] })).rejects.toMatchObject({ code: 'not-found' })
  const written = await call('cells.write', { cell, text: 'Words [1].', quoteIds: [a] })
  expect(await call('cells.link', { cell, quoteIds: [a, b] })).toEqual({
    ...written,
    quoteIds: [a, b],
    quotes: [
      { id: a, number: 1 },
      { id: b, number: 2 },
    ],
  })
  await undo()
  expect(await call('cells.summary', { cell })).toEqual(written)
  await call('cells.hold', { cell, held: { text: 'Other words [1].', quoteIds: [a] } })
  await call('cells.link', { cell, quoteIds: [a, b] })
  await call('annotations.settle', {})
  expect(await call('cells.summary', { cell })).toMatchObject({ text: 'Other words [1].', quoteIds: [a, b] })
})

test('a summary whose quote was removed is out of date until it is mended or found still right', async () => {
  const [a, b] = [await say('Kabul', null), await say('Kabul', null)]
  const cell = { issueId: null, partyId: await party('Kabul'), level: 'side' as const }
  const summary = () => call('cells.summary', { cell })
  await call('cells.write', { cell, text: 'One [1], two [2], never linked [9].', quoteIds: [a, b] })
  expect(await summary()).toMatchObject({ isStale: false, gone: [] })
  await call('annotations.remove', { ids: [b] })
  expect(await summary()).toMatchObject({ isStale: true, gone: [2, 9], newer: [] })
  await undo()
  expect(await summary()).toMatchObject({ isStale: false, gone: [] })
  await call('annotations.remove', { ids: [b] })
  await call('cells.confirm', { cell })
  expect(await summary()).toMatchObject({ isStale: false, gone: [] })
})
