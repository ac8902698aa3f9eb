/**
 * The full codebook: when to use an issue, examples picked from annotations, affiliations of parties with dates; what an analyst
 * decided about a passage that a corrected text no longer holds; and the history of one row, found at once.
 */
export const sql = `
ALTER TABLE issue ADD COLUMN use_when TEXT NOT NULL DEFAULT '';
ALTER TABLE issue ADD COLUMN use_not TEXT NOT NULL DEFAULT '';

-- An annotation that shows what a tag or an issue means.
CREATE TABLE codebook_example(
  id INTEGER PRIMARY KEY AUTOINCREMENT, tag_id INTEGER REFERENCES tag(id), issue_id INTEGER REFERENCES issue(id),
  annotation_id INTEGER NOT NULL REFERENCES annotation(id), position INTEGER NOT NULL,
  CHECK((tag_id IS NULL) <> (issue_id IS NULL)), UNIQUE(tag_id, annotation_id), UNIQUE(issue_id, annotation_id)) STRICT;
CREATE INDEX ix_example_issue ON codebook_example(issue_id) WHERE issue_id IS NOT NULL;
CREATE INDEX ix_example_annotation ON codebook_example(annotation_id);

-- A party belongs to another for a time: partial dates as text, null where it is not known.
CREATE TABLE party_affiliation(
  id INTEGER PRIMARY KEY AUTOINCREMENT, party_id INTEGER NOT NULL REFERENCES party(id), with_id INTEGER NOT NULL REFERENCES party(id),
  since TEXT, until TEXT, note TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL, CHECK(party_id <> with_id)) STRICT;
CREATE INDEX ix_affiliation_party ON party_affiliation(party_id);
CREATE INDEX ix_affiliation_with ON party_affiliation(with_id);

-- The history of one row: what happened to this annotation, and who changed since what is to be taken back.
CREATE INDEX ix_change_row ON change(tbl, row_id);

-- 'gone': the analyst has confirmed that the passage is no longer in the article; the annotation keeps its earlier revision.
ALTER TABLE annotation ADD COLUMN anchor TEXT NOT NULL DEFAULT 'placed' CHECK(anchor IN ('placed','gone'));
-- Why a text was replaced, and by whom.
ALTER TABLE revision ADD COLUMN note TEXT;
ALTER TABLE revision ADD COLUMN coder_id INTEGER REFERENCES coder(id);

-- Who else has this value: a party in a field of one's own.
CREATE INDEX ix_field_value ON annotation_field(field_id, value);
`
