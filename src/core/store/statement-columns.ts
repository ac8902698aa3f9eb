/**
 * The columns of an open library (core/compare/statements.ts), read from the store in order of time: first day of the stated date, else of
 * the publication, undated first; then the text of the time of day; then id. The same order as compare/order.ts gives to evidence.
 */
import { ATTRIBUTIONS, CONFIDENCES, STANCES, STATUSES, UNDATED, type StatementColumns } from '../compare/statements.ts'
import type { ReadDb } from './types.ts'

interface Row {
  id: number
  articleId: number
  speakerId: number
  tagId: number
  stance: (typeof STANCES)[number]
  intensity: number
  attribution: (typeof ATTRIBUTIONS)[number]
  day: number
  time: string
  publishedDay: number
  isStated: number
  createdMs: number
  outletId: number
  storyId: number
  reliability: string | null
  credibility: number
  coderId: number
  status: (typeof STATUSES)[number]
  confidence: (typeof CONFIDENCES)[number]
  important: number
}

const ROWS = `SELECT n.id, n.article_id AS articleId, ifnull(n.speaker_id, 0) AS speakerId, n.tag_id AS tagId, n.stance, ifnull(n.intensity, 0) AS intensity,
    n.attribution, ifnull(ifnull(n.stated_day, a.published_day), ${UNDATED}) AS day, ifnull(substr(ifnull(n.stated, a.published), 11), '') AS time,
    ifnull(a.published_day, ${UNDATED}) AS publishedDay, n.stated_day IS NOT NULL AS isStated, n.created_ms AS createdMs,
    ifnull(a.outlet_id, 0) AS outletId, ifnull(a.story_id, 0) AS storyId, a.reliability, ifnull(a.credibility, 0) AS credibility,
    n.coder_id AS coderId, n.status, n.confidence, n.important
  FROM annotation n JOIN article a ON a.id = n.article_id
  ORDER BY day, time, n.id`

/** All annotations of the open library. The arrays belong to the store: nobody writes into them. */
export function statementColumns(db: ReadDb): StatementColumns {
  const rows = db.all<Row>(ROWS)
  const ints = (value: (row: Row) => number): Int32Array => Int32Array.from(rows, value)
  const bytes = (value: (row: Row) => number): Uint8Array => Uint8Array.from(rows, value)
  const id = ints((row) => row.id)
  const issues = linksOf(db, 'annotation_issue', 'issue_id', id)
  const targets = linksOf(db, 'annotation_target', 'party_id', id)
  return {
    count: rows.length,
    id,
    articleId: ints((row) => row.articleId),
    speakerId: ints((row) => row.speakerId),
    tagId: ints((row) => row.tagId),
    stance: bytes((row) => STANCES.indexOf(row.stance)),
    intensity: bytes((row) => row.intensity),
    attribution: bytes((row) => ATTRIBUTIONS.indexOf(row.attribution)),
    day: ints((row) => row.day),
    time: ints((row) => timeRank(row.time)),
    publishedDay: ints((row) => row.publishedDay),
    isStated: bytes((row) => row.isStated),
    createdMs: Float64Array.from(rows, (row) => row.createdMs),
    outletId: ints((row) => row.outletId),
    storyId: ints((row) => row.storyId),
    reliability: bytes((row) => (row.reliability === null ? 0 : ' ABCDEF'.indexOf(row.reliability))),
    credibility: bytes((row) => row.credibility),
    coderId: ints((row) => row.coderId),
    status: bytes((row) => STATUSES.indexOf(row.status)),
    confidence: bytes((row) => CONFIDENCES.indexOf(row.confidence)),
    important: bytes((row) => row.important),
    issueStart: issues.start,
    issueId: issues.to,
    targetStart: targets.start,
    targetId: targets.to,
  }
}

function linksOf(db: ReadDb, table: string, column: string, ids: Int32Array): { start: Int32Array; to: Int32Array } {
  const links = db.all<{ at: number; to: number }>(`SELECT annotation_id AS at, ${column} AS "to" FROM ${table} ORDER BY position, id`)
  const byId = Map.groupBy(links, (link) => link.at)
  const start = new Int32Array(ids.length + 1)
  const to = new Int32Array(links.length)
  let place = 0
  ids.forEach((id, row) => {
    for (const link of byId.get(id) ?? []) to[place++] = link.to
    start[row + 1] = place
  })
  return { start, to }
}

/**
 * Number of the text of a time of day ("T14:30+05:00"), in the order of such texts; 0 for none. Within a minute: without a zone, then "+",
 * "-" and "Z", as their letters follow each other.
 */
export function timeRank(text: string): number {
  if (text === '') return 0
  const minute = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6))
  const sign = text.charAt(6)
  const offset = Number(text.slice(7, 9)) * 60 + Number(text.slice(10, 12))
  return 1 + minute * 4_096 + (sign === '+' ? 1 + offset : sign === '-' ? 1_001 + offset : sign === 'Z' ? 3_000 : 0)
}
