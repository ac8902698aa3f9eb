/** Side by side: a band for each issue, a column for each party heard on it, quotes in date order. Then the statements nobody is named for. */
import { say } from '../../../messages.ts'
import type { Band } from '../../../compare/side-by-side.ts'
import { foreign, paragraph, text } from '../../document/inlines.ts'
import type { Section } from '../../document/model.ts'
import { passing, type ReportContext } from '../context.ts'
import { issuePath, names } from '../inlines.ts'
import { quoteBlock } from '../quote.ts'
import { bandColumnPlace, bandPlace, comparingOf, type PartyColumn } from './comparing.ts'

export function sideBySideSections(context: ReportContext): Section[] {
  const { bands, columns } = comparingOf(context)
  return [
    ...(bands.length === 0
      ? []
      : [
          {
            id: `${context.prefix}bands`,
            look: 'bands',
            page: true,
            heading: [text(say('report.bands.title'))],
            blocks: [paragraph([text(say('report.bands.lead'))], 'lead')],
            sections: bands.map((band) => bandSection(context, band, columns)),
          },
        ]),
    ...withoutSpeaker(context),
  ]
}

function bandSection(context: ReportContext, { issueId, columns: heardIn }: Band, columns: readonly PartyColumn[]): Section {
  const heard = new Map(heardIn.map((column) => [column.partyId, column.quotes]))
  const speaking = columns.filter((column) => (heard.get(column.id) ?? []).length > 0)
  const silent = columns.filter(
    (column) => (column.role === 'principal' || column.role === 'mediator') && (heard.get(column.id) ?? []).length === 0,
  )
  const all = new Set(speaking.flatMap((column) => (heard.get(column.id) ?? []).map(({ id }) => id)))
  return {
    id: bandPlace(context, issueId),
    look: 'band',
    heading: issueId === null ? [text(say('report.issue.none'))] : issuePath(context.names.issuePaths.get(issueId) ?? []),
    aside: say('report.count.statements', { count: all.size }),
    blocks: [
      {
        kind: 'columns',
        columns: speaking.map((column) => {
          const statements = context.cites.cite((heard.get(column.id) ?? []).map(({ id }) => id))
          return {
            id: bandColumnPlace(context, issueId, column.id),
            head: [foreign(column.name, null, 'strong'), text(` ${say('report.count.statements', { count: statements.length })}`, 'muted')],
            blocks: statements.map((statement) => quoteBlock(context, statement, { heading: issueId })),
          }
        }),
      },
      ...(silent.length > 0
        ? [paragraph([text(`${say('report.bands.silent')} `), ...names(silent.map((column) => column.name))], 'small')]
        : []),
    ],
  }
}

/** Quotes without a speaker stand in no column; they are listed, so that nothing that passed the filter is missing. */
function withoutSpeaker(context: ReportContext): Section[] {
  const statements = context.cites.cite(passing(context)).filter(({ coding }) => coding.speakerId === null)
  if (statements.length === 0) return []
  return [
    {
      id: `${context.prefix}no-speaker`,
      look: 'bands',
      heading: [text(say('report.noSpeaker.title'))],
      blocks: [
        paragraph([text(say('report.noSpeaker.lead'))], 'lead'),
        {
          kind: 'columns',
          columns: statements.map((statement) => ({
            head: [],
            blocks: [quoteBlock(context, statement)],
          })),
        },
      ],
    },
  ]
}
