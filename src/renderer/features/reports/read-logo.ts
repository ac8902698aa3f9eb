/** A picture for the title page, read from a file: PNG or JPEG by its first bytes, whatever its name says, and small enough to go into every report. */
import type { ReportLook } from '../../../shared/domain/report.ts'

export type Logo = NonNullable<ReportLook['logo']>
export type LogoProblem = 'kind' | 'size' | 'unreadable'

/** 500 KB. */
export const MOST_LOGO = 500 * 1_024

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

export async function readLogo(file: Blob): Promise<Logo | LogoProblem> {
  if (file.size > MOST_LOGO) return 'size'
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
  if (bytes === null) return 'unreadable'
  const starts = (signs: readonly number[]): boolean => signs.every((sign, index) => bytes[index] === sign)
  const mediaType = starts(PNG) ? 'image/png' : starts(JPEG) ? 'image/jpeg' : null
  return mediaType === null ? 'kind' : { mediaType, base64: base64Of(bytes) }
}

const SLICE = 0x8000

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return btoa(text)
}
