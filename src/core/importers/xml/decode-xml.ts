/** The text of an XML file, by its mark, its declaration, or as UTF-8. Bytes that do not fit the encoding are a fault of the file. */

const DECLARED = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/

/** The decoded text without its mark; null where the bytes are not in the encoding they declare. Never throws. */
export function decodeXml(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 256)).toString('latin1'))?.[1]?.toLowerCase()
  // Written by programs that copied a declaration: bytes without zeros are no UTF-16.
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared
}
