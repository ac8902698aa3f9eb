/**
 * Report template: what is asked for of a report, kept under a name. The day it is made, what is new in it and how the house's reports
 * look are no part of it: a template is used again on other days, and the look is the library's.
 */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { pageSizeSchema, reportInputSchema, reportLookSchema } from './report.ts'

export const templateInputSchema = reportInputSchema.omit({ asOf: true, newSince: true, look: true })
/** What may be given. */
export type TemplateInput = z.input<typeof templateInputSchema>

export const templateNameSchema = z.string().trim().min(1).max(200)
export const reportTemplateSchema = z.object({ id: idSchema, name: templateNameSchema, input: templateInputSchema })
export type ReportTemplate = z.infer<typeof reportTemplateSchema>

/** Some of how reports look. Without defaults: what is not named is left as it is. */
export const reportLookPatchSchema = z
  .strictObject({
    house: z.string().trim().max(200),
    logo: reportLookSchema.shape.logo.unwrap(),
    banner: z.string().trim().max(100),
    pageSize: pageSizeSchema,
  })
  .partial()
export type ReportLookPatch = z.infer<typeof reportLookPatchSchema>
