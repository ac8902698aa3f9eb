/** Which annotation of a project is which one here, by its id; and what the codes of one come to: a tag, issues, or several annotations. */
import type { Annotation } from '../../shared/domain/annotation.ts'
import { finish, type Steps } from '../anchoring/in-turns.ts'
import type { ForeignProject, ProjectAnnotation } from '../importers/project.ts'
import { madeUid } from '../importers/projects/uids.ts'
import { annotationsByIds } from '../store/annotations.ts'
import type { ReadDb } from '../store/types.ts'
import type { PlannedArticle } from './plan-articles.ts'
import type { ProjectCodebook } from './project-codebook.ts'
import type { RemovedHere } from './removed.ts'

/** A tag or an issue that is here, or a row of the project's codebook. */
export type CodeRef = { readonly id: number } | { readonly row: string }

export interface WantedAnnotation {
  readonly annotation: ProjectAnnotation
  readonly uid: string | null
  /** null: "position". */
  readonly tag: CodeRef | null
  readonly issues: readonly CodeRef[]
}

export interface PlannedAnnotation extends WantedAnnotation {
  readonly article: PlannedArticle
  /** null: it is new. */
  readonly here: Annotation | null
  /** What it was when it was decided what to take, where somebody worked here since. */
  readonly seen?: Annotation | null
}

export interface AnnotationsPlan {
  /** By the key of the article. */
  readonly planned: ReadonlyMap<string, readonly PlannedAnnotation[]>
  readonly gone: number
  /** Whose article is none of the project, or another one here. */
  readonly withoutArticle: number
  readonly elsewhere: number
}

const AT_ONCE = 1_000

/**
 * One annotation for each tag it comes to, with all its issues; one with the tag "position" where its codes are issues alone. The first has
 * the id that the annotation has there, the others ids made of it.
 */
export function wantedAnnotations(project: ForeignProject, { codes, rows }: ProjectCodebook): WantedAnnotation[] {
  return project.annotations.flatMap((annotation): WantedAnnotation[] => {
    /** By what they are there: that stays, whatever they are here by now. */
    const tags: { key: string; ref: CodeRef }[] = []
    const issues: CodeRef[] = []
    const own = annotation.tag === null ? undefined : rows.tags.get(annotation.tag)
    if (own !== undefined && annotation.tag !== null) tags.push({ key: annotation.tag, ref: { row: own } })
    for (const key of annotation.issues ?? []) {
      const row = rows.issues.get(key)
      if (row !== undefined) issues.push({ row })
    }
    for (const key of annotation.codes ?? []) {
      const code = codes.get(key)
      if (!code) continue
      const ref: CodeRef = 'tagId' in code ? { id: code.tagId } : { row: code.row }
      if ('row' in code && code.part === 'issues') {
        if (!issues.some((other) => refKey(other) === refKey(ref))) issues.push(ref)
      } else if (!tags.some((other) => refKey(other.ref) === refKey(ref))) tags.push({ key, ref })
    }
    const { uid } = annotation
    const [first, ...others] = tags
    return [
      { annotation, uid, tag: first?.ref ?? null, issues },
      ...others.map(({ key, ref }) => ({ annotation, uid: uid === null ? null : madeUid('tag', uid, key), tag: ref, issues })),
    ]
  })
}

const refKey = (ref: CodeRef): string => ('id' in ref ? `#${ref.id}` : ref.row)

export function* planAnnotations(
  db: ReadDb,
  wanted: readonly WantedAnnotation[],
  articles: ReadonlyMap<string, PlannedArticle>,
  removed: RemovedHere,
): Steps<AnnotationsPlan> {
  const here = yield* annotationsHere(db, wanted)
  const planned = new Map<string, PlannedAnnotation[]>()
  const counts = { gone: 0, withoutArticle: 0, elsewhere: 0 }
  const seen = new Set<string>()
  for (const one of wanted) {
    yield
    const article = articles.get(one.annotation.article)
    const known = one.uid === null ? undefined : here.get(one.uid)
    if (one.uid !== null && seen.has(one.uid)) continue
    if (one.uid !== null) seen.add(one.uid)
    if (!article) counts.withoutArticle += 1
    else if (article.state === 'gone' || (!known && removed('annotations', one.uid))) counts.gone += 1
    else if (known && known.articleId !== article.here?.id) counts.elsewhere += 1
    else {
      const own = planned.get(article.article.key)
      const next = { ...one, article, here: known ?? null }
      if (own) own.push(next)
      else planned.set(article.article.key, [next])
    }
  }
  return { planned, ...counts }
}

/** What becomes of annotations by now, somebody having worked here since they were planned. */
export function replanAnnotations(
  db: ReadDb,
  before: readonly PlannedAnnotation[],
  articles: readonly PlannedArticle[],
  removed: RemovedHere,
): AnnotationsPlan {
  const byKey = new Map(articles.map((planned) => [planned.article.key, planned]))
  return finish(
    planAnnotations(
      db,
      before.map((planned) => ({ ...planned, seen: planned.here })),
      byKey,
      removed,
    ),
  )
}

function* annotationsHere(db: ReadDb, wanted: readonly WantedAnnotation[]): Steps<ReadonlyMap<string, Annotation>> {
  const uids = wanted.flatMap(({ uid }) => (uid === null ? [] : [uid]))
  const found = new Map<string, Annotation>()
  for (let at = 0; at < uids.length; at += AT_ONCE) {
    const ids = db.column<number>('SELECT id FROM annotation WHERE uid IN (SELECT value FROM json_each(?))', [
      JSON.stringify(uids.slice(at, at + AT_ONCE)),
    ])
    for (const annotation of annotationsByIds(db, ids)) found.set(annotation.uid, annotation)
    yield
  }
  return found
}
