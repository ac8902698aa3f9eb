/** How to read the report: the tags that occur in it with their definitions, the stances, the dots, the highlights. */
import { stanceSchema } from '../../../shared/domain/annotation.ts'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { markup, type Markup } from '../html/markup.ts'
import { bdi } from '../html/text.ts'
import { say } from '../../messages.ts'
import type { ReportData } from './data.ts'
import { intensityDots, letterChip, stanceMark } from './parts.ts'

/** Tags that occur in the report, in codebook order, with how often. */
export function usedTags({ tags, statements }: ReportData): { tag: Tag; count: number }[] {
  const counts = Map.groupBy(statements, ({ tag }) => tag.id)
  return tags.flatMap((tag) => {
    const count = counts.get(tag.id)?.length ?? 0
    return count === 0 ? [] : [{ tag, count }]
  })
}

export function legend(data: ReportData): Markup | null {
  const used = usedTags(data)
  if (used.length === 0) return null
  const annotated = data.kind === 'annotated'
  return markup`<section class="legend" aria-labelledby="legend-title">
<h2 id="legend-title">${say('report.legend.title')}</h2>
<div class="legend-columns">
<table class="tags">
<caption>${say('report.legend.tags')}</caption>
<thead><tr><th scope="col">${say('report.column.tag')}</th><th scope="col">${say('report.column.definition')}</th><th scope="col" class="number">${say('report.column.count')}</th></tr></thead>
<tbody>${used.map(
    ({
      tag,
      count,
    }) => markup`<tr><th scope="row">${letterChip(tag)} ${bdi(tag.name)}</th><td dir="auto">${tag.definition}</td><td class="number">${count}</td></tr>
`,
  )}</tbody>
</table>
<div class="keys">
<h3>${say('report.legend.stances')}</h3>
<ul>${stanceSchema.options.map((stance) => markup`<li>${stanceMark(stance)} <span class="explained">${say(`report.stance.${stance}.means`)}</span></li>`)}${!annotated && markup`<li><span class="silence">${say('report.matrix.none')}</span> <span class="explained">${say('report.matrix.none.means')}</span></li>`}</ul>
<h3>${say('report.legend.intensity')}</h3>
<p>${intensityDots(1)} ${say('report.legend.weakest')} <span class="gap">${intensityDots(5)} ${say('report.legend.strongest')}</span></p>
<h3>${say('report.legend.marks')}</h3>
<p>${say(annotated && data.include.text ? 'report.legend.marks.annotated' : 'report.legend.marks.quotes')}</p>
</div>
</div>
</section>
`
}
