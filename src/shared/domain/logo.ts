/** The picture on the title page of reports: a PNG or JPEG, known by its first bytes whatever its name says, and small enough to go into every report. */
import type { ReportLook } from './report.ts'

export type Logo = NonNullable<ReportLook['logo']>

/** Most bytes of a logo: 500 KB. */
export const MOST_LOGO = 500 * 1_024

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

/** What kind of picture the bytes are; null: none that a report takes. */
export function logoKind(bytes: Uint8Array): Logo['mediaType'] | null {
  const starts = (signs: readonly number[]): boolean => signs.every((sign, index) => bytes[index] === sign)
  return starts(PNG) ? 'image/png' : starts(JPEG) ? 'image/jpeg' : null
}
