/**
 * The library grown up: stories told by several outlets, passages that are not text, pages of a source, further metadata, reports of
 * imports that can be read again, and an index over what was coded beside the one over the articles. Index tables hold no copy of a
 * text; what makes them writes `index_version` into meta once they are whole.
 */
export const sql = `
-- Articles that tell the same story, such as copies of one wire report. Nothing is ever deleted because of it.
CREATE TABLE story(id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE) STRICT;
ALTER TABLE article ADD COLUMN story_id INTEGER REFERENCES story(id);
CREATE INDEX ix_article_story ON article(story_id) WHERE story_id IS NOT NULL;
-- Two articles that look alike, of which the analyst said that they are not the same story.
CREATE TABLE story_apart(
  id INTEGER PRIMARY KEY AUTOINCREMENT, article_id INTEGER NOT NULL REFERENCES article(id), other_id INTEGER NOT NULL REFERENCES article(id),
  CHECK(article_id < other_id), UNIQUE(article_id, other_id)) STRICT;
CREATE INDEX ix_apart_other ON story_apart(other_id);
-- What a text is alike by; derived, follows the article and is not part of the history.
CREATE TABLE article_signature(article_id INTEGER PRIMARY KEY, revision_id INTEGER NOT NULL, signature BLOB NOT NULL) STRICT;
CREATE TABLE article_band(band INTEGER NOT NULL, key INTEGER NOT NULL, article_id INTEGER NOT NULL, PRIMARY KEY(band, key, article_id)) STRICT, WITHOUT ROWID;
CREATE INDEX ix_band_article ON article_band(article_id);

-- Further metadata by name, as a JSON object of texts: section, database number, recipients of a mail.
ALTER TABLE article ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK(json_type(details) = 'object');
-- Where the pages of the source begin: JSON array of [UTF-16 offset, label]; and which part of a file with many articles this is, from 1.
ALTER TABLE revision ADD COLUMN pages TEXT CHECK(pages IS NULL OR json_type(pages) = 'array');
ALTER TABLE revision ADD COLUMN part INTEGER;
CREATE INDEX ix_revision_original ON revision(original_id) WHERE original_id IS NOT NULL;

-- Captions, boilerplate and the like: kept and shown grey, left out of search and reports. UTF-16 units into the text of the revision.
CREATE TABLE not_text(
  id INTEGER PRIMARY KEY AUTOINCREMENT, article_id INTEGER NOT NULL REFERENCES article(id), revision_id INTEGER NOT NULL REFERENCES revision(id),
  start_u16 INTEGER NOT NULL, end_u16 INTEGER NOT NULL, kind TEXT NOT NULL CHECK(kind IN ('caption','boilerplate','navigation','other')),
  CHECK(start_u16 >= 0 AND end_u16 > start_u16)) STRICT;
CREATE INDEX ix_not_text ON not_text(article_id, start_u16);

ALTER TABLE collection ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
-- Tags, speakers and coders of each article, for the facets, from the index alone.
CREATE INDEX ix_annotation_facets ON annotation(article_id, tag_id, speaker_id, coder_id);

-- Reports of imports: kept beside the history, so that they can be read again. An article named here may have been removed since.
-- step_seq: the step of the history that brought the article.
CREATE TABLE import_run(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, coder_id INTEGER NOT NULL REFERENCES coder(id), began_ms INTEGER NOT NULL, ended_ms INTEGER,
  state TEXT NOT NULL CHECK(state IN ('running','done','cancelled','failed'))) STRICT;
CREATE TABLE import_line(
  run_id INTEGER NOT NULL REFERENCES import_run(id), n INTEGER NOT NULL, name TEXT NOT NULL, part INTEGER, format TEXT, outcome TEXT NOT NULL, article_id INTEGER, title TEXT,
  problem TEXT CHECK(problem IS NULL OR json_type(problem) = 'object'), lost TEXT NOT NULL DEFAULT '[]' CHECK(json_type(lost) = 'array'),
  step_seq INTEGER, PRIMARY KEY(run_id, n)) STRICT, WITHOUT ROWID;
-- How the columns of a table were read the last time, by the names in its head.
CREATE TABLE import_mapping(id INTEGER PRIMARY KEY AUTOINCREMENT, head TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL CHECK(json_valid(mapping)), used_ms INTEGER NOT NULL) STRICT;

-- Folded tokens written by the app. about: outlet, author, address, note and further metadata. Apart from the texts, so that
-- correcting the metadata of thousands of articles does not index their texts anew.
DROP TABLE article_fts;
CREATE VIRTUAL TABLE article_fts USING fts5(body, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE article_head_fts USING fts5(title, about, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE annotation_fts USING fts5(quote, note, translation, content='', contentless_delete=1, tokenize='ascii');
`
