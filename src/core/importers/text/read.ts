/** Plain text files through the common door of all readers. */
import { readPlainText } from '../plain-text.ts'
import type { FileReader } from '../types.ts'

export const read: FileReader = async ({ name, bytes, encoding }) => {
  const parsed = await readPlainText(name, bytes, encoding === undefined ? {} : { encoding })
  if ('code' in parsed) return { kind: 'problem', format: 'text', problem: parsed }
  const { text, title, outlet, author, url, published, language, direction, replaced } = parsed
  return {
    kind: 'articles',
    format: 'text',
    mediaType: 'text/plain',
    encoding: parsed.encoding,
    certainty: parsed.certainty,
    candidates: parsed.candidates,
    articles: [{ text, title, outlet, author, url, published, language, direction }],
    lost: replaced > 0 ? [{ code: 'bytes', count: replaced }] : [],
  }
}
