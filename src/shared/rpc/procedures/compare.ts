/** Procedures about comparing the positions of parties. */
import { z } from 'zod'
import {
  cellDetailSchema,
  cellInputSchema,
  cellOverrideInputSchema,
  cellOverrideSchema,
  cellRefSchema,
  matrixInputSchema,
  matrixSchema,
  sideBySideInputSchema,
  sideBySideSchema,
} from '../../domain/compare.ts'
import { changesInputSchema, changesSchema } from '../../domain/changes.ts'
import { done, mutation, query } from '../define.ts'

export const compareProcedures = {
  'compare.matrix': query({
    doc: 'Issues × parties: current stance, trend, counts and the newest quote of each cell.',
    input: matrixInputSchema,
    output: matrixSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles', 'cells'],
  }),
  'compare.sideBySide': query({
    doc: 'Up to six parties in columns, issues as bands, quotes in date order; how they stand to each other in each band.',
    input: sideBySideInputSchema,
    output: sideBySideSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles', 'cells'],
  }),
  'compare.cell': query({
    doc: 'One cell of the matrix with its quotes, oldest first.',
    input: cellInputSchema,
    output: cellDetailSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles', 'cells'],
  }),
  'compare.changes': query({
    doc: 'What changed between two days, or since a report: who moved, who fell silent, which threads were answered or became overdue.',
    input: changesInputSchema,
    output: changesSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles', 'threads'],
  }),
  'compare.override': mutation({
    doc: 'Reads a stance or a trend out of a cell that the rules do not see, with a reason, in place of what was read before.',
    input: cellOverrideInputSchema,
    output: cellOverrideSchema,
    touches: ['cells'],
  }),
  'compare.clearOverride': mutation({
    doc: 'Lets the rules speak again in a cell.',
    input: z.strictObject({ cell: cellRefSchema }),
    output: done,
    touches: ['cells'],
  }),
} as const
