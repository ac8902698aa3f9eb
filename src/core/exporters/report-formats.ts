/** The formats a report can be written in, each from the one document. What writes a format is loaded when it is first needed. */
import type { ReportFormat } from '../../shared/domain/report.ts'
import type { ReportDocument } from './document/model.ts'
import { renderHtml } from './html/document.ts'

export interface WriteTools {
  /** Tells how much is done, from 0 to 1, and lets other calls in. Throws `cancelled`. */
  readonly pause: (share: number) => Promise<void>
  /** Prints what stands in an HTML file as PDF. Throws `no-printer` where nothing here can. */
  readonly print: (html: string) => Promise<Uint8Array>
}

interface FormatEntry {
  readonly extension: string
  readonly mediaType: string
  /** `extension` and `mediaType` only where they are others than the format's own. */
  readonly write: (document: ReportDocument, tools: WriteTools) => Promise<{ bytes: Uint8Array; extension?: string; mediaType?: string }>
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const reportFormats: Readonly<Record<ReportFormat, FormatEntry>> = {
  html: { extension: 'html', mediaType: 'text/html', write: async (document) => ({ bytes: utf8(renderHtml(document)) }) },
  pdf: {
    extension: 'pdf',
    mediaType: 'application/pdf',
    write: async (document, { print }) => ({ bytes: await print(renderHtml(document)) }),
  },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    async write(document, { pause }) {
      const { writeDocx } = await import('./docx/index.ts')
      return { bytes: await writeDocx(document, pause) }
    },
  },
  md: {
    extension: 'md',
    mediaType: 'text/markdown',
    async write(document) {
      const { writeMarkdown } = await import('./markdown/index.ts')
      return { bytes: utf8(writeMarkdown(document)) }
    },
  },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    async write(document) {
      const { writeReportXlsx } = await import('./sheets/report.ts')
      return { bytes: writeReportXlsx(document) }
    },
  },
  csv: {
    extension: 'csv',
    mediaType: 'text/csv',
    async write(document) {
      const { writeReportCsv } = await import('./sheets/report.ts')
      const { bytes, extension } = writeReportCsv(document)
      return { bytes, extension, ...(extension === 'zip' && { mediaType: 'application/zip' }) }
    },
  },
}
