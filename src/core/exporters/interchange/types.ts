/** What every exporter to another tool is: a function from the library and the choice of what goes out to the bytes of one file. */
import type { exportInputSchema, ExportLoss } from '../../../shared/domain/export.ts'
import type { z } from 'zod'
import type { ReadDb } from '../../store/types.ts'

/** What goes out. */
export type ExportChoice = z.output<typeof exportInputSchema>

export interface ExportContext {
  /** Name of the library as shown to people, without folder or extension; may be empty. */
  readonly libraryName: string
  /** Tells how much is done, from 0 to 1, and lets other calls in. Throws `cancelled`. To be called every 20 ms of work or so. */
  readonly pause: (share: number) => Promise<void>
}

export interface Exported {
  readonly bytes: Uint8Array
  readonly lost: readonly ExportLoss[]
}

/**
 * `write` makes the file; `losses` says in little time what it would not hold, for the dialog before. The same library and the same choice
 * give the same bytes: nothing of the clock, of the machine or of chance goes in.
 */
export interface Exporter {
  readonly write: (db: ReadDb, choice: ExportChoice, context: ExportContext) => Promise<Exported>
  readonly losses: (db: ReadDb, choice: ExportChoice) => ExportLoss[]
}
