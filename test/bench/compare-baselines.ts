/**
 * The questions of comparing, put to SQLite as well as can be: one narrow row for each statement and issue, in memory, under an index that
 * covers the question. Medians in milliseconds of the processor.
 */
import type Database from 'better-sqlite3'
import { median } from './index.ts'

export interface Baselines {
  /** Reading all that the columns hold, as arrays. */
  read: number
  /** Cells with their number of statements and the quote of the newest, of everything and filtered. */
  matrix: number
  filtered: number
  timeline: number
  /** Pairs of parties that took the same side, or opposite ones, on an issue. */
  network: number
  /** Pairs of parties in one article. */
  coOccurrence: number
}

/** Tags, first day and outlets of the filtered matrix. */
export const FILTERED = { tags: [1, 2, 3], from: 20_400, outlets: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }

const WHERE = `day >= ${FILTERED.from} AND tag IN (${FILTERED.tags.join()}) AND outlet IN (${FILTERED.outlets.join()})`
const cells = (where: string): string => `WITH found AS (
    SELECT party, issue, count(*) AS statements,
      (SELECT annotation FROM side.cell y INDEXED BY cell_newest WHERE y.party = x.party AND y.issue = x.issue AND ${where} ORDER BY day DESC LIMIT 1) AS newest
    FROM side.cell x INDEXED BY cell_newest WHERE ${where} GROUP BY party, issue)
  SELECT found.*, n.quote FROM found JOIN annotation n ON n.id = found.newest`
const NETWORK = `WITH sides AS MATERIALIZED (SELECT DISTINCT party, issue, stance FROM side.cell INDEXED BY cell_side WHERE stance IN ('supports', 'opposes'))
  SELECT a.party, b.party, sum(a.stance = b.stance), sum(a.stance <> b.stance) FROM sides a JOIN sides b ON b.issue = a.issue AND b.party > a.party GROUP BY 1, 2`
const CO_OCCURRENCE = `WITH voices AS MATERIALIZED (SELECT DISTINCT article_id AS article, speaker_id AS party FROM annotation INDEXED BY ix_annotation_facets)
  SELECT a.party, b.party, count(*) FROM voices a JOIN voices b ON b.article = a.article AND b.party > a.party GROUP BY 1, 2`
const READ = `SELECT n.id, n.article_id, n.speaker_id, n.tag_id, n.stance, n.intensity, n.attribution, n.stated_day, n.created_ms, n.coder_id, n.status, n.confidence,
    n.important, a.published_day, a.outlet_id, a.story_id, a.reliability, a.credibility, x.issue_id
  FROM annotation n JOIN article a ON a.id = n.article_id LEFT JOIN annotation_issue x ON x.annotation_id = n.id ORDER BY n.id`

export function baselines(db: Database.Database): Baselines {
  db.pragma('cache_size = -65536')
  db.exec(`
    ATTACH ':memory:' AS side;
    CREATE TABLE side.cell(party INTEGER, issue INTEGER, day INTEGER, tag INTEGER, outlet INTEGER, stance TEXT, annotation INTEGER) STRICT;
    INSERT INTO side.cell SELECT n.speaker_id, x.issue_id, ifnull(n.stated_day, a.published_day), n.tag_id, a.outlet_id, n.stance, n.id
      FROM annotation n JOIN article a ON a.id = n.article_id JOIN annotation_issue x ON x.annotation_id = n.id;
    CREATE INDEX side.cell_newest ON cell(party, issue, day, tag, outlet, annotation);
    CREATE INDEX side.cell_side ON cell(party, issue, stance);
    CREATE INDEX side.cell_day ON cell(day, tag, party);`)
  const of = (sql: string): number => {
    const statement = db.prepare(sql).raw()
    const times: number[] = []
    // Long ones are their own median.
    for (let round = 0; round < 5 && (times[0] ?? 0) < 2_000; round += 1) {
      const start = process.cpuUsage()
      statement.all()
      const { user, system } = process.cpuUsage(start)
      times.push((user + system) / 1_000)
    }
    return median(times)
  }
  const times = {
    read: of(READ),
    matrix: of(cells('true')),
    filtered: of(cells(WHERE)),
    timeline: of('SELECT day, party, tag, count(*) FROM side.cell INDEXED BY cell_day GROUP BY day, tag, party'),
    network: of(NETWORK),
    coOccurrence: of(CO_OCCURRENCE),
  }
  db.exec('DETACH side')
  return times
}
