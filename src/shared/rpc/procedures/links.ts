/** Procedures about links that lead into the library. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { query } from '../define.ts'

export const linksProcedures = {
  'links.find': query({
    doc: 'The passage that a parley: link of a report leads to; null where it is not in this library, or no such link.',
    input: z.strictObject({ link: z.string().max(500) }),
    output: z
      .object({
        articleId: idSchema,
        title: z.string(),
        /** null: the link names none, or it was removed since. */
        annotationId: idSchema.nullable(),
      })
      .nullable(),
    reads: ['articles', 'annotations'],
  }),
} as const
