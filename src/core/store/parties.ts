/** Parties. A name or alias, folded, leads to at most one party. */
import { foldName } from '../../shared/text/fold.ts'
import type { Party, PartyFields } from '../../shared/domain/party.ts'
import type { MoveInput } from '../../shared/domain/codebook-changes.ts'
import type { PartyRef } from '../../shared/domain/annotation.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { dropOverridesOf } from './cell-overrides.ts'
import { dropSummaries } from './cell-summary-moves.ts'
import { affiliationsByParty, affiliationsOf, setAffiliations } from './party-affiliations.ts'
import { aliasesByParty, findParty, refusePartyName, setAliases } from './party-aliases.ts'
import { assignments, flag, inTreeOrder, without } from './rows.ts'
import { liftChildren, nextPlace, parentOf, place, placeColumn, placeOf, refuseLoop, removeNode } from './tree.ts'
import { dropPartyValues } from './tag-fields.ts'
import type { ReadDb, WriteDb } from './types.ts'

type PartyRow = Omit<Party, 'aliases' | 'affiliations' | 'uses' | 'retired' | 'parentId'> &
  Party['uses'] & { parent_id: number | null; retired: number }

/**
 * Ids of the annotations in which the party `@id` speaks, is spoken for, is addressed, or is the value of a field. The fields come
 * first, so that their values are found by field and value and never looked through.
 */
export const PARTY_USES = `SELECT id FROM annotation WHERE speaker_id = @id UNION SELECT id FROM annotation WHERE on_behalf_of_id = @id
  UNION SELECT annotation_id FROM annotation_target WHERE party_id = @id
  UNION SELECT v.annotation_id FROM tag_field f CROSS JOIN annotation_field v ON v.field_id = f.id AND v.value = CAST(@id AS TEXT) WHERE f.type = 'party'`

const columns = (position: string): string => `p.id, p.uid, p.parent_id, p.name, p.kind, p.role, p.hue, p.note, p.retired, ${position},
  (SELECT count(*) FROM (${PARTY_USES.replaceAll('@id', 'p.id')})) AS annotations,
  (SELECT count(*) FROM annotation WHERE speaker_id = p.id) AS speaker, (SELECT count(*) FROM annotation WHERE on_behalf_of_id = p.id) AS onBehalfOf,
  (SELECT count(*) FROM annotation_target WHERE party_id = p.id) AS targets,
  (SELECT count(*) FROM (SELECT id FROM thread WHERE owner_id = p.id UNION SELECT id FROM thread WHERE addressee_id = p.id)) AS threads`

function rowToParty(
  { parent_id, retired, speaker, onBehalfOf, targets, threads, ...row }: PartyRow,
  aliases: Party['aliases'],
  affiliations: Party['affiliations'],
): Party {
  return { ...row, parentId: parent_id, retired: retired === 1, aliases, affiliations, uses: { speaker, onBehalfOf, targets, threads } }
}

/** All parties in tree order. */
export function listParties(db: ReadDb): Party[] {
  const rows = db.all<PartyRow>(`SELECT ${columns(placeColumn('p'))} FROM party p ORDER BY p.position, p.id`)
  const aliases = aliasesByParty(db)
  const affiliations = affiliationsByParty(db)
  const parties = rows.map((row) => rowToParty(row, aliases.get(row.id) ?? [], affiliations.get(row.id) ?? []))
  return inTreeOrder(parties).map((party) => without(party, 'depth'))
}

/** Throws `not-found`. */
export function partyById(db: ReadDb, id: number): Party {
  const row = db.get<PartyRow>(`SELECT ${columns(placeOf('party', 'p'))} FROM party p WHERE p.id = ?`, [id])
  if (!row) throw new ParleyError('not-found', { what: 'party', id })
  return rowToParty(row, aliasesByParty(db, id).get(id) ?? [], affiliationsOf(db, id))
}

export { findParty }

