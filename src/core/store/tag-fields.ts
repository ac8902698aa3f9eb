/**
 * Fields of tags: the list of a tag is set as a whole. What is no longer in it goes with the values it had; a value that the changed
 * field cannot hold any more goes too. `fieldLoss` counts beforehand exactly what `setTagFields` takes away.
 */
import type { FieldLoss, FieldType, TagField, TagFieldInput } from '../../shared/domain/tag-field.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { jsonList } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface FieldRow {
  id: number
  uid: string
  tag_id: number
  name: string
  type: FieldType
  choices: string
}

const toField = ({ id, uid, name, type, choices }: FieldRow): TagField => ({
  id,
  uid,
  name,
  type,
  choices: JSON.parse(choices) as string[],
})

/** Fields of all tags, by tag, each list in its order. */
export function fieldsByTag(db: ReadDb): ReadonlyMap<number, TagField[]> {
  const rows = db.all<FieldRow>('SELECT id, uid, tag_id, name, type, choices FROM tag_field ORDER BY tag_id, position, id')
  const found = new Map<number, TagField[]>()
  for (const [tagId, fields] of Map.groupBy(rows, (row) => row.tag_id)) found.set(tagId, fields.map(toField))
  return found
}

/** Fields of one tag in their order. */
export function tagFields(db: ReadDb, tagId: number): TagField[] {
  return db
    .all<FieldRow>('SELECT id, uid, tag_id, name, type, choices FROM tag_field WHERE tag_id = ? ORDER BY position, id', [tagId])
    .map(toField)
}

/** Values that a change of the fields would take away. Throws like `setTagFields`. */
export function fieldLoss(db: ReadDb, tagId: number, wanted: readonly TagFieldInput[]): FieldLoss {
  const plan = planOf(db, tagId, wanted)
  const fields = plan.lost.map(({ field, ids }) => ({ id: field.id, name: field.name, values: ids.length }))
  const lost = jsonList(plan.lost.flatMap(({ ids }) => ids))
  return {
    values: fields.reduce((sum, field) => sum + field.values, 0),
    annotations: db.value<number>(
      'SELECT count(DISTINCT annotation_id) FROM annotation_field WHERE id IN (SELECT value FROM json_each(?))',
      [lost],
    ),
    fields,
  }
}

/**
 * Sets the fields of a tag: adds, renames, reorders, removes. Returns how many values went. Throws `not-found` for a tag, or a field
 * that is not one of this tag's, `name-taken` for two fields of one name, `invalid-input` for a choice field without choices.
 */
export function setTagFields(db: WriteDb, tagId: number, wanted: readonly TagFieldInput[], uid: () => string): number {
  const plan = planOf(db, tagId, wanted)
  let gone = 0
  for (const { ids } of plan.lost)
    gone += db.run('DELETE FROM annotation_field WHERE id IN (SELECT value FROM json_each(?))', [jsonList(ids)]).changes
  db.run('DELETE FROM tag_field WHERE tag_id = ? AND id NOT IN (SELECT value FROM json_each(?))', [
    tagId,
    jsonList(wanted.flatMap((field) => field.id ?? [])),
  ])
  wanted.forEach((field, position) => {
    const row = { name: field.name, type: field.type, choices: JSON.stringify(choicesOf(field)), position }
    if (field.id === undefined)
      db.run('INSERT INTO tag_field(uid, tag_id, name, type, choices, position) VALUES (@uid, @tagId, @name, @type, @choices, @position)', {
        ...row,
        uid: uid(),
        tagId,
      })
    else {
      db.run('UPDATE tag_field SET name = @name, type = @type, choices = @choices, position = @position WHERE id = @id', {
        ...row,
        id: field.id,
      })
      renameValues(db, field)
    }
  })
  return gone
}

/** Values follow their choices to the new names, all at once, so that two choices can change places. */
function renameValues(db: WriteDb, { id, type, renamed }: TagFieldInput): void {
  if (type !== 'choice' || renamed.length === 0) return
  const names = JSON.stringify(Object.fromEntries(renamed.map(({ from, to }) => [from, to])))
  db.run(
    `UPDATE annotation_field SET value = (SELECT j.value FROM json_each(@names) j WHERE j.key = annotation_field.value)
     WHERE field_id = @id AND value IN (SELECT key FROM json_each(@names))`,
    { id: id ?? 0, names },
  )
}

interface Plan {
  /** Ids of the rows with values that go, for each field that has some. */
  lost: { field: TagField; ids: number[] }[]
}

