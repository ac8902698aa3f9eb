/** Writes single rows of an import. Each function returns the id of what it wrote; the stores check names and places before they write. */
import { uidSchema } from '../../shared/domain/ids.ts'
import { foldName } from '../../shared/text/fold.ts'
import { addExample } from '../store/examples.ts'
import { insertIssue, updateIssue } from '../store/issues.ts'
import { findParty, insertParty, updateParty } from '../store/parties.ts'
import { affiliationsOf, setAffiliations } from '../store/party-affiliations.ts'
import { without } from '../store/rows.ts'
import { setTagFields, tagFields } from '../store/tag-fields.ts'
import type { TagNames } from '../store/tag-names.ts'
import { insertTag, updateTag } from '../store/tags.ts'
import type { ReadDb, WriteDb } from '../store/types.ts'
import type { IssuePatch } from './plan-issues.ts'
import type { PartyPatch } from './plan-parties.ts'
import type { TagPatch } from './plan-tags.ts'
import type { PlannedChange, PlannedRow } from './plan-types.ts'

export interface RowWrite {
  parentId: number | null
  /** The changes to make on a row that is there. */
  changes: readonly PlannedChange<unknown>[]
  uid: () => string
  /** Names and letters of all tags, read once for all rows. */
  names: TagNames
}

export function applyTag(db: WriteDb, row: PlannedRow<'tags', TagPatch>, { parentId, changes, uid, names }: RowWrite): number {
  const { fields, examples, ...patch } = row.match ? (merged(changes) as TagPatch) : row.initial
  const id = row.match
    ? row.match.id
    : insertTag(
        db,
        { ...defined(patch), name: patch.name ?? '', hue: patch.hue ?? 'grey', parentId, code: row.row.code ?? undefined },
        ownUid(db, 'tag', row.row.uid, uid),
        names,
      )
  if (row.match) updateTag(db, id, { ...patch, ...place(changes, parentId) }, names)
  if (fields) writeFields(db, id, fields, uid)
  for (const annotationId of examples ?? []) addExample(db, { tagId: id }, annotationId)
  return id
}

export function applyIssue(db: WriteDb, row: PlannedRow<'issues', IssuePatch>, { parentId, changes, uid }: RowWrite): number {
  const { examples, ...patch } = row.match ? (merged(changes) as IssuePatch) : row.initial
  const id = row.match
    ? row.match.id
    : insertIssue(db, { ...defined(patch), name: patch.name ?? '', parentId }, ownUid(db, 'issue', row.row.uid, uid))
  if (row.match) updateIssue(db, id, { ...patch, ...place(changes, parentId) })
  for (const annotationId of examples ?? []) addExample(db, { issueId: id }, annotationId)
  return id
}

/** Affiliations come last, with `setPlannedAffiliations`. */
export function applyParty(db: WriteDb, row: PlannedRow<'parties', PartyPatch>, { parentId, changes, uid }: RowWrite): number {
  const { affiliations: _, ...patch } = row.match ? (merged(changes) as PartyPatch) : row.initial
  // Names that another row took meanwhile stay with it.
  const aliases = patch.aliases?.filter((alias) => [null, row.match?.id].includes(findParty(db, alias.name)))
  const given = { ...defined(patch), ...(aliases && { aliases }) }
  if (!row.match) return insertParty(db, { ...given, name: patch.name ?? '', parentId }, ownUid(db, 'party', row.row.uid, uid))
  updateParty(db, row.match.id, { ...given, ...place(changes, parentId) })
  return row.match.id
}

/** Adds the affiliations of the rows; one with a row that was left is left too. */
export function setPlannedAffiliations(
  db: WriteDb,
  rows: readonly PlannedRow<'parties', PartyPatch>[],
  ids: ReadonlyMap<string, number>,
): void {
  for (const row of rows) {
    const id = ids.get(row.key)
    const planned = row.match ? row.changes.flatMap((change) => change.patch.affiliations ?? []) : (row.initial.affiliations ?? [])
    if (id === undefined || planned.length === 0) continue
    const known = planned.flatMap(({ with: other, ...rest }) => {
      const withId = typeof other === 'number' ? other : ids.get(other.key)
      return withId === undefined || withId === id ? [] : [{ ...rest, withId }]
    })
    setAffiliations(db, id, [...affiliationsOf(db, id), ...known])
  }
}

/** New fields keep the uid that they bring, where it is free. */
function writeFields(db: WriteDb, tagId: number, fields: NonNullable<TagPatch['fields']>, uid: () => string): void {
  const names = new Set<string>()
  const distinct = fields.filter((field) => !names.has(foldName(field.name)) && names.add(foldName(field.name)))
  const wanted = distinct.map((field) => {
    const bare = without(field, 'uid')
    return bare.type === 'choice' && bare.choices.length === 0 ? { ...bare, type: 'text' as const } : bare
  })
  const uids = distinct.filter((field) => field.id === undefined).map((field) => ownUid(db, 'tag_field', field.uid, uid)())
  if (wanted.length > tagFields(db, tagId).length || wanted.some((field) => field.id !== undefined))
    setTagFields(db, tagId, wanted, () => uids.shift() ?? uid())
}

/** The uid that a row brings, where it is one and nobody here has it. */
function ownUid(
  db: ReadDb,
  table: 'tag' | 'issue' | 'party' | 'tag_field',
  wanted: string | null | undefined,
  uid: () => string,
): () => string {
  const isFree = uidSchema.safeParse(wanted).success && !db.get(`SELECT 1 FROM ${table} WHERE uid = ?`, [wanted ?? ''])
  return isFree ? () => wanted ?? uid() : uid
}

const merged = (changes: readonly PlannedChange<unknown>[]): object =>
  Object.fromEntries(changes.flatMap((change) => Object.entries(change.patch ?? {})))

const place = (changes: readonly PlannedChange<unknown>[], parentId: number | null) =>
  changes.some((change) => change.field === 'place') ? { parentId } : {}

/** Without what the file does not speak of. */
function defined<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
