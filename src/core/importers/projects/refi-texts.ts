/**
 * Texts of a REFI-QDA project: in the project file itself, or a file of the archive. A path is only ever the name of an entry beneath
 * `sources`; whatever else it may be, it is said not to be in the archive, and nothing is opened.
 */
import { decodeBytes } from '../decode.ts'
import { decodeStrictly } from '../strict-decode.ts'
import type { ProjectOriginal } from '../project.ts'
import { isProblem, type Archive } from '../zip/open-archive.ts'
import type { QdeText } from './qde-model.ts'

export interface FoundText {
  /** As the program counts it: decoded, without its byte order mark. */
  readonly source: string
  readonly original: ProjectOriginal | null
}

export type TextNotFound = 'missing' | 'rich' | 'unreadable'

const INTERNAL = /^internal:\/\//i

/** The name of the entry that a path means; null where it can be none: another scheme, a folder, a way upwards. */
export function entryOf(path: string, archive: Pick<Archive, 'names'>): string | null {
  const name = path.replace(INTERNAL, '')
  if (name === '' || /[:/\\\0]/.test(name)) return null
  return archive.names.find((entry) => /^sources\//i.test(entry) && entry.slice('sources/'.length) === name) ?? null
}

/** The text, or why there is none. Never rejects. */
export async function textOf(text: QdeText, archive: Archive): Promise<FoundText | TextNotFound> {
  if (text.path === null || text.path.trim() === '') {
    if (text.content !== null) return { source: withoutMark(text.content), original: null }
    return text.rich === null ? 'missing' : 'rich'
  }
  const entry = entryOf(text.path, archive)
  if (entry === null) return text.content === null ? 'missing' : { source: withoutMark(text.content), original: null }
  const bytes = await archive.read(entry)
  if (isProblem(bytes)) return 'unreadable'
  const decoded = decode(bytes)
  if (decoded === null) return 'unreadable'
  const name = entry.slice('sources/'.length)
  return { source: decoded.source, original: { name, mediaType: 'text/plain', encoding: decoded.encoding, bytes } }
}

/** UTF-8, as the standard says; else what the bytes are. */
function decode(bytes: Uint8Array): { source: string; encoding: string } | null {
  const strict = decodeStrictly(bytes, 'utf-8')
  if (strict && !strict.cut) return { source: withoutMark(strict.text), encoding: 'utf-8' }
  const found = decodeBytes(bytes)
  return 'problem' in found ? null : { source: withoutMark(found.text), encoding: found.encoding }
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')
