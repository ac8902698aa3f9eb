/** What the analyst reads otherwise: laid over the rules, stale with new evidence, and what merging and removing do to it; undo takes it back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CellRef, MatrixCell } from '../../../src/shared/domain/compare.ts'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
let articleId: number
const call: RealCore['client']['call'] = (name, input) => real.client.call(name, input)
const TEXT = 'The crossing stays shut. Camps have to go. Nobody signs. Trucks wait at the gate. The talks go on.'
let at = 0

/** Codes the next words of the article. */
async function say(speaker: string, issue: string, stated: string, coding: object = {}): Promise<number> {
  const start = at++
  const input = { articleId, start, end: start + 5, tag: 'position', speaker, issues: [issue], stated, ...coding }
  return (await call('annotations.create', input)).id
}
const party = async (name: string): Promise<number> => (await call('parties.list', {})).find((one) => one.name === name)?.id ?? 0
const issue = async (name: string): Promise<number> => (await call('issues.list', {})).find((one) => one.name === name)?.id ?? 0
const undo = (): Promise<unknown> => call('history.undo', {})
const refOf = async (who: string, what: string): Promise<CellRef> => ({
  partyId: await party(who),
  issueId: await issue(what),
  level: 'side',
})
async function cellAt(ref: CellRef): Promise<MatrixCell | undefined> {
  const { cells } = await call('compare.matrix', { level: ref.level, quotes: false })
  return cells.find(({ issueId, partyId }) => issueId === ref.issueId && partyId === ref.partyId)
}
const reason = 'Said otherwise in the room.'

beforeEach(async () => {
  real = await openRealCore({ coder: 'Ada' })
  articleId = await importText(real.core, real.client, TEXT)
  at = 0
})
afterEach(() => real.close())

test('the stance or the trend is the analyst’s, what the rules say stays beside it, and clearing lets them speak again', async () => {
  const first = await say('Kabul', 'Camps', '2025-10-18', { stance: 'conditional' })
  const second = await say('Kabul', 'Camps', '2025-10-27', { stance: 'opposes' })
  const cell = await refOf('Kabul', 'Camps')
  const trend = { kind: 'hardened', date: '2025-10-27', statementId: second, againstId: first }
  expect(await cellAt(cell)).toMatchObject({ stance: 'opposes', trend, override: null, derived: null })

  const override = { stance: 'neutral', trend: null, reason, coder: 'Ada', isStale: false }
  expect(await call('compare.override', { cell, stance: 'neutral', reason })).toMatchObject(override)
  expect(await cellAt(cell)).toMatchObject({
    stance: 'neutral',
    trend,
    override,
    derived: { stance: 'opposes', trend },
    stanceFromId: second,
  })
  expect((await call('compare.cell', cell)).cell).toMatchObject({ stance: 'neutral', override })
  expect((await call('compare.sideBySide', { parties: [cell.partyId] })).bands[0]?.columns[0]).toMatchObject({
    stance: 'neutral',
    override,
  })

  await call('compare.override', { cell, trend: 'softened', reason })
  expect(await cellAt(cell)).toMatchObject({ stance: 'opposes', trend: { ...trend, kind: 'softened' } })
  await undo()
  expect(await cellAt(cell)).toMatchObject({ stance: 'neutral', trend })
  await call('compare.clearOverride', { cell })
  expect(await cellAt(cell)).toMatchObject({ stance: 'opposes', override: null, derived: null })
  await undo()
  await undo()
  expect(await cellAt(cell)).toMatchObject({ stance: 'opposes', override: null })
  const steps = await call('history.list', {})
  expect(steps.map(({ subject }) => subject).filter((subject) => subject?.includes('Kabul'))).toContain('Kabul – Camps')
})

