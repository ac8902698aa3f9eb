/**
 * What an analyst writes of a cell of the matrix: a summary that rests on quotes. A quote keeps its number as long as it is linked, so that
 * "[2]" in the text goes on to mean the same quote.
 */
import { z } from 'zod'
import { cellRefSchema, type CellRef } from './compare.ts'
import { filterSchema } from './filter.ts'
import { idSchema, momentSchema } from './ids.ts'

/** Longest summary, in UTF-16 units. */
export const LONGEST_SUMMARY = 100_000
/** Most quotes that one summary rests on. */
export const MOST_SUMMARY_QUOTES = 500

/** A quote under its number, from 1. Where one went, its number stays free until the next is linked. */
export const summaryQuoteSchema = z.object({ id: idSchema, number: z.int().positive() })
export type SummaryQuote = z.infer<typeof summaryQuoteSchema>

export const cellSummarySchema = z.object({
  text: z.string(),
  /** By number. */
  quoteIds: z.array(idSchema),
  quotes: z.array(summaryQuoteSchema),
  /** The cell holds statements that were not there when the summary was last confirmed, or a quote it rests on is gone since. */
  isStale: z.boolean(),
  /** Numbers in the text, "[2]", of quotes that were removed since it was last confirmed. */
  gone: z.array(z.int().positive()).default([]),
  /** Statements of the cell, without any filter, that came since, newest first. */
  newer: z.array(idSchema),
  coder: z.string(),
  at: momentSchema,
})
export type CellSummary = z.infer<typeof cellSummarySchema>

export const cellSummaryWithCellSchema = cellSummarySchema.extend({ cell: cellRefSchema })
export type CellSummaryWithCell = z.infer<typeof cellSummaryWithCellSchema>

export const writeSummarySchema = z.strictObject({
  cell: cellRefSchema,
  text: z
    .string()
    .max(LONGEST_SUMMARY)
    .refine((text) => text.trim() !== '', 'empty'),
  /** Quotes it rests on; those that were linked keep their numbers, others follow in this order. */
  quoteIds: z.array(idSchema).max(MOST_SUMMARY_QUOTES),
  /**
   * Whether whoever writes has seen all that the cell holds. Without, what was not seen stays newer evidence, save what is linked; a
   * summary that is new has seen everything.
   */
  confirms: z.boolean().default(true),
})
export type WriteSummary = z.infer<typeof writeSummarySchema>

/** Quotes that were linked keep their numbers, others follow in this order. */
export const linkSummarySchema = writeSummarySchema.pick({ cell: true, quoteIds: true })

/** What is being typed: an empty text is held as well, and written as none. */
export const heldSummarySchema = z.strictObject({
  cell: cellRefSchema,
  text: z.string().max(LONGEST_SUMMARY),
  quoteIds: z.array(idSchema).max(MOST_SUMMARY_QUOTES),
})
export type HeldSummary = z.infer<typeof heldSummarySchema>

export const cellExportSchema = z.strictObject({
  cell: cellRefSchema,
  filter: filterSchema.default({}),
  format: z.enum(['csv', 'html']),
})
export type CellExport = z.infer<typeof cellExportSchema>

/** One word for a cell, to look it up by. */
export const cellKey = ({ issueId, partyId, level }: CellRef): string => `${level}:${issueId ?? 0}:${partyId}`
