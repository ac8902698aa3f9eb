/** A report as PDF: printed from its HTML, with its faces in it and without a trace of the clock or the machine. */
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import type { Cancelling, Printer } from '../../../shared/rpc/printer.ts'
import type { PageSize } from '../../../shared/domain/report.ts'
import { fontStyles } from './fonts.ts'
import { contentsStyles, hasContents, pagesOf } from './page-numbers.ts'
import { pinPdf } from './pin.ts'
import { printable } from './printable.ts'
import { searchable } from './searchable.ts'

export interface PdfRequest {
  /** The day that the report is of, YYYY-MM-DD: the only date in the file. */
  readonly asOf: string
  readonly pageSize: PageSize
}

/**
 * The PDF of a whole report. `html` is what the HTML writer made. With the same browser, the same report gives the same bytes.
 * Throws `no-printer`, `print-failed`, and `cancelled` once `signal` says so.
 */
export async function writePdf(html: string, request: PdfRequest, printer: Printer, signal: Cancelling): Promise<Uint8Array> {
  const problem = await printer.problem()
  if (problem !== null) throw new ParleyError(problem.code, problem.details)
  const fonts = await fontStyles(html)
  const { pageSize, asOf } = request
  const printed = async (styles: string, isDraft: boolean): Promise<Uint8Array> =>
    printer.print(printable(html, `${fonts}\n${styles}`), { pageSize, isDraft }, signal)
  const pages = hasContents(html) ? pagesOf(await printed(contentsStyles(html), true)) : null
  return pinPdf(searchable(await printed(pages === null ? '' : contentsStyles(html, pages), false)), asOf)
}
