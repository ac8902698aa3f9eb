/**
 * Affiliations: a party belongs to another for a time. Several at once are common (a minister is of a party and of a government), and
 * over the years two parties can belong to each other in turn; only with itself a party is never affiliated.
 */
import { dayRange } from '../../shared/domain/partial-date.ts'
import type { Affiliation } from '../../shared/domain/party.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { without } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** Affiliations of all parties in their order. */
export function affiliationsByParty(db: ReadDb): Map<number, Affiliation[]> {
  const rows = db.all<Affiliation & { partyId: number }>(
    'SELECT party_id AS partyId, with_id AS withId, since, until, note FROM party_affiliation ORDER BY party_id, position, id',
  )
  const found = new Map<number, Affiliation[]>()
  for (const [partyId, affiliations] of Map.groupBy(rows, (row) => row.partyId))
    found.set(
      partyId,
      affiliations.map((row) => without(row, 'partyId')),
    )
  return found
}

/** Affiliations of one party in their order. */
export const affiliationsOf = (db: ReadDb, partyId: number): Affiliation[] =>
  db.all<Affiliation>('SELECT with_id AS withId, since, until, note FROM party_affiliation WHERE party_id = ? ORDER BY position, id', [
    partyId,
  ])

/** Replaces the affiliations; one that repeats is dropped. Throws `not-found` for a party that is not there, `invalid-input` for itself and for one that ends before it begins. */
export function setAffiliations(db: WriteDb, partyId: number, affiliations: readonly Affiliation[]): void {
  const wanted = [...new Map(affiliations.map((affiliation) => [sameness(affiliation), affiliation])).values()]
  for (const { withId, since, until } of wanted) {
    if (since !== null && until !== null && dayRange(since).first > dayRange(until).last)
      throw new ParleyError('invalid-input', {
        field: 'affiliations',
        problem: 'it ends before it begins',
        reason: 'affiliation-order',
        since,
        until,
      })
    if (withId === partyId)
      throw new ParleyError('invalid-input', {
        field: 'affiliations',
        problem: 'a party is not affiliated with itself',
        reason: 'affiliation-self',
      })
    if (!db.get('SELECT 1 FROM party WHERE id = ?', [withId])) throw new ParleyError('not-found', { what: 'party', id: withId })
  }
  const kept = db.all<Affiliation & { id: number }>(
    'SELECT id, with_id AS withId, since, until, note FROM party_affiliation WHERE party_id = ? ORDER BY position, id',
    [partyId],
  )
  const ids = new Map(kept.map((row) => [sameness(row), row.id]))
  const gone = kept.filter((row) => !wanted.some((affiliation) => ids.get(sameness(affiliation)) === row.id))
  for (const { id } of gone) db.run('DELETE FROM party_affiliation WHERE id = ?', [id])
  wanted.forEach((affiliation, index) => {
    const id = ids.get(sameness(affiliation))
    if (id === undefined) insert(db, partyId, affiliation, index + 1)
    else db.run('UPDATE party_affiliation SET position = @place WHERE id = @id AND position <> @place', { id, place: index + 1 })
  })
}

/** Affiliations of one party become those of another, for merging them; those between the two go, and none is there twice. */
export function moveAffiliations(db: WriteDb, id: number, intoId: number): void {
  db.run('DELETE FROM party_affiliation WHERE (party_id = @id AND with_id = @intoId) OR (party_id = @intoId AND with_id = @id)', {
    id,
    intoId,
  })
  db.run('UPDATE party_affiliation SET with_id = @intoId WHERE with_id = @id', { id, intoId })
  db.run(
    `UPDATE party_affiliation SET party_id = @intoId, position = position + (SELECT ifnull(max(position), 0) FROM party_affiliation WHERE party_id = @intoId)
     WHERE party_id = @id`,
    { id, intoId },
  )
  db.run(
    `DELETE FROM party_affiliation WHERE (party_id = @intoId OR with_id = @intoId) AND EXISTS (
       SELECT 1 FROM party_affiliation o WHERE o.party_id = party_affiliation.party_id AND o.with_id = party_affiliation.with_id
         AND o.since IS party_affiliation.since AND o.until IS party_affiliation.until AND o.note = party_affiliation.note AND o.id < party_affiliation.id)`,
    { intoId },
  )
}

/** Affiliations that a merge keeps under the party that stays, and those between the two, which go. */
export function countAffiliations(db: ReadDb, id: number, intoId: number): { moved: number; between: number } {
  const between = 'party_id IN (@id, @intoId) AND with_id IN (@id, @intoId)'
  return {
    moved: db.value<number>(`SELECT count(*) FROM party_affiliation WHERE @id IN (party_id, with_id) AND NOT (${between})`, { id, intoId }),
    between: db.value<number>(`SELECT count(*) FROM party_affiliation WHERE ${between}`, { id, intoId }),
  }
}

function insert(db: WriteDb, partyId: number, { withId, since, until, note }: Affiliation, position: number): void {
  db.run(
    'INSERT INTO party_affiliation(party_id, with_id, since, until, note, position) VALUES (@partyId, @withId, @since, @until, @note, @position)',
    { partyId, withId, since, until, note, position },
  )
}

const sameness = ({ withId, since, until, note }: Affiliation): string => JSON.stringify([withId, since, until, note])
