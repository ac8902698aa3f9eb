/** A report as PDF: printed from its HTML, with its faces in it and without a trace of the clock or the machine. */
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import type { Cancelling, Printer } from '../../../shared/rpc/printer.ts'
import type { PageSize } from '../../../shared/domain/report.ts'
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
  const document = await printable(html)
  const printed = await printer.print(document, { pageSize: request.pageSize }, signal)
  return pinPdf(searchable(printed), request.asOf)
}
