/** Report: what is exported for people. */
import { z } from 'zod'
import { filterSchema } from './filter.ts'

export const reportKindSchema = z.enum(['annotated', 'comparison'])
export type ReportKind = z.infer<typeof reportKindSchema>
export const reportFormatSchema = z.enum(['html'])

export const reportInputSchema = z.strictObject({
  kind: reportKindSchema,
  format: reportFormatSchema.default('html'),
  /** Title on the first page; by default made from the library's name or the article's title. */
  title: z.string().trim().min(1).max(500).optional(),
  filter: filterSchema.default({}),
  include: z
    .strictObject({
      notes: z.boolean().default(true),
      coders: z.boolean().default(true),
      text: z.boolean().default(true),
      table: z.boolean().default(true),
    })
    .default({ notes: true, coders: true, text: true, table: true }),
})
export type ReportInput = z.infer<typeof reportInputSchema>
