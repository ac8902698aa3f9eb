/** Handlers of `reports.*`. */
import { buildReport } from '../exporters/report.ts'
import { recordStep, stillOpen, type CommandHandlers, type QueryHandlers, type Session } from '../session.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { libraryStatus } from '../status.ts'
import { insertReportRun, listReportRuns } from '../store/report-runs.ts'

export const reportQueries = {
  'reports.preview': ({ db, session }, input) => {
    const { html, name } = buildReport(db, input, { libraryName: libraryStatus(session).name ?? '' })
    return { html, name }
  },
  'reports.runs': ({ db }, { limit }) => listReportRuns(db, limit),
} satisfies Partial<QueryHandlers>

export const reportCommands = {
  'reports.start': (session, input) => {
    const library = session.opened()
    const jobId = session.jobs.start('report', 2, async (steps) => {
      await steps.step(0)
      // What is coded from here on is not in the report, whenever the job ends.
      const now = session.clock()
      const { html, name, title } = buildReport(stillOpen(session, library).read, input, { libraryName: libraryStatus(session).name ?? '' })
      await steps.step(1)
      const bytes = new TextEncoder().encode(html)
      const outputId = session.uid()
      session.outputs.add(outputId, { name, mediaType: 'text/html', bytes })
      noteRun(session, library, { kind: input.kind, title, name, input }, now)
      await steps.step(2)
      return { kind: 'report', outputId, name, mediaType: 'text/html', bytes: bytes.byteLength }
    })
    return { jobId }
  },
} satisfies Partial<CommandHandlers>

/** That a report was made stays in the library, beside the history. A library that cannot be written is none the less reported on. */
function noteRun(session: Session, library: LibraryFile, run: Parameters<typeof insertReportRun>[1], now: number): void {
  if (stillOpen(session, library).readOnly !== null) return
  recordStep(library, session, { kind: 'reports.start', subject: run.title, count: 0 }, (db, context) =>
    insertReportRun(db, run, { ...context, now }),
  )
  session.changed(['history'])
}
