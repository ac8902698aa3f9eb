/**
 * Articles on their way into the library, stored some at a time: a batch is one step of the history, with the lines of the report that
 * name its articles in the same transaction. So a crash leaves whole articles, and a report that tells exactly of those.
 */
import type { ImportOutcome } from '../../shared/domain/import-report.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { recordStep, stillOpen, type Session } from '../session.ts'
import { insertArticle, type NewArticle } from '../store/articles.ts'
import { insertLines } from '../store/import-runs.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { articleFromBytes, articleWithText } from '../store/revisions.ts'
import { jsonList } from '../store/rows.ts'
import type { WriteDb } from '../store/types.ts'

/** What may become an article once it is its turn. */
export interface Candidate {
  line: Pick<ImportOutcome, 'name' | 'part' | 'format' | 'lost'>
  article: NewArticle
  collectionIds: readonly number[]
  /** Stored although its text is there already. */
  addDuplicates: boolean
}

/** A candidate, or a line of the report that says it all. */
export type Entry = Candidate | ImportOutcome

const isLine = (entry: Entry): entry is ImportOutcome => 'outcome' in entry

/** What keeps everything from being stored, as against what is wrong with one article. */
export function isAboutLibrary(error: unknown): boolean {
  return error instanceof ParleyError && /^(?:no-library|library-|read-only|disk-full|file-unwritable|busy)/.test(error.code)
}

/** A batch is stored before it holds up the core for longer than a moment. */
const MOST = { entries: 48, units: 400_000, bytes: 16 * 1024 * 1024 }

type BatchSession = Pick<Session, 'library' | 'clock' | 'uid'> & { readonly held: Pick<Session['held'], 'onUnexpected'> }

export class ImportBatch {
  readonly #session: BatchSession
  readonly #library: LibraryFile
  readonly #runId: number
  readonly #onStored: (lines: readonly ImportOutcome[]) => void
  #entries: Entry[] = []
  #units = 0
  /** Originals that wait with their articles: their hash, and bytes in all. */
  #originals = new Set<string>()
  #bytes = 0

  /** `onStored` hears of every line once it is in the library. */
  constructor(session: BatchSession, library: LibraryFile, runId: number, onStored: (lines: readonly ImportOutcome[]) => void) {
    this.#session = session
    this.#library = library
    this.#runId = runId
    this.#onStored = onStored
  }

  add(entry: Entry): void {
    this.#entries.push(entry)
    if (isLine(entry)) return
    const { text, original } = entry.article
    this.#units += text.length
    if (!original || this.#originals.has(original.sha256)) return
    this.#originals.add(original.sha256)
    this.#bytes += original.bytes.byteLength
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  get isFull(): boolean {
    return this.#entries.length >= MOST.entries || this.#units >= MOST.units || this.#bytes >= MOST.bytes
  }

  /** Stores what is there. Throws `no-library` where the library is not open any more, and what the store throws. */
  store(): void {
    const entries = this.#entries
    this.#entries = []
    this.#units = 0
    this.#originals = new Set()
    this.#bytes = 0
    if (entries.length > 0) this.#storeAll(entries)
  }

  /** Where an article cannot be stored for a reason of its own, the others are. */
  #storeAll(entries: readonly Entry[]): void {
    try {
      this.#onStored(this.#write(entries))
    } catch (error) {
      if (isAboutLibrary(error)) throw error
      const [only] = entries
      if (entries.length === 1) this.#session.held.onUnexpected(error)
      if (entries.length > 1) for (const entry of entries) this.#storeAll([entry])
      else if (!only || isLine(only)) throw error
      else
        this.#storeAll([
          {
            ...only.line,
            outcome: 'refused',
            articleId: null,
            title: only.article.metadata.title,
            problem: { code: 'crashed', details: {} },
          },
        ])
    }
  }

  #write(entries: readonly Entry[]): ImportOutcome[] {
    stillOpen(this.#session, this.#library)
    return recordStep(this.#library, this.#session, { kind: 'articles.import', subject: null, count: 0 }, (db, { now, uid, label }) => {
      const lines = entries.map((entry): ImportOutcome => {
        if (isLine(entry)) return entry
        const { title } = entry.article.metadata
        const present = entry.addDuplicates ? null : presentAs(db, entry.article)
        if (present) return { ...entry.line, outcome: 'duplicate', articleId: present.articleId, title: present.title, problem: null }
        const articleId = insertArticle(db, entry.article, now, uid)
        putInto(db, articleId, entry.collectionIds)
        label.subject ??= title
        label.count += 1
        return { ...entry.line, outcome: 'imported', articleId, title, problem: null }
      })
      insertLines(db, this.#runId, lines)
      return lines
    })
  }
}

const presentAs = (db: WriteDb, { textHash, original, part = null }: NewArticle): { articleId: number; title: string } | null =>
  articleWithText(db, textHash) ?? (original && articleFromBytes(db, original.sha256, part))

/** Collections that were removed meanwhile are passed over. */
function putInto(db: WriteDb, articleId: number, collectionIds: readonly number[]): void {
  if (collectionIds.length === 0) return
  db.run(
    'INSERT INTO article_collection(article_id, collection_id) SELECT ?, id FROM collection WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    [articleId, jsonList(collectionIds)],
  )
}
