/** What stands around a picture of the matrix: its title above; beneath it what its signs mean, and what it was drawn from. Pure. */
import { stanceSchema } from '../../../shared/domain/annotation.ts'
import { trendKindSchema } from '../../../shared/domain/compare.ts'
import type { FactWords } from './cell-facts.ts'
import type { BlockPart } from './picture-cell.ts'
import type { Measure } from './picture-text.ts'

const LINE = 20
const GAP = 18

/** Signs with their words, in as many lines as they take. `room` in CSS pixels. */
export function legendBlock({ say }: Pick<FactWords, 'say'>, room: number, measure: Measure): { parts: BlockPart[]; height: number } {
  const signs = [
    ...stanceSchema.options.map((stance) => ({ stance, trend: undefined, word: say(`stance.${stance}`) })),
    ...trendKindSchema.options.map((trend) => ({ stance: null, trend, word: say(`matrix.trend.${trend}`) })),
    { stance: null, trend: undefined, word: say('compare.noEvidence') },
  ]
  const parts: BlockPart[] = []
  let x = 0
  let y = 0
  for (const { stance, trend, word } of signs) {
    const wide = 20 + measure(word, 11, false)
    if (x > 0 && x + wide > room) {
      x = 0
      y += LINE
    }
    const size = stance ? 14 : trend ? 10 : 4
    parts.push({ kind: 'glyph', stance, trend, x: x + (14 - size) / 2, y: y + 1 + (14 - size) / 2, size })
    parts.push({ kind: 'text', text: word, x: x + 19, y: y + 12, size: 11 })
    x += wide + GAP
  }
  return { parts, height: y + LINE }
}
