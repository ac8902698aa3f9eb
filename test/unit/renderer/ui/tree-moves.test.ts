/** Moving entries of a tree: what keys and drops mean, and that nothing is ever lost, doubled or hung beneath itself. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  branchIds,
  dropMove,
  filterTree,
  isWithin,
  keyMove,
  pathTo,
  placeOf,
  type KeyMove,
  type TreeMove,
} from '../../../../src/renderer/ui/tree-moves.ts'

interface Node {
  id: string
  label: string
  children: Node[]
}

/** "a(b c(d)) e" as a tree. */
function tree(text: string): Node[] {
  const words = text.match(/[a-z]+|[()]/g) ?? []
  const level = (): Node[] => {
    const nodes: Node[] = []
    for (let word = words.shift(); word !== undefined && word !== ')'; word = words.shift()) {
      if (word === '(') nodes.at(-1)?.children.push(...level())
      else nodes.push({ id: word, label: word.toUpperCase(), children: [] })
    }
    return nodes
  }
  return level()
}
const show = (nodes: readonly Node[]): string =>
  nodes.map((node) => node.id + (node.children.length > 0 ? `(${show(node.children)})` : '')).join(' ')

/** What the owner of a tree does with a move. */
function moved(nodes: Node[], move: TreeMove): Node[] {
  const found = placeOf(nodes, move.id)?.node
  if (!found) throw new Error('nothing to move')
  const without = (list: readonly Node[]): Node[] =>
    list.filter((node) => node.id !== move.id).map((node) => ({ ...node, children: without(node.children) }))
  const put = (list: Node[]): Node[] => list.toSpliced(move.index, 0, found)
  const into = (list: Node[]): Node[] =>
    list.map((node) => ({ ...node, children: node.id === move.parentId ? put(node.children) : into(node.children) }))
  return move.parentId === null ? put(without(nodes)) : into(without(nodes))
}

const SAMPLE = 'a(b c(d e)) f g'

describe('keys', () => {
  test.each<[string, KeyMove, string | null]>([
    ['f', 'up', 'f a(b c(d e)) g'],
    ['f', 'down', 'a(b c(d e)) g f'],
    ['a', 'up', null],
    ['g', 'down', null],
    ['f', 'in', 'a(b c(d e) f) g'],
    ['g', 'in', 'a(b c(d e)) f(g)'],
    ['b', 'in', null],
    ['c', 'out', 'a(b) c(d e) f g'],
    ['d', 'out', 'a(b c(e) d) f g'],
    ['f', 'out', null],
    ['e', 'up', 'a(b c(e d)) f g'],
  ])('%s %s', (id, way, expected) => {
    const move = keyMove(tree(SAMPLE), id, way)
    expect(move && show(moved(tree(SAMPLE), move))).toBe(expected)
  })
})

describe('drops', () => {
  test.each<[string, 'before' | 'after' | 'on', string, string | null]>([
    ['g', 'before', 'a', 'g a(b c(d e)) f'],
    ['g', 'before', 'd', 'a(b c(g d e)) f'],
    ['b', 'after', 'g', 'a(c(d e)) f g b'],
    ['f', 'on', 'c', 'a(b c(d e f)) g'],
    ['d', 'on', 'c', 'a(b c(e d)) f g'],
    ['e', 'on', 'c', null],
    ['a', 'on', 'd', null],
    ['a', 'after', 'c', null],
    ['a', 'on', 'a', null],
    ['f', 'after', 'a', null],
    ['f', 'before', 'g', null],
  ])('%s %s %s', (id, position, key, expected) => {
    const move = dropMove(tree(SAMPLE), id, { key, position })
    expect(move && show(moved(tree(SAMPLE), move))).toBe(expected)
  })
})

const trees = fc.array(fc.nat(100), { minLength: 1, maxLength: 12 }).map((parents) => {
  const nodes: Node[] = parents.map((_, i) => ({ id: String.fromCharCode(97 + i), label: '', children: [] }))
  const roots: Node[] = []
  for (const [i, parent] of parents.entries()) {
    const at = parent % (i + 1)
    const node = nodes[i] as Node
    if (at === i) roots.push(node)
    else nodes[at]?.children.push(node)
  }
  return roots
})
const all = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => [node.id, ...all(node.children)])

test('no move loses, doubles or buries an entry', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), fc.nat(6), (nodes, which, where, how) => {
      const ids = all(nodes)
      const id = ids[which % ids.length] ?? ''
      const key = ids[where % ids.length] ?? ''
      const ways: KeyMove[] = ['up', 'down', 'in', 'out']
      const drops = ['before', 'after', 'on'] as const
      const move = how < 4 ? keyMove(nodes, id, ways[how] ?? 'up') : dropMove(nodes, id, { key, position: drops[how - 4] ?? 'on' })
      if (!move) return
      const after = moved(nodes, move)
      expect(all(after).toSorted()).toEqual(ids.toSorted())
      expect(show(after)).not.toBe(show(nodes))
      const place = placeOf(after, id)
      expect(place?.parent?.id ?? null).toBe(move.parentId)
      expect(place?.index).toBe(move.index)
    }),
  )
})

test('a filter keeps what leads to a match and nothing else', () => {
  expect(show(filterTree(tree(SAMPLE), (node) => node.id === 'd'))).toBe('a(c(d))')
  expect(show(filterTree(tree(SAMPLE), (node) => node.id === 'c'))).toBe('a(c)')
  expect(show(filterTree(tree(SAMPLE), () => false))).toBe('')
})

test('branches and paths', () => {
  expect(branchIds(tree(SAMPLE))).toEqual(['a', 'c'])
  expect(pathTo(tree(SAMPLE), 'd')).toEqual(['a', 'c'])
  expect(pathTo(tree(SAMPLE), 'f')).toEqual([])
  const [top] = tree(SAMPLE)
  expect(top && isWithin(top, 'e')).toBe(true)
})
