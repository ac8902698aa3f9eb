/** Handlers of `reports.*`. */
import { buildReport } from '../exporters/report.ts'
import { recordStep, stillOpen, type CommandHandlers, type QueryHandlers, type Session } from '../session.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { libraryStatus } from '../status.ts'
import { lastStep } from '../store/compare-changes.ts'
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
      const { read } = stillOpen(session, library)
      const made = { now: session.clock(), seq: lastStep(read) }
      const { html, name, title } = buildReport(read, input, { libraryName: libraryStatus(session).name ?? '' })
      await steps.step(1)
      const bytes = new TextEncoder().encode(html)
      const outputId = session.uid()
      session.outputs.add(outputId, { name, mediaType: 'text/html', bytes })
      noteRun(session, library, { kind: input.kind, title, name, input }, made)
      await steps.step(2)
      return { kind: 'report', outputId, name, mediaType: 'text/html', bytes: bytes.byteLength }
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
