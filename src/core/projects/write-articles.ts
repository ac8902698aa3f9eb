/** Stores an article of a project, or takes from it what was chosen. Texts that are here are never touched: another one becomes a revision. */
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { ProjectTake } from '../../shared/domain/import-project.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { bytesHash, textHash } from '../importers/fingerprint.ts'
import type { ProjectOriginal, ProjectRevision } from '../importers/project.ts'
import type { WriteContext } from '../session.ts'
import { insertArticle, updateArticle } from '../store/articles.ts'
import { insertNotText } from '../store/not-text.ts'
import { pagesJson, reviseArticle } from '../store/revising.ts'
import { originalId, type NewOriginal } from '../store/revisions.ts'
import type { ReadDb, WriteDb } from '../store/types.ts'
import { coderIdOf } from './coders.ts'
import { isTaken, merged } from './differences.ts'
import type { PlannedArticle } from './plan-articles.ts'

/** Returns its id and how many values were written. */
export function writeArticle(
  db: WriteDb,
  planned: PlannedArticle,
  { metadata, take, context }: { metadata: Partial<ArticleMetadata>; take: ProjectTake; context: WriteContext },
): { id: number; written: number; left: number } {
  const { here } = planned
  if (here === null) return { id: insertNew(db, planned, { ...planned.metadata, ...metadata }, context), written: 1, left: 0 }
  const taken = planned.differences.filter((difference) => isTaken(take, difference, planned.seen))
  const patch = merged(taken)
  if (Object.keys(patch).length > 0) updateArticle(db, here.id, patch, context.now)
  const isRevised = taken.some(({ field }) => field === 'text') && revise(db, here.id, planned, context)
  const written = taken.filter(({ field }) => field !== 'text' || isRevised).length
  return { id: here.id, written, left: planned.differences.length - written }
}

/** Takes the newer text with its pages and what is not text in it. A text that no article can have is left. */
function revise(db: WriteDb, id: number, { article, hash }: PlannedArticle, context: WriteContext): boolean {
  const { text, revisions = [], notText } = article
  const { note = null, original = article.original, pages = article.pages, part } = revisions.at(-1) ?? {}
  const revision = { text, textHash: hash, note, original: asOriginal(original), pages, part, notText }
  try {
    reviseArticle(db, id, revision, context)
    return true
  } catch (error) {
    if (!(error instanceof ParleyError) || !['text-empty', 'nothing-changed'].includes(error.code)) throw error
    return false
  }
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
      part: first?.part ?? null,
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
  revisions.forEach(({ uid, text, pages, part, note, coder, addedAt, original }, index) => {
    const file = asOriginal(original)
    id = db.run(
      `INSERT INTO revision(uid, article_id, number, original_id, text, text_hash, chars, added_ms, note, coder_id, pages, part)
       VALUES (@uid, @articleId, @number, @original, @text, @hash, @chars, @addedAt, @note, @coder, @pages, @part)`,
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
        pages: pagesJson(pages),
        part: part ?? null,
      },
    ).lastId
  })
  return id
}

/** The id it has elsewhere, where nothing has it here. */
const freeUid = (db: ReadDb, table: 'article' | 'revision', uid: string | null): string | null =>
  uid === null || db.get(`SELECT 1 FROM ${table} WHERE uid = ?`, [uid]) ? null : uid

/** A file may be that of many articles: it is hashed once. */
const hashes = new WeakMap<ProjectOriginal, string>()

function asOriginal(original: ProjectOriginal | null | undefined): NewOriginal | null {
  if (!original) return null
  const sha256 = hashes.get(original) ?? bytesHash(original.bytes)
  hashes.set(original, sha256)
  return { ...original, sha256 }
}
