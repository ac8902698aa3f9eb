/** How to read the report: the tags that occur in it with their definitions, the stances, the dots, the highlights. */
import { stanceSchema } from '../../../shared/domain/annotation.ts'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { say } from '../../messages.ts'
import { foreign, paragraph, text } from '../document/inlines.ts'
import type { Block, Section } from '../document/model.ts'
import type { ReportContext } from './context.ts'
import { tagSign } from './statements.ts'

/** Tags that occur in the report, be it in a quote or in a count, in codebook order, with how often. */
export function usedTags({ names, cites }: ReportContext): { tag: Tag; count: number }[] {
  const counts = Map.groupBy(cites.basis, ({ tag }) => tag.id)
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
            { head: [], blocks: [tagTable(used, shown.own)] },
            { head: [], blocks: keys(request.kind, isText) },
          ],
        },
      ],
    },
  ]
}

/** Definitions are the analysts' own words: `defined` says whether they are shown. */
function tagTable(used: readonly { tag: Tag; count: number }[], defined: boolean): Block {
  const head = (key: 'tag' | 'definition' | 'count'): string => say(`report.column.${key}`)
  return {
    kind: 'table',
    id: 'legend-tags',
    look: 'plain',
    label: say('report.legend.tags'),
    caption: [],
    columns: [
      { head: [text(head('tag'))], share: 3 },
      ...(defined ? [{ head: [text(head('definition'))], share: 6 }] : []),
      { head: [text(head('count'))], align: 'end', share: 1 },
    ],
    rows: used.map(({ tag, count }) => ({
      cells: [
        { blocks: [paragraph([{ kind: 'letter', tag: tagSign(tag) }, text(' '), foreign(tag.name, null, 'strong')])] },
        ...(defined ? [{ blocks: tag.definition.trim() === '' ? [] : [paragraph([foreign(tag.definition)])] }] : []),
        { blocks: [paragraph([text(String(count))])] },
      ],
    })),
    sheet: {
      name: say('report.legend.tags'),
      columns: [
        { head: head('tag'), kind: 'text' },
        ...(defined ? [{ head: head('definition'), kind: 'text' as const, width: 60 }] : []),
        { head: head('count'), kind: 'number' },
      ],
      rows: used.map(({ tag, count }) => (defined ? [tag.name, tag.definition, count] : [tag.name, count])),
    },
  }
}

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
