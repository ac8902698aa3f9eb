/** Tags: what kind of statement. Demand, threat and position are there for good; others can be added, changed, removed. */
import type { Hue, Tag } from '../../shared/domain/codebook.ts'
import type { TagRef } from '../../shared/domain/annotation.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { removeAnnotations } from './annotation-removal.ts'
import { assignments, flag, wouldLoop } from './rows.ts'
import { fieldsByTag, removeFieldsOfTag } from './tag-fields.ts'
import type { ReadDb, WriteDb } from './types.ts'

export interface TagFields {
  name: string
  letter: string | null
  hue: Hue
  definition: string
  parentId: number | null
  retired: boolean
}
type TagRow = Omit<Tag, 'shows' | 'fields' | 'builtIn' | 'retired' | 'parentId'> & {
  shows: string
  built_in: number
  retired: number
  parent_id: number | null
}

/** All tags in codebook order. */
export function listTags(db: ReadDb): Tag[] {
  const rows = db.all<TagRow>(
    `SELECT t.id, t.uid, t.code, t.parent_id, t.name, t.letter, t.hue, t.definition, t.shows, t.built_in, t.retired, (SELECT count(*) FROM annotation WHERE tag_id = t.id) AS annotations
     FROM tag t ORDER BY t.position, t.id`,
  )
  const fields = fieldsByTag(db)
  return rows.map(({ shows, built_in, retired, parent_id, ...row }) => ({
    ...row,
    parentId: parent_id,
    shows: JSON.parse(shows) as Tag['shows'],
    fields: fields.get(row.id) ?? [],
    builtIn: built_in === 1,
    retired: retired === 1,
  }))
}

/** Throws `not-found`. */
export function tagById(db: ReadDb, id: number): Tag {
  const tag = listTags(db).find((candidate) => candidate.id === id)
  if (!tag) throw new ParleyError('not-found', { what: 'tag', id })
  return tag
}

/** Id behind a reference by id, code or name. Tags are never made on the fly. Throws `not-found`. */
export function resolveTag(db: ReadDb, ref: TagRef): number {
  // Not listTags: its counts grow with the library, and this runs for every annotation that is made.
  const tags = db.all<Pick<Tag, 'id' | 'code' | 'name'>>('SELECT id, code, name FROM tag ORDER BY position, id')
  const wanted = typeof ref === 'number' ? '' : foldName(ref)
  // A code is for good, a name may be taken over by another tag: the code decides.
  const tag =
    typeof ref === 'number'
      ? tags.find((candidate) => candidate.id === ref)
      : (tags.find((candidate) => candidate.code === ref) ?? tags.find((candidate) => foldName(candidate.name) === wanted))
  if (!tag) throw new ParleyError('not-found', { what: 'tag', id: ref })
  return tag.id
}

/** Throws `name-taken` where the name or the letter is in use, `not-found` for a parent that is not there. */
export function insertTag(db: WriteDb, fields: Partial<TagFields> & { name: string; hue: Hue }, uid: () => string): number {
  if (fields.parentId !== undefined && fields.parentId !== null) tagById(db, fields.parentId)
  refuseTaken(db, fields, null)
  const { name, hue, letter = null, definition = '', parentId = null, retired = false } = fields
  const id = uid()
  return db.run(
    `INSERT INTO tag(uid, code, parent_id, name, letter, hue, definition, retired, position)
     VALUES (@uid, @code, @parentId, @name, @letter, @hue, @definition, @retired, (SELECT ifnull(max(position), 0) + 1 FROM tag))`,
    {
      uid: id,
      code: freeCode(db, name, id),
      parentId,
      name,
      letter: capital(letter),
      hue,
      definition,
      retired: flag(retired),
    },
  ).lastId
}

/** Throws `not-found`, `name-taken`, `tree-loop`. */
export function updateTag(db: WriteDb, id: number, patch: Partial<TagFields>): void {
  tagById(db, id)
  refuseTaken(db, patch, id)
  if (patch.parentId !== undefined && patch.parentId !== null) tagById(db, patch.parentId)
  if (patch.parentId !== undefined && wouldLoop(id, patch.parentId, listTags(db))) throw new ParleyError('tree-loop', { what: 'tag' })
  const set = assignments({
    name: patch.name,
    letter: patch.letter === undefined ? undefined : capital(patch.letter),
    hue: patch.hue,
    definition: patch.definition,
    parent_id: patch.parentId,
    retired: patch.retired === undefined ? undefined : flag(patch.retired),
  })
  if (set) db.run(`UPDATE tag SET ${set.sql} WHERE id = @id`, { ...set.params, id })
}

/** Removes a tag with its annotations; tags beneath move up. Throws `built-in` for the three that stay. */
export function removeTag(db: WriteDb, id: number): number {
  const tag = tagById(db, id)
  if (tag.builtIn) throw new ParleyError('built-in', { name: tag.name })
  const annotationIds = db.column<number>('SELECT id FROM annotation WHERE tag_id = ?', [id])
  removeAnnotations(db, annotationIds)
  removeFieldsOfTag(db, id)
  db.run('UPDATE tag SET parent_id = @up WHERE parent_id = @id', { up: tag.parentId, id })
  db.run('DELETE FROM tag WHERE id = ?', [id])
  return annotationIds.length
}

function refuseTaken(db: ReadDb, fields: Partial<TagFields>, except: number | null): void {
  for (const tag of listTags(db)) {
    if (tag.id === except) continue
    if (fields.name !== undefined && foldName(tag.name) === foldName(fields.name))
      throw new ParleyError('name-taken', { name: fields.name, holder: tag.name })
    const letter = capital(fields.letter ?? null)
    if (letter !== null && tag.letter === letter) throw new ParleyError('name-taken', { name: letter, holder: tag.name })
  }
}

/** A letter as it is kept: its capital, where that is one letter too (that of ß is not). */
function capital(letter: string | null): string | null {
  const upper = letter?.toUpperCase() ?? null
  return upper !== null && Array.from(upper).length > 1 ? letter : upper
}

/** The name as a code, or the uid where that is taken or empty (names in other scripts). */
function freeCode(db: ReadDb, name: string, uid: string): string {
  const code = foldName(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return code === '' || db.get('SELECT 1 FROM tag WHERE code = ?', [code]) ? uid : code
}
