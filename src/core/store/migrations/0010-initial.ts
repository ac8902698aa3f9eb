/**
 * The first schema: the whole data model. Offsets are UTF-16 units into revision.text; days are whole days since 1970-01-01 (UTC);
 * moments are milliseconds since 1970-01-01. Integer ids are never reused (AUTOINCREMENT), because the history names rows by id.
 * Texts and original bytes are immutable and stay outside the history; everything an analyst can change is inside it.
 */
export const sql = `
CREATE TABLE meta(k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE coder(id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE CHECK(name <> '')) STRICT;

CREATE TABLE outlet(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL CHECK(name <> ''), name_fold TEXT NOT NULL UNIQUE) STRICT;

-- The file as it came, byte for byte.
CREATE TABLE original(
  id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, media_type TEXT NOT NULL, encoding TEXT NOT NULL,
  bytes BLOB NOT NULL, added_ms INTEGER NOT NULL) STRICT;

-- Text of an article, never changed. article_id has no foreign key on purpose: the text stays when the article is removed, so that undo can bring it back.
CREATE TABLE revision(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, article_id INTEGER NOT NULL, number INTEGER NOT NULL CHECK(number > 0),
  original_id INTEGER REFERENCES original(id), text TEXT NOT NULL CHECK(length(text) > 0), text_hash TEXT NOT NULL, chars INTEGER NOT NULL,
  added_ms INTEGER NOT NULL, UNIQUE(article_id, number)) STRICT;
CREATE INDEX ix_revision_hash ON revision(text_hash);
CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'the text of a revision never changes'); END;
CREATE TRIGGER original_frozen BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'an original never changes'); END;

CREATE TABLE article(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, revision_id INTEGER NOT NULL REFERENCES revision(id),
  outlet_id INTEGER REFERENCES outlet(id), title TEXT NOT NULL CHECK(title <> ''), author TEXT,
  published TEXT, published_day INTEGER, url TEXT, language TEXT, direction TEXT NOT NULL CHECK(direction IN ('ltr','rtl')), translated_from TEXT,
  reliability TEXT CHECK(reliability IN ('A','B','C','D','E','F')), credibility INTEGER CHECK(credibility BETWEEN 1 AND 6), note TEXT,
  status TEXT NOT NULL DEFAULT 'new' CHECK(status IN ('new','coding','coded')),
  annotations INTEGER NOT NULL DEFAULT 0, chars INTEGER NOT NULL, added_ms INTEGER NOT NULL, changed_ms INTEGER NOT NULL) STRICT;
CREATE INDEX ix_article_day ON article(published_day DESC, id DESC);
CREATE INDEX ix_article_outlet ON article(outlet_id, published_day DESC, id DESC);

-- Folded tokens written by the app (CJK as overlapping bigrams); rowid is article.id; holds no copy of the text.
CREATE VIRTUAL TABLE article_fts USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii');

CREATE TABLE collection(id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, parent_id INTEGER REFERENCES collection(id), name TEXT NOT NULL CHECK(name <> '')) STRICT;
CREATE TABLE article_collection(
  id INTEGER PRIMARY KEY AUTOINCREMENT, article_id INTEGER NOT NULL REFERENCES article(id), collection_id INTEGER NOT NULL REFERENCES collection(id),
  UNIQUE(collection_id, article_id)) STRICT;
CREATE INDEX ix_article_collection ON article_collection(article_id);

CREATE TABLE tag(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE, parent_id INTEGER REFERENCES tag(id),
  name TEXT NOT NULL CHECK(name <> ''), letter TEXT, hue TEXT NOT NULL, definition TEXT NOT NULL DEFAULT '', use_when TEXT NOT NULL DEFAULT '',
  use_not TEXT NOT NULL DEFAULT '', shows TEXT NOT NULL DEFAULT '[]' CHECK(json_type(shows) = 'array'),
  built_in INTEGER NOT NULL DEFAULT 0 CHECK(built_in IN (0,1)), retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0,1)), position INTEGER NOT NULL) STRICT;
CREATE TABLE tag_field(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, tag_id INTEGER NOT NULL REFERENCES tag(id), name TEXT NOT NULL CHECK(name <> ''),
  type TEXT NOT NULL CHECK(type IN ('text','number','date','choice','yes-no','party')), choices TEXT NOT NULL DEFAULT '[]' CHECK(json_type(choices) = 'array'),
  position INTEGER NOT NULL) STRICT;
CREATE INDEX ix_tag_field ON tag_field(tag_id);

CREATE TABLE issue(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, parent_id INTEGER REFERENCES issue(id), name TEXT NOT NULL CHECK(name <> ''),
  name_fold TEXT NOT NULL, definition TEXT NOT NULL DEFAULT '', hue TEXT, retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0,1)), position INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX ix_issue_name ON issue(ifnull(parent_id, 0), name_fold);

CREATE TABLE party(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, parent_id INTEGER REFERENCES party(id), name TEXT NOT NULL CHECK(name <> ''),
  name_fold TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK(kind IN ('state','government','armed-group','organisation','person','mediator','media','other')),
  role TEXT NOT NULL CHECK(role IN ('principal','mediator','observer','none')), hue TEXT, note TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0,1)), position INTEGER NOT NULL) STRICT;
CREATE TABLE party_alias(
  id INTEGER PRIMARY KEY AUTOINCREMENT, party_id INTEGER NOT NULL REFERENCES party(id), name TEXT NOT NULL CHECK(name <> ''), name_fold TEXT NOT NULL UNIQUE,
  language TEXT, position INTEGER NOT NULL) STRICT;
CREATE INDEX ix_party_alias ON party_alias(party_id);

CREATE TABLE annotation(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, article_id INTEGER NOT NULL REFERENCES article(id), revision_id INTEGER NOT NULL REFERENCES revision(id),
  start_u16 INTEGER NOT NULL, end_u16 INTEGER NOT NULL, quote TEXT NOT NULL CHECK(length(quote) > 0), prefix TEXT NOT NULL, suffix TEXT NOT NULL,
  tag_id INTEGER NOT NULL REFERENCES tag(id), speaker_id INTEGER REFERENCES party(id), on_behalf_of_id INTEGER REFERENCES party(id),
  stance TEXT CHECK(stance IN ('supports','opposes','conditional','neutral','declined')), intensity INTEGER CHECK(intensity BETWEEN 1 AND 5),
  attribution TEXT CHECK(attribution IN ('direct','paraphrase','anonymous','outlet','denied')),
  reported_by TEXT NOT NULL DEFAULT '[]' CHECK(json_type(reported_by) = 'array'), stated TEXT, stated_day INTEGER,
  condition TEXT, consequence TEXT, deadline TEXT, confidence TEXT CHECK(confidence IN ('low','medium','high')),
  translation TEXT, translation_language TEXT, note TEXT, important INTEGER NOT NULL DEFAULT 0 CHECK(important IN (0,1)),
  status TEXT NOT NULL DEFAULT 'draft' CHECK(status IN ('draft','reviewed','disputed')),
  coder_id INTEGER NOT NULL REFERENCES coder(id), created_ms INTEGER NOT NULL, changed_ms INTEGER NOT NULL,
  CHECK(start_u16 >= 0 AND end_u16 > start_u16)) STRICT;
CREATE INDEX ix_annotation_article ON annotation(article_id, start_u16, end_u16);
CREATE INDEX ix_annotation_speaker ON annotation(speaker_id, stated_day, tag_id);
CREATE INDEX ix_annotation_behalf ON annotation(on_behalf_of_id) WHERE on_behalf_of_id IS NOT NULL;
CREATE INDEX ix_annotation_tag ON annotation(tag_id);
CREATE TABLE annotation_target(
  id INTEGER PRIMARY KEY AUTOINCREMENT, annotation_id INTEGER NOT NULL REFERENCES annotation(id), party_id INTEGER NOT NULL REFERENCES party(id),
  position INTEGER NOT NULL, UNIQUE(annotation_id, party_id)) STRICT;
CREATE INDEX ix_target_party ON annotation_target(party_id, annotation_id);
CREATE TABLE annotation_issue(
  id INTEGER PRIMARY KEY AUTOINCREMENT, annotation_id INTEGER NOT NULL REFERENCES annotation(id), issue_id INTEGER NOT NULL REFERENCES issue(id),
  position INTEGER NOT NULL, UNIQUE(annotation_id, issue_id)) STRICT;
CREATE INDEX ix_issue_annotation ON annotation_issue(issue_id, annotation_id);
CREATE TABLE annotation_field(
  id INTEGER PRIMARY KEY AUTOINCREMENT, annotation_id INTEGER NOT NULL REFERENCES annotation(id), field_id INTEGER NOT NULL REFERENCES tag_field(id),
  value TEXT NOT NULL, UNIQUE(annotation_id, field_id)) STRICT;
CREATE INDEX ix_field_annotation ON annotation_field(field_id);
CREATE TRIGGER annotation_stays BEFORE UPDATE OF article_id ON annotation WHEN new.article_id IS NOT old.article_id
  BEGIN SELECT RAISE(ABORT, 'an annotation cannot move to another article'); END;
-- Derived count: follows undo by itself and is not part of the history.
CREATE TRIGGER annotation_counted AFTER INSERT ON annotation BEGIN UPDATE article SET annotations = annotations + 1 WHERE id = new.article_id; END;
CREATE TRIGGER annotation_uncounted AFTER DELETE ON annotation BEGIN UPDATE article SET annotations = annotations - 1 WHERE id = old.article_id; END;

CREATE TABLE thread(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK(kind IN ('demand','threat','commitment','position')),
  title TEXT NOT NULL CHECK(title <> ''), owner_id INTEGER REFERENCES party(id), addressee_id INTEGER REFERENCES party(id), issue_id INTEGER REFERENCES issue(id),
  criterion TEXT, deadline TEXT, schedule TEXT, monitor TEXT, note TEXT, status_override TEXT, status_reason TEXT, created_ms INTEGER NOT NULL) STRICT;
CREATE INDEX ix_thread_owner ON thread(owner_id);
CREATE INDEX ix_thread_addressee ON thread(addressee_id);
CREATE INDEX ix_thread_issue ON thread(issue_id);
CREATE TABLE thread_member(
  id INTEGER PRIMARY KEY AUTOINCREMENT, thread_id INTEGER NOT NULL REFERENCES thread(id), annotation_id INTEGER NOT NULL REFERENCES annotation(id),
  role TEXT NOT NULL CHECK(role IN ('raised','repeated','hardened','softened','conditioned','accepted','rejected','withdrawn','fulfilled','violated','carried-out','denied')),
  position INTEGER NOT NULL, UNIQUE(thread_id, annotation_id)) STRICT;
CREATE INDEX ix_member_annotation ON thread_member(annotation_id);

CREATE TABLE saved_view(id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL CHECK(name <> ''), view TEXT NOT NULL, filter TEXT NOT NULL CHECK(json_valid(filter))) STRICT;

-- The history. A step is one action of a person; its changes are written by temporary triggers that the store makes when it opens.
CREATE TABLE step(
  seq INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, coder_id INTEGER NOT NULL REFERENCES coder(id), kind TEXT NOT NULL, subject TEXT, count INTEGER NOT NULL,
  undoes INTEGER REFERENCES step(seq), hash BLOB NOT NULL) STRICT;
CREATE TABLE change(
  step_seq INTEGER NOT NULL REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED, n INTEGER NOT NULL, tbl TEXT NOT NULL, row_id INTEGER NOT NULL,
  before TEXT, after TEXT, PRIMARY KEY(step_seq, n)) STRICT, WITHOUT ROWID;
CREATE TRIGGER step_frozen_update BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER step_frozen_delete BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER change_frozen_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER change_frozen_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
-- Steps that were taken back; redoable = 0 where a later step made doing them again impossible. A step that is not here is done.
CREATE TABLE undone(step_seq INTEGER PRIMARY KEY REFERENCES step(seq), redoable INTEGER NOT NULL DEFAULT 1 CHECK(redoable IN (0,1))) STRICT;
`
