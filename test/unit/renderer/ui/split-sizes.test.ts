/** The arithmetic of the panes: what is drawn always fits, what was chosen is kept. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SPLIT_LIMITS as LIMITS, fitSplit, resize, toggle, widest } from '../../../../src/renderer/ui/split-sizes.ts'
import type { SplitSizes } from '../../../../src/renderer/ui/split-sizes.ts'

const SIZES: SplitSizes = { start: 260, end: 340, isStartOpen: true, isEndOpen: true }

test('in a wide window the panes are as chosen', () => {
  expect(fitSplit(SIZES, 1280, LIMITS)).toEqual({ start: 260, end: 340 })
})

test('in a narrow window the end gives way first, then the start, each to its least', () => {
  expect(fitSplit(SIZES, 900, LIMITS)).toEqual({ start: 260, end: 280 })
  expect(fitSplit(SIZES, 840, LIMITS)).toEqual({ start: 220, end: 260 })
  expect(fitSplit(SIZES, 500, LIMITS)).toEqual({ start: 180, end: 260 })
})

test('a closed pane takes nothing', () => {
  expect(fitSplit({ ...SIZES, isEndOpen: false }, 700, LIMITS)).toEqual({ start: 260, end: 0 })
})

const sizes = fc.record({
  start: fc.integer({ min: 0, max: 3000 }),
  end: fc.integer({ min: 0, max: 3000 }),
  isStartOpen: fc.boolean(),
  isEndOpen: fc.boolean(),
})

test('whatever was chosen, open panes stay within their limits and the main pane keeps its least if at all possible', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 300, max: 4000 }), (chosen, total) => {
      const { start, end } = fitSplit(chosen, total, LIMITS)
      if (chosen.isStartOpen) expect(start).toBeGreaterThanOrEqual(LIMITS.minStart)
      if (chosen.isEndOpen) expect(end).toBeGreaterThanOrEqual(LIMITS.minEnd)
      expect(start).toBeLessThanOrEqual(LIMITS.maxStart)
      expect(end).toBeLessThanOrEqual(LIMITS.maxEnd)
      const least = (chosen.isStartOpen ? LIMITS.minStart : 0) + (chosen.isEndOpen ? LIMITS.minEnd : 0) + LIMITS.minMain
      if (total >= least) expect(total - start - end).toBeGreaterThanOrEqual(LIMITS.minMain)
    }),
  )
})

test('pulling stays between the limits, and below half the least closes but remembers', () => {
  expect(resize(SIZES, 'start', 50, 480, LIMITS)).toEqual({ ...SIZES, isStartOpen: false })
  expect(resize(SIZES, 'start', 100, 480, LIMITS).start).toBe(180)
  expect(resize(SIZES, 'end', 9999, 500, LIMITS).end).toBe(500)
  expect(resize({ ...SIZES, isEndOpen: false }, 'end', 300, 640, LIMITS)).toEqual({ ...SIZES, end: 300 })
})

test('a pane may grow only as far as the main pane allows', () => {
  expect(widest('start', { start: 260, end: 340 }, 1000, LIMITS)).toBe(300)
  expect(widest('start', { start: 260, end: 340 }, 2000, LIMITS)).toBe(LIMITS.maxStart)
  expect(widest('end', { start: 260, end: 340 }, 600, LIMITS)).toBe(LIMITS.minEnd)
})

test('closing and opening gives back the same sizes', () => {
  expect(toggle(toggle(SIZES, 'end'), 'end')).toEqual(SIZES)
  expect(toggle(SIZES, 'start').start).toBe(260)
})
