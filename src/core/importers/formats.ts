/**
 * The formats that can be read, each with the module that reads it. Modules are loaded when first needed, in the process that parses:
 * a text file must not wait for the libraries of PDF.
 */
import type { FormatId } from './format-ids.ts'
import type { FileReader } from './types.ts'

/** Loads the reader of a format. Each family of formats adds its lines here. */
export const readers: Readonly<Partial<Record<FormatId, () => Promise<{ read: FileReader }>>>> = {
  text: () => import('./text/read.ts'),
  markdown: () => import('./text/read-markdown.ts'),
  csv: () => import('./tables/read-csv.ts'),
  xlsx: () => import('./tables/read-xlsx.ts'),
  jsonl: () => import('./tables/read-jsonl.ts'),
  ris: () => import('./references/read-ris.ts'),
  bibtex: () => import('./references/read-bibtex.ts'),
  'csl-json': () => import('./references/read-csl-json.ts'),
  'lexisnexis-text': () => import('./news/read-lexisnexis.ts'),
  'factiva-html': () => import('./news/read-factiva-html.ts'),
  'factiva-xml': () => import('./news/read-factiva-xml.ts'),
  'mediacloud-csv': () => import('./news/read-mediacloud.ts'),
  pdf: () => import('./pdf/read.ts'),
  docx: () => import('./office/docx-read.ts'),
  odt: () => import('./office/odt-read.ts'),
  rtf: () => import('./office/rtf-read.ts'),
  dna: () => import('./projects/dna.ts'),
  qdpx: () => import('./projects/qdpx.ts'),
  qdc: () => import('./projects/qdc.ts'),
  parley: () => import('./projects/parley.ts'),
  jsonld: () => import('./web-annotation/read.ts'),
  html: () => import('./web/read.ts'),
  feed: () => import('./web/read.ts'),
  mhtml: () => import('./web/read-mhtml.ts'),
  eml: () => import('./mail/read.ts'),
}
