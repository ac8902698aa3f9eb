/**
 * Merging parties, and what merging and removing do, said beforehand. A merged party lives on as aliases of the one that stays, so that its names still lead somewhere. What
 * the two said to each other cannot be addressed to anyone any more: that addressee goes, and the preview says how often.
 */
import type { Party } from '../../shared/domain/party.ts'
import type { MergeConflict, MergePreview, MergeText, RemovePreview } from '../../shared/domain/codebook-changes.ts'
import { countOverrides, moveOverrides } from './cell-overrides.ts'
import { countSummaries, moveSummaries } from './cell-summary-moves.ts'
import { conflict, noMerge, noRemoval, refuseSame } from './merging.ts'
import { countAffiliations, moveAffiliations } from './party-affiliations.ts'
import { partyById, PARTY_USES } from './parties.ts'
import { foldName } from '../../shared/text/fold.ts'
import { assignments, jsonList } from './rows.ts'
import { movePartyValues } from './tag-fields.ts'
import { childIds, rehang, removeNode } from './tree.ts'
import type { ReadDb, SqlValue, WriteDb } from './types.ts'

const isTarget = (party: string): string =>
  `EXISTS (SELECT 1 FROM annotation_target t WHERE t.annotation_id = n.id AND t.party_id = ${party})`
/** Annotations in which one of the two addresses the other, and neither itself. */
const TO_EACH_OTHER = `SELECT n.id FROM annotation n WHERE (n.speaker_id = @id AND ${isTarget('@intoId')} AND NOT ${isTarget('@id')})
  OR (n.speaker_id = @intoId AND ${isTarget('@id')} AND NOT ${isTarget('@intoId')})`
const FOR_EACH_OTHER = `SELECT id FROM annotation WHERE (speaker_id = @id AND on_behalf_of_id = @intoId) OR (speaker_id = @intoId AND on_behalf_of_id = @id)`
const THREADS_BETWEEN = `SELECT id FROM thread WHERE (owner_id = @id AND addressee_id = @intoId) OR (owner_id = @intoId AND addressee_id = @id)`

/** What `mergeParty` would do. Throws `not-found`, `merge-refused` for a party and itself. */
export function previewMergeParty(db: ReadDb, id: number, intoId: number): MergePreview {
  refuseSame(id, intoId)
  const [from, into] = [partyById(db, id), partyById(db, intoId)]
  const count = (sql: string): number => db.value<number>(`SELECT count(*) FROM (${sql})`, { id, intoId })
  const conflicts: MergeConflict[] = []
  if (into.retired) conflicts.push(conflict('into-retired', into.name))
  const { moved, between } = countAffiliations(db, id, intoId)
  const [speech, threads, behalf] = [count(TO_EACH_OTHER), count(THREADS_BETWEEN), count(FOR_EACH_OTHER)]
  if (speech + threads > 0) conflicts.push(conflict('addresses-itself', into.name, { other: from.name, count: speech + threads }))
  if (behalf > 0) conflicts.push(conflict('speaks-for-itself', into.name, { other: from.name, count: behalf }))
  if (between > 0) conflicts.push(conflict('affiliated', into.name, { other: from.name, count: between }))
  return {
    ...noMerge(from, into),
    annotations: db.value<number>(`SELECT count(*) FROM (${PARTY_USES})`, { id }),
    both: count(`SELECT * FROM (${PARTY_USES}) INTERSECT SELECT * FROM (${PARTY_USES.replaceAll('@id', '@intoId')})`),
    children: childIds(db, 'party', id).filter((child) => child !== intoId).length,
    threads: db.value<number>('SELECT count(*) FROM thread WHERE @id IN (owner_id, addressee_id)', { id }),
    aliases: [from.name, ...from.aliases.map((alias) => alias.name)],
    affiliations: moved,
    summaries: countSummaries(db, 'party_id', id),
    readings: countOverrides(db, 'party_id', id),
    takes: texts(from, into).takes,
    conflicts,
  }
}

