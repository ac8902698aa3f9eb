/**
 * What becomes of the coding when annotations are made one. Pure. In order, the first value that is set counts; lists are united,
 * notes joined. Where values differ the choice is the analyst's: each such field is a conflict with all its values.
 */
import { LONGEST_NOTE, MOST_LINKS, MOST_SOURCES, type Annotation, type AnnotationPatch } from '../../shared/domain/annotation.ts'
import { singleFieldSchema, type MergeChoice, type MergeConflict, type SingleField } from '../../shared/domain/annotation-operations.ts'
import type { FieldValue } from '../../shared/domain/tag-field.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'

type Value = string | number | null

/** The value of a field, null where it is not set. Translations differ by their words, whatever language they are said to be in. */
function valueOf(annotation: Annotation, field: SingleField): Value {
  switch (field) {
    case 'tag':
      return annotation.tagId
    case 'speaker':
      return annotation.speakerId
    case 'onBehalfOf':
      return annotation.onBehalfOfId
    default:
      return annotation[field]
  }
}

/** The fields in which the annotations differ. `names` has the names of the tags' own fields. */
export function conflictsOf(annotations: readonly Annotation[], names: ReadonlyMap<number, string>): MergeConflict[] {
  const single = singleFieldSchema.options.map((field) => ({
    field,
    fieldId: null,
    name: null,
    values: differing(annotations, (annotation) => valueOf(annotation, field)),
  }))
  const own = ownFieldIds(annotations).map((fieldId) => ({
    field: null,
    fieldId,
    name: names.get(fieldId) ?? '',
    values: differing(annotations, (annotation) => annotation.fields[fieldId] ?? null),
  }))
  return [...single, ...own].filter(({ values }) => values.length > 1)
}

/** Ids of the tags' own fields that are set somewhere, ascending. */
export const ownFieldIds = (annotations: readonly Annotation[]): number[] =>
  [...new Set(annotations.flatMap((annotation) => Object.keys(annotation.fields).map(Number)))].sort((a, b) => a - b)

function differing(annotations: readonly Annotation[], read: (annotation: Annotation) => FieldValue | null): MergeConflict['values'] {
  const seen = new Map<FieldValue, number>()
  for (const annotation of annotations) {
    const value = read(annotation)
    if (value !== null && !seen.has(value)) seen.set(value, annotation.id)
  }
  return [...seen].map(([value, annotationId]) => ({ annotationId, value }))
}

/**
 * Coding of the merged annotation, without the tags' own fields. `annotations` in order, at least one. Throws `merge-refused` where
 * together they hold more than one annotation can: nothing is left out in silence.
 */
export function mergedCoding(annotations: readonly Annotation[], choices: readonly MergeChoice[]): AnnotationPatch {
  const pick = (field: SingleField): Annotation | undefined => {
    const chosen = choices.find((choice) => choice.field === field)?.annotationId
    const set = annotations.filter((annotation) => valueOf(annotation, field) !== null)
    return set.find(({ id }) => id === chosen) ?? set[0]
  }
  const translated = pick('translation')
  const notes = annotations.flatMap(({ note }) => (note === null ? [] : [note]))
  const coding = {
    tag: pick('tag')?.tagId,
    speaker: pick('speaker')?.speakerId ?? null,
    onBehalfOf: pick('onBehalfOf')?.onBehalfOfId ?? null,
    targets: union(annotations, ({ targetIds }) => targetIds),
    issues: union(annotations, ({ issueIds }) => issueIds),
    reportedBy: union(annotations, (annotation) => annotation.reportedBy),
    stance: pick('stance')?.stance ?? null,
    intensity: pick('intensity')?.intensity ?? null,
    attribution: pick('attribution')?.attribution ?? null,
    stated: pick('stated')?.stated ?? null,
    condition: pick('condition')?.condition ?? null,
    consequence: pick('consequence')?.consequence ?? null,
    deadline: pick('deadline')?.deadline ?? null,
    confidence: pick('confidence')?.confidence ?? null,
    translation: translated?.translation ?? null,
    translationLanguage: (translated ?? annotations[0])?.translationLanguage ?? null,
    note: notes.length === 0 ? null : [...new Set(notes)].join('\n\n'),
    important: annotations.some(({ important }) => important),
    status: mergedStatus(annotations),
  }
  refuseMore('sources', coding.reportedBy.length, MOST_SOURCES)
  refuseMore('targets', coding.targets.length, MOST_LINKS)
  refuseMore('issues', coding.issues.length, MOST_LINKS)
  refuseMore('note', coding.note?.length ?? 0, LONGEST_NOTE)
  return coding
}

function refuseMore(reason: string, count: number, limit: number): void {
  if (count > limit) throw new ParleyError('merge-refused', { reason, count, limit })
}

const union = <T>(annotations: readonly Annotation[], read: (annotation: Annotation) => readonly T[]): T[] => [
  ...new Set(annotations.flatMap(read)),
]

/** Reviewed only where all were; a dispute stays one. */
function mergedStatus(annotations: readonly Annotation[]): Annotation['status'] {
  if (annotations.some(({ status }) => status === 'disputed')) return 'disputed'
  return annotations.every(({ status }) => status === 'reviewed') ? 'reviewed' : 'draft'
}
