/** Handlers of `cells.*`. */
import { dayToIso } from '../../shared/domain/partial-date.ts'
import { localDay } from '../days.ts'
import { buildCellFile } from '../exporters/cell.ts'
import { settleCells } from '../held-cells.ts'
import { stillOpen, type CommandHandlers, type FollowUps, type MutationHandlers, type QueryHandlers, type Session } from '../session.ts'
import { cellName } from '../store/cell-names.ts'
import { confirmSummary, linkSummary, listSummaries, removeSummary, summaryOf, writeSummary } from '../store/cell-summaries.ts'
import type { CellRef } from '../../shared/domain/compare.ts'
import type { CellSummary } from '../../shared/domain/cell.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { ReadDb } from '../store/types.ts'

export const cellQueries = {
  'cells.summary': ({ db }, { cell }) => summaryOf(db, cell),
  'cells.summaries': ({ db }) => listSummaries(db),
} satisfies Partial<QueryHandlers>

export const cellMutations = {
  'cells.write': (db, input, context) => {
    writeSummary(db, input, context)
    context.label.subject = cellName(db, input.cell)
    return written(db, input.cell)
  },
  'cells.link': (db, { cell, quoteIds }, { label }) => {
    linkSummary(db, cell, quoteIds)
    label.subject = cellName(db, cell)
    return written(db, cell)
  },
  'cells.confirm': (db, { cell }, { label }) => {
    confirmSummary(db, cell)
    label.subject = cellName(db, cell)
    return written(db, cell)
  },
  'cells.remove': (db, { cell }, { label }) => {
    removeSummary(db, cell)
    label.subject = cellName(db, cell)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>

function written(db: ReadDb, cell: CellRef): CellSummary {
  const summary = summaryOf(db, cell)
  if (!summary) throw new ParleyError('not-found', { what: 'summary', id: null })
  return summary
}

/** What is written is newer than what is held of the same cell. */
const letGo = (session: Session, { cell }: { cell: CellRef }): void => session.heldCells.letGo(session.opened(), cell)
export const cellFollowUps: FollowUps = {
  'cells.write': letGo,
  'cells.remove': letGo,
  'cells.link': (session, { cell, quoteIds }) => session.heldCells.relink(session.opened(), cell, quoteIds),
}

export const cellCommands = {
  'cells.hold': (session, { cell, held }) => {
    const library = session.opened()
    if (held) session.heldCells.hold(library, { cell, ...held }, () => settleCells(session))
    else session.heldCells.letGo(library, cell)
    return { done: true as const }
  },
  'cells.export': (session, input) => {
    const library = session.opened()
    cellName(library.read, input.cell)
    const jobId = session.jobs.start('report', 1, async (steps) => {
      await steps.step(0)
      const file = buildCellFile(stillOpen(session, library).read, input, dayToIso(localDay(session.clock())))
      const outputId = session.uid()
      session.outputs.add(outputId, file)
      await steps.step(1)
      return { kind: 'report', outputId, name: file.name, mediaType: file.mediaType, bytes: file.bytes.byteLength }
    })
    return { jobId }
  },
} satisfies Partial<CommandHandlers>
