/** Parties and their aliases. A name or alias, folded, leads to at most one party. */
import { foldName } from '../../shared/text/fold.ts'
import type { Alias, Party, PartyKind, PartyRole } from '../../shared/domain/party.ts'
import type { PartyRef } from '../../shared/domain/annotation.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { assignments, flag, inTreeOrder, jsonList, wouldLoop } from './rows.ts'
import { dropPartyValues } from './tag-fields.ts'
import type { ReadDb, WriteDb } from './types.ts'

export interface PartyFields {
  name: string
  kind: PartyKind
  role: PartyRole
  hue: Party['hue']
  parentId: number | null
  note: string
  retired: boolean
  aliases: Alias[]
}
type PartyRow = Omit<Party, 'aliases' | 'retired' | 'parentId'> & { parent_id: number | null; retired: number }

const USES = `(SELECT count(*) FROM (
  SELECT id FROM annotation WHERE speaker_id = p.id UNION SELECT id FROM annotation WHERE on_behalf_of_id = p.id UNION SELECT annotation_id FROM annotation_target WHERE party_id = p.id
  UNION SELECT v.annotation_id FROM annotation_field v JOIN tag_field f ON f.id = v.field_id AND f.type = 'party' WHERE v.value = CAST(p.id AS TEXT)))`

/** All parties in tree order. */
export function listParties(db: ReadDb): Party[] {
  const rows = db.all<PartyRow>(
    `SELECT p.id, p.uid, p.parent_id, p.name, p.kind, p.role, p.hue, p.note, p.retired, ${USES} AS annotations FROM party p ORDER BY p.position, p.id`,
  )
  const aliases = Map.groupBy(
    db.all<Alias & { party_id: number }>('SELECT party_id, name, language FROM party_alias ORDER BY party_id, position'),
    (alias) => alias.party_id,
  )
  const parties = rows.map(({ parent_id, retired, ...row }) => ({
    ...row,
    parentId: parent_id,
    retired: retired === 1,
    aliases: (aliases.get(row.id) ?? []).map(({ name, language }) => ({ name, language })),
  }))
  return inTreeOrder(parties)
}

/** Throws `not-found`. */
export function partyById(db: ReadDb, id: number): Party {
  const party = listParties(db).find((candidate) => candidate.id === id)
  if (!party) throw new ParleyError('not-found', { what: 'party', id })
  return party
}

/** Id of the party with this name or alias, whatever its case, accents or letter variants. */
export function findParty(db: ReadDb, name: string): number | null {
  const fold = foldName(name)
  const known = db.get<{ id: number }>(
    'SELECT id FROM party WHERE name_fold = @fold UNION ALL SELECT party_id FROM party_alias WHERE name_fold = @fold LIMIT 1',
    { fold },
  )
  return known?.id ?? null
}

/** Id behind a reference: an id that exists, else a name or alias, made as a new party where nobody has it. */
export function resolveParty(db: WriteDb, ref: PartyRef, uid: () => string): number {
  if (typeof ref === 'string') return findParty(db, ref) ?? insertParty(db, { name: ref }, uid)
  if (!db.get('SELECT 1 FROM party WHERE id = ?', [ref])) throw new ParleyError('not-found', { what: 'party', id: ref })
  return ref
}

/** Throws `name-taken` where another party has the name or an alias. */
export function insertParty(db: WriteDb, fields: Partial<PartyFields> & { name: string }, uid: () => string): number {
  refuseTaken(db, fields.name, null)
  const { name, kind = 'other', role = 'none', hue = null, parentId = null, note = '', retired = false, aliases = [] } = fields
  if (parentId !== null) resolveParty(db, parentId, uid)
  const id = db.run(
    `INSERT INTO party(uid, parent_id, name, name_fold, kind, role, hue, note, retired, position)
     VALUES (@uid, @parentId, @name, @fold, @kind, @role, @hue, @note, @retired, (SELECT ifnull(max(position), 0) + 1 FROM party))`,
    { uid: uid(), parentId, name, fold: foldName(name), kind, role, hue, note, retired: flag(retired) },
  ).lastId
  setAliases(db, id, aliases)
  return id
}

