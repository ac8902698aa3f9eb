/** Hashes by which copies are recognised: of the text, whatever its white space, and of the file as it was. */
import { hash, webcrypto } from 'node:crypto'

/** Bytes up to which hashing is not worth a thread. */
const AT_ONCE = 1024 * 1024

/** SHA-256 (hex) of the text in NFC with white space collapsed and trimmed: equal for copies that differ in layout only. */
export function textHash(canonical: string): string {
  return hash('sha256', canonical.normalize('NFC').replace(/\s+/g, ' ').trim(), 'hex')
}

/** SHA-256 (hex) of the bytes. */
export function bytesHash(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** The same, away from this thread where there are many. */
export async function largeBytesHash(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength <= AT_ONCE) return bytesHash(bytes)
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
