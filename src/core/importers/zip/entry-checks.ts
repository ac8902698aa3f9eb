/**
 * What an entry of an archive may be: a plain file or folder with a relative name. Everything that could point elsewhere when somebody
 * writes it to a disk (paths upwards, drives, links, devices) is refused although nothing of it is ever written here: no document has it.
 */
import type { Entry } from 'yauzl'

const SPECIAL_FILE: Readonly<Record<number, string>> = {
  0x1000: 'device',
  0x2000: 'device',
  0x6000: 'device',
  0xa000: 'link',
  0xc000: 'device',
}
const FILE_TYPE = 0xf000
const FOLDER = 0x4000

/** PKWARE's and Info-ZIP's extra fields of Unix: both can carry the target of a link. */
const PKWARE_UNIX = 0x000d
const PKWARE_UNIX_PLAIN = 12
const ASI_UNIX = 0x756e

const TRAILING = /[. ]$/
const CONTROL = /[\0-\x1f\x7f]/

/** The name as UTF-8 where it is that, else byte by byte; separators are `/`. */
export function entryName(raw: Uint8Array): string {
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    name = Buffer.from(raw).toString('latin1')
  }
  return name.replaceAll('\\', '/')
}

/** Why a name cannot be one inside an archive; null: it can. */
export function badName(name: string): string | null {
  if (name === '' || CONTROL.test(name) || name.length > 1_024) return 'path'
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'path'
  const parts = name.replace(/\/$/, '').split('/')
  return parts.some((part) => part === '' || part === '.' || part === '..' || TRAILING.test(part)) ? 'path' : null
}

/** Why an entry is no plain file or folder; null: it is one. */
export function badKind(entry: Entry, name: string): string | null {
  if (entry.isEncrypted()) return 'encrypted'
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
  const special = SPECIAL_FILE[type] ?? linkInExtraFields(entry)
  if (special) return special
  const isFolder = name.endsWith('/')
  if (type === FOLDER && !isFolder) return 'folder'
  return isFolder && entry.uncompressedSize > 0 ? 'folder' : null
}

function linkInExtraFields(entry: Entry): string | null {
  for (const { id, data } of entry.extraFields) {
    if (id === PKWARE_UNIX && data.length > PKWARE_UNIX_PLAIN) return 'link'
    if (id !== ASI_UNIX || data.length < 10) continue
    // After a CRC: mode, then the length of the link's target.
    const special = SPECIAL_FILE[data.readUInt16LE(4) & FILE_TYPE]
    if (special) return special
    if (data.readUInt32LE(6) > 0) return 'link'
  }
  return null
}

/** A name that stands for a file and for the folder of another one, or that stands there twice; null where all differ. */
export function clashingName(names: readonly string[]): string | null {
  const files = new Set<string>()
  const seen = new Set<string>()
  for (const name of names) {
    const plain = name.replace(/\/$/, '')
    if (seen.has(plain)) return name
    seen.add(plain)
    if (plain === name) files.add(plain)
  }
  for (const name of seen) {
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) if (files.has(name.slice(0, at))) return name
  }
  return null
}
