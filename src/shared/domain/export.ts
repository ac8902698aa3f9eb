/**
 * Export: the library, or part of it, in a form for other tools (interchange). What a format cannot hold is listed with it: nothing is lost
 * in silence.
 */
import { z } from 'zod'
import { filterSchema } from './filter.ts'
import { importLossSchema } from './import.ts'

/**
 * qdpx, qdc: REFI-QDA project and codebook; jsonld: W3C Web Annotation; csv, xlsx: annotations with every field; graphml: network of the
 * parties; csl, bibtex: articles as references; parley: a copy of the library to share.
 */
export const exportFormatSchema = z.enum(['qdpx', 'qdc', 'jsonld', 'csv', 'xlsx', 'graphml', 'csl', 'bibtex', 'parley'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const exportInputSchema = z.strictObject({
  format: exportFormatSchema,
  /** Which annotations go out, and with them their articles; without one, everything. */
  filter: filterSchema.default({}),
  /** Names of coders go out; else each is "Coder 1", "Coder 2" … in the order of their first work. */
  coders: z.boolean().default(true),
  /** The analysts' own notes, on articles, annotations, threads and cells, and what they wrote of cells. */
  notes: z.boolean().default(true),
  /** Passages only: of each article the quotes, not the rest of its text. */
  quotesOnly: z.boolean().default(false),
  /** The files that articles came from, byte for byte (qdpx, parley). */
  originals: z.boolean().default(false),
  /** Earlier texts of articles, and the steps of all work with what was deleted in them (parley). */
  history: z.boolean().default(false),
})
export type ExportInput = z.infer<typeof exportInputSchema>

export const exportOptionSchema = z.enum(['filter', 'coders', 'notes', 'quotesOnly', 'originals', 'history'])
export type ExportOption = z.infer<typeof exportOptionSchema>

/** What can be chosen of each format: what is not here makes no difference to its file. */
export const EXPORT_OPTIONS: Readonly<Record<ExportFormat, readonly ExportOption[]>> = {
  qdpx: ['filter', 'coders', 'notes', 'quotesOnly', 'originals'],
  qdc: [],
  jsonld: ['filter', 'coders', 'notes', 'quotesOnly'],
  csv: ['filter', 'coders', 'notes', 'quotesOnly'],
  xlsx: ['filter', 'coders', 'notes', 'quotesOnly'],
  graphml: ['filter'],
  csl: ['filter', 'notes'],
  bibtex: ['filter', 'notes'],
  parley: ['filter', 'coders', 'notes', 'originals', 'history'],
}

/** Codes among the losses that lose nothing: what one should know of the file. */
export const EXPORT_NOTICES: readonly string[] = ['copy-earlier-kept', 'copy-threads-part', 'jsonld-earlier-kept']

/** What the format does not hold, once for each code, with how often and what it was; its words are `export.lost.<code>` of the locale. */
export const exportLossSchema = importLossSchema
export type ExportLoss = z.infer<typeof exportLossSchema>

export const exportPreviewSchema = z.object({
  /** Safe name of the file, with its extension. */
  name: z.string(),
  articles: z.int(),
  annotations: z.int(),
  lost: z.array(exportLossSchema),
})
export type ExportPreview = z.infer<typeof exportPreviewSchema>
