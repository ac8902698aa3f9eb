/** Tells databases of the Discourse Network Analyzer, libraries of our own, and REFI-QDA files by their content. */
import type { Sniffer } from '../detect.ts'

const MB = 1024 * 1024
/** Where the table of objects of a small database stands; a DNA project makes its tables first. */
const SCHEMA = 4 * MB
const DNA_TABLES = ['STATEMENTTYPES', 'DATASHORTTEXT', 'DOCUMENTS']
/** Names of the entries stand in the list at the end of an archive. */
const LIST = 2 * MB
const ENTRY = 'PK\x01\x02'
/** Where an entry of the list says how long its name is, and where that begins. */
const NAME_LENGTH = 28
const NAME = 46
/** Longer names are not looked at: marks of entries that stand for nothing can claim any length, and overlap. */
const LONGEST_NAME = 512

export const sniffDatabase: Sniffer = ({ bytes, magic }) => {
  if (magic?.format === 'Parley') return 'parley'
  if (magic?.format !== 'SQLite') return null
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SCHEMA))
  return DNA_TABLES.every((table) => start.includes(table)) ? 'dna' : null
}

export const sniffRefi: Sniffer = ({ bytes, head }) => {
  // Whatever else the archive looks like: its sources may be documents of other formats.
  if (head.startsWith('PK')) return hasProject(bytes) ? 'qdpx' : null
  if (!/^\s*</.test(head)) return null
  if (/<(?:\w+:)?CodeBook\b[^<>]*urn:QDA-XML:codebook:/i.test(head)) return 'qdc'
  return null
}

/** A `.qde` at the root, by the names in the archive's list of entries. */
function hasProject(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-LIST)
  for (let at = tail.indexOf(ENTRY); at >= 0; at = tail.indexOf(ENTRY, at + 1)) {
    if (at + NAME > tail.length) return false
    const length = tail.readUInt16LE(at + NAME_LENGTH)
    if (length <= LONGEST_NAME && /^[^/\\]+\.qde$/i.test(tail.toString('latin1', at + NAME, at + NAME + length))) return true
  }
  return false
}