/** Throws `not-found`, `name-taken`, or `tree-loop` where the new parent stands beneath the party. */
export function updateParty(db: WriteDb, id: number, patch: Partial<PartyFields>): void {
  partyById(db, id)
  if (patch.name !== undefined) refuseTaken(db, patch.name, id)
  if (patch.parentId !== undefined && patch.parentId !== null) partyById(db, patch.parentId)
  if (patch.parentId !== undefined && wouldLoop(id, patch.parentId, listParties(db))) throw new ParleyError('tree-loop', { what: 'party' })
  const set = assignments({
    name: patch.name,
    name_fold: patch.name === undefined ? undefined : foldName(patch.name),
    kind: patch.kind,
    role: patch.role,
    hue: patch.hue,
    parent_id: patch.parentId,
    note: patch.note,
    retired: patch.retired === undefined ? undefined : flag(patch.retired),
  })
  if (set) db.run(`UPDATE party SET ${set.sql} WHERE id = @id`, { ...set.params, id })
  if (patch.aliases !== undefined) setAliases(db, id, patch.aliases)
  // The alias that became the name is none any more.
  else if (patch.name !== undefined) db.run('DELETE FROM party_alias WHERE party_id = ? AND name_fold = ?', [id, foldName(patch.name)])
}

/** Removes a party: its annotations stay without it, parties beneath move up. Returns how many annotations it was in. */
export function removeParty(db: WriteDb, id: number): number {
  const party = partyById(db, id)
  db.run('UPDATE party SET parent_id = @up WHERE parent_id = @id', { up: party.parentId, id })
  for (const column of ['speaker_id', 'on_behalf_of_id']) db.run(`UPDATE annotation SET ${column} = NULL WHERE ${column} = ?`, [id])
  for (const column of ['owner_id', 'addressee_id']) db.run(`UPDATE thread SET ${column} = NULL WHERE ${column} = ?`, [id])
  db.run('DELETE FROM annotation_target WHERE party_id = ?', [id])
  dropPartyValues(db, id)
  db.run('DELETE FROM party_alias WHERE party_id = ?', [id])
  db.run('DELETE FROM party WHERE id = ?', [id])
  return party.annotations
}

/** Replaces the aliases; one that equals the party's own name or repeats is dropped. Throws `name-taken`. */
function setAliases(db: WriteDb, partyId: number, aliases: readonly Alias[]): void {
  const own = db.value<string>('SELECT name_fold FROM party WHERE id = ?', [partyId])
  const wanted = new Map(aliases.map((alias) => [foldName(alias.name), alias]))
  wanted.delete(own)
  for (const alias of wanted.values()) refuseTaken(db, alias.name, partyId)
  db.run('DELETE FROM party_alias WHERE party_id = @partyId AND name_fold NOT IN (SELECT value FROM json_each(@kept))', {
    partyId,
    kept: jsonList([...wanted.keys()]),
  })
  let position = 0
  for (const [fold, alias] of wanted) {
    position += 1
    const known = db.run(
      'UPDATE party_alias SET name = @name, language = @language, position = @position WHERE party_id = @partyId AND name_fold = @fold',
      { name: alias.name, language: alias.language, position, partyId, fold },
    )
    if (known.changes === 0)
      db.run('INSERT INTO party_alias(party_id, name, name_fold, language, position) VALUES (?, ?, ?, ?, ?)', [
        partyId,
        alias.name,
        fold,
        alias.language,
        position,
      ])
  }
}

function refuseTaken(db: ReadDb, name: string, except: number | null): void {
  const holder = findParty(db, name)
  if (holder !== null && holder !== except)
    throw new ParleyError('name-taken', { name, holder: db.value<string>('SELECT name FROM party WHERE id = ?', [holder]) })
}
