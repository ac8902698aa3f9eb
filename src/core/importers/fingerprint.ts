/** Hashes by which copies are recognised: of the text, whatever its white space, and of the file as it was. */
import { hash } from 'node:crypto'

/** SHA-256 (hex) of the text in NFC with white space collapsed and trimmed: equal for copies that differ in layout only. */
export function textHash(canonical: string): string {
  return hash('sha256', canonical.normalize('NFC').replace(/\s+/g, ' ').trim(), 'hex')
}

/** SHA-256 (hex) of the bytes. */
export function bytesHash(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
