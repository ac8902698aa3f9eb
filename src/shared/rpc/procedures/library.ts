/** Procedures about the open library as a whole. */
import { checkReportSchema, libraryStatusSchema } from '../../domain/library.ts'
import { nothing, query } from '../define.ts'

export const libraryProcedures = {
  'library.status': query({
    doc: 'Which library is open, and what it holds.',
    input: nothing,
    output: libraryStatusSchema,
    reads: ['library', 'articles', 'annotations', 'parties', 'codebook', 'threads'],
  }),
  'library.check': query({
    doc: 'Checks the file, its references, its history, and that every annotation still equals its passage.',
    input: nothing,
    output: checkReportSchema,
    reads: [],
  }),
} as const
