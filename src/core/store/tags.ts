/** Tags: what kind of statement. Demand, threat and position are there for good; others can be added, changed, removed. */
import type { Tag, TagFields } from '../../shared/domain/codebook.ts'
import type { TagRef } from '../../shared/domain/annotation.ts'
import type { MoveInput } from '../../shared/domain/codebook-changes.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { removeAnnotations } from './annotation-removal.ts'
import { removeExamplesOf } from './examples.ts'
import { refuseSame } from './merging.ts'
import { assignments, flag, inTreeOrder, without } from './rows.ts'
import { fieldsByTag, removeFieldsOfTag, tagFields } from './tag-fields.ts'
import { tagNames, type NamedTag, type TagNames } from './tag-names.ts'
import { liftChildren, nextPlace, place, placeColumn, placeOf, refuseLoop, removeNode } from './tree.ts'
import type { ReadDb, WriteDb } from './types.ts'

type TagRow = Omit<Tag, 'shows' | 'fields' | 'builtIn' | 'retired' | 'parentId'> & {
  shows: string
  built_in: number
  retired: number
  parent_id: number | null
}

const columns = (
  position: string,
): string => `t.id, t.uid, t.code, t.parent_id, t.name, t.letter, t.hue, t.definition, t.use_when AS useWhen, t.use_not AS useNot, t.shows, t.built_in, t.retired,
  ${position}, (SELECT count(*) FROM annotation WHERE tag_id = t.id) AS annotations, (SELECT count(*) FROM codebook_example WHERE tag_id = t.id) AS examples`

const rowToTag = ({ shows, built_in, retired, parent_id, ...row }: TagRow, fields: Tag['fields']): Tag => ({
  ...row,
  parentId: parent_id,
  shows: JSON.parse(shows) as Tag['shows'],
  fields,
  builtIn: built_in === 1,
  retired: retired === 1,
})

/** All tags in tree order. */
export function listTags(db: ReadDb): Tag[] {
  const rows = db.all<TagRow>(`SELECT ${columns(placeColumn('t'))} FROM tag t ORDER BY t.position, t.id`)
  const fields = fieldsByTag(db)
  return inTreeOrder(rows.map((row) => rowToTag(row, fields.get(row.id) ?? []))).map((tag) => without(tag, 'depth'))
}

/** Throws `not-found`. */
export function tagById(db: ReadDb, id: number): Tag {
  const row = db.get<TagRow>(`SELECT ${columns(placeOf('tag', 't'))} FROM tag t WHERE t.id = ?`, [id])
  if (!row) throw new ParleyError('not-found', { what: 'tag', id })
  return rowToTag(row, tagFields(db, id))
}

