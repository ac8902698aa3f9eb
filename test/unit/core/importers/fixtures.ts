/** The articles written for these tests, and bytes of texts in encodings the platform can only decode. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../../fixtures/text')

export const fixture = (name: string): Uint8Array => readFileSync(join(folder, name))
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** `text` in a single-byte encoding, by turning the decoder's table around. */
export function encodeSingleByte(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f)
}
