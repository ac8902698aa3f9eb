/**
 * Which article of a project is which article here: by its id, else by its text, each at most once. Two articles of the project may have the
 * same text; they stay two. What differs is told value by value; a value that stands here and not there is no difference.
 */
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import { finish, type Steps } from '../anchoring/in-turns.ts'
import { textHash } from '../importers/fingerprint.ts'
import type { ProjectArticle } from '../importers/project.ts'
import { metadataOf } from '../importers/ready-articles.ts'
import { articleById } from '../store/articles.ts'
import type { ReadDb } from '../store/types.ts'
import { differenceOf, type Difference } from './differences.ts'
import type { RemovedHere } from './removed.ts'

export interface PlannedArticle {
  readonly article: ProjectArticle
  /** Its place among the articles of the project, from 1. */
  readonly part: number
  readonly metadata: ArticleMetadata
  readonly hash: string
  /** The article here; null: it is new. */
  readonly here: { readonly id: number; readonly title: string; readonly by: 'uid' | 'text'; readonly revisionId: number } | null
  readonly state: 'new' | 'same' | 'changed' | 'conflict' | 'gone'
  readonly differences: readonly Difference<Partial<ArticleMetadata>>[]
  /** What differed when it was decided what to take, where somebody worked here since. */
  readonly seen?: readonly Difference<Partial<ArticleMetadata>>[]
  /** Its text here is an earlier one of its own, so that there is a newer one to take; or the other way round. */
  readonly text: 'same' | 'newer' | 'older' | 'other'
}

const COMPARED = [
  'title',
  'outlet',
  'author',
  'published',
  'url',
  'language',
  'translatedFrom',
  'reliability',
  'credibility',
  'note',
] as const

export interface ArticleChoices {
  readonly name: string
  /** Takes no text here for that of an article of the project. */
  readonly addDuplicates?: boolean | undefined
  readonly removed: RemovedHere
  /** Whether an article here is another one of the project already. */
  readonly isOther?: (id: number) => boolean
}

/** An article of a project, with its place among them; `hash` where it is known. */
export type PlaceInProject = Pick<PlannedArticle, 'article' | 'part'> & { readonly hash?: string }

export function* planArticles(
  db: ReadDb,
  articles: readonly PlaceInProject[],
  { name, addDuplicates = false, removed, isOther = () => false }: ArticleChoices,
): Steps<PlannedArticle[]> {
  const uids = new Map(
    db
      .all<{ id: number; uid: string }>('SELECT id, uid FROM article WHERE uid IN (SELECT value FROM json_each(?))', [
        JSON.stringify(articles.flatMap(({ article: { uid } }) => (uid === null ? [] : [uid]))),
      ])
      .filter(({ id }) => !isOther(id))
      .map(({ id, uid }) => [uid, id]),
  )
  const claimed = new Set(uids.values())
  const isFree = (id: number): boolean => !claimed.has(id) && !isOther(id)
  const plan = ({ article, part, hash = article.textHash ?? textHash(article.text) }: PlaceInProject): PlannedArticle => {
    const { status: _, ...more } = article.more ?? {}
    const metadata = { ...metadataOf(name, article), ...more }
    const common = { article, part, metadata, hash }
    const byUid = article.uid === null ? undefined : uids.get(article.uid)
    const id = byUid ?? (addDuplicates ? undefined : sameText(db, hash, isFree))
    if (id === undefined) {
      const state = removed('articles', article.uid) ? ('gone' as const) : ('new' as const)
      return { ...common, here: null, state, differences: [], text: 'same' as const }
    }
    claimed.add(id)
    return { ...common, ...compared(db, article, { id, by: byUid === undefined ? 'text' : 'uid', hash }) }
  }
  const planned: PlannedArticle[] = []
  for (const article of articles) {
    planned.push(plan(article))
    yield
  }
  return planned
}

/** What becomes of articles by now, somebody having worked here since they were planned. */
export function replanArticles(db: ReadDb, before: readonly PlannedArticle[], choices: ArticleChoices): PlannedArticle[] {
  return finish(planArticles(db, before, choices)).map((planned, at) => {
    const { differences = [], here = null } = before[at] ?? {}
    // Two texts may be as long as each other: only the one that was looked at counts as seen.
    const isSameText = here !== null && here.id === planned.here?.id && here.revisionId === planned.here.revisionId
    return { ...planned, seen: differences.filter(({ field }) => field !== 'text' || isSameText) }
  })
}

/** An article with this text that no other article of the project is. */
function sameText(db: ReadDb, hash: string, isFree: (id: number) => boolean): number | undefined {
  const ids = db.column<number>('SELECT a.id FROM revision r JOIN article a ON a.revision_id = r.id WHERE r.text_hash = ? ORDER BY a.id', [
    hash,
  ])
  return ids.find(isFree)
}

function compared(
  db: ReadDb,
  article: ProjectArticle,
  { id, by, hash }: { id: number; by: 'uid' | 'text'; hash: string },
): Pick<PlannedArticle, 'here' | 'state' | 'differences' | 'text'> {
  const here = articleById(db, id)
  const { title, outlet, author, published, url, language, note } = article
  const there = { title, outlet, author, published, url, language, note, ...article.more }
  const differences = COMPARED.flatMap((field) => differenceOf(field, here[field], there[field], { [field]: there[field] }) ?? [])
  // A copy found by its text may well be another outlet's: what it is called there is no correction of what it is called here.
  const own = by === 'uid' ? differences : differences.filter((difference) => difference.fills)
  const text = by === 'text' || article.isExcerpt ? 'same' : textState(db, id, article, hash)
  if (text === 'newer' || text === 'other')
    own.push({ field: 'text', here: `${here.text.length}`, there: `${article.text.length}`, fills: text === 'newer', patch: {} })
  const state = own.length === 0 ? 'same' : own.every(({ fills }) => fills) ? 'changed' : 'conflict'
  const revisionId = db.value<number>('SELECT revision_id FROM article WHERE id = ?', [id])
  return { here: { id, title: here.title, by, revisionId }, state, differences: own, text }
}

function textState(db: ReadDb, id: number, { revisions = [] }: ProjectArticle, hash: string): PlannedArticle['text'] {
  const hashes = db.all<{ hash: string; current: number }>(
    'SELECT r.text_hash AS hash, r.id = a.revision_id AS current FROM revision r JOIN article a ON a.id = r.article_id WHERE a.id = ?',
    [id],
  )
  const current = hashes.find((row) => row.current === 1)?.hash
  if (current === hash) return 'same'
  if (revisions.some(({ text }) => textHash(text) === current)) return 'newer'
  return hashes.some((row) => row.hash === hash) ? 'older' : 'other'
}
