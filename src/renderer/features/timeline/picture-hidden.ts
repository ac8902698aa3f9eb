/** What a picture does not show one by one, because a lane or a bar has no room for it, told in lines beneath it. Pure. */
import type { Mark } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { Say } from '../../lib/say.ts'
import { scaleOf, type Span } from './axis.ts'
import { seenPart, type ChartLayout } from './layout-chart.ts'
import { marksInBar } from './layout-spans.ts'
import type { MarkWords } from './use-mark-words.ts'

/** A line for each count in the window: whose, when, and how many of each tag. */
export function hiddenIn(
  { lanes }: ChartLayout,
  span: Span,
  width: number,
  { codebook, words, say }: { codebook: Codebook; words: MarkWords; say: Say },
): string[] {
  const x = scaleOf(span, width)
  const isIn = ({ first, last }: Pick<Mark, 'first' | 'last'>): boolean => last >= span.start && first < span.end
  return lanes.flatMap(({ lane, layout }) => {
    const bars = (layout?.bars ?? []).filter(isIn).map(({ first, last, marks }) => {
      const { from, to } = seenPart(x(first), x(last + 1), width)
      return marks.slice(marksInBar(marks.length, from, to).xs.length)
    })
    const counted = (layout?.counted ?? []).map(({ marks }) => marks.filter(isIn))
    return [...counted, ...bars].flatMap((marks) => {
      const [first] = marks
      const last = marks.at(-1)
      if (!first || !last) return []
      const tags = [...Map.groupBy(marks, ({ tagId }) => tagId)].map(
        ([id, all]) => `${codebook.tagById.get(id)?.name ?? ''} ${String(all.length)}`,
      )
      const days = first.first === last.first ? words.date(first) : say('timeline.span', { from: words.date(first), to: words.date(last) })
      return [say('timeline.picture.hidden', { party: words.lane(lane), days, tags: tags.join(', ') })]
    })
  })
}
