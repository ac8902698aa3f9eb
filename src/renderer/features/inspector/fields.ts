/** Which fields of a coding stand in sight for a tag, which in what group, and which hold something. Pure. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { CodingField, Tag } from '../../../shared/domain/codebook.ts'
import type { TagField } from '../../../shared/domain/tag-field.ts'

/** Without a wish of the tag these four are in sight. */
const USUAL: readonly CodingField[] = ['speaker', 'targets', 'issues', 'intensity']

/** The groups of the form in their order; each has its number as its key. Review holds status and flag, which are no coding fields. */
export const GROUPS = [
  { id: 'who', fields: ['speaker', 'onBehalfOf', 'targets'] },
  { id: 'what', fields: ['issues', 'stance', 'intensity'] },
  { id: 'how', fields: ['attribution', 'reportedBy', 'confidence'] },
  { id: 'when', fields: ['stated', 'deadline'] },
  { id: 'words', fields: ['condition', 'consequence', 'translation', 'note'] },
  { id: 'review', fields: [] },
] as const satisfies readonly { id: string; fields: readonly CodingField[] }[]
export type GroupId = (typeof GROUPS)[number]['id']

export interface FieldGroup {
  id: GroupId
  fields: CodingField[]
}

/**
 * The tag's fields in its own order, then the note, which every coder wants at hand; all others by group. A group whose fields are all
 * in sight is left out, Review never is.
 */
export function arrangedFields(shows: readonly CodingField[]): { usual: CodingField[]; groups: FieldGroup[] } {
  const usual: CodingField[] = [...new Set([...(shows.length > 0 ? shows : USUAL), 'note' as const])]
  const groups = GROUPS.map(({ id, fields }) => ({ id, fields: fields.filter((field) => !usual.includes(field)) }))
  return { usual, groups: groups.filter(({ id, fields }) => id === 'review' || fields.length > 0) }
}

/** Whether a field of the annotation is filled in. */
export function hasValue(annotation: Annotation, field: CodingField): boolean {
  switch (field) {
    case 'speaker':
      return annotation.speakerId !== null
    case 'onBehalfOf':
      return annotation.onBehalfOfId !== null
    case 'targets':
      return annotation.targetIds.length > 0
    case 'issues':
      return annotation.issueIds.length > 0
    case 'reportedBy':
      return annotation.reportedBy.length > 0
    default:
      return annotation[field] !== null
  }
}

/** How much a group holds, for its heading: a folded group must not hide that there is something. */
export function heldCount({ id, fields }: FieldGroup, annotation: Annotation): number {
  const marks = id === 'review' ? Number(annotation.status !== 'draft') + Number(annotation.important) : 0
  return marks + fields.filter((field) => hasValue(annotation, field)).length
}

/** Values of fields that other tags have: left from a tag that the annotation had before. */
export function leftFields(annotation: Annotation, tags: readonly Tag[]): { tag: Tag; field: TagField }[] {
  return tags.flatMap((tag) =>
    tag.id === annotation.tagId ? [] : tag.fields.filter((field) => field.id in annotation.fields).map((field) => ({ tag, field })),
  )
}

/** The usual fields of a tag, and all others in the order of their groups. */
export function orderedFields(shows: readonly CodingField[]): { usual: CodingField[]; rest: CodingField[] } {
  const { usual, groups } = arrangedFields(shows)
  return { usual, rest: groups.flatMap((group) => group.fields) }
}