/** Makes `id` a part of `intoId`; returns how many annotations changed. Throws `not-found`, `merge-refused`. */
export function mergeParty(db: WriteDb, id: number, intoId: number): number {
  const { annotations } = previewMergeParty(db, id, intoId)
  const [from, into] = [partyById(db, id), partyById(db, intoId)]
  const both = { id, intoId }
  rehang(db, 'party', id, intoId)
  // Before the two are one: afterwards nobody knows who spoke to whom.
  const lists = { id, intoId, list: jsonList(db.column<number>(TO_EACH_OTHER, both)) }
  db.run('DELETE FROM annotation_target WHERE annotation_id IN (SELECT value FROM json_each(@list)) AND party_id IN (@id, @intoId)', lists)
  db.run(`UPDATE annotation SET on_behalf_of_id = NULL WHERE id IN (${FOR_EACH_OTHER})`, both)
  db.run(`UPDATE thread SET addressee_id = NULL WHERE id IN (${THREADS_BETWEEN})`, both)
  db.run('UPDATE annotation SET speaker_id = @intoId WHERE speaker_id = @id', both)
  db.run('UPDATE annotation SET on_behalf_of_id = @intoId WHERE on_behalf_of_id = @id', both)
  db.run(
    'DELETE FROM annotation_target WHERE party_id = @id AND annotation_id IN (SELECT annotation_id FROM annotation_target WHERE party_id = @intoId)',
    both,
  )
  db.run('UPDATE annotation_target SET party_id = @intoId WHERE party_id = @id', both)
  db.run('UPDATE thread SET owner_id = @intoId WHERE owner_id = @id', both)
  db.run('UPDATE thread SET addressee_id = @intoId WHERE addressee_id = @id', both)
  db.run('UPDATE thread_check SET by_id = @intoId WHERE by_id = @id', both)
  movePartyValues(db, id, intoId)
  moveSummaries(db, 'party_id', id, intoId)
  moveOverrides(db, 'party_id', id, intoId)
  moveAffiliations(db, id, intoId)
  uniteNames(db, from, into)
  removeNode(db, 'party', id)
  const { set } = texts(from, into)
  const columns = assignments(set)
  if (columns) db.run(`UPDATE party SET ${columns.sql} WHERE id = @intoId`, { ...columns.params, intoId })
  return annotations
}

/** The merged party's name and its aliases come after those that are there. */
function uniteNames(db: WriteDb, from: Party, into: Party): void {
  const last = db.value<number>('SELECT ifnull(max(position), 0) FROM party_alias WHERE party_id = ?', [into.id])
  db.run('UPDATE party_alias SET party_id = @into, position = position + @last + 1 WHERE party_id = @from', {
    into: into.id,
    from: from.id,
    last,
  })
  db.run('INSERT INTO party_alias(party_id, name, name_fold, language, position) VALUES (?, ?, ?, NULL, ?)', [
    into.id,
    from.name,
    foldName(from.name),
    last + 1,
  ])
}

/** What the one that stays takes over. Notes are put together: neither goes. */
function texts(from: Party, into: Party): { takes: MergeText[]; set: Record<string, SqlValue> } {
  const notes = [into.note, from.note].filter((note) => note.trim() !== '')
  const set: Partial<Record<MergeText, SqlValue>> = {
    ...(from.note.trim() !== '' && from.note !== into.note && { note: notes.join('\n\n') }),
    ...(into.hue === null && from.hue !== null && { hue: from.hue }),
    ...(into.kind === 'other' && from.kind !== 'other' && { kind: from.kind }),
    ...(into.role === 'none' && from.role !== 'none' && { role: from.role }),
  }
  return { takes: Object.keys(set) as MergeText[], set }
}

/** What `removeParty` would do. Throws `not-found`. */
export function previewRemoveParty(db: ReadDb, id: number): RemovePreview {
  const party = partyById(db, id)
  const count = (sql: string): number => db.value<number>(sql, { id })
  return {
    ...noRemoval(),
    annotations: count(`SELECT count(*) FROM (${PARTY_USES})`),
    articles: count(`SELECT count(DISTINCT article_id) FROM annotation WHERE id IN (${PARTY_USES})`),
    children: childIds(db, 'party', id).length,
    threads: party.uses.threads,
    values: count(
      "SELECT count(*) FROM tag_field f CROSS JOIN annotation_field v ON v.field_id = f.id AND v.value = CAST(@id AS TEXT) WHERE f.type = 'party'",
    ),
    aliases: party.aliases.length,
    affiliations: count('SELECT count(*) FROM party_affiliation WHERE @id IN (party_id, with_id)'),
    summaries: countSummaries(db, 'party_id', id),
    readings: countOverrides(db, 'party_id', id),
  }
}
