/**
 * Ids of other tools as ids of ours. A GUID keeps its value, whatever braces and case it was written with; what has no GUID gets an id
 * made of what it is, so that the same thing has the same id each time it is brought in.
 */
import { hash } from 'node:crypto'

/** What the schema of uids takes, in a form that is quick to ask a million times. */
const UID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const GUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/

/** A GUID without braces, in lower case; null for anything else. Two spellings of one GUID are equal then. */
export function guidOf(written: string | null | undefined): string | null {
  const bare = (written ?? '')
    .trim()
    .replaceAll(/^[{(]|[)}]$/g, '')
    .toLowerCase()
  if (!GUID.test(bare)) return null
  const hex = bare.replaceAll('-', '')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The GUID itself where it can be a uid here, else one made of it. */
export function uidOfGuid(guid: string): string {
  return UID.test(guid) ? guid : madeUid('guid', guid)
}

/** A uid made of words and numbers: equal for equal parts (a UUID of version 8). */
export function madeUid(...parts: readonly (string | number)[]): string {
  const hex = hash('sha256', JSON.stringify(parts), 'hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
