/** Stories: articles that tell the same. Proposals come from signatures; what is linked or set apart was said by a person. */
import type { LikeArticle, StoryArticle, StoryProposal } from '../../shared/domain/story.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { containment, estimate, shinglesOf } from '../duplicates/signature.ts'
import { revisionText } from './revisions.ts'
import { jsonList } from './rows.ts'
import { blanked, spansLeftOut } from './search/searched-text.ts'
import { candidatePairs, candidatesOf, signaturesOf } from './signatures.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** Least share in common, and least share of the shorter text in the longer one, for which two articles are proposed. */
const ALIKE = 0.5
const CONTAINED = 0.8
/** Estimates below this are not worth reading the texts for. */
const WORTH = 0.2
/** Pairs looked at for the list of proposals, and texts read for it. */
const MOST_PAIRS = 50_000
const MOST_TEXTS = 600

interface Row extends StoryArticle {
  storyId: number | null
  revisionId: number
  hash: string
}

const rowsOf = (db: ReadDb, where: string, params: readonly (number | string)[]): Row[] =>
  db.all<Row>(
    `SELECT a.id, a.title, o.name AS outlet, a.published, a.language, a.direction, a.chars, a.annotations, a.story_id AS storyId,
       a.revision_id AS revisionId, r.text_hash AS hash
     FROM article a JOIN revision r ON r.id = a.revision_id LEFT JOIN outlet o ON o.id = a.outlet_id WHERE ${where}
     ORDER BY a.published_day IS NULL, a.published_day, a.id`,
    params,
  )

/** As it is shown, without what only the store needs. */
function asArticle(row: Row): StoryArticle {
  const { id, title, outlet, published, language, direction, chars, annotations } = row
  return { id, title, outlet, published, language, direction, chars, annotations }
}

/**
 * What is linked to an article, oldest first, and what looks like it, the most alike first; in steps, one for each text that is read.
 * `opened` is asked anew after each, and throws where the library was closed meanwhile. Throws `not-found`.
 */
export function* storySteps(opened: () => ReadDb, articleId: number): Steps<{ linked: StoryArticle[]; alike: LikeArticle[] }> {
  const db = opened()
  const [self] = rowsOf(db, 'a.id = ?', [articleId])
  if (!self) throw new ParleyError('not-found', { what: 'article', id: articleId })
  const linked = self.storyId === null ? [] : rowsOf(db, 'a.story_id = ? AND a.id <> ?', [self.storyId, articleId])
  const apart = new Set(
    db.column<number>('SELECT other_id FROM story_apart WHERE article_id = ? UNION SELECT article_id FROM story_apart WHERE other_id = ?', [
      articleId,
      articleId,
    ]),
  )
  const taken = new Set(linked.map(({ id }) => id))
  const sameText = db.column<number>(
    'SELECT a.id FROM revision r JOIN article a ON a.revision_id = r.id WHERE r.text_hash = ? AND a.id <> ?',
    [self.hash, articleId],
  )
  const ids = [...new Set([...sameText, ...candidatesOf(db, articleId)])].filter((id) => !apart.has(id) && !taken.has(id))
  const others = rowsOf(db, 'a.id IN (SELECT value FROM json_each(?))', [jsonList(ids)])
  const alike = yield* likeTo(opened, self, others, { texts: MOST_TEXTS })
  return { linked: linked.map(asArticle), alike: alike.toSorted((a, b) => b.likeness - a.likeness || b.contained - a.contained) }
}

/** Those of `others` that are alike enough to one article, with how much. `budget.texts`: how many texts may still be read. */
function* likeTo(opened: () => ReadDb, self: Row, others: readonly Row[], budget: { texts: number }): Steps<LikeArticle[]> {
  const signatures = signaturesOf(opened(), [self.id, ...others.map(({ id }) => id)])
  const mine = signatures.get(self.id)
  let own: Set<number> | null = null
  const found: LikeArticle[] = []
  for (const other of others) {
    const sameText = other.hash === self.hash
    const theirs = signatures.get(other.id)
    const likeness = sameText ? 1 : mine && theirs ? estimate(mine, theirs) : 0
    if (likeness < WORTH) continue
    let contained = likeness
    if (!sameText && budget.texts > 0) {
      budget.texts--
      own ??= shinglesOf(searchedText(opened(), self))
      contained = containment(own, shinglesOf(searchedText(opened(), other)))
      yield
    }
    if (likeness >= ALIKE || contained >= CONTAINED) found.push({ ...asArticle(other), likeness, contained, sameText })
  }
  return found
}