function planOf(db: ReadDb, tagId: number, wanted: readonly TagFieldInput[]): Plan {
  if (!db.get('SELECT 1 FROM tag WHERE id = ?', [tagId])) throw new ParleyError('not-found', { what: 'tag', id: tagId })
  const now = tagFields(db, tagId)
  const named = new Map<string, string>()
  const seen = new Set<number>()
  for (const field of wanted) {
    const holder = named.get(foldName(field.name))
    if (holder !== undefined) throw new ParleyError('name-taken', { name: field.name, holder })
    named.set(foldName(field.name), field.name)
    if (field.type === 'choice' && choicesOf(field).length === 0)
      throw new ParleyError('invalid-input', { field: field.name, problem: 'needs at least one choice', reason: 'no-choices' })
    if (field.id === undefined) continue
    if (seen.has(field.id) || !now.some((known) => known.id === field.id))
      throw new ParleyError('not-found', { what: 'field', id: field.id })
    seen.add(field.id)
  }
  const lost = now.map((field) => {
    const next = wanted.find((other) => other.id === field.id)
    return { field, ids: lostValues(db, field, next) }
  })
  return { lost: lost.filter(({ ids }) => ids.length > 0) }
}

/** Rows of the values that a field loses. Any value can be read as text; else a changed type keeps none. */
function lostValues(db: ReadDb, field: TagField, next: TagFieldInput | undefined): number[] {
  const all = (): number[] => db.column<number>('SELECT id FROM annotation_field WHERE field_id = ?', [field.id])
  if (!next) return all()
  if (next.type !== field.type) return next.type === 'text' && field.type !== 'party' && field.type !== 'yes-no' ? [] : all()
  if (next.type !== 'choice') return []
  const kept = new Set(choicesOf(next))
  const names = new Map(next.renamed.map(({ from, to }) => [from, to]))
  const before = field.choices.filter((choice) => kept.has(names.get(choice) ?? choice))
  return db.column<number>('SELECT id FROM annotation_field WHERE field_id = ? AND value NOT IN (SELECT value FROM json_each(?))', [
    field.id,
    jsonList(before),
  ])
}

/** Each choice once, as it was first written. */
const choicesOf = ({ type, choices }: TagFieldInput): string[] => (type === 'choice' ? [...new Set(choices)] : [])

/** Removes all fields of a tag with their values, also those that annotations of other tags still hold. */
export function removeFieldsOfTag(db: WriteDb, tagId: number): void {
  db.run('DELETE FROM annotation_field WHERE field_id IN (SELECT id FROM tag_field WHERE tag_id = ?)', [tagId])
  db.run('DELETE FROM tag_field WHERE tag_id = ?', [tagId])
}

/**
 * Gives the fields of one tag to another, for merging them: a field of the same name and type joins the one that is there (where an
 * annotation has a value in both, the one that is there stays), the others come after it.
 */
export function moveFieldsOfTag(db: WriteDb, fromTagId: number, toTagId: number): void {
  const there = tagFields(db, toTagId)
  const names = new Set(there.map((field) => foldName(field.name)))
  let position = there.length
  for (const field of tagFields(db, fromTagId)) {
    const twin = there.find((other) => other.type === field.type && foldName(other.name) === foldName(field.name))
    if (!twin) {
      const name = freeName(field.name, names)
      db.run('UPDATE tag_field SET tag_id = ?, name = ?, position = ? WHERE id = ?', [toTagId, name, position, field.id])
      position += 1
      continue
    }
    const choices = [...new Set([...twin.choices, ...field.choices])]
    if (choices.length > twin.choices.length) db.run('UPDATE tag_field SET choices = ? WHERE id = ?', [JSON.stringify(choices), twin.id])
    db.run(
      `DELETE FROM annotation_field WHERE field_id = @from AND annotation_id IN (SELECT annotation_id FROM annotation_field WHERE field_id = @to)`,
      { from: field.id, to: twin.id },
    )
    db.run('UPDATE annotation_field SET field_id = @to WHERE field_id = @from', { from: field.id, to: twin.id })
    db.run('DELETE FROM tag_field WHERE id = ?', [field.id])
  }
}

/** "Deadline", or "Deadline 2" where another field has that name; takes the name. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(foldName(free)); number++) free = `${name} ${number}`
  taken.add(foldName(free))
  return free
}

const OF_PARTY = `value = @value AND field_id IN (SELECT id FROM tag_field WHERE type = 'party')`

/** A party that goes is no longer the value of any field. */
export function dropPartyValues(db: WriteDb, partyId: number): void {
  db.run(`DELETE FROM annotation_field WHERE ${OF_PARTY}`, { value: String(partyId) })
}

/** Values that are one party become another, for merging parties. */
export function movePartyValues(db: WriteDb, fromId: number, toId: number): void {
  db.run(`UPDATE annotation_field SET value = @to WHERE ${OF_PARTY}`, { value: String(fromId), to: String(toId) })
}
