/**
 * A coded library for the bench of comparing: 60 parties × 40 issues, ten annotations an article, each with stance, date, issue and
 * attribution, some with a party addressed, and stories told by several outlets. Seeded by the ids, the same in every run.
 */
import type Database from 'better-sqlite3'
import type { RealCore } from '../helpers/real-core.ts'
import { manyArticles } from './table-library.ts'

const ISSUES = 40

/** A number below `below` that looks random and is the same for the same id. */
const drawn = (id: string, salt: number, below: number): string => `(((${id} * 2654435761 + ${salt} * 40503) % 4294967296) >> 9) % ${below}`

/** A core on such a library; `look` sees the file before the core takes hold of it. */
export function codedArticles<T>(count: number, look: (db: Database.Database) => T): Promise<{ real: RealCore; seen: T }> {
  return manyArticles(count, (db) => {
    code(db)
    return look(db)
  })
}

function code(db: Database.Database): void {
  db.pragma('foreign_keys = OFF')
  db.exec('BEGIN')
  const issue = db.prepare('INSERT INTO issue(id, uid, parent_id, name, name_fold, position) VALUES (?, ?, ?, ?, ?, ?)')
  // Eight trees of five.
  for (let id = 1; id <= ISSUES; id++)
    issue.run(id, `9999${id}`, id % 5 === 1 ? null : id - ((id - 1) % 5), `Issue ${id}`, `issue ${id}`, id)
  db.exec(`
    UPDATE party SET parent_id = CASE WHEN id % 3 = 1 THEN NULL ELSE id - (id - 1) % 3 END;
    UPDATE annotation SET
      stance = CASE ${drawn('id', 1, 7)} WHEN 0 THEN 'supports' WHEN 1 THEN 'opposes' WHEN 2 THEN 'conditional' WHEN 3 THEN 'neutral' WHEN 4 THEN 'declined' END,
      intensity = nullif(${drawn('id', 2, 6)}, 0),
      attribution = CASE ${drawn('id', 3, 5)} WHEN 0 THEN 'direct' WHEN 1 THEN 'paraphrase' WHEN 2 THEN 'anonymous' WHEN 3 THEN 'outlet' END,
      stated_day = CASE WHEN ${drawn('id', 4, 4)} = 0 THEN 20000 + ${drawn('id', 5, 700)} END,
      important = ${drawn('id', 6, 10)} = 0;
    UPDATE annotation SET stated = date(stated_day * 86400, 'unixepoch') WHERE stated_day IS NOT NULL;
    INSERT INTO annotation_issue(annotation_id, issue_id, position) SELECT id, 1 + ${drawn('id', 7, ISSUES)}, 1 FROM annotation;
    INSERT INTO annotation_target(annotation_id, party_id, position) SELECT id, 1 + ${drawn('id', 8, 60)}, 1 FROM annotation WHERE id % 4 = 0;
    INSERT INTO story(id, uid) SELECT id, 'story' || id FROM article WHERE id % 20 = 0;
    UPDATE article SET story_id = id - id % 20 WHERE id % 20 < 3 AND id >= 20;
    UPDATE article SET reliability = substr('ABCDEF', 1 + ${drawn('id', 9, 6)}, 1), credibility = 1 + ${drawn('id', 10, 6)} WHERE id % 2 = 0;`)
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
}
