/** The quotes of a filter, by date: for a briefing that wants the evidence and no comparison. */
import { dayRange } from '../../../../shared/domain/partial-date.ts'
import { say } from '../../../messages.ts'
import { paragraph, text } from '../../document/inlines.ts'
import type { Section } from '../../document/model.ts'
import { passing, type ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { quoteBlock } from '../quote.ts'

export function quoteSections(context: ReportContext): Section[] {
  const statements = context.cites.cite(passing(context)).toSorted((a, b) => day(a) - day(b))
  return [
    {
      id: `${context.prefix}quotes`,
      look: 'bands',
      page: true,
      heading: [text(say('report.quotes.title'))],
      aside: say('report.count.statements', { count: statements.length }),
      blocks:
        statements.length === 0
          ? [paragraph([text(say('report.empty'))], 'empty')]
          : statements.map((statement) => quoteBlock(context, statement)),
    },
  ]
}

/** First day that the date can mean; undated statements last. */
const day = ({ date }: Statement): number => (date === null ? Number.MAX_SAFE_INTEGER : dayRange(date).first)
