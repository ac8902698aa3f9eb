/** Handlers of `reports.*`. */
import { buildReport } from '../exporters/report.ts'
import { stillOpen, type CommandHandlers, type QueryHandlers } from '../session.ts'
import { libraryStatus } from '../status.ts'

export const reportQueries = {
  'reports.preview': ({ db, session }, input) => {
    const { html, name } = buildReport(db, input, { libraryName: libraryStatus(session).name ?? '' })
    return { html, name }
  },
} satisfies Partial<QueryHandlers>

export const reportCommands = {
  'reports.start': (session, input) => {
    const library = session.opened()
    const jobId = session.jobs.start('report', 2, async (steps) => {
      await steps.step(0)
      const { html, name } = buildReport(stillOpen(session, library).read, input, { libraryName: libraryStatus(session).name ?? '' })
      await steps.step(1)
      const bytes = new TextEncoder().encode(html)
      const outputId = session.uid()
      session.outputs.add(outputId, { name, mediaType: 'text/html', bytes })
      await steps.step(2)
      return { kind: 'report', outputId, name, mediaType: 'text/html', bytes: bytes.byteLength }
    })
    return { jobId }
  },
} satisfies Partial<CommandHandlers>
