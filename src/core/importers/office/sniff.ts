/** Tells Word, OpenDocument and RTF documents by their content. */
import type { Sniffer } from '../detect.ts'

const EDGE = 64 * 1024
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
/** Names of streams are UTF-16 in such files. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** A document of Office 2007 and later that is locked with a password: an old container around an encrypted archive. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!OLE.every((byte, at) => bytes[at] === byte)) return false
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED)
}

/** What is locked cannot be seen: which program it is of, only its name says. */
export const lockedFormat = (name: string): 'DOCX' | 'XLSX' | 'Office' =>
  /\.do[a-z]{1,2}$/i.test(name) ? 'DOCX' : /\.xl[a-z]{1,2}$/i.test(name) ? 'XLSX' : 'Office'

export const sniffOffice: Sniffer = ({ name, bytes, magic }) => {
  switch (magic?.format) {
    case 'DOCX':
      return 'docx'
    case 'ODT':
      return 'odt'
    case 'RTF':
      return 'rtf'
    case 'DOC':
      if (!isEncryptedOffice(bytes)) return null
      return lockedFormat(name) === 'XLSX' ? 'xlsx' : 'docx'
    case 'ZIP':
      return hasWordPart(bytes) ? 'docx' : null
    default:
      return null
  }
}

/** Some programs number the main part: `word/document2.xml`. */
function hasWordPart(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - EDGE))).toString('latin1')
  return /word\/document\d*\.xml/.test(end) && end.includes('[Content_Types].xml')
}
