/** Writes of a cell with answers that are held up: a link never brings an older text back, and none is lost. */
import { expect, test } from 'vitest'
import { cellWrites, numbered } from '../../../../src/renderer/features/compare/cell-writes.ts'

/** A core that answers when it is told to, and keeps what it was sent in order. */
function heldUp(before: { text: string; quoteIds: number[] } | null = null) {
  let stored = before
  const waiting: (() => void)[] = []
  const log: string[] = []
  const turn = (said: string, apply: () => boolean): Promise<boolean> => {
    log.push(said)
    return new Promise((resolve) => waiting.push(() => resolve(apply())))
  }
  const shown: (readonly number[] | null)[] = []
  const writes = cellWrites(
    () => ({
      write: (text, quoteIds) =>
        turn(`write ${text} [${quoteIds.join()}]`, () => {
          stored = { text, quoteIds: [...quoteIds] }
          return true
        }),
      link: (quoteIds) =>
        turn(`link [${quoteIds.join()}]`, () => {
          if (stored === null) return false
          stored = { ...stored, quoteIds: [...quoteIds] }
          return true
        }),
      remove: () =>
        turn('remove', () => {
          stored = null
          return true
        }),
      reload: async () => writes.heard(stored),
    }),
    (links) => shown.push(links),
  )
  writes.heard(before)
  const rest = async (): Promise<void> => {
    for (let turns = 0; turns < 20; turns++) await Promise.resolve()
  }
  return {
    writes,
    log,
    shown,
    stored: () => stored,
    /** Answers all there is, and what follows from it. */
    async answer() {
      for (await rest(); waiting.length > 0; await rest()) waiting.shift()?.()
    },
    rest,
  }
}

test('a link after typing does not send the old text again', async () => {
  const core = heldUp({ text: 'Old', quoteIds: [1] })
  void core.writes.write('New')
  core.writes.toggle(2)
  await core.rest()
  expect(core.log).toEqual(['write New [1]'])
  await core.answer()
  expect(core.stored()).toEqual({ text: 'New', quoteIds: [1, 2] })
  expect(core.shown.at(-1)).toBeNull()
})

test('a link while the first text is on its way is kept, and shown all the while', async () => {
  const core = heldUp()
  core.writes.toggle(7)
  await core.rest()
  expect(core.log).toEqual([])
  void core.writes.write('First [1]')
  core.writes.toggle(8)
  expect(core.writes.linked()).toEqual([7, 8])
  await core.answer()
  expect(core.stored()).toEqual({ text: 'First [1]', quoteIds: [7, 8] })
  expect(core.writes.linked()).toEqual([7, 8])
})

test('two links at once are both kept; a link taken away goes', async () => {
  const core = heldUp({ text: 'Text', quoteIds: [1] })
  core.writes.toggle(2)
  core.writes.toggle(3)
  core.writes.toggle(1)
  await core.answer()
  expect(core.stored()).toEqual({ text: 'Text', quoteIds: [2, 3] })
})

test('links outlive the text they stood for, and go with the next one', async () => {
  const core = heldUp({ text: 'Text', quoteIds: [4] })
  void core.writes.remove()
  await core.answer()
  expect([core.stored(), core.writes.linked()]).toEqual([null, [4]])
  void core.writes.write('Again')
  await core.answer()
  expect(core.stored()).toEqual({ text: 'Again', quoteIds: [4] })
})

test('quotes that are not stored yet bear the numbers they will have', () => {
  const stored = [
    { id: 10, number: 1 },
    { id: 11, number: 3 },
  ]
  expect(numbered(stored, null)).toBe(stored)
  expect(numbered(stored, [11, 12])).toEqual([
    { id: 11, number: 3 },
    { id: 12, number: 4 },
  ])
  expect(numbered([], [5, 6])).toEqual([
    { id: 5, number: 1 },
    { id: 6, number: 2 },
  ])
})
