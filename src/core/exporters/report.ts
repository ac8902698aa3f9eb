/** Reports for people: gathered from the library, rendered as one HTML file. The same library and the same input give the same bytes. */
import type { z } from 'zod'
import type { reportInputSchema } from '../../shared/domain/report.ts'
import { say } from '../messages.ts'
import type { ReadDb } from '../store/types.ts'
import type { ReportData } from './report/data.ts'
import { gatherReport } from './report/gather.ts'
import { renderReport } from './report/page.ts'
import { safeName } from './safe-name.ts'

export interface ReportContext {
  /** Name of the library as shown to people, without folder or extension; may be empty. */
  libraryName: string
}

/**
 * Builds a report of either kind. `name` is a safe file name that ends in ".html". `include.notes` are the analysts' own
 * notes; `include.text` concerns annotated articles only. Throws `not-found` where a chosen article is no longer there.
 */
export function buildReport(
  db: ReadDb,
  input: z.output<typeof reportInputSchema>,
  context: ReportContext,
): { html: string; name: string; title: string } {
  const data = gatherReport(db, input, context)
  return { html: renderReport(data), name: reportName(data, input.title !== undefined), title: data.title }
}

/** A title of one's own is the name; a made one says which kind of report it is. */
function reportName(data: ReportData, titled: boolean): string {
  return safeName(data.title, {
    extension: `${titled ? '' : say(`report.fileName.${data.kind}`)}.html`,
    fallback: say('report.untitled'),
  })
}