test('it is stale once the cell holds, without any filter, what was not there; other cells and levels do not count', async () => {
  await say('Kabul', 'Camps', '2025-10-18', { stance: 'supports' })
  const cell = await refOf('Kabul', 'Camps')
  await call('compare.override', { cell, stance: 'opposes', reason })
  await say('Doha', 'Camps', '2025-10-19')
  await say('Kabul', 'Trade', '2025-10-19')
  expect((await cellAt(cell))?.override).toMatchObject({ isStale: false })
  expect(await cellAt({ ...cell, level: 'speaker' })).toMatchObject({ override: null })
  await say('Kabul', 'Camps › Handover', '2025-10-01')
  const { cells } = await call('compare.matrix', { filter: { from: '2025-10-18' }, quotes: false })
  expect(cells.find((one) => one.issueId === cell.issueId && one.partyId === cell.partyId)?.override).toMatchObject({ isStale: true })
  expect(await call('compare.override', { cell, stance: 'opposes', reason })).toMatchObject({ isStale: false })
})

test('a trend can be read where the rules see none: the newest statement shows it', async () => {
  const only = await say('Kabul', 'Camps', '2025-10', {})
  const cell = await refOf('Kabul', 'Camps')
  await call('compare.override', { cell, stance: 'opposes', trend: 'hardened', reason })
  const trend = { kind: 'hardened', date: '2025-10', statementId: only, againstId: null }
  expect(await cellAt(cell)).toMatchObject({ stance: 'opposes', trend, derived: { stance: null, trend: null } })
})

test('nothing to read, no reason, and a party or issue that is gone are refused', async () => {
  await say('Kabul', 'Camps', '2025-10-18')
  const cell = await refOf('Kabul', 'Camps')
  await expect(call('compare.override', { cell, reason })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(call('compare.override', { cell, stance: 'opposes', reason: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
  for (const gone of [
    { ...cell, partyId: 4_711 },
    { ...cell, issueId: 4_711 },
  ])
    await expect(call('compare.override', { cell: gone, stance: 'opposes', reason })).rejects.toMatchObject({ code: 'not-found' })
  await expect(call('compare.clearOverride', { cell })).rejects.toMatchObject({ code: 'not-found' })
})

describe('merging and removing', () => {
  let kabul: CellRef
  let doha: CellRef
  beforeEach(async () => {
    await say('Kabul', 'Camps', '2025-10-18', { stance: 'supports' })
    await say('Doha', 'Trade', '2025-10-18', { stance: 'supports' })
    await say('Doha', 'Camps', '2025-10-18', { stance: 'supports' })
    kabul = await refOf('Kabul', 'Camps')
    doha = await refOf('Doha', 'Camps')
    await call('compare.override', { cell: kabul, stance: 'opposes', reason })
  })

  test('a merged party or issue brings its readings along, out of date where the cell holds more', async () => {
    await call('parties.merge', { id: kabul.partyId, intoId: doha.partyId })
    expect((await cellAt(doha))?.override).toMatchObject({ stance: 'opposes', isStale: true })
    await undo()
    expect((await cellAt(kabul))?.override).toMatchObject({ stance: 'opposes', isStale: false })
    expect((await cellAt(doha))?.override).toBeNull()
    const trade = await issue('Trade')
    await call('issues.merge', { id: kabul.issueId ?? 0, intoId: trade })
    expect((await cellAt({ ...kabul, issueId: trade }))?.override).toMatchObject({ stance: 'opposes' })
  })

  test('where both cells are read, the one that stays is', async () => {
    await call('compare.override', { cell: doha, stance: 'neutral', reason })
    await call('parties.merge', { id: kabul.partyId, intoId: doha.partyId })
    expect((await cellAt(doha))?.override).toMatchObject({ stance: 'neutral' })
    await undo()
    expect((await cellAt(kabul))?.override).toMatchObject({ stance: 'opposes' })
  })

  test.each(['party', 'issue'] as const)('removing a %s takes its readings along, and undo brings them back', async (what) => {
    if (what === 'party') await call('parties.remove', { id: kabul.partyId })
    else await call('issues.remove', { id: kabul.issueId ?? 0 })
    expect((await call('compare.matrix', { quotes: false })).cells.every(({ override }) => override === null)).toBe(true)
    await undo()
    expect((await cellAt(kabul))?.override).toMatchObject({ stance: 'opposes', isStale: false })
  })
})