const searchedText = (db: ReadDb, { id, revisionId }: Row): string =>
  blanked(revisionText(db, revisionId), spansLeftOut(db, id, revisionId))

/** Groups of articles that may be one story, largest first; `complete` is false where there were too many to look at. In steps, as above. */
export function* proposalSteps(opened: () => ReadDb, limit: number): Steps<{ groups: StoryProposal[]; complete: boolean }> {
  const db = opened()
  const pairs = [...candidatePairs(db, MOST_PAIRS), ...sameTextPairs(db, MOST_PAIRS)]
  const rows = new Map(
    rowsOf(db, 'a.id IN (SELECT value FROM json_each(?))', [jsonList([...new Set(pairs.flat())])]).map((row) => [row.id, row]),
  )
  const apart = new Set(
    db.all<{ a: number; b: number }>('SELECT article_id AS a, other_id AS b FROM story_apart').map(({ a, b }) => `${a} ${b}`),
  )
  const signatures = signaturesOf(db, [...rows.keys()])
  const groups = new Groups()
  for (const [a, b] of pairs) {
    const [one, two] = [rows.get(a), rows.get(b)]
    if (!one || !two || apart.has(`${a} ${b}`)) continue
    const [mine, theirs] = [signatures.get(a), signatures.get(b)]
    const isAlike = one.hash === two.hash || (mine && theirs && estimate(mine, theirs) >= ALIKE)
    if (isAlike) groups.join(a, b)
  }
  const budget = { texts: MOST_TEXTS }
  const found = groups
    .all()
    .map((ids) => ids.flatMap((id) => rows.get(id) ?? []))
    .filter((group) => new Set(group.map(({ storyId, id }) => storyId ?? `a${id}`)).size > 1)
    .toSorted((a, b) => b.length - a.length || (a[0]?.id ?? 0) - (b[0]?.id ?? 0))
  const proposals: StoryProposal[] = []
  for (const group of found.slice(0, limit)) proposals.push(yield* proposalOf(opened, group, budget))
  return { complete: pairs.length < MOST_PAIRS && found.length <= limit, groups: proposals }
}

function* proposalOf(opened: () => ReadDb, group: readonly Row[], budget: { texts: number }): Steps<StoryProposal> {
  const [first, ...others] = group.toSorted((a, b) => b.chars - a.chars || a.id - b.id)
  if (!first) return { articles: [], storyId: null }
  const measured = new Map((yield* likeTo(opened, first, others, budget)).map((like) => [like.id, like]))
  return {
    storyId: group.find(({ storyId }) => storyId !== null)?.storyId ?? null,
    articles: [
      { ...asArticle(first), likeness: 1, contained: 1, sameText: true },
      // One that is only alike to another of the group is in it all the same.
      ...others.map((other) => measured.get(other.id) ?? { ...asArticle(other), likeness: 0, contained: 0, sameText: false }),
    ],
  }
}

const sameTextPairs = (db: ReadDb, limit: number): [number, number][] =>
  db
    .all<{ a: number; b: number }>(
      `SELECT min(a.id) OVER (PARTITION BY r.text_hash) AS a, a.id AS b FROM article a JOIN revision r ON r.id = a.revision_id
       WHERE r.text_hash IN (SELECT r2.text_hash FROM article a2 JOIN revision r2 ON r2.id = a2.revision_id GROUP BY 1 HAVING count(*) > 1) LIMIT ?`,
      [limit],
    )
    .filter(({ a, b }) => a !== b)
    .map(({ a, b }) => [a, b])

/** Sets that grow together (union-find). */
class Groups {
  readonly #parents = new Map<number, number>()

  join(a: number, b: number): void {
    this.#parents.set(this.#root(a), this.#root(b))
  }

