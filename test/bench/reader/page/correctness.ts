/** What must hold of our surface, counted against brute force: which marks are under a point, and that no glyph moves. */
import type { Mark } from '../../../../src/renderer/lib/reader-surface/reader-surface.ts'
import { seeded } from '../../../e2e/harness/reader-surface/generate.ts'
import { frame } from './clock.ts'
import type { Parley } from './parley.ts'
import type { Doc } from './technique.ts'

export interface Hits {
  points: number
  /** Points at which a search of all rectangles finds other marks. */
  wrong: number
  /** Time of one test, ms. */
  each: number
}

export function testHits({ surface }: Parley, marks: readonly Mark[], points: number): Hits {
  const random = seeded(11)
  const near = marks
    .map(({ id, start, end }) => ({ id, rects: surface.rectsFor(start, end) }))
    .filter(({ rects }) => rects.some(({ bottom, top }) => bottom > 0 && top < innerHeight))
  const places = Array.from({ length: points }, () => ({ x: 100 + random() * 750, y: 20 + random() * (innerHeight - 40) }))
  const started = performance.now()
  const found = places.map(({ x, y }) => surface.marksAtPoint(x, y))
  const each = (performance.now() - started) / points
  const wrong = places.filter(({ x, y }, index) => {
    const isIn = (rect: DOMRect): boolean => x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom
    const expected = near.filter(({ rects }) => rects.some(isIn)).map(({ id }) => id)
    return expected.toSorted((a, b) => a - b).join() !== found[index]!.toSorted((a, b) => a - b).join()
  }).length
  return { points, wrong, each }
}

export interface Glyphs {
  glyphs: number
  moved: number
}

/** Compares the places of all glyphs on the screen and around it without and with marks. */
export async function testGlyphs({ surface }: Parley, { text, marks }: Doc): Promise<Glyphs> {
  const places = async (): Promise<string[]> => {
    await frame()
    return Array.from({ length: Math.min(text.length, 3_000) }, (_, offset) => {
      const [rect] = surface.rectsFor(offset, offset + 1)
      return rect === undefined ? '' : `${rect.x} ${rect.y} ${rect.width} ${rect.height}`
    })
  }
  const none: Mark[] = []
  surface.scrollTo(0, 'nearest')
  surface.setMarks(none)
  const before = await places()
  surface.setMarks(marks)
  const after = await places()
  return { glyphs: before.filter((place) => place !== '').length, moved: before.filter((place, index) => place !== after[index]).length }
}
