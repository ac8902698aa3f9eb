/** Which fields of a coding come first for a tag, and which hold something. Pure. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { codingFieldSchema, type CodingField } from '../../../shared/domain/codebook.ts'

/** Without a wish of the tag these four are in sight. */
const USUAL: readonly CodingField[] = ['speaker', 'targets', 'issues', 'intensity']

/** The tag's fields in its own order, then the note, which every coder wants at hand; and all others in the order of the form. */
export function orderedFields(shows: readonly CodingField[]): { usual: CodingField[]; rest: CodingField[] } {
  const usual: CodingField[] = [...new Set([...(shows.length > 0 ? shows : USUAL), 'note' as const])]
  return { usual, rest: codingFieldSchema.options.filter((field) => !usual.includes(field)) }
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

/** How many of the folded fields hold something, for the button that unfolds them. */
export const filledCount = (fields: readonly CodingField[], annotation: Annotation): number =>
  fields.filter((field) => hasValue(annotation, field)).length
