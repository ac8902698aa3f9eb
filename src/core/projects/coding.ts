/** The coding of a project's annotation in ids of this library, and how it differs from an annotation that is here. */
import type { Annotation, AnnotationPatch } from '../../shared/domain/annotation.ts'
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import type { FieldValue, TagField } from '../../shared/domain/tag-field.ts'
import { foldName } from '../../shared/text/fold.ts'
import type { ProjectAnnotation } from '../importers/project.ts'
import type { ProjectCodebook } from './project-codebook.ts'
import { differenceOf, type Difference } from './differences.ts'
import type { CodeRef, WantedAnnotation } from './plan-annotations.ts'

/** What references come to. An id that is not here yet is below 0. */
export interface References {
  id(part: CodebookPart, row: string): number | undefined
  name(part: CodebookPart, id: number): string
  readonly codebook: ProjectCodebook
  /** The shipped tag of annotations that have none. */
  readonly position: number
  /** Fields of a tag's own. */
  fields(tagId: number): readonly TagField[]
}

const PLAIN = [
  'stance',
  'intensity',
  'attribution',
  'reportedBy',
  'stated',
  'condition',
  'consequence',
  'deadline',
  'confidence',
  'translation',
  'translationLanguage',
  'note',
  'important',
  'status',
] as const
type Plain = Pick<ProjectAnnotation, (typeof PLAIN)[number]>

export interface Coding extends Plain {
  readonly tagId: number
  readonly speakerId: number | null
  readonly onBehalfOfId: number | null
  readonly targetIds: readonly number[]
  readonly issueIds: readonly number[]
  /** By the id of the field; what fits no field is left out and counted. */
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly fieldsLost: number
  /** References to what was removed here. */
  readonly missing: number
}

export function codingOf({ annotation, tag, issues }: WantedAnnotation, refs: References): Coding {
  let missing = 0
  const idOf = (part: CodebookPart, row: string | undefined): number | null => {
    const id = row === undefined ? undefined : refs.id(part, row)
    if (id === undefined) missing += 1
    return id ?? null
  }
  // What was here when the project was looked through may have been removed since.
  const here = (part: CodebookPart, id: number): number | null => {
    if (refs.name(part, id) !== '') return id
    missing += 1
    return null
  }
  const party = (key: string | null | undefined): number | null =>
    key === null || key === undefined ? null : idOf('parties', refs.codebook.rows.parties.get(key))
  const code = (part: 'tags' | 'issues', ref: CodeRef): number | null => ('row' in ref ? idOf(part, ref.row) : here(part, ref.id))
  const tagId = (tag && code('tags', tag)) ?? refs.position
  const plain: Plain = Object.fromEntries(PLAIN.flatMap((name) => (annotation[name] === undefined ? [] : [[name, annotation[name]]])))
  const targetIds = distinct((annotation.targets ?? []).map(party))
  const issueIds = distinct(issues.map((ref) => code('issues', ref)))
  const own = ownFields(annotation.fields ?? {}, refs.fields(tagId), party)
  const people = { speakerId: party(annotation.speaker), onBehalfOfId: party(annotation.onBehalfOf) }
  return { ...plain, tagId, ...people, targetIds, issueIds, ...own, missing }
}

const distinct = (ids: readonly (number | null)[]): number[] => [...new Set(ids.filter((id) => id !== null))]

function ownFields(
  values: Readonly<Record<string, FieldValue>>,
  fields: readonly TagField[],
  party: (key: string) => number | null,
): { fields: Record<string, FieldValue>; fieldsLost: number } {
  const byName = new Map(fields.map((field) => [foldName(field.name), field]))
  const found: Record<string, FieldValue> = {}
  let fieldsLost = 0
  for (const [name, value] of Object.entries(values)) {
    const field = byName.get(foldName(name))
    const own = field?.type === 'party' ? party(String(value)) : value
    if (field && own !== null) found[field.id] = own
    else fieldsLost += 1
  }
  return { fields: found, fieldsLost }
}

/** Values that differ, each with the patch that takes it. A tag that the project does not name is no difference. */
export function annotationDifferences(
  here: Annotation,
  wanted: WantedAnnotation,
  coding: Coding,
  refs: References,
): Difference<AnnotationPatch>[] {
  const names =
    (part: CodebookPart) =>
    (value: unknown): string =>
      (Array.isArray(value) ? value : [value]).flatMap((id) => (typeof id === 'number' ? [refs.name(part, id)] : [])).join(', ')
  const found = [
    wanted.tag === null ? null : differenceOf('tag', here.tagId, coding.tagId, { tag: coding.tagId }, names('tags')),
    differenceOf('speaker', here.speakerId, coding.speakerId, { speaker: coding.speakerId }, names('parties')),
    differenceOf('onBehalfOf', here.onBehalfOfId, coding.onBehalfOfId, { onBehalfOf: coding.onBehalfOfId }, names('parties')),
    differenceOf('targets', here.targetIds, coding.targetIds, { targets: [...coding.targetIds] }, names('parties')),
    differenceOf('issues', here.issueIds, coding.issueIds, { issues: [...coding.issueIds] }, names('issues')),
    ...PLAIN.map((name) => differenceOf(name, here[name], coding[name], { [name]: coding[name] })),
    ...Object.entries(coding.fields).map(([id, value]) =>
      differenceOf(`fields.${id}`, here.fields[id], value, { fields: { [id]: value } }),
    ),
  ]
  return found.filter((difference) => difference !== null)
}
