/** What the columns of statements must say, worked out from the evidence itself and from plain rows. */
import { byDate } from '../../../src/core/compare/order.ts'
import { ATTRIBUTIONS, CONFIDENCES, STANCES, STATUSES, UNDATED, type StatementColumns } from '../../../src/core/compare/statements.ts'
import { filteredEvidence } from '../../../src/core/store/filtered.ts'
import type { ReadDb } from '../../../src/core/store/types.ts'
import { dayRange } from '../../../src/shared/domain/partial-date.ts'

const firstDay = (date: string | null): number => (date === null ? UNDATED : dayRange(date).first)

/** Every statement as one object, in order of time. */
export function expectedStatements(db: ReadDb): object[] {
  return filteredEvidence(db, {})
    .toSorted(byDate)
    .map((evidence) => {
      const { id, articleId, speakerId, tagId, stance, intensity, attribution, issueIds, targetIds, storyId, status, confidence } = evidence
      const row = db.get<{ created: number; coder: number; outlet: number | null; published: string | null }>(
        `SELECT n.created_ms AS created, n.coder_id AS coder, a.outlet_id AS outlet, a.published
         FROM annotation n JOIN article a ON a.id = n.article_id WHERE n.id = ?`,
        [id],
      )
      return {
        id,
        articleId,
        speakerId,
        tagId,
        stance,
        intensity,
        attribution,
        issueIds,
        targetIds,
        storyId,
        status,
        confidence,
        day: firstDay(evidence.date),
        publishedDay: firstDay(row?.published ?? null),
        isStated: evidence.dateFrom === 'statement',
        createdMs: row?.created,
        outletId: row?.outlet,
        coderId: row?.coder,
        reliability: evidence.reliability,
        credibility: evidence.credibility,
        important: evidence.important,
      }
    })
}

/** The same, as the columns have it. */
export function statementsOf(columns: StatementColumns): object[] {
  const idOrNull = (id: number | undefined): number | null => (id === undefined || id === 0 ? null : id)
  return Array.from({ length: columns.count }, (_, row) => ({
    id: columns.id[row],
    articleId: columns.articleId[row],
    speakerId: idOrNull(columns.speakerId[row]),
    tagId: columns.tagId[row],
    stance: STANCES[columns.stance[row] ?? -1],
    intensity: idOrNull(columns.intensity[row]),
    attribution: ATTRIBUTIONS[columns.attribution[row] ?? -1],
    issueIds: Array.from(columns.issueId.subarray(columns.issueStart[row], columns.issueStart[row + 1])),
    targetIds: Array.from(columns.targetId.subarray(columns.targetStart[row], columns.targetStart[row + 1])),
    storyId: idOrNull(columns.storyId[row]),
    status: STATUSES[columns.status[row] ?? -1],
    confidence: CONFIDENCES[columns.confidence[row] ?? -1],
    day: columns.day[row],
    publishedDay: columns.publishedDay[row],
    isStated: columns.isStated[row] === 1,
    createdMs: columns.createdMs[row],
    outletId: idOrNull(columns.outletId[row]),
    coderId: columns.coderId[row],
    reliability: columns.reliability[row] === 0 ? null : 'ABCDEF'[(columns.reliability[row] ?? 0) - 1],
    credibility: idOrNull(columns.credibility[row]),
    important: columns.important[row] === 1,
  }))
}

/** Lengths of all arrays, of which each must be exactly as long as there are rows or links. */
export function areExact(columns: StatementColumns): boolean {
  const { count, issueStart, issueId, targetStart, targetId, ...rest } = columns
  return (
    Object.values(rest).every((array) => array.length === count) &&
    issueStart.length === count + 1 &&
    targetStart.length === count + 1 &&
    issueStart[count] === issueId.length &&
    targetStart[count] === targetId.length
  )
}
