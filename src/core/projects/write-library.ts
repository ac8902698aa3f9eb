/** Collections and stories of another library, and then all else that only a library has, once its articles and annotations are here. What stands here stays unless chosen. */
import type { ProjectTake, ProjectKind } from '../../shared/domain/import-project.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { ForeignProject } from '../importers/project.ts'
import type { WriteContext } from '../session.ts'
import { insertCollection, namesake, renameCollection, setArticleCollections } from '../store/collections.ts'
import type { WriteDb } from '../store/types.ts'
import type { References } from './coding.ts'
import { isTaken } from './differences.ts'
import type { LibraryPlan } from './plan-library.ts'
import type { RemovedHere } from './removed.ts'
import type { Tally } from './tally.ts'
import { writeComparison } from './write-comparison.ts'
import { writeThreads } from './write-threads.ts'

export interface LibraryWrite {
  readonly project: ForeignProject
  readonly plan: LibraryPlan
  readonly refs: References
  readonly removed: RemovedHere
  readonly take: Partial<Record<ProjectKind, ProjectTake>>
  readonly context: WriteContext
  readonly tally: Tally
  /** Ids here of the project's articles, and which of them are new. */
  readonly articles: ReadonlyMap<string, number>
  readonly newArticles: ReadonlySet<string>
}

/** Returns how many things were written. */
export function writeLibrary(db: WriteDb, write: LibraryWrite): number {
  return writeCollections(db, write) + writeStories(db, write) + writeThreads(db, write) + writeComparison(db, write)
}

function writeCollections(db: WriteDb, { project, plan, take, context, tally, articles, newArticles }: LibraryWrite): number {
  const choice = take.collections ?? 'new'
  const ids = new Map<string, number>()
  const added = new Set<string>()
  let written = 0
  for (const { collection, here, state, differences, seen } of plan.collections) {
    if (here !== null) {
      ids.set(collection.key, here)
      if (differences.some((difference) => isTaken(choice, difference, seen)) && renamed(db, here, collection.name)) written += 1
      else tally.add('differences-left', differences.length)
    } else if (state === 'new') {
      const parentId = collection.parent === null ? null : (ids.get(collection.parent) ?? null)
      // The place may be another one than there, where what it was in was removed here.
      const other = namesake(db, collection.name, parentId)
      if (other) {
        ids.set(collection.key, other.id)
        tally.add('collections-joined')
        continue
      }
      const isFree = !db.get('SELECT 1 FROM collection WHERE uid = ?', [collection.uid])
      ids.set(
        collection.key,
        insertCollection(db, { name: collection.name, parentId }, () => (isFree ? collection.uid : context.uid())),
      )
      added.add(collection.key)
      written += 1
    }
  }
  for (const { key, collections = [] } of project.articles) {
    const articleId = articles.get(key)
    const wanted = collections.filter((one) => newArticles.has(key) || added.has(one) || choice !== 'new')
    const into = wanted.flatMap((one) => ids.get(one) ?? [])
    if (articleId !== undefined && into.length > 0)
      written += setArticleCollections(db, { articleIds: [articleId], add: into, remove: [] }).added
  }
  return written
}

/** Whether it could be: a name that another one has by now stays that one's. */
function renamed(db: WriteDb, id: number, name: string): boolean {
  try {
    renameCollection(db, id, name)
    return true
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'name-taken') throw error
    return false
  }
}

/** An article that tells another story here stays in that one. */
function writeStories(db: WriteDb, { project, plan, take, context, articles, newArticles }: LibraryWrite): number {
  const members = Map.groupBy(
    project.articles.filter(({ story, key }) => story && articles.has(key)),
    ({ story }) => story ?? '',
  )
  let written = 0
  for (const { key, uid, here, state } of plan.stories) {
    const own = members.get(key) ?? []
    if (state === 'gone' || own.length === 0) continue
    const ids = own.map((article) => articles.get(article.key) ?? 0)
    const linked = db.column<number>(
      'SELECT DISTINCT story_id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND story_id IS NOT NULL',
      [JSON.stringify(ids)],
    )
    const known = here ?? linked[0] ?? null
    if (known === null && own.length < 2) continue
    const joining = own
      .filter((article) => known === null || newArticles.has(article.key) || (take.stories ?? 'new') !== 'new')
      .map((article) => articles.get(article.key) ?? 0)
    if (joining.length === 0) continue
    const isFree = !db.get('SELECT 1 FROM story WHERE uid = ?', [uid])
    const storyId = known ?? db.run('INSERT INTO story(uid) VALUES (?)', [isFree ? uid : context.uid()]).lastId
    written += db.run('UPDATE article SET story_id = ? WHERE story_id IS NULL AND id IN (SELECT value FROM json_each(?))', [
      storyId,
      JSON.stringify(joining),
    ]).changes
  }
  for (const [one, other] of project.library?.apart ?? []) {
    const pair = [articles.get(one), articles.get(other)].filter((id) => id !== undefined).toSorted((a, b) => a - b)
    const isNew = newArticles.has(one) || newArticles.has(other)
    if (pair.length === 2 && pair[0] !== pair[1] && isNew)
      written += db.run(
        'INSERT INTO story_apart(article_id, other_id) VALUES (?, ?) ON CONFLICT(article_id, other_id) DO NOTHING',
        pair,
      ).changes
  }
  return written
}
