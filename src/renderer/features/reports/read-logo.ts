/** A logo read from a file that was chosen or dropped. */
import { logoKind, MOST_LOGO, type Logo } from '../../../shared/domain/logo.ts'

export type LogoProblem = 'kind' | 'size' | 'unreadable'

export async function readLogo(file: Blob): Promise<Logo | LogoProblem> {
  if (file.size > MOST_LOGO) return 'size'
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
  if (bytes === null) return 'unreadable'
  const mediaType = logoKind(bytes)
  return mediaType === null ? 'kind' : { mediaType, base64: base64Of(bytes) }
}

const SLICE = 0x8000

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return btoa(text)
}
