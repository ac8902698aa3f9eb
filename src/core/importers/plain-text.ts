/**
 * A text file as an article: decoded, made canonical, and looked through for its metadata. Nothing of the text is
 * left out, the byline and the boilerplate neither: offsets of annotations must hold in what the source published.
 */
import type { ImportProblem } from '../../shared/domain/import.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import { decodeBytes } from './decode.ts'
import { detectFormat } from './detect.ts'
import { recogniseMetadata } from './metadata/recognise.ts'
import type { ParsedArticle } from './types.ts'

/** Largest file read as one article, in bytes. The longest books are a third of it. */
export const MAX_ARTICLE_BYTES = 16 * 1024 * 1024

export interface PlainTextOptions {
  /** Encoding chosen by a person, in place of the one recognised. */
  readonly encoding?: string
}

/** The article in a text file, or why there is none. Never throws on any bytes. */
export async function readPlainText(
  name: string,
  bytes: Uint8Array,
  options: PlainTextOptions = {},
): Promise<ParsedArticle | ImportProblem> {
  if (bytes.length > MAX_ARTICLE_BYTES) return { code: 'too-large', details: { bytes: bytes.length, limit: MAX_ARTICLE_BYTES } }
  const detected = detectFormat(name, bytes)
  if (detected !== 'plain-text') {
    // A format that is read has its own reader; as text it would be markup.
    const { format, isDocument } = 'format' in detected ? detected : { format: detected.id.toUpperCase(), isDocument: true }
    return { code: isDocument ? 'format' : 'binary', details: { format } }
  }
  const decoded = decodeBytes(bytes, options.encoding)
  if ('problem' in decoded) return { code: decoded.problem, details: decoded.details }
  const { text, changes } = canonicalText(decoded.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return { code: 'no-text', details: {} }
  const { fields, language, direction } = await recogniseMetadata(text)
  return {
    text,
    title: fields.title?.value ?? null,
    outlet: fields.outlet?.value ?? null,
    author: fields.author?.value ?? null,
    url: fields.url?.value ?? null,
    published: fields.published?.value ?? null,
    language,
    direction,
    encoding: decoded.encoding,
    certainty: decoded.certainty,
    candidates: decoded.candidates,
    found: {
      title: fields.title?.span ?? null,
      outlet: fields.outlet?.span ?? null,
      author: fields.author?.span ?? null,
      url: fields.url?.span ?? null,
      published: fields.published?.span ?? null,
    },
    changes,
    replaced: decoded.replaced,
  }
}
