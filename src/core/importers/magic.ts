/**
 * What a file is by its first bytes. Formats are named as people write them (PDF, DOCX), which is the same in every
 * language. The file's own name is never believed.
 */

export interface ForeignFormat {
  /** As shown to people: "PDF", "DOCX", "PNG". */
  readonly format: string
  /** It holds an article that could be saved as text, as against a picture, a program, a database. */
  readonly isDocument: boolean
}

const document = (format: string): ForeignFormat => ({ format, isDocument: true })
const other = (format: string): ForeignFormat => ({ format, isDocument: false })

/** Signature as Latin-1 characters, at an offset. */
const SIGNATURES: readonly (readonly [offset: number, signature: string, format: ForeignFormat])[] = [
  [0, '\x89PNG\r\n', other('PNG')],
  [0, '\xff\xd8\xff', other('JPEG')],
  [0, 'GIF87a', other('GIF')],
  [0, 'GIF89a', other('GIF')],
  [0, 'II*\0', other('TIFF')],
  [0, 'MM\0*', other('TIFF')],
  [8, 'WEBP', other('WebP')],
  [8, 'WAVE', other('WAV')],
  [0, '\x7fELF', other('ELF')],
  [0, '\xcf\xfa\xed\xfe', other('Mach-O')],
  [0, '\xca\xfe\xba\xbe', other('Mach-O')],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', document('DOC')],
  [68, 'PRLY', other('Parley')],
  [0, 'SQLite format 3\0', other('SQLite')],
  [0, '\x1f\x8b\x08', other('gzip')],
  [0, 'BZh', other('bzip2')],
  [0, '\xfd7zXZ\0', other('xz')],
  [0, '7z\xbc\xaf\x27\x1c', other('7z')],
  [0, 'Rar!\x1a\x07', other('RAR')],
  [0, 'ID3', other('MP3')],
  [4, 'ftyp', other('MP4')],
  [0, 'OggS', other('Ogg')],
  [0, '{\\rtf', document('RTF')],
  [0, 'wOF2', other('WOFF2')],
]

/** Names inside a ZIP that tell what it is. */
const ZIPPED: readonly (readonly [marker: string, format: ForeignFormat])[] = [
  ['word/document.xml', document('DOCX')],
  ['xl/workbook.xml', document('XLSX')],
  ['ppt/presentation.xml', document('PPTX')],
  ['mimetypeapplication/epub+zip', document('EPUB')],
  ['mimetypeapplication/vnd.oasis.opendocument.text', document('ODT')],
  ['.qde', other('QDPX')],
]

const EDGE = 64 * 1024

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** The format of bytes that are not plain text, by signature; null where no signature is known. Never throws. */
export function magicFormat(bytes: Uint8Array): ForeignFormat | null {
  const head = latin1(bytes.subarray(0, 1024))
  // Readers of PDF accept it anywhere in the first kilobyte.
  if (/%PDF-\d/.test(head)) return document('PDF')
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipFormat(bytes)
  // "MZ" alone could begin a text: a program has NULs in its header.
  if (head.startsWith('MZ') && head.slice(2, 128).includes('\0')) return other('EXE')
  if (head.startsWith('BM') && head.slice(2, 30).includes('\0\0')) return other('BMP')
  return SIGNATURES.find(([offset, signature]) => head.startsWith(signature, offset))?.[2] ?? null
}

function zipFormat(bytes: Uint8Array): ForeignFormat {
  const edges = latin1(bytes.subarray(0, EDGE)) + latin1(bytes.subarray(Math.max(EDGE, bytes.length - EDGE)))
  return ZIPPED.find(([marker]) => edges.includes(marker))?.[1] ?? other('ZIP')
}
