/** Annotations of another library with their whole coding. */
import { z } from 'zod'
import {
  annotationStatusSchema,
  attributionSchema,
  confidenceSchema,
  intensitySchema,
  MOST_SOURCES,
  stanceSchema,
} from '../../../shared/domain/annotation.ts'
import { languageSchema } from '../../../shared/domain/article.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { partialDateSchema } from '../../../shared/domain/partial-date.ts'
import type { FieldValue } from '../../../shared/domain/tag-field.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryData } from '../../store/foreign/parley.ts'
import type { ProjectAnnotation } from '../project.ts'
import { byId, inOrder, json, key, number, text, textOrNull, valid, type Dropped } from './parley-values.ts'

type Rows = LibraryData['rows']

const sourcesSchema = z.array(z.string().trim().min(1).max(300)).max(MOST_SOURCES)

export function annotationsIn(
  rows: Rows,
  { coders, dropped, articles }: { coders: ReadonlyMap<ForeignValue, string>; dropped: Dropped; articles: ReadonlySet<string> },
): ProjectAnnotation[] {
  const targets = Map.groupBy(inOrder(rows.annotation_target), (row) => row.annotation_id)
  const issues = Map.groupBy(inOrder(rows.annotation_issue), (row) => row.annotation_id)
  const values = Map.groupBy(rows.annotation_field, (row) => row.annotation_id)
  const fields = byId(rows.tag_field)
  const revisions = byId(rows.revision)
  const present = byId(rows.article)
  return rows.annotation.flatMap((row): ProjectAnnotation[] => {
    const uid = uidSchema.safeParse(row.uid).data
    const article = key(row.article_id)
    const [start, end] = [number(row.start_u16), number(row.end_u16)]
    const revision = revisions.get(row.revision_id)
    // The quote says whether the offsets are what they were.
    const isWhole = revision?.article_id === row.article_id && text(revision.text).slice(start, end) === row.quote
    if (uid === undefined || article === null || !articles.has(article) || !isWhole) {
      dropped.count += 1
      return []
    }
    const isPresent = present.get(row.article_id)?.revision_id === row.revision_id
    const created = number(row.created_ms)
    return [
      {
        key: uid,
        uid,
        article,
        start,
        end,
        ...(!isPresent && { revision: number(revision.number) }),
        ...(row.anchor === 'gone' && { gone: true }),
        tag: key(row.tag_id),
        speaker: key(row.speaker_id),
        onBehalfOf: key(row.on_behalf_of_id),
        targets: (targets.get(row.id) ?? []).flatMap((target) => key(target.party_id) ?? []),
        issues: (issues.get(row.id) ?? []).flatMap((issue) => key(issue.issue_id) ?? []),
        stance: valid(row.stance, stanceSchema, dropped),
        intensity: valid(row.intensity, intensitySchema, dropped),
        attribution: valid(row.attribution, attributionSchema, dropped),
        reportedBy: json(row.reported_by, sourcesSchema, []),
        stated: valid(row.stated, partialDateSchema, dropped),
        condition: textOrNull(row.condition),
        consequence: textOrNull(row.consequence),
        deadline: textOrNull(row.deadline),
        confidence: valid(row.confidence, confidenceSchema, dropped),
        translation: textOrNull(row.translation),
        translationLanguage: valid(row.translation_language, languageSchema, dropped),
        note: textOrNull(row.note),
        important: row.important === 1,
        status: annotationStatusSchema.safeParse(row.status).data ?? 'draft',
        fields: fieldsOf(values.get(row.id) ?? [], fields),
        coder: coders.get(row.coder_id) ?? null,
        ...(Number.isSafeInteger(created) && { createdAt: created }),
      },
    ]
  })
}

/** By the name of the field, with values of its type. */
function fieldsOf(values: readonly Rows['annotation_field'][number][], fields: ReadonlyMap<ForeignValue, Rows['tag_field'][number]>) {
  return Object.fromEntries(
    values.flatMap(({ field_id, value }): [string, FieldValue][] => {
      const field = fields.get(field_id)
      const written = text(value)
      if (!field || written === '') return []
      const own = field.type === 'number' ? Number(written) : field.type === 'yes-no' ? written === 'yes' : written
      return [[text(field.name), own]]
    }),
  )
}
