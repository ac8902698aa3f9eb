/** What a table may have. A table beyond that is refused with the limit named, never read in part. */
import { MAX_RECORD_BYTES } from '../records/open-text.ts'

export interface TableLimits {
  /** Bytes of the file. */
  readonly bytes: number
  readonly columns: number
  /** Rows, the head included: as many articles as one file may give. */
  readonly rows: number
  /** Bytes of one row; the longest books are a quarter of it. */
  readonly rowBytes: number
}

export const TABLE_LIMITS: TableLimits = { bytes: MAX_RECORD_BYTES, columns: 2_000, rows: 20_001, rowBytes: MAX_RECORD_BYTES / 4 }
