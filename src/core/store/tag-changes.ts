/**
 * Merging tags, and what merging and removing do, said beforehand. No annotation is ever lost by a merge, and what a preview counts is what the step changes. Demand, threat
 * and position take others in but never go.
 */
import type { Tag } from '../../shared/domain/codebook.ts'
import type { MergeConflict, MergePreview, RemovePreview } from '../../shared/domain/codebook-changes.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { countExamples, moveExamples } from './examples.ts'
import { conflict, mergedTexts, noMerge, noRemoval, refuseSame } from './merging.ts'
import { assignments } from './rows.ts'
import { moveFieldsOfTag } from './tag-fields.ts'
import { tagById } from './tags.ts'
import { childIds, rehang, removeNode } from './tree.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** What `mergeTag` would do. Throws `not-found`, `merge-refused` for a tag and itself. */
export function previewMergeTag(db: ReadDb, id: number, intoId: number): MergePreview {
  refuseSame(id, intoId)
  const [from, into] = [tagById(db, id), tagById(db, intoId)]
  const { takes, drops } = texts(from, into)
  const conflicts: MergeConflict[] = []
  if (from.builtIn) conflicts.push(conflict('built-in', from.name, { blocks: true }))
  if (into.retired) conflicts.push(conflict('into-retired', into.name))
  const fields = from.fields.map((field): MergePreview['fields'][number] => {
    const values = db.value<number>('SELECT count(*) FROM annotation_field WHERE field_id = ?', [field.id])
    const namesake = into.fields.find((other) => foldName(other.name) === foldName(field.name))
    if (!namesake) return { name: field.name, outcome: 'moved', values }
    if (namesake.type !== field.type) {
      conflicts.push(conflict('field-type', field.name, { other: into.name, count: values }))
      return { name: field.name, outcome: 'renamed', values }
    }
    const count = db.value<number>(
      'SELECT count(*) FROM annotation_field a JOIN annotation_field b USING (annotation_id) WHERE a.field_id = ? AND b.field_id = ?',
      [field.id, namesake.id],
    )
    if (count > 0) conflicts.push(conflict('field-value', field.name, { count }))
    return { name: field.name, outcome: 'joined', values: values - count }
  })
  return {
    ...noMerge(from, into),
    annotations: from.annotations,
    examples: countExamples(db, 'tag_id', id),
    children: childIds(db, 'tag', id).filter((child) => child !== intoId).length,
    fields,
    takes,
    drops,
    conflicts,
  }
}

/** Gives all that `id` has to `intoId` and removes it; returns how many annotations changed. Throws `built-in`, `not-found`, `merge-refused`. */
export function mergeTag(db: WriteDb, id: number, intoId: number): number {
  refuseSame(id, intoId)
  const [from, into] = [tagById(db, id), tagById(db, intoId)]
  if (from.builtIn) throw new ParleyError('built-in', { name: from.name })
  rehang(db, 'tag', id, intoId)
  // Where an annotation of the merged tag still holds an old value of the other tag's field, its own value is the one that counts.
  db.run(
    `DELETE FROM annotation_field WHERE id IN (
       SELECT old.id FROM annotation n JOIN annotation_field own ON own.annotation_id = n.id JOIN tag_field f ON f.id = own.field_id AND f.tag_id = @id
       JOIN annotation_field old ON old.annotation_id = n.id JOIN tag_field g ON g.id = old.field_id AND g.tag_id = @intoId
       WHERE n.tag_id = @id AND f.type = g.type AND g.id IN (SELECT value FROM json_each(@twins) WHERE key = CAST(f.id AS TEXT)))`,
    { id, intoId, twins: JSON.stringify(twins(from, into)) },
  )
  const { changes } = db.run('UPDATE annotation SET tag_id = @intoId WHERE tag_id = @id', { id, intoId })
  moveFieldsOfTag(db, id, intoId)
  moveExamples(db, 'tag_id', id, intoId)
  removeNode(db, 'tag', id)
  const { set } = texts(from, into)
  const columns = assignments({ letter: set.letter, definition: set.definition, use_when: set.useWhen, use_not: set.useNot })
  if (columns) db.run(`UPDATE tag SET ${columns.sql} WHERE id = @intoId`, { ...columns.params, intoId })
  return changes
}

/** What `removeTag` would do. Throws `not-found`. */
export function previewRemoveTag(db: ReadDb, id: number): RemovePreview {
  const tag = tagById(db, id)
  const count = (sql: string): number => db.value<number>(sql, [id])
  return {
    ...noRemoval(),
    possible: !tag.builtIn,
    annotations: tag.annotations,
    articles: count('SELECT count(DISTINCT article_id) FROM annotation WHERE tag_id = ?'),
    examples: countExamples(db, 'tag_id', id),
    children: childIds(db, 'tag', id).length,
    threads: count(
      'SELECT count(DISTINCT m.thread_id) FROM thread_member m JOIN annotation n ON n.id = m.annotation_id WHERE n.tag_id = ?',
    ),
    fields: tag.fields.length,
    values: count('SELECT count(*) FROM annotation_field v JOIN tag_field f ON f.id = v.field_id WHERE f.tag_id = ?'),
  }
}

/** A retired tag does not bring its letter: another may have it. */
function texts(from: Tag, into: Tag) {
  const texts = {
    letter: from.retired || into.retired ? null : from.letter,
    definition: from.definition,
    useWhen: from.useWhen,
    useNot: from.useNot,
  }
  return mergedTexts(texts, into)
}

/** Ids of the fields that meet: of the merged tag, and of the one that stays. */
function twins(from: Tag, into: Tag): Record<string, number> {
  return Object.fromEntries(
    from.fields.flatMap((field) => {
      const twin = into.fields.find((other) => other.type === field.type && foldName(other.name) === foldName(field.name))
      return twin ? [[String(field.id), twin.id]] : []
    }),
  )
}
