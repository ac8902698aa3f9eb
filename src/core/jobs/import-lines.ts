/** Small parts of the import job: corrections laid on what was recognised, lines that tell of a whole file, and what a cancel is. */
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { ImportOutcome } from '../../shared/domain/import-report.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { errorToWire } from '../errors.ts'

/** Later corrections go before earlier ones; what they leave out stays. */
export function corrected(metadata: ArticleMetadata, ...patches: (Partial<ArticleMetadata> | undefined)[]): ArticleMetadata {
  const said = patches.flatMap((patch) => Object.entries(patch ?? {}).filter(([, value]) => value !== undefined))
  return { ...metadata, ...Object.fromEntries(said) }
}

/** The line of a file as a whole, of which nothing is known yet. */
export const blankLine = (name: string): Omit<ImportOutcome, 'outcome'> => ({
  name,
  part: null,
  format: null,
  articleId: null,
  title: null,
  problem: null,
  lost: [],
})

/** A cancel does not undo what was imported: the loop sees the signal and lists the rest as cancelled. */
export function passCancel(error: unknown): void {
  if (!(error instanceof ParleyError) || error.code !== 'cancelled') throw error
}

/** A failure with the report that says how far the import came. */
export function withReport(error: unknown, runId: number, onUnexpected: (error: unknown) => void): ParleyError {
  const { code, details } = errorToWire(error, onUnexpected)
  return new ParleyError(code, { ...details, runId }, { cause: error })
}
