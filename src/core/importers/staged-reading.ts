/** A staged file, read: the same reading serves the preview and the import itself. */
import type { ImportProblem, ImportSource } from '../../shared/domain/import.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { Session } from '../session.ts'
import { largeBytesHash } from './fingerprint.ts'
import type { NotRead, Reading } from './types.ts'

export type ReadWith = Pick<Session, 'staging' | 'parsers'>

export interface StagedReading {
  name: string
  size: number
  reading: Reading
  /** The file as it is now and its hash; null where it cannot be had. */
  bytes: Uint8Array | null
  sha256: string
  /** The columns were taken as they were the last time. */
  remembered: boolean
}

export interface ReadHow {
  /** What the columns of a table with this head meant the last time. */
  mapping?: (columns: readonly string[]) => readonly (string | null)[] | null
  signal?: AbortSignal
  /** Many files are read one after the other. */
  isOneOfMany?: boolean
  /** It is shown to a person, as it is now; what is read otherwise must be what was shown last. */
  isShown?: boolean
}

/** Reads a staged file. Throws `staged-gone` for an id that is not there, `cancelled` where the signal says so. */
export async function readSource({ staging, parsers }: ReadWith, source: ImportSource, how: ReadHow = {}): Promise<StagedReading> {
  const { stagedId, encoding, password, columns, headRow } = source
  const { name } = staging.nameOf(stagedId)
  const read = await staging.read(stagedId, how.isShown)
  const { size } = staging.nameOf(stagedId)
  const failed = (problem: ImportProblem): StagedReading => ({
    name,
    size,
    reading: notRead(problem),
    bytes: null,
    sha256: '',
    remembered: false,
  })
  if ('problem' in read) return failed(read.problem)
  const { bytes } = read
  const sha256 = await largeBytesHash(bytes)
  // Parts and corrections are of what was shown: they must not be laid on other words.
  if (how.isShown) staging.shown(stagedId, sha256)
  else if (!staging.isAsShown(stagedId, sha256)) return failed(changedSince(name))
  const readAs = async (taken: readonly (string | null)[] | undefined): Promise<Reading> => {
    const key = JSON.stringify([sha256, encoding, taken, headRow])
    const kept = password === undefined ? staging.readings.get(stagedId, key) : null
    if (kept) return kept
    const chosen = {
      ...(encoding !== undefined && { encoding }),
      ...(password !== undefined && { password }),
      ...(headRow !== undefined && { headRow }),
    }
    const reading = await parsers.read({ name, bytes, ...chosen, ...(taken && { columns: taken }) }, how.signal, how.isOneOfMany)
    if (password === undefined && isKept(reading)) staging.readings.put(stagedId, key, reading)
    return reading
  }
  const reading = await readAs(columns)
  const file = { name, size, bytes, sha256 }
  const table = reading.kind === 'project' ? undefined : reading.table
  const known = columns === undefined && table ? how.mapping?.(table.columns) : null
  if (!known || same(known, table?.proposed, reading)) return { ...file, reading, remembered: false }
  const again = await readAs(known)
  // A table that has changed since under the same head is asked about anew.
  return again.kind === 'problem' ? { ...file, reading, remembered: false } : { ...file, reading: again, remembered: true }
}

/** Whether it was read with these columns already. */
const same = (known: readonly (string | null)[], proposed: readonly (string | null)[] | undefined, reading: Reading): boolean =>
  reading.kind === 'articles' && JSON.stringify(known) === JSON.stringify(proposed)

/** What has to do with the moment is tried again. */
const isKept = (reading: Reading): boolean => reading.kind !== 'problem' || !['timeout', 'memory', 'crashed'].includes(reading.problem.code)

/** The file is not what a person saw of it. */
export const changedSince = (name: string): ImportProblem => ({ code: 'unreadable', details: { name, reason: 'changed' } })

const notRead = (problem: ImportProblem): NotRead => ({ kind: 'problem', format: null, problem })

/** The same, but for a file that was discarded meanwhile, which is gone. */
export async function readOrGone(session: ReadWith, source: ImportSource, name: string, how: ReadHow): Promise<StagedReading> {
  return readSource(session, source, how).catch((error: unknown) => {
    if (!(error instanceof ParleyError) || error.code !== 'staged-gone') throw error
    return { name, size: 0, reading: notRead({ code: 'gone', details: { name } }), bytes: null, sha256: '', remembered: false }
  })
}
