/** The formats that go out to other tools, each with the module that writes it. Modules are loaded when first needed. */
import type { ExportFormat } from '../../../shared/domain/export.ts'
import type { Exporter } from './types.ts'

interface FormatEntry {
  readonly extension: string
  readonly mediaType: string
  readonly load: () => Promise<{ exporter: Exporter }>
}

/** A format that is not here cannot be written. */
export const exportFormats: Readonly<Partial<Record<ExportFormat, FormatEntry>>> = {
  qdpx: { extension: 'qdpx', mediaType: 'application/zip', load: () => import('../refi/qdpx.ts') },
  qdc: { extension: 'qdc', mediaType: 'application/xml', load: () => import('../refi/qdc.ts') },
  jsonld: {
    extension: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    load: () => import('../web-annotation/export.ts'),
  },
  csv: { extension: 'csv', mediaType: 'text/csv', load: () => import('../sheets/library/csv-exporter.ts') },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: () => import('../sheets/library/xlsx-exporter.ts'),
  },
  graphml: { extension: 'graphml', mediaType: 'application/xml', load: () => import('../network/graphml-export.ts') },
  csl: { extension: 'csl.json', mediaType: 'application/vnd.citationstyles.csl+json', load: () => import('../references/csl.ts') },
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', load: () => import('../references/bibtex.ts') },
  parley: { extension: 'parley', mediaType: 'application/x-parley', load: () => import('../library-copy/library-copy.ts') },
}