  all(): number[][] {
    return [...Map.groupBy([...this.#parents.keys()], (id) => this.#root(id)).values()].map((ids) => ids.toSorted((a, b) => a - b))
  }

  #root(id: number): number {
    let root = id
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; parent = this.#parents.get(root)) root = parent
    this.#parents.set(root, root)
    if (root !== id) this.#parents.set(id, root)
    return root
  }
}

/** Makes articles one story, with all that were linked to one of them. Throws `not-found` where fewer than two are there. */
export function linkStory(db: WriteDb, articleIds: readonly number[], uid: () => string): number {
  const rows = rowsOf(db, 'a.id IN (SELECT value FROM json_each(?))', [jsonList(articleIds)])
  if (rows.length < 2) throw new ParleyError('not-found', { what: 'article', id: articleIds[0] ?? 0 })
  const stories = [...new Set(rows.flatMap(({ storyId }) => storyId ?? []))].toSorted((a, b) => a - b)
  const storyId = stories[0] ?? db.run('INSERT INTO story(uid) VALUES (?)', [uid()]).lastId
  const { changes } = db.run(
    `UPDATE article SET story_id = @storyId WHERE story_id IS NOT @storyId
       AND (id IN (SELECT value FROM json_each(@ids)) OR story_id IN (SELECT value FROM json_each(@stories)))`,
    { storyId, ids: jsonList(rows.map(({ id }) => id)), stories: jsonList(stories) },
  )
  const members = db.column<number>('SELECT id FROM article WHERE story_id = ?', [storyId])
  // Whoever links what was set apart has changed their mind.
  db.run(
    'DELETE FROM story_apart WHERE article_id IN (SELECT value FROM json_each(@ids)) AND other_id IN (SELECT value FROM json_each(@ids))',
    { ids: jsonList(members) },
  )
  dropEmpty(db, stories)
  return changes
}

/** Takes articles out of their stories and sets them apart from those that stay. */
export function unlinkStory(db: WriteDb, articleIds: readonly number[]): number {
  const rows = rowsOf(db, 'a.story_id IS NOT NULL AND a.id IN (SELECT value FROM json_each(?))', [jsonList(articleIds)])
  const leaving = new Set(rows.map(({ id }) => id))
  const stories = [...new Set(rows.flatMap(({ storyId }) => storyId ?? []))]
  for (const { id, storyId } of rows) {
    const staying = db.column<number>('SELECT id FROM article WHERE story_id = ?', [storyId]).filter((other) => !leaving.has(other))
    db.run('UPDATE article SET story_id = NULL WHERE id = ?', [id])
    setApart(db, [id], staying)
  }
  settleStories(db, stories)
  return rows.length
}

/** Says that articles are different stories, each from each. Returns how many pairs are new. */
export function setStoriesApart(db: WriteDb, articleIds: readonly number[]): number {
  const ids = rowsOf(db, 'a.id IN (SELECT value FROM json_each(?))', [jsonList(articleIds)]).map(({ id }) => id)
  return ids.reduce((pairs, id, at) => pairs + setApart(db, [id], ids.slice(at + 1)), 0)
}

function setApart(db: WriteDb, some: readonly number[], others: readonly number[]): number {
  let pairs = 0
  for (const a of some)
    for (const b of others)
      if (a !== b)
        pairs += db.run('INSERT INTO story_apart(article_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING', [
          Math.min(a, b),
          Math.max(a, b),
        ]).changes
  return pairs
}

/** After articles have left: one alone is no story, and a story without articles is gone. */
export function settleStories(db: WriteDb, stories: readonly number[]): void {
  for (const storyId of stories) {
    const left = db.column<number>('SELECT id FROM article WHERE story_id = ?', [storyId])
    if (left.length === 1) db.run('UPDATE article SET story_id = NULL WHERE story_id = ?', [storyId])
  }
  dropEmpty(db, stories)
}

function dropEmpty(db: WriteDb, stories: readonly number[]): void {
  db.run(
    'DELETE FROM story WHERE id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM article a WHERE a.story_id = story.id)',
    [jsonList(stories)],
  )
}
