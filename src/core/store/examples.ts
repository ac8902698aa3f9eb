/** Examples: annotations picked to show what a tag or an issue means. Picking changes nothing about the annotation. */
import type { Output } from '../../shared/rpc/contract.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** Exactly one of the two. */
export interface ExampleOf {
  tagId?: number | undefined
  issueId?: number | undefined
}
type Example = Output<'codebook.examples'>[number]

const columnOf = ({ tagId }: ExampleOf) => (tagId === undefined ? ('issue_id' as const) : ('tag_id' as const))

/** In the order in which they were picked. Throws `not-found`. */
export function listExamples(db: ReadDb, of: ExampleOf): Example[] {
  const id = checked(db, of)
  const coded =
    of.tagId === undefined
      ? 'EXISTS (SELECT 1 FROM annotation_issue i WHERE i.annotation_id = n.id AND i.issue_id = e.issue_id)'
      : 'n.tag_id = e.tag_id'
  return db
    .all<Omit<Example, 'coded'> & { coded: number }>(
      `SELECT n.id AS annotationId, a.id AS articleId, a.title, o.name AS outlet, a.published, a.language, a.direction, n.quote, n.translation, ${coded} AS coded
       FROM codebook_example e JOIN annotation n ON n.id = e.annotation_id JOIN article a ON a.id = n.article_id LEFT JOIN outlet o ON o.id = a.outlet_id
       WHERE e.${columnOf(of)} = ? ORDER BY e.position, e.id`,
      [id],
    )
    .map((row) => ({ ...row, coded: row.coded === 1 }))
}

/** Picks an annotation; one that is picked already stays where it is. Throws `not-found`. */
export function addExample(db: WriteDb, of: ExampleOf, annotationId: number): void {
  const id = checked(db, of)
  if (!db.get('SELECT 1 FROM annotation WHERE id = ?', [annotationId]))
    throw new ParleyError('not-found', { what: 'annotation', id: annotationId })
  const column = columnOf(of)
  db.run(
    `INSERT INTO codebook_example(${column}, annotation_id, position)
     VALUES (@id, @annotationId, (SELECT ifnull(max(position), 0) + 1 FROM codebook_example WHERE ${column} = @id))
     ON CONFLICT(${column}, annotation_id) DO NOTHING`,
    { id, annotationId },
  )
}

/** Drops an example. Throws `not-found` where it is none. */
export function removeExample(db: WriteDb, of: ExampleOf, annotationId: number): void {
  const { changes } = db.run(`DELETE FROM codebook_example WHERE ${columnOf(of)} = ? AND annotation_id = ?`, [
    checked(db, of),
    annotationId,
  ])
  if (changes === 0) throw new ParleyError('not-found', { what: 'example', id: annotationId })
}

/** Drops all examples of a tag or an issue that goes. */
export function removeExamplesOf(db: WriteDb, of: ExampleOf): void {
  db.run(`DELETE FROM codebook_example WHERE ${columnOf(of)} = ?`, [of.tagId ?? of.issueId ?? 0])
}

/** Examples go over, after those that are there; an annotation that is an example of both stays one. */
export function moveExamples(db: WriteDb, column: 'tag_id' | 'issue_id', from: number, to: number): void {
  db.run(
    `DELETE FROM codebook_example WHERE ${column} = @from AND annotation_id IN (SELECT annotation_id FROM codebook_example WHERE ${column} = @to)`,
    { from, to },
  )
  db.run(
    `UPDATE codebook_example SET ${column} = @to, position = position + (SELECT ifnull(max(position), 0) FROM codebook_example WHERE ${column} = @to)
     WHERE ${column} = @from`,
    { from, to },
  )
}

export const countExamples = (db: ReadDb, column: 'tag_id' | 'issue_id', id: number): number =>
  db.value<number>(`SELECT count(*) FROM codebook_example WHERE ${column} = ?`, [id])

function checked(db: ReadDb, { tagId, issueId }: ExampleOf): number {
  const [what, id] = tagId === undefined ? (['issue', issueId ?? 0] as const) : (['tag', tagId] as const)
  if (!db.get(`SELECT 1 FROM ${what} WHERE id = ?`, [id])) throw new ParleyError('not-found', { what, id })
  return id
}
