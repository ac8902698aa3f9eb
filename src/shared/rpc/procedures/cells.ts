/** Procedures about what the analyst writes of a cell of the matrix, and about taking a cell along. */
import { z } from 'zod'
import {
  cellExportSchema,
  cellSummarySchema,
  cellSummaryWithCellSchema,
  heldSummarySchema,
  linkSummarySchema,
  writeSummarySchema,
} from '../../domain/cell.ts'
import { cellRefSchema } from '../../domain/compare.ts'
import { jobIdSchema } from '../../domain/job.ts'
import { command, done, mutation, nothing, query } from '../define.ts'

const ofCell = z.strictObject({ cell: cellRefSchema })
/** What is in a cell depends on what is coded, and on the trees of parties and issues. */
const reads = ['cells', 'annotations', 'parties', 'codebook', 'articles'] as const

export const cellsProcedures = {
  'cells.summary': query({
    doc: 'What the analyst wrote of a cell, and the statements that came since; null where nothing is written.',
    input: ofCell,
    output: cellSummarySchema.nullable(),
    reads,
  }),
  'cells.summaries': query({
    doc: 'All summaries of cells, in order of issues and parties.',
    input: nothing,
    output: z.array(cellSummaryWithCellSchema),
    reads,
  }),
  'cells.write': mutation({
    doc: 'Writes the summary of a cell, in place of the one that is there. Marks what the cell holds as seen, unless `confirms` is false.',
    input: writeSummarySchema,
    output: cellSummarySchema,
    touches: ['cells'],
  }),
  'cells.link': mutation({
    doc: 'Says which quotes the summary of a cell rests on; its text stays. Fails with `not-found` where nothing is written.',
    input: linkSummarySchema,
    output: cellSummarySchema,
    touches: ['cells'],
  }),
  'cells.confirm': mutation({
    doc: 'Says that a summary is still right: newer statements are seen, the text stays.',
    input: ofCell,
    output: cellSummarySchema,
    touches: ['cells'],
  }),
  'cells.remove': mutation({
    doc: 'Removes the summary of a cell; its quotes stay. Undo brings it back.',
    input: ofCell,
    output: done,
    touches: ['cells'],
  }),
  'cells.hold': command({
    doc: 'Holds a summary that is being typed, in place of what was held of this cell; null lets go of it. It is written as one step after some seconds, by annotations.settle, or when the library is closed.',
    input: z.strictObject({ cell: cellRefSchema, held: heldSummarySchema.omit({ cell: true }).nullable() }),
    output: done,
  }),
  'cells.export': command({
    doc: 'Writes a cell as a file: its summary, its quotes that pass the filter, and their sources. The job ends with the id of the file.',
    input: cellExportSchema,
    output: z.object({ jobId: jobIdSchema }),
  }),
} as const