/** Id behind a reference: an id that exists, else a name or alias, made as a new party where nobody has it. */
export function resolveParty(db: WriteDb, ref: PartyRef, uid: () => string): number {
  if (typeof ref === 'string') return findParty(db, ref) ?? insertParty(db, { name: ref }, uid)
  if (!db.get('SELECT 1 FROM party WHERE id = ?', [ref])) throw new ParleyError('not-found', { what: 'party', id: ref })
  return ref
}

/** Adds a party after its siblings. Throws `name-taken` where another party has the name or an alias, `not-found`, `invalid-input`. */
export function insertParty(db: WriteDb, fields: Partial<PartyFields> & { name: string }, uid: () => string): number {
  refusePartyName(db, fields.name, null)
  const { name, kind = 'other', role = 'none', hue = null, parentId = null, note = '', retired = false } = fields
  if (parentId !== null) resolveParty(db, parentId, uid)
  const id = db.run(
    `INSERT INTO party(uid, parent_id, name, name_fold, kind, role, hue, note, retired, position)
     VALUES (@uid, @parentId, @name, @fold, @kind, @role, @hue, @note, @retired, ${nextPlace('party')})`,
    { uid: uid(), parentId, name, fold: foldName(name), kind, role, hue, note, retired: flag(retired) },
  ).lastId
  setAliases(db, id, fields.aliases ?? [])
  setAffiliations(db, id, fields.affiliations ?? [])
  return id
}

/** Throws `not-found`, `name-taken`, `invalid-input`, or `tree-loop` where the new parent stands beneath the party. */
export function updateParty(db: WriteDb, id: number, patch: Partial<PartyFields>): void {
  const parentId = parentOf(db, 'party', id)
  if (patch.name !== undefined) refusePartyName(db, patch.name, id)
  if (patch.parentId !== undefined && patch.parentId !== parentId) moveParty(db, { id, parentId: patch.parentId, before: null })
  const set = assignments({
    name: patch.name,
    name_fold: patch.name === undefined ? undefined : foldName(patch.name),
    kind: patch.kind,
    role: patch.role,
    hue: patch.hue,
    note: patch.note,
    retired: patch.retired === undefined ? undefined : flag(patch.retired),
  })
  if (set) db.run(`UPDATE party SET ${set.sql} WHERE id = @id`, { ...set.params, id })
  if (patch.aliases !== undefined) setAliases(db, id, patch.aliases)
  // The alias that became the name is none any more.
  else if (patch.name !== undefined) db.run('DELETE FROM party_alias WHERE party_id = ? AND name_fold = ?', [id, foldName(patch.name)])
  if (patch.affiliations !== undefined) setAffiliations(db, id, patch.affiliations)
}

/** Throws `not-found`, `tree-loop`, and `invalid-input` for a `before` that does not stand there. */
export function moveParty(db: WriteDb, { id, parentId, before }: MoveInput): void {
  refuseLoop(db, 'party', id, parentId)
  place(db, 'party', id, parentId, before)
}

/** Removes a party: its annotations stay without it, what was written of its cells goes, parties beneath move up. Returns how many annotations it was in. */
export function removeParty(db: WriteDb, id: number): number {
  partyById(db, id)
  const annotations = db.value<number>(`SELECT count(*) FROM (${PARTY_USES})`, { id })
  liftChildren(db, 'party', id)
  for (const column of ['speaker_id', 'on_behalf_of_id']) db.run(`UPDATE annotation SET ${column} = NULL WHERE ${column} = ?`, [id])
  for (const column of ['owner_id', 'addressee_id']) db.run(`UPDATE thread SET ${column} = NULL WHERE ${column} = ?`, [id])
  db.run('UPDATE thread_check SET by_id = NULL WHERE by_id = ?', [id])
  db.run('DELETE FROM annotation_target WHERE party_id = ?', [id])
  dropPartyValues(db, id)
  dropSummaries(db, 'party_id', id)
  dropOverridesOf(db, 'party_id', id)
  db.run('DELETE FROM party_affiliation WHERE ? IN (party_id, with_id)', [id])
  db.run('DELETE FROM party_alias WHERE party_id = ?', [id])
  removeNode(db, 'party', id)
  return annotations
}
