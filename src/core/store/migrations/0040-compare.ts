/**
 * Comparing and following up: events on the axis of time, what the analyst says of a cell of the matrix, checks of what was promised,
 * statements that are not one thread, and the reports that were made.
 */
export const sql = `
-- Rounds of talks, ceasefires, incidents: bands behind the marks of the timeline. Partial dates; no end: a single day (or month, or year).
CREATE TABLE event(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL CHECK(title <> ''),
  kind TEXT NOT NULL CHECK(kind IN ('round','ceasefire','agreement','incident','other')), starts TEXT NOT NULL, ends TEXT, place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', created_ms INTEGER NOT NULL) STRICT;

-- A cell of the matrix is an issue (null: none) and a party at a level of rolling up; the same party is another cell at another level.
-- seen: ids of the statements that were in the cell when the summary was last confirmed; what is not among them is newer evidence.
CREATE TABLE cell_summary(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, issue_id INTEGER REFERENCES issue(id), party_id INTEGER NOT NULL REFERENCES party(id),
  level TEXT NOT NULL CHECK(level IN ('speaker','organisation','side')), text TEXT NOT NULL CHECK(text <> ''),
  seen TEXT NOT NULL DEFAULT '[]' CHECK(json_type(seen) = 'array'), coder_id INTEGER NOT NULL REFERENCES coder(id), written_ms INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX ix_summary_cell ON cell_summary(party_id, ifnull(issue_id, 0), level);
CREATE INDEX ix_summary_issue ON cell_summary(issue_id) WHERE issue_id IS NOT NULL;
CREATE TABLE cell_summary_quote(
  id INTEGER PRIMARY KEY AUTOINCREMENT, summary_id INTEGER NOT NULL REFERENCES cell_summary(id), annotation_id INTEGER NOT NULL REFERENCES annotation(id),
  position INTEGER NOT NULL, UNIQUE(summary_id, annotation_id)) STRICT;
CREATE INDEX ix_summary_quote ON cell_summary_quote(annotation_id);

-- What the analyst reads out of a cell where the rules read something else. Null: as the rules say. seen: as above.
CREATE TABLE cell_override(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, issue_id INTEGER REFERENCES issue(id), party_id INTEGER NOT NULL REFERENCES party(id),
  level TEXT NOT NULL CHECK(level IN ('speaker','organisation','side')),
  stance TEXT CHECK(stance IN ('supports','opposes','conditional','neutral','declined')),
  trend TEXT CHECK(trend IN ('new','repeated','hardened','softened','reversed')), reason TEXT NOT NULL CHECK(reason <> ''),
  seen TEXT NOT NULL DEFAULT '[]' CHECK(json_type(seen) = 'array'), coder_id INTEGER NOT NULL REFERENCES coder(id), written_ms INTEGER NOT NULL,
  CHECK(stance IS NOT NULL OR trend IS NOT NULL)) STRICT;
CREATE UNIQUE INDEX ix_override_cell ON cell_override(party_id, ifnull(issue_id, 0), level);
CREATE INDEX ix_override_issue ON cell_override(issue_id) WHERE issue_id IS NOT NULL;

-- A commitment as a monitor reads it: what is to be done, and against what it is measured.
ALTER TABLE thread ADD COLUMN measure TEXT;
ALTER TABLE thread ADD COLUMN standard TEXT;
-- Who overrode the status and when; seen: ids of its statements and checks at that time, as {"members":[…],"checks":[…]}.
ALTER TABLE thread ADD COLUMN status_coder_id INTEGER REFERENCES coder(id);
ALTER TABLE thread ADD COLUMN status_ms INTEGER;
ALTER TABLE thread ADD COLUMN status_seen TEXT CHECK(status_seen IS NULL OR json_type(status_seen) = 'object');
-- A check that was held: when (partial date), by whom, and what it found.
CREATE TABLE thread_check(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, thread_id INTEGER NOT NULL REFERENCES thread(id), checked TEXT NOT NULL,
  result TEXT NOT NULL CHECK(result IN ('met','not-met','unclear')), by_id INTEGER REFERENCES party(id), note TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL) STRICT;
CREATE INDEX ix_check_thread ON thread_check(thread_id);
CREATE INDEX ix_check_by ON thread_check(by_id) WHERE by_id IS NOT NULL;
CREATE TABLE thread_check_quote(
  id INTEGER PRIMARY KEY AUTOINCREMENT, check_id INTEGER NOT NULL REFERENCES thread_check(id), annotation_id INTEGER NOT NULL REFERENCES annotation(id),
  position INTEGER NOT NULL, UNIQUE(check_id, annotation_id)) STRICT;
CREATE INDEX ix_check_quote ON thread_check_quote(annotation_id);
-- Two statements that look like one thread, of which the analyst said that they are not.
CREATE TABLE thread_apart(
  id INTEGER PRIMARY KEY AUTOINCREMENT, annotation_id INTEGER NOT NULL REFERENCES annotation(id), other_id INTEGER NOT NULL REFERENCES annotation(id),
  CHECK(annotation_id < other_id), UNIQUE(annotation_id, other_id)) STRICT;
CREATE INDEX ix_thread_apart_other ON thread_apart(other_id);

-- Reports that were made, so that one can ask what is new since. Kept beside the history, like reports of imports. seq: the last step before it.
CREATE TABLE report_run(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, coder_id INTEGER NOT NULL REFERENCES coder(id), at_ms INTEGER NOT NULL,
  seq INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL CHECK(json_valid(input))) STRICT;
`
