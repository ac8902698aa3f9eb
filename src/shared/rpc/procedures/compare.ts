/** Procedures about comparing the positions of parties. */
import {
  cellDetailSchema,
  cellInputSchema,
  matrixInputSchema,
  matrixSchema,
  sideBySideInputSchema,
  sideBySideSchema,
} from '../../domain/compare.ts'
import { query } from '../define.ts'

export const compareProcedures = {
  'compare.matrix': query({
    doc: 'Issues × parties with counts and the newest quote of each cell.',
    input: matrixInputSchema,
    output: matrixSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles', 'cells'],
  }),
  'compare.sideBySide': query({
    doc: 'Up to six parties in columns, issues as bands, quotes in date order.',
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
} as const
