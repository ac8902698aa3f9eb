/** How to read the report: the tags that occur in it with their definitions, the stances, the dots, the highlights. */
import { stanceSchema } from '../../../shared/domain/annotation.ts'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { say } from '../../messages.ts'
import { foreign, paragraph, text, type Block, type Section } from '../document/model.ts'
import type { ReportContext } from './context.ts'
import { tagSign } from './statements.ts'

/** Tags that occur in the report, in codebook order, with how often. */
export function usedTags({ names, cites }: ReportContext): { tag: Tag; count: number }[] {
  const counts = Map.groupBy(cites.statements, ({ tag }) => tag.id)
  return names.tags.flatMap((tag) => {
    const count = counts.get(tag.id)?.length ?? 0
    return count === 0 ? [] : [{ tag, count }]
  })
}

export function legendSection(context: ReportContext): Section[] {
  const used = usedTags(context)
  if (used.length === 0) return []
  const { request, shown } = context
  const isText = request.kind === 'annotated' && shown.text
  return [
    {
      id: 'legend',
      look: 'legend',
      heading: [text(say('report.legend.title'))],
      blocks: [
        {
          kind: 'columns',
          columns: [
            { head: [], blocks: [tagTable(used)] },
            { head: [], blocks: keys(request.kind, isText) },
          ],
        },
      ],
    },
  ]
}

const tagTable = (used: readonly { tag: Tag; count: number }[]): Block => ({
  kind: 'table',
  id: 'legend-tags',
  look: 'plain',
  label: say('report.legend.tags'),
  caption: [],
  columns: [
    { head: [text(say('report.column.tag'))], share: 3 },
    { head: [text(say('report.column.definition'))], share: 6 },
    { head: [text(say('report.column.count'))], align: 'end', share: 1 },
  ],
  rows: used.map(({ tag, count }) => ({
    cells: [
      { blocks: [paragraph([{ kind: 'letter', tag: tagSign(tag) }, text(' '), foreign(tag.name, null, 'strong')])] },
      { blocks: tag.definition.trim() === '' ? [] : [paragraph([foreign(tag.definition)])] },
      { blocks: [paragraph([text(String(count))])] },
    ],
  })),
  sheet: {
    name: say('report.legend.tags'),
    columns: [
      { head: say('report.column.tag'), kind: 'text' },
      { head: say('report.column.definition'), kind: 'text', width: 60 },
      { head: say('report.column.count'), kind: 'number' },
    ],
    rows: used.map(({ tag, count }) => [tag.name, tag.definition, count]),
  },
})

function keys(kind: ReportContext['request']['kind'], isText: boolean): Block[] {
  const silence = kind === 'comparison' || kind === 'briefing'
  return [
    { kind: 'subheading', content: [text(say('report.legend.stances'))] },
    {
      kind: 'list',
      ordered: false,
      items: stanceSchema.options.map((stance) => ({
        blocks: [paragraph([{ kind: 'stance', stance }, text(` ${say(`report.stance.${stance}.means`)}`, 'muted')])],
      })),
    },
    ...(silence ? [paragraph([text(say('report.matrix.none')), text(` ${say('report.matrix.none.means')}`, 'muted')])] : []),
    { kind: 'subheading', content: [text(say('report.legend.intensity'))] },
    paragraph([
      { kind: 'intensity', intensity: 1 },
      text(` ${say('report.legend.weakest')}   `),
      { kind: 'intensity', intensity: 5 },
      text(` ${say('report.legend.strongest')}`),
    ]),
    { kind: 'subheading', content: [text(say('report.legend.marks'))] },
    paragraph([text(say(isText ? 'report.legend.marks.annotated' : 'report.legend.marks.quotes'))]),
  ]
}
