/** Handlers of `imports.*`. */
import { previewImports } from '../importers/preview.ts'
import { readStaged } from '../importers/ready-articles.ts'
import { startImport } from '../jobs/import-job.ts'
import { importReport } from '../jobs/import-report.ts'
import { undoImport } from '../jobs/import-undo.ts'
import { isLive } from '../jobs/live-runs.ts'
import { stillOpen, type CommandHandlers, type QueryHandlers } from '../session.ts'
import { collectionsOfRun, emptyOnes, importOfStep, withFates } from '../store/import-fates.ts'
import { countRuns, linesOf, listRuns, runById } from '../store/import-runs.ts'

export const importQueries = {
  'imports.preview': ({ session }, { items }) => {
    const library = session.opened()
    return previewImports(() => stillOpen(session, library).read, session, items)
  },
  'imports.text': async ({ session }, source) => {
    const read = await readStaged(session, source)
    return 'problem' in read ? { text: '', problem: read.problem } : { text: read.text, problem: null }
  },
  'imports.runs': ({ db, session }, page) => ({ items: listRuns(db, page, isLive(session.opened())), total: countRuns(db) }),
  'imports.run': ({ db, session }, { runId, ...page }) => {
    const run = runById(db, runId, isLive(session.opened()))
    const { lines, total } = linesOf(db, runId, page)
    return { run, lines: withFates(db, runId, lines), total }
  },
  'imports.ofStep': ({ db }, { seq }) => ({ import: importOfStep(db, seq) }),
} satisfies Partial<QueryHandlers>

export const importCommands = {
  'imports.start': (session, { items }) => ({ jobId: startImport(session, session.opened(), items) }),
  'imports.discard': (session, { stagedIds }) => {
    session.staging.discard(stagedIds)
    return { done: true as const }
  },
  'imports.exportRun': (session, { runId, format }) => {
    const library = session.opened()
    const run = runById(library.read, runId, isLive(library))
    const { lines } = linesOf(library.read, runId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })
    const output = importReport(run, lines, format)
    const outputId = session.uid()
    session.outputs.add(outputId, output)
    return { outputId, name: output.name, mediaType: output.mediaType, bytes: output.bytes.byteLength }
  },
  'imports.undoRun': (session, { runId }) => {
    const library = session.opened()
    const collections = collectionsOfRun(library.read, runId)
    const taken = undoImport(session, library, runId)
    const emptied = emptyOnes(library.read, collections)
    return { ...taken, ...(emptied.length > 0 && { emptied }) }
  },
} satisfies Partial<CommandHandlers>
