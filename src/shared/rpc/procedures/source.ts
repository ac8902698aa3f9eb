/** Procedures about where an article came from: further metadata, pages, the file it was imported from. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { byId } from './by-id.ts'

export const sourceProcedures = {
  'articles.source': query({
    doc: 'Further metadata of an article, the pages of its source, which part of its file it was, and the collections it is in.',
    input: byId,
    output: z.object({
      details: z.record(z.string(), z.string()),
      /** UTF-16 offsets into the current text. */
      pages: z.array(z.object({ start: z.int().min(0), label: z.string() })),
      part: z.int().positive().nullable(),
      /** Other articles that came out of the same file. */
      siblings: z.int().min(0),
      collections: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
    reads: ['articles'],
  }),
  'articles.original': command({
    doc: 'Makes the file an article was imported from ready to be saved, byte for byte. It is never opened or shown.',
    input: byId,
    output: z.object({ outputId: z.string(), name: z.string(), bytes: z.int() }),
  }),
} as const
