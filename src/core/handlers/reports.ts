/** Handlers of `reports.*` that make reports. */
import { dayToIso } from '../../shared/domain/partial-date.ts'
import type { ReportRequest } from '../../shared/domain/report.ts'
import { localDay } from '../days.ts'
import { writePdf } from '../exporters/pdf/index.ts'
import { buildReport, previewReport } from '../exporters/report.ts'
import type { DatedRequest } from '../exporters/report/context.ts'
import { libraryStatus } from '../status.ts'
import { lastStep } from '../store/compare-changes.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { insertReportRun, listReportRuns } from '../store/report-runs.ts'
import { recordStep, stillOpen, type CommandHandlers, type QueryHandlers, type Session } from '../session.ts'

/** Progress is told in hundredths. */
const STEPS = 100

/** A report that is made for no day is made for today. */
const dated = (request: ReportRequest, { clock }: Pick<Session, 'clock'>): DatedRequest => ({
  ...request,
  asOf: request.asOf ?? dayToIso(localDay(clock())),
})

export const reportQueries = {
  'reports.preview': ({ db, session }, input) =>
    previewReport(db, dated(input, session), { libraryName: libraryStatus(session).name ?? '' }),
  'reports.runs': ({ db }, { limit }) => listReportRuns(db, limit),
} satisfies Partial<QueryHandlers>

export const reportCommands = {
  'reports.start': (session, input) => {
    const library = session.opened()
    const request = dated(input, session)
    const jobId = session.jobs.start('report', STEPS, async ({ step, signal }) => {
      const pause = (share: number): Promise<void> => step(Math.min(STEPS, Math.floor(share * STEPS)))
      await pause(0)
      // What is coded from here on is not in the report, whenever the job ends.
      const { read } = stillOpen(session, library)
      const made = { now: session.clock(), seq: lastStep(read) }
      const { name, title, mediaType, bytes } = await buildReport(
        read,
        request,
        { libraryName: libraryStatus(session).name ?? '' },
        { pause, print: (html) => writePdf(html, { asOf: request.asOf, pageSize: request.look.pageSize }, session.printer, signal) },
      )
      await pause(0.99)
      const outputId = session.uid()
      session.outputs.add(outputId, { name, mediaType, bytes })
      noteRun(session, library, { kind: request.kind, title, name, input: request }, made)
      await pause(1)
      return { kind: 'report', outputId, name, mediaType, bytes: bytes.byteLength }
    })
    return { jobId }
  },
} satisfies Partial<CommandHandlers>

/** What noting takes of a session. */
type Noting = Pick<Session, 'library' | 'clock' | 'uid' | 'changed'> & { readonly held: Pick<Session['held'], 'onUnexpected'> }

/**
 * That a report was made stays in the library, beside the history. A library that cannot be written, be it only now, with a full disk, is
 * none the less reported on.
 */
export function noteRun(
  session: Noting,
  library: LibraryFile,
  run: Parameters<typeof insertReportRun>[1],
  made: { now: number; seq: number },
): void {
  if (stillOpen(session, library).readOnly !== null) return
  try {
    recordStep(library, session, { kind: 'reports.start', subject: run.title, count: 0 }, (db, context) =>
      insertReportRun(db, run, { ...context, ...made }),
    )
  } catch (error) {
    session.held.onUnexpected(error)
    return
  }
  session.changed(['history'])
}
