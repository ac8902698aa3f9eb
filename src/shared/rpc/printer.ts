/**
 * The port through which the core has a report printed as PDF: by Electron's own Chromium, or by a browser of the machine. The core
 * makes the document, complete in itself; a printer runs nothing in it and fetches nothing for it.
 */
import type { PageSize } from '../domain/report.ts'
import type { ErrorDetails } from './envelope.ts'

export interface PrintOptions {
  /** Sheet for pages that name none of their own. */
  readonly pageSize: PageSize
  /** Only to see what comes on which page: without bookmarks and without tags, which takes half the time. */
  readonly isDraft?: boolean
}

/** Why nothing can be printed: `no-printer` with these details. */
export interface PrinterProblem {
  readonly code: 'no-printer'
  readonly details: ErrorDetails
}

/** The part of an AbortSignal that is used here: shared code has no globals but the language's own. */
export interface Cancelling {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface Printer {
  /** Null where a document can be printed here. Cheap: looks, and starts nothing. */
  problem(): Promise<PrinterProblem | null>
  /**
   * The document as a tagged PDF with bookmarks, as the browser wrote it.
   * Throws `no-printer` where there is nothing to print with, `print-failed` where it broke, `cancelled` once `signal` says so.
   */
  print(html: string, options: PrintOptions, signal: Cancelling): Promise<Uint8Array>
}
