/** Reports for people: gathered from the library as one document, written in one of the formats. The same library and the same request give the same bytes. */
import type { ReportRequest } from '../../shared/domain/report.ts'
import { say } from '../messages.ts'
import type { ReadDb } from '../store/types.ts'
import type { ReportDocument } from './document/model.ts'
import { renderHtml } from './html/document.ts'
import { reportFormats, type WriteTools } from './report-formats.ts'
import { buildDocument, type BuildOptions } from './report/build.ts'
import type { DatedRequest } from './report/context.ts'
import { safeName } from './safe-name.ts'

export interface WrittenReport {
  /** A safe file name with the format's extension. */
  readonly name: string
  readonly title: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Throws `not-found` where something that was chosen is no longer there, `invalid-input` where the kind needs what was not given. */
export async function buildReport(db: ReadDb, request: DatedRequest, options: BuildOptions, tools: WriteTools): Promise<WrittenReport> {
  const document = buildDocument(db, request, options)
  await tools.pause(0.3)
  const format = reportFormats[request.format]
  const { bytes, extension = format.extension, mediaType = format.mediaType } = await format.write(document, tools)
  return { name: reportName(document, request, extension), title: document.title, mediaType, bytes }
}

/** The report as its page, as it is seen before it is written. */
export function previewReport(db: ReadDb, request: DatedRequest, options: BuildOptions): { html: string; name: string } {
  const document = buildDocument(db, request, options)
  return { html: renderHtml(document), name: reportName(document, request, reportFormats[request.format].extension) }
}

/** A title of one's own is the name; a made one says which kind of report it is. */
function reportName({ title, kind }: ReportDocument, { title: own }: ReportRequest, extension: string): string {
  return safeName(title, {
    extension: `${own === undefined ? say(`report.fileName.${kind}`) : ''}.${extension}`,
    fallback: say('report.untitled'),
  })
}
