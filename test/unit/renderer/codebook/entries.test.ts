/** The parts of the codebook as a tree: what is shown, where a moved entry goes, and what can be its parent. */
import { describe, expect, test } from 'vitest'
import { branchOf, isMeant, moveInput, treeOf, type Entry, type EntryNode } from '../../../../src/renderer/features/codebook/entries.ts'
import { entryItems } from '../../../../src/renderer/features/codebook/entry-items.ts'
import { moved } from '../../../../src/renderer/features/codebook/shows-field.tsx'

const entry = (id: number, parentId: number | null = null, more: Partial<Entry> = {}): Entry => ({
  id,
  parentId,
  name: `E${id}`,
  retired: false,
  hue: null,
  letter: null,
  kind: null,
  annotations: 0,
  isFixed: false,
  also: [],
  ...more,
})
const show = (nodes: readonly EntryNode[]): string =>
  nodes.map((node) => node.id + (node.children.length > 0 ? `(${show(node.children)})` : '')).join(' ')

const ENTRIES = [
  entry(1),
  entry(2, 1, { retired: true }),
  entry(3, 2),
  entry(4, 1, { retired: true }),
  entry(5),
  entry(6, null, { retired: true, also: ['تحریک'] }),
]

describe('retired entries', () => {
  test('are left out, but not what leads to one in use', () => {
    expect(show(treeOf(ENTRIES, false))).toBe('1(2(3)) 5')
    expect(show(treeOf(ENTRIES, true))).toBe('1(2(3) 4) 5 6')
  })
  test('stay in sight while one is chosen', () => {
    expect(show(treeOf(ENTRIES, false, 6))).toBe('1(2(3)) 5 6')
  })
  test('are no choice, unless one is chosen already', () => {
    const ids = (keep: number[]): string[] => entryItems(ENTRIES, { without: new Set([1]), keep }).map((item) => item.id)
    expect(ids([])).toEqual(['3', '5'])
    expect(ids([6])).toEqual(['3', '5', '6'])
  })
})

test('a place in the tree is said by the sibling it comes before', () => {
  const nodes = treeOf(ENTRIES, true)
  expect(moveInput({ id: '5', parentId: null, index: 0 }, nodes)).toEqual({ id: 5, parentId: null, before: 1 })
  expect(moveInput({ id: '1', parentId: null, index: 2 }, nodes)).toEqual({ id: 1, parentId: null, before: null })
  expect(moveInput({ id: '5', parentId: '1', index: 1 }, nodes)).toEqual({ id: 5, parentId: 1, before: 4 })
  expect(moveInput({ id: '5', parentId: '3', index: 0 }, nodes)).toEqual({ id: 5, parentId: 3, before: null })
})

test('nothing can be hung beneath itself', () => {
  expect(branchOf(ENTRIES, 1)).toEqual(new Set([1, 2, 3, 4]))
  expect(branchOf(ENTRIES, 5)).toEqual(new Set([5]))
})

test('an entry is found by any of its names, in any case', () => {
  const party = entry(9, null, { name: 'Türkiye', also: ['Ankara', 'ترکیہ'] })
  for (const typed of ['türk', 'ANKARA', 'ترکیہ', '  kiye ']) expect(isMeant(party, typed)).toBe(true)
  expect(isMeant(party, 'Qatar')).toBe(false)
})

test('fields move by one place and stay at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
})
