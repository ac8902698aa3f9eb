/**
 * Opens a PDF with the library's safest settings: no scripts, no forms of XFA, no fonts and no pictures, nothing fetched. The only files
 * it may read are the library's own tables of East Asian characters.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ImportProblem } from '../types.ts'

/** Pixels of the largest picture that is unpacked: none is. */
const NO_PICTURES = 1
const CHARACTER_TABLE = /^[\w-]{1,60}\.bcmap$/

/** A document, or `needs-password`, `wrong-password`, `damaged`. Never rejects for what is in the bytes. */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<PDFDocumentProxy | ImportProblem> {
  const { getDocument, PasswordException, PasswordResponses } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // The library takes its bytes away from whoever gave them.
    data: bytes.slice(),
    ...(password !== undefined && { password }),
    verbosity: 0,
    enableXfa: false,
    maxImageSize: NO_PICTURES,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    fontExtraProperties: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    pdfBug: false,
    cMapUrl: 'tables/',
    cMapPacked: true,
    BinaryDataFactory: CharacterTables,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy().catch(() => {})
    if (error instanceof PasswordException)
      return { code: error.code === PasswordResponses.INCORRECT_PASSWORD ? 'wrong-password' : 'needs-password', details: {} }
    return { code: 'damaged', details: { format: 'PDF', reason: 'structure' } }
  }
}

/** The library's own tables and nothing else: names come out of the file. */
class CharacterTables {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !CHARACTER_TABLE.test(filename)) throw new Error('not a character table')
    const library = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
    return new Uint8Array(await readFile(library.replace(/package\.json$/, `cmaps/${filename}`)))
  }
}
