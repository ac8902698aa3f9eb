/** Handlers of `imports.*`. */
import { previewImport, readStaged } from '../importers/preview.ts'
import { runImport } from '../jobs/import-job.ts'
import { stillOpen, type CommandHandlers, type QueryHandlers } from '../session.ts'

export const importQueries = {
  'imports.preview': async ({ session }, { items }) => {
    const library = session.opened()
    const previews = []
    for (const item of items) previews.push(await previewImport(() => stillOpen(session, library).read, session, item))
    return previews
  },
  'imports.text': async ({ session }, { stagedId, encoding }) => {
    const read = await readStaged(session, { stagedId, encoding })
    return 'problem' in read ? { text: '', problem: read.problem } : { text: read.text, problem: null }
  },
} satisfies Partial<QueryHandlers>

export const importCommands = {
  'imports.start': (session, { items }) => {
    const library = session.opened()
    // A file that is gone is said now, not when half of the others are in.
    for (const { stagedId } of items) session.staging.nameOf(stagedId)
    return { jobId: session.jobs.start('import', items.length, (steps) => runImport(session, library, items, steps)) }
  },
  'imports.discard': (session, { stagedIds }) => {
    session.staging.discard(stagedIds)
    return { done: true as const }
  },
} satisfies Partial<CommandHandlers>
