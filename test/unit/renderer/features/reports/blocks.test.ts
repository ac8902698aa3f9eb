/** The blocks of a briefing: whatever is done to them, each stands once; undo and redo lead back and forth through every state. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, begin, redo, undo, type BlockHistory } from '../../../../../src/renderer/features/reports/block-history.ts'
import {
  addBlock,
  BLOCK_KINDS,
  blockContentSchema,
  changeBlock,
  duplicateBlock,
  isWhole,
  moveBlock,
  newContent,
  removeBlock,
  standardBriefing,
  type Block,
} from '../../../../../src/renderer/features/reports/blocks.ts'

type Op =
  | { op: 'add'; kind: number; after: number }
  | { op: 'move'; at: number; to: number }
  | { op: 'remove'; at: number }
  | { op: 'duplicate'; at: number }
  | { op: 'change'; at: number; heading: string }
const place = fc.integer({ min: -1, max: 9 })
const ops: fc.Arbitrary<Op[]> = fc.array(
  fc.oneof(
    fc.record({ op: fc.constant('add' as const), kind: fc.nat(BLOCK_KINDS.length - 1), after: place }),
    fc.record({ op: fc.constant('move' as const), at: place, to: place }),
    fc.record({ op: fc.constant('remove' as const), at: place }),
    fc.record({ op: fc.constant('duplicate' as const), at: place }),
    fc.record({ op: fc.constant('change' as const), at: place, heading: fc.string({ maxLength: 4 }) }),
  ),
  { maxLength: 40 },
)

/** What the list holds after an operation, said another way: by keys in an array that is cut and glued by hand. */
function expectedKeys(keys: readonly string[], op: Op, fresh: string): string[] {
  const all = [...keys]
  if (op.op === 'add') all.splice(keys[op.after] === undefined ? all.length : op.after + 1, 0, fresh)
  if (op.op === 'remove' && keys[op.at] !== undefined) all.splice(op.at, 1)
  if (op.op === 'duplicate' && keys[op.at] !== undefined) all.splice(op.at + 1, 0, fresh)
  if (op.op === 'move' && keys[op.at] !== undefined && keys[op.to] !== undefined) {
    const [moved = ''] = all.splice(op.at, 1)
    all.splice(op.to, 0, moved)
  }
  return all
}

function apply(blocks: readonly Block[], op: Op, fresh: string): Block[] {
  const keyAt = (at: number): string => blocks[at]?.key ?? 'none'
  if (op.op === 'add') {
    const content = newContent(BLOCK_KINDS[op.kind] ?? 'text', '2025-10-19')
    return addBlock(blocks, { key: fresh, content }, blocks[op.after]?.key ?? null)
  }
  if (op.op === 'move') return moveBlock(blocks, keyAt(op.at), op.to)
  if (op.op === 'remove') return removeBlock(blocks, keyAt(op.at))
  if (op.op === 'duplicate') return duplicateBlock(blocks, keyAt(op.at), fresh)
  const block = blocks[op.at]
  return block ? changeBlock(blocks, block.key, { ...block.content, heading: op.heading }) : [...blocks]
}

const keysOf = (blocks: readonly Block[]): string[] => blocks.map(({ key }) => key)

test('any sequence of adding, moving, removing and duplicating keeps each block once, where it is expected', () => {
  fc.assert(
    fc.property(ops, (all) => {
      let blocks: Block[] = []
      all.forEach((op, index) => {
        const expected = expectedKeys(keysOf(blocks), op, `b${index}`)
        blocks = apply(blocks, op, `b${index}`)
        expect(keysOf(blocks)).toEqual(expected)
        expect(new Set(keysOf(blocks)).size).toBe(blocks.length)
      })
    }),
  )
})

test('undo leads back through every state to the first, and redo forth to the last', () => {
  fc.assert(
    fc.property(ops, (all) => {
      let history: BlockHistory = begin([])
      const states = [history.now]
      all.forEach((op, index) => {
        history = act(history, apply(history.now, op, `b${index}`))
        states.push(history.now)
      })
      for (const state of states.slice(0, -1).toReversed()) expect((history = undo(history)).now).toBe(state)
      expect(undo(history)).toBe(history)
      for (const state of states.slice(1)) expect((history = redo(history)).now).toBe(state)
      expect(redo(history)).toBe(history)
    }),
  )
})

test('letters of one text are one step; another field, undo, or an act between begins the next', () => {
  const block: Block = { key: 'a', content: { kind: 'text', text: '', quotes: [] } }
  const typed = (history: BlockHistory, text: string, mark: string): BlockHistory =>
    act(history, changeBlock(history.now, 'a', { kind: 'text', text, quotes: [] }), mark)
  let history = begin([block])
  history = typed(typed(typed(history, 'T', 'a text'), 'Ta', 'a text'), 'Tal', 'a text')
  history = typed(history, 'Tal', 'a heading')
  expect(history.past).toHaveLength(2)
  history = undo(undo(history))
  expect(history.now).toEqual([block])
  // What was typed is one redo away.
  expect(redo(history).now[0]?.content).toMatchObject({ text: 'Tal' })
})

test('a new block of every kind is one that the core takes, but for a dossier that lacks its party', () => {
  for (const kind of BLOCK_KINDS) {
    const content = newContent(kind, '2025-10-19')
    expect(blockContentSchema.parse(content)).toMatchObject({ kind })
    expect(isWhole(content)).toBe(kind !== 'dossier')
  }
  expect(isWhole({ kind: 'dossier', party: 3 })).toBe(true)
  expect(standardBriefing('2025-10-19').every(isWhole)).toBe(true)
})
