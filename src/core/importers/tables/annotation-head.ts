/** Tells a table of annotations that Parley wrote by its head, wherever its columns stand by now. */
import type { FieldType } from '../../../shared/domain/tag-field.ts'
import { HEADS, MARKS, readFieldHead, type HeadId } from '../../exporters/sheets/library/heads.ts'
import type { TableLimits } from './limits.ts'
import { TABLE_LIMITS } from './limits.ts'

/** A row is an annotation, not an article. */
export const ANNOTATION_LIMITS: TableLimits = { ...TABLE_LIMITS, rows: 250_001 }

export interface AnnotationHead {
  readonly columns: ReadonlyMap<HeadId, number>
  readonly fields: readonly { readonly column: number; readonly tagCode: string; readonly name: string; readonly type: FieldType }[]
  /** Heads of other columns, by place. */
  readonly others: ReadonlyMap<number, string>
}

const IDS = new Map(Object.entries(HEADS).map(([id, head]) => [head.toLowerCase(), id as HeadId]))

/** null for every other table. Of columns with one head the first counts. */
export function annotationHead(row: readonly string[]): AnnotationHead | null {
  const columns = new Map<HeadId, number>()
  const fields: AnnotationHead['fields'][number][] = []
  const others = new Map<number, string>()
  row.forEach((cell, column) => {
    const head = cell.trim()
    const id = IDS.get(head.toLowerCase())
    const field = readFieldHead(head)
    if (id !== undefined && !columns.has(id)) columns.set(id, column)
    else if (field) fields.push({ column, ...field })
    else if (head !== '') others.set(column, head)
  })
  return MARKS.every((id) => columns.has(id)) ? { columns, fields, others } : null
}
