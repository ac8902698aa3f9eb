/** Finding entries: what counts as the same text, in which order, and that folding never changes what is typed into something else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exact, fold, rowsFor } from '../../../../src/renderer/ui/combo/match.ts'
import type { ComboItem } from '../../../../src/renderer/ui/combo/match.ts'

const item = (id: string, label: string, ...keywords: string[]): ComboItem => ({ id, label, keywords })
const ids = (items: ComboItem[], query: string, canCreate = false): string[] =>
  rowsFor(items, query, { canCreate }).rows.map((row) => (row.kind === 'item' ? row.item.id : `+${row.text}`))

test('case, accents, apostrophes and hyphens do not count', () => {
  expect(fold('Türkiye')).toBe(fold('TURKIYE'))
  expect(fold('ʿAbd al-Raḥmān')).toBe('abd al rahman')
  expect(fold('Tehreek‑e‑Taliban')).toBe(fold('tehreek-e-taliban'))
  expect(fold('Łódź')).toBe('lodz')
})

test('letter variants of Arabic script do not count', () => {
  expect(fold('طالبان پاکستان')).toBe(fold('طالبان پاكستان'))
  expect(fold('افغانی')).toBe(fold('افغاني'))
  expect(fold('آصف')).toBe(fold('اصف'))
  expect(fold('شہباز')).toBe(fold('شهباز'))
  expect(fold('خواجـــه')).toBe(fold('خواجه'))
})

test('folding twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
})

test('order: begins with it, a word begins with it, contains it; the caller’s order among equals', () => {
  const items = [item('inside', 'Nepakistan'), item('word', 'North Pakistan'), item('b', 'Pakistan B'), item('a', 'Pakistan A')]
  expect(ids(items, 'paki')).toEqual(['b', 'a', 'word', 'inside'])
})

test('a label beats another name that fits as well; the other name is told', () => {
  const items = [item('other', 'Islamic Emirate', 'Kabul'), item('own', 'Kabul Times')]
  const { rows } = rowsFor(items, 'kabul', { canCreate: false })
  expect(rows.map((row) => (row.kind === 'item' ? [row.item.id, row.via] : null))).toEqual([
    ['own', undefined],
    ['other', 'Kabul'],
  ])
})

test('several words may come in any order', () => {
  expect(ids([item('x', 'Ministry of Foreign Affairs, Pakistan'), item('y', 'Ministry of Defence')], 'pakistan min')).toEqual(['x'])
})

test('a path in the detail finds too, after everything else', () => {
  const items: ComboItem[] = [{ id: 'leaf', label: 'Sanctuaries', detail: 'Cross-border attacks › TTP' }, item('own', 'TTP talks')]
  expect(ids(items, 'ttp')).toEqual(['own', 'leaf'])
})

test('creating is offered once, last, and never for an existing label, not even an excluded one', () => {
  const items = [item('pk', 'Pakistan')]
  expect(ids(items, 'pak', true)).toEqual(['pk', '+pak'])
  expect(ids(items, ' PAKISTAN ', true)).toEqual(['pk'])
  expect(rowsFor(items, 'pakistan', { canCreate: true, exclude: new Set(['pk']) }).rows).toEqual([])
  expect(ids(items, '   ', true)).toEqual(['pk'])
})

test('a long list is cut and says by how much', () => {
  const items = Array.from({ length: 250 }, (_, i) => item(String(i), `Party ${i}`))
  const { rows, cut } = rowsFor(items, 'party', { canCreate: false })
  expect([rows.length, cut]).toEqual([100, 150])
})

test('an exact name is found only if it is the only one', () => {
  const items = [item('a', 'Asif', 'Minister'), item('b', 'Dar', 'Minister')]
  expect(exact(items, 'ASIF')?.id).toBe('a')
  expect(exact(items, 'minister')).toBeNull()
  expect(exact(items, 'nobody')).toBeNull()
})

test('every entry is found by its own label', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 }), (labels) => {
      const items = labels.map((label, i) => item(String(i), label))
      const query = labels[0] ?? ''
      return ids(items, query).includes('0')
    }),
  )
})
