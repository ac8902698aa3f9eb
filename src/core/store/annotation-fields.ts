/**
 * Values of a tag's own fields, one row each, as text. What is written fits the type of its field, so what is read does too. A value
 * stays when the annotation gets another tag: it is there again when the tag comes back.
 */
import { fieldTypeSchema, type FieldPatch, type FieldValue, type TagField } from '../../shared/domain/tag-field.ts'
import { isPartialDate } from '../../shared/domain/partial-date.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { resolveParty } from './parties.ts'
import { tagFields } from './tag-fields.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** Column of an annotation query that `readFields` takes: [[field id, type, value], …] as JSON, in the order of the form. */
export const fieldsColumn = (annotation: string): string =>
  `(SELECT json_group_array(json_array(id, type, value)) FROM (SELECT f.id, f.type, v.value FROM annotation_field v JOIN tag_field f ON f.id = v.field_id
    WHERE v.annotation_id = ${annotation}.id ORDER BY f.tag_id, f.position, f.id))`

/** Values by the id of their field. */
export function readFields(json: string | null): Record<string, FieldValue> {
  if (json === null || json === '[]') return {}
  const rows = JSON.parse(json) as [number, string, string][]
  return Object.fromEntries(rows.map(([id, type, value]) => [id, parsed(type, value)]))
}

function parsed(type: string, value: string): FieldValue {
  switch (fieldTypeSchema.parse(type)) {
    case 'number':
    case 'party':
      return Number(value)
    case 'yes-no':
      return value === 'yes'
    default:
      return value
  }
}

/**
 * Sets values of the annotation's tag, or takes them away with null. Throws `not-found` for a field that is not the tag's own (null is
 * taken for any field), `invalid-input` with a reason where the value does not fit.
 */
export function writeFields(db: WriteDb, annotationId: number, patch: FieldPatch, uid: () => string): void {
  const entries = Object.entries(patch)
  if (entries.length === 0) return
  const own = tagFields(db, db.value<number>('SELECT tag_id FROM annotation WHERE id = ?', [annotationId]))
  for (const [key, value] of entries) {
    const field = fieldOf(own, key)
    const text = field && value !== null ? stored(db, field, value, uid) : null
    if (field && text !== null)
      db.run(
        `INSERT INTO annotation_field(annotation_id, field_id, value) VALUES (@annotationId, @fieldId, @text)
         ON CONFLICT(annotation_id, field_id) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value`,
        { annotationId, fieldId: field.id, text },
      )
    else
      db.run('DELETE FROM annotation_field WHERE annotation_id = ? AND field_id = ?', [
        annotationId,
        field?.id ?? heldField(db, annotationId, key, value),
      ])
  }
}

/** A field by its id or its name; numbers are ids first, since names can be anything. */
function fieldOf(fields: readonly TagField[], key: string): TagField | undefined {
  const fold = foldName(key)
  return fields.find((field) => String(field.id) === key) ?? fields.find((field) => foldName(field.name) === fold)
}

/** A field of another tag whose value the annotation still holds: it can be taken away, not changed. */
function heldField(db: ReadDb, annotationId: number, key: string, value: FieldPatch[string] | undefined): number {
  const held = db.get<{ id: number }>('SELECT field_id AS id FROM annotation_field WHERE annotation_id = ? AND field_id = ?', [
    annotationId,
    Number(key),
  ])
  if (!held || value !== null) throw new ParleyError('not-found', { what: 'field', id: key })
  return held.id
}

/** The text that is kept for a value; null for a blank one. */
function stored(db: WriteDb, field: TagField, value: FieldValue, uid: () => string): string | null {
  if (typeof value === 'string' && value.trim() === '') return null
  const refuse = (reason: string, problem: string): never => {
    throw new ParleyError('invalid-input', { field: field.name, problem, reason, value: String(value).slice(0, 100) })
  }
  switch (field.type) {
    case 'text':
      return String(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? String(value) : refuse('field-number', 'must be a number')
    case 'date':
      return typeof value === 'string' && isPartialDate(value)
        ? value
        : refuse('field-date', 'must be a date such as 2025, 2025-10 or 2025-10-29')
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value) ? value : refuse('field-choice', 'must be one of the choices')
    case 'yes-no':
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : refuse('field-yes-no', 'must be true or false')
    case 'party':
      if (
        typeof value === 'boolean' ||
        (typeof value === 'number' && !Number.isSafeInteger(value)) ||
        (typeof value === 'string' && value.length > 300)
      )
        return refuse('field-party', 'must be a party by id or name')
      return String(resolveParty(db, typeof value === 'string' ? value.trim() : value, uid))
  }
}