function requireTag(db: ReadDb, id: number): void {
  if (!db.get('SELECT 1 FROM tag WHERE id = ?', [id])) throw new ParleyError('not-found', { what: 'tag', id })
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

/** Adds a tag after its siblings. `names`: those of all tags, where many are written. Throws `name-taken`, `letter-taken`, and `not-found` for a parent that is not there. */
export function insertTag(
  db: WriteDb,
  fields: Partial<TagFields> & Pick<TagFields, 'name' | 'hue'> & { code?: string | undefined },
  uid: () => string,
  names: TagNames = tagNames(db),
): number {
  const { name, hue, definition = '', useWhen = '', useNot = '', shows = [], parentId = null, retired = false } = fields
  const letter = capital(fields.letter ?? null)
  if (parentId !== null) requireTag(db, parentId)
  names.refuseTaken({ name, letter: retired ? null : letter }, null)
  const ownUid = uid()
  const id = db.run(
    `INSERT INTO tag(uid, code, parent_id, name, letter, hue, definition, use_when, use_not, shows, retired, position)
     VALUES (@uid, @code, @parentId, @name, @letter, @hue, @definition, @useWhen, @useNot, @shows, @retired, ${nextPlace('tag')})`,
    {
      uid: ownUid,
      code: freeCode(db, fields.code ?? name, ownUid),
      parentId,
      name,
      letter,
      hue,
      definition,
      useWhen,
      useNot,
      shows: shownFields(shows),
      retired: flag(retired),
    },
  ).lastId
  names.set(id, { name, letter, retired })
  return id
}

/** Throws `not-found`, `name-taken`, `letter-taken`, `tree-loop`. A tag that gets another parent comes last there. */
export function updateTag(db: WriteDb, id: number, patch: Partial<TagFields>, names: TagNames = tagNames(db)): void {
  const row = db.get<Omit<NamedTag, 'retired'> & { retired: number; parentId: number | null }>(
    'SELECT name, letter, retired, parent_id AS parentId FROM tag WHERE id = ?',
    [id],
  )
  if (!row) throw new ParleyError('not-found', { what: 'tag', id })
  const before = { ...row, retired: row.retired === 1 }
  const letter = patch.letter === undefined ? undefined : capital(patch.letter)
  const isClaimed = !(patch.retired ?? before.retired) && (letter !== undefined || patch.retired === false)
  names.refuseTaken({ name: patch.name, letter: isClaimed ? (letter === undefined ? before.letter : letter) : null }, id)
  if (patch.parentId !== undefined && patch.parentId !== before.parentId) moveTag(db, { id, parentId: patch.parentId, before: null })
  const set = assignments({
    name: patch.name,
    letter,
    hue: patch.hue,
    definition: patch.definition,
    use_when: patch.useWhen,
    use_not: patch.useNot,
    shows: patch.shows === undefined ? undefined : shownFields(patch.shows),
    retired: patch.retired === undefined ? undefined : flag(patch.retired),
  })
  if (set) db.run(`UPDATE tag SET ${set.sql} WHERE id = @id`, { ...set.params, id })
  const { name = before.name, retired = before.retired } = patch
  names.set(id, { name, letter: letter === undefined ? before.letter : letter, retired })
}

/** Throws `not-found`, `tree-loop`, and `invalid-input` for a `before` that does not stand there. */
export function moveTag(db: WriteDb, { id, parentId, before }: MoveInput): void {
  refuseLoop(db, 'tag', id, parentId)
  place(db, 'tag', id, parentId, before)
}

/**
 * Removes a tag: its annotations go with it, or get the tag `moveTo`; tags beneath move up. Returns how many annotations it had.
 * Throws `not-found`, `built-in` for the three that stay.
 */
export function removeTag(db: WriteDb, id: number, moveTo: number | null = null): number {
  const tag = tagById(db, id)
  if (tag.builtIn) throw new ParleyError('built-in', { name: tag.name })
  if (moveTo !== null) {
    refuseSame(id, moveTo)
    tagById(db, moveTo)
    db.run('UPDATE annotation SET tag_id = @moveTo WHERE tag_id = @id', { moveTo, id })
  } else removeAnnotations(db, db.column<number>('SELECT id FROM annotation WHERE tag_id = ?', [id]))
  removeExamplesOf(db, { tagId: id })
  removeFieldsOfTag(db, id)
  liftChildren(db, 'tag', id)
  removeNode(db, 'tag', id)
  return tag.annotations
}

/** A letter as it is kept: its capital, where that is one letter too (that of ß is not). */
export function capital(letter: string | null): string | null {
  const upper = letter?.toUpperCase() ?? null
  return upper !== null && Array.from(upper).length > 1 ? letter : upper
}

const shownFields = (shows: Tag['shows']): string => JSON.stringify([...new Set(shows)])

/** The name as a code, or the uid where that is taken or empty (names in other scripts). */
function freeCode(db: ReadDb, name: string, uid: string): string {
  const code = foldName(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return code === '' || db.get('SELECT 1 FROM tag WHERE code = ?', [code]) ? uid : code
}
