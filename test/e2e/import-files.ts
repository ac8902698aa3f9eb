/** Files that the import is tried on and that cannot lie in the repository as text: a locked PDF, a Word document, broken ones. */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'

const fixtures = resolve(import.meta.dirname, '../fixtures/import')

/** A folder as someone gets it: texts, a saved page with its pictures, a mail, a table, documents, and some that cannot be read. */
export function mixedFolder(): { path: string; remove: () => void } {
  const path = join(realpathSync(mkdtempSync(join(tmpdir(), 'parley-import-'))), 'press')
  cpSync(join(fixtures, 'folder'), path, { recursive: true })
  writeFileSync(
    join(path, 'communique.docx'),
    docx('Joint communiqué of the third round', 'Both sides agree that the ferries will run on Sundays.'),
  )
  writeFileSync(join(path, 'locked.pdf'), lockedPdf('The annex names the keepers of the gate and their deputies.', 'strait'))
  writeFileSync(join(path, 'broken.docx'), damaged(docx('Broken', 'Nobody reads this.')))
  writeFileSync(join(path, 'picture.png'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))
  return { path, remove: () => rmSync(join(path, '..'), { recursive: true, force: true }) }
}

/** The text of a fixture. */
export const fixture = (name: string): string => readFileSync(join(fixtures, name), 'utf8')

function docx(title: string, text: string): Uint8Array {
  const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(title)}${paragraph(text)}</w:body></w:document>`,
    ),
  })
}

/** The same size, with some bytes in the middle of its packed text gone. */
const damaged = (file: Uint8Array): Uint8Array => file.fill(0, Math.floor(file.length * 0.55), Math.floor(file.length * 0.6))

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest()
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32)

/** A page of one line, locked as PDF 1.3 locks (40 bits, revision 2): enough to ask for a password. */
function lockedPdf(text: string, password: string): Buffer {
  const id = Buffer.from('0123456789abcdef')
  const rights = Buffer.from([0xc0, 0xff, 0xff, 0xff])
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password))
  const key = md5(padded(password), owner, rights, id).subarray(0, 5)
  const user = rc4(key, PADDING)
  const page = rc4(md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10), Buffer.from(`BT /F1 12 Tf 72 720 Td (${text}) Tj ET`))
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'),
    Buffer.concat([Buffer.from(`<< /Length ${page.length} >>\nstream\n`), page, Buffer.from('\nendstream')]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    Buffer.from(`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -64 >>`),
  ]
  let file = Buffer.from('%PDF-1.3\n')
  const starts = objects.map((object, index) => {
    const start = file.length
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}] >>`
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(end)])
}

/** The cipher of old PDFs, which today's libraries no longer have. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number): number => state[index & 255] ?? 0
  const swap = (a: number, b: number): void => {
    const kept = at(a)
    state[a] = at(b)
    state[b] = kept
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
