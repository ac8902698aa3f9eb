/** Stores annotations of one article of a project, and takes from those that are here what was chosen. Quotes are cut from the text here. */
import { LONGEST_NOTE, type AnnotationPatch } from '../../shared/domain/annotation.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'
import type { ProjectTake } from '../../shared/domain/import-project.ts'
import type { FieldPatch } from '../../shared/domain/tag-field.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { quoteContext } from '../../shared/text/anchor.ts'
import type { ProjectArticle } from '../importers/project.ts'
import type { WriteContext } from '../session.ts'
import { writeFields } from '../store/annotation-fields.ts'
import { updateAnnotation } from '../store/annotations.ts'
import { flag } from '../store/rows.ts'
import type { WriteDb } from '../store/types.ts'
import { coderIdOf } from './coders.ts'
import { annotationDifferences, codingOf, type Coding, type References } from './coding.ts'
import { isTaken, merged } from './differences.ts'
import type { PlannedAnnotation } from './plan-annotations.ts'
import { placingIn, type Place } from './placing.ts'
import type { Tally } from './tally.ts'

export interface AnnotationWrite {
  readonly refs: References
  readonly take: ProjectTake
  readonly context: WriteContext
  readonly tally: Tally
}

/** Returns how many were written, and how many values of ones that are here were left as they are. */
export function writeAnnotations(
  db: WriteDb,
  { article, articleId }: { article: ProjectArticle; articleId: number },
  planned: readonly PlannedAnnotation[],
  how: AnnotationWrite,
): number {
  const { refs, take, context, tally } = how
  const placeOf = placingIn(db, article, articleId)
  let written = 0
  let added = 0
  for (const one of planned) {
    const coding = codingOf(one, refs)
    tally.add('references', coding.missing)
    tally.add('fields', coding.fieldsLost)
    if (one.here) {
      const found = annotationDifferences(one.here, one, coding, refs)
      const seen = one.seen === undefined ? undefined : one.seen === null ? [] : annotationDifferences(one.seen, one, coding, refs)
      const taken = found.filter((difference) => isTaken(take, difference, seen))
      tally.add('differences-left', found.length - taken.length)
      if (taken.length === 0) continue
      const fields = taken.reduce<FieldPatch>((all, difference) => ({ ...all, ...difference.patch.fields }), {})
      const { fields: _, ...patch }: AnnotationPatch = merged(taken)
      if (Object.keys(patch).length > 0) updateAnnotation(db, one.here.id, patch, context)
      for (const [field, value] of Object.entries(fields)) if (value !== null) setField(db, one.here.id, field, value, how)
      written += 1
      continue
    }
    const place = placeOf(one.annotation)
    if (typeof place === 'string') {
      tally.add(place)
      continue
    }
    if (place.widened) tally.add('annotations-widened')
    const id = insert(db, one, { articleId, place, coding, context })
    for (const [field, value] of Object.entries(coding.fields)) setField(db, id, field, value, how)
    added += 1
  }
  if (added > 0) db.run("UPDATE article SET status = 'coding' WHERE id = ? AND status = 'new'", [articleId])
  return written + added
}

/** A value that does not fit its field here is left and counted. */
function setField(db: WriteDb, id: number, field: string, value: string | number | boolean, { context, tally }: AnnotationWrite): void {
  try {
    writeFields(db, id, { [field]: value }, context.uid)
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error
    tally.add('fields')
  }
}

function insert(
  db: WriteDb,
  { uid, annotation }: PlannedAnnotation,
  { articleId, place, coding, context }: { articleId: number; place: Place; coding: Coding; context: WriteContext },
): number {
  const { createdAt = context.now, gone = false, coder } = annotation
  const { stated = null } = coding
  const id = db.run(
    `INSERT INTO annotation(uid, article_id, revision_id, start_u16, end_u16, quote, prefix, suffix, tag_id, speaker_id, on_behalf_of_id, stance, intensity,
       attribution, reported_by, stated, stated_day, condition, consequence, deadline, confidence, translation, translation_language, note, important, status,
       coder_id, created_ms, changed_ms, anchor)
     VALUES (@uid, @articleId, @revisionId, @start, @end, @quote, @prefix, @suffix, @tagId, @speakerId, @onBehalfOfId, @stance, @intensity,
       @attribution, @reportedBy, @stated, @statedDay, @condition, @consequence, @deadline, @confidence, @translation, @translationLanguage, @note, @important, @status,
       @coder, @createdAt, @createdAt, @anchor)`,
    {
      uid: uid ?? context.uid(),
      articleId,
      revisionId: place.revisionId,
      start: place.start,
      end: place.end,
      ...quoteContext(place.text, place.start, place.end),
      tagId: coding.tagId,
      speakerId: coding.speakerId,
      onBehalfOfId: coding.onBehalfOfId,
      stance: coding.stance ?? null,
      intensity: coding.intensity ?? null,
      attribution: coding.attribution ?? null,
      reportedBy: JSON.stringify(coding.reportedBy ?? []),
      stated,
      statedDay: stated === null ? null : dayRange(stated).first,
      condition: text(coding.condition),
      consequence: text(coding.consequence),
      deadline: text(coding.deadline),
      confidence: coding.confidence ?? null,
      translation: text(coding.translation),
      translationLanguage: coding.translationLanguage ?? null,
      note: text(coding.note),
      important: flag(coding.important ?? false),
      status: coding.status ?? 'draft',
      coder: coderIdOf(db, coder, context),
      createdAt,
      anchor: gone ? 'gone' : 'placed',
    },
  ).lastId
  link(db, 'annotation_target', 'party_id', id, coding.targetIds)
  link(db, 'annotation_issue', 'issue_id', id, coding.issueIds)
  return id
}

function link(
  db: WriteDb,
  table: 'annotation_target' | 'annotation_issue',
  column: 'party_id' | 'issue_id',
  id: number,
  ids: readonly number[],
): void {
  ids.forEach((linked, position) => {
    db.run(`INSERT INTO ${table}(annotation_id, ${column}, position) VALUES (?, ?, ?)`, [id, linked, position])
  })
}

/** Blank is nothing; what is longer than a note can be is cut. */
const text = (value: string | null | undefined): string | null =>
  value === undefined || value === null || value.trim() === '' ? null : value.slice(0, LONGEST_NOTE).toWellFormed()
