/** Stores an article of a project, or takes from it what was chosen. Texts that are here are never touched: another one becomes a revision. */
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { ProjectTake } from '../../shared/domain/import.ts'
import { bytesHash, textHash } from '../importers/fingerprint.ts'
import type { ProjectOriginal, ProjectRevision } from '../importers/project.ts'
import type { WriteContext } from '../session.ts'
import { insertArticle, updateArticle } from '../store/articles.ts'
import { insertNotText } from '../store/not-text.ts'
import { reviseArticle } from '../store/revising.ts'
import { originalId, type NewOriginal } from '../store/revisions.ts'
import type { ReadDb, WriteDb } from '../store/types.ts'
import { coderIdOf } from './coders.ts'
import { merged } from './differences.ts'
import type { PlannedArticle } from './plan-articles.ts'

/** Returns its id and how many values were written. */
export function writeArticle(
  db: WriteDb,
  planned: PlannedArticle,
  { metadata, take, context }: { metadata: Partial<ArticleMetadata>; take: ProjectTake; context: WriteContext },
): { id: number; written: number; left: number } {
  const { here } = planned
  if (here === null) return { id: insertNew(db, planned, { ...planned.metadata, ...metadata }, context), written: 1, left: 0 }
  const taken = planned.differences.filter(({ fills }) => take === 'theirs' || (take === 'fill' && fills))
  const patch = merged(taken)
  if (Object.keys(patch).length > 0) updateArticle(db, here.id, patch, context.now)
  if (taken.some(({ field }) => field === 'text')) {
    const { text, revisions = [] } = planned.article
    const newest = revisions.at(-1)
    reviseArticle(
      db,
      here.id,
      { text, textHash: planned.hash, note: newest?.note ?? null, original: asOriginal(newest?.original) },
      context,
    )
  }
  return { id: here.id, written: taken.length, left: planned.differences.length - taken.length }
}

function insertNew(db: WriteDb, { article, hash }: PlannedArticle, metadata: ArticleMetadata, context: WriteContext): number {
  const { uid, text, revisions = [], details = {}, notText = [], addedAt = context.now } = article
  const [first] = revisions
  const earlier = first && revisions.length > 1 ? first : null
  const revisionUid = freeUid(db, 'revision', first?.uid ?? null)
  const uids = revisionUid === null ? [] : [revisionUid]
  const id = insertArticle(
    db,
    {
      metadata,
      text: earlier?.text ?? text,
      textHash: earlier ? textHash(earlier.text) : hash,
      original: asOriginal(first?.original ?? article.original),
      uid: freeUid(db, 'article', uid),
      pages: (earlier ? earlier.pages : article.pages) ?? [],
      details,
      notText: earlier ? [] : notText,
    },
    addedAt,
    () => uids.shift() ?? context.uid(),
  )
  if (earlier) {
    const revisionId = insertRevisions(db, id, revisions.slice(1), context)
    db.run('UPDATE article SET revision_id = ?, chars = ? WHERE id = ?', [revisionId, text.length, id])
    insertNotText(db, id, revisionId, notText)
  }
  if (article.more?.status) db.run('UPDATE article SET status = ? WHERE id = ?', [article.more.status, id])
  return id
}

/** Later texts of a new article, in order; the id of the last one. */
function insertRevisions(db: WriteDb, articleId: number, revisions: readonly ProjectRevision[], context: WriteContext): number {
  let id = 0
  revisions.forEach(({ uid, text, pages, note, coder, addedAt, original }, index) => {
    const file = asOriginal(original)
    id = db.run(
      `INSERT INTO revision(uid, article_id, number, original_id, text, text_hash, chars, added_ms, note, coder_id, pages)
       VALUES (@uid, @articleId, @number, @original, @text, @hash, @chars, @addedAt, @note, @coder, @pages)`,
      {
        uid: freeUid(db, 'revision', uid) ?? context.uid(),
        articleId,
        number: index + 2,
        original: file ? originalId(db, file, context.now) : null,
        text,
        hash: textHash(text),
        chars: text.length,
        addedAt,
        note,
        coder: coder === null ? null : coderIdOf(db, coder, context),
        pages: pages && pages.length > 0 ? JSON.stringify(pages.map(({ start, label }) => [start, label])) : null,
      },
    ).lastId
  })
  return id
}

/** The id it has elsewhere, where nothing has it here. */
const freeUid = (db: ReadDb, table: 'article' | 'revision', uid: string | null): string | null =>
  uid === null || db.get(`SELECT 1 FROM ${table} WHERE uid = ?`, [uid]) ? null : uid

const asOriginal = (original: ProjectOriginal | null | undefined): NewOriginal | null =>
  original ? { ...original, sha256: bytesHash(original.bytes) } : null
