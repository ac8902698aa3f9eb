// @vitest-environment jsdom
/** A mark whose end is being moved: drawn at once, given up only for the owner's own word. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftedMarks } from '../../../../src/renderer/lib/reader-surface/drafted-marks.ts'
import type { Mark } from '../../../../src/renderer/lib/reader-surface/types.ts'

const mark = (id: number, start: number, end: number): Mark => ({ id, start, end, hue: 'amber', letter: 'D', label: 'Demand' })
const ends = (marks: DraftedMarks): string[] => marks.shown.map(({ id, start, end }) => `${id}: ${start}–${end}`)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('DraftedMarks', () => {
  it('draws the one mark otherwise and leaves the others alone', () => {
    const marks = new DraftedMarks(() => {})
    const given = [mark(1, 0, 5), mark(2, 3, 9)]
    marks.give(given)
    marks.set({ id: 2, start: 3, end: 12 })
    expect(ends(marks)).toEqual(['1: 0–5', '2: 3–12'])
    expect(marks.shown[0]).toBe(given[0])
    marks.set(null)
    expect(marks.shown).toBe(given)
  })

  it('keeps the draft while the owner gives what it had, and drops it for what it has made of it', () => {
    const marks = new DraftedMarks(() => {})
    marks.give([mark(1, 0, 5)])
    marks.set({ id: 1, start: 0, end: 8 })
    marks.expect()
    marks.give([mark(1, 0, 5), mark(2, 1, 2)])
    expect(ends(marks)).toEqual(['1: 0–8', '2: 1–2'])
    // Undone or changed elsewhere meanwhile: the owner's word counts, whatever it is.
    marks.give([mark(1, 0, 7)])
    expect(ends(marks)).toEqual(['1: 0–7'])
    expect(marks.draft).toBeNull()
  })

  it('drops the draft of a mark that is gone, and of one the owner refused', () => {
    const onGiveUp = vi.fn<() => void>()
    const marks = new DraftedMarks(onGiveUp)
    marks.give([mark(1, 0, 5)])
    marks.set({ id: 1, start: 0, end: 8 })
    marks.expect()
    marks.give([])
    expect(marks.draft).toBeNull()
    marks.give([mark(1, 0, 5)])
    marks.set({ id: 1, start: 0, end: 9 })
    marks.expect()
    vi.runAllTimers()
    expect(onGiveUp).toHaveBeenCalledOnce()
    expect(ends(marks)).toEqual(['1: 0–5'])
  })
})
