/** Handlers of the procedures about revisions and the review of passages. */
import { canonicalText } from '../../shared/text/canonical.ts'
import { diffSize } from '../anchoring/readable-diff.ts'
import { textHash } from '../importers/fingerprint.ts'
import { readStaged } from '../importers/ready-articles.ts'
import { stillOpen, type CommandHandlers, type MutationHandlers, type QueryHandlers } from '../session.ts'
import { countInReview, currentRevision, placeAnnotations, setAnchor } from '../store/anchoring-store.ts'
import { annotationById } from '../store/annotations.ts'
import { articleById } from '../store/articles.ts'
import { reviewOf } from '../store/review.ts'
import { revisionText } from '../store/revisions.ts'
import { anchorArticle, changesBetween, listRevisions, movesTo, reviseArticle, textOfRevision } from '../store/revising.ts'
import type { ReadDb } from '../store/types.ts'

export const revisionQueries = {
  'articles.previewRevision': async ({ db }, { id, text }) => {
    const before = revisionText(db, currentRevision(db, id))
    const after = canonicalText(text).text
    const outcomes = await anchorArticle(db, id, after)
    const moves = outcomes.filter(({ outcome }) => outcome === 'exact').length
    const lost = outcomes.filter(({ outcome }) => outcome === 'lost').length
    const changes = await changesBetween(db, before, after)
    return {
      same: before === after,
      moves,
      lost,
      toReview: outcomes.length - moves - lost,
      ...diffSize(changes),
      chars: after.length,
      changes,
    }
  },
  'articles.revisions': ({ db }, { id }) => listRevisions(db, id),
  'articles.revisionText': async ({ db }, { id, number }) => {
    const text = textOfRevision(db, id, number)
    const changes = await changesBetween(db, text, revisionText(db, currentRevision(db, id)))
    return { number, text, changes, ...diffSize(changes) }
  },
  'annotations.review': ({ db }, { articleId }) => reviewOf(db, articleId),
  'annotations.inReview': ({ db }, { articleId }) => countInReview(db, articleId),
} satisfies Partial<QueryHandlers>

export const revisionMutations = {
  'annotations.place': (db, place, { now, label }) => {
    placeAnnotations(db, [place], now)
    const annotation = annotationById(db, place.id)
    label.subject = annotation.quote
    return annotation
  },
  'annotations.placeMany': (db, { places }, { now, label }) => {
    placeAnnotations(db, places, now)
    label.subject = annotationById(db, places[0]?.id ?? 0).quote
    label.count = places.length
    return { annotations: places.length }
  },
  'annotations.markGone': (db, { ids }, { label, now }) => {
    label.subject = quoteOf(db, ids)
    label.count = setAnchor(db, ids, 'gone', now)
    return { annotations: label.count }
  },
  'annotations.bringBack': (db, { ids }, { label, now }) => {
    label.subject = quoteOf(db, ids)
    label.count = setAnchor(db, ids, 'placed', now)
    return { annotations: label.count }
  },
} satisfies Partial<MutationHandlers>

export const revisionCommands = {
  // A command, because files are read and passages looked for before the step; the step itself is one like that of any mutation.
  'articles.revise': async (session, { id, text, note, stagedId }) => {
    // Whatever is waited for, the text is that of an article of this library and of no other.
    const library = session.opened()
    const read = stagedId === undefined ? null : await readStaged(session, { stagedId })
    const original = read && 'original' in read ? read.original : null
    const canonical = canonicalText(text).text
    const moves = await movesTo(stillOpen(session, library).read, id, canonical)
    stillOpen(session, library)
    const label = { kind: 'articles.revise', subject: null, count: 1 }
    const outcome = session.write(label, ['articles', 'annotations'], (db, context) => {
      context.label.subject = articleById(db, id).title
      const revision = { text: canonical, textHash: textHash(canonical), note: note || null, original }
      return reviseArticle(db, id, revision, context, moves)
    })
    if (stagedId !== undefined) session.staging.discard([stagedId])
    return { article: articleById(library.read, id), ...outcome }
  },
} satisfies Partial<CommandHandlers>

const quoteOf = (db: ReadDb, ids: readonly number[]): string | null =>
  db.get<{ quote: string }>('SELECT quote FROM annotation WHERE id = ?', [ids[0] ?? 0])?.quote ?? null
