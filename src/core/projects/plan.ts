/** What a project would bring: every thing in it beside what is here. Reads only. Made for the preview, and again when the project is brought in. */
import type { CodesAs, ProjectKind } from '../../shared/domain/import-project.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import type { ForeignProject } from '../importers/project.ts'
import type { ReadDb } from '../store/types.ts'
import { planAnnotations, wantedAnnotations, type AnnotationsPlan } from './plan-annotations.ts'
import { planArticles, type PlannedArticle } from './plan-articles.ts'
import { planProjectCodebook, type CodebookPlan } from './plan-codebook.ts'
import { planLibrary, type LibraryPlan } from './plan-library.ts'
import type { References } from './coding.ts'
import { referencesTo } from './references.ts'
import { removedHere, type RemovedHere } from './removed.ts'

export interface ProjectChoices {
  /** Name of the file, for articles without a title. */
  readonly name: string
  readonly codesAs?: CodesAs | undefined
  readonly addDuplicates?: boolean | undefined
  readonly bringBack?: boolean | undefined
  /** Parts that stay out. */
  readonly leaveOut?: readonly number[] | undefined
}

export interface ProjectPlan {
  readonly codebook: CodebookPlan
  readonly articles: readonly PlannedArticle[]
  readonly annotations: AnnotationsPlan
  readonly library: LibraryPlan
  readonly removed: RemovedHere
  /** Of what is here; what is yet to come has ids below 0. */
  readonly refs: References
}

/** In steps, because a large project takes long to look through. */
export function* planProject(db: ReadDb, project: ForeignProject, choices: ProjectChoices): Steps<ProjectPlan> {
  const { name, codesAs = 'issues', addDuplicates, bringBack, leaveOut = [] } = choices
  const removed = removedHere(db, { bringBack })
  const codebook = planProjectCodebook(db, project, codesAs, removed)
  const left = new Set(leaveOut)
  const places = project.articles.map((article, index) => ({ article, part: index + 1 }))
  const articles = (yield* planArticles(db, places, { name, addDuplicates, removed })).filter(({ part }) => !left.has(part))
  const byKey = new Map(articles.map((planned) => [planned.article.key, planned]))
  const annotations = yield* planAnnotations(db, wantedAnnotations(project, codebook.codebook), byKey, removed)
  const refs = referencesTo(db, codebook.codebook, codebook.plan, false)
  const coming = new Set([...annotations.planned.values()].flatMap((own) => own.map(({ uid }) => uid)))
  const library = planLibrary(db, project, { refs, removed, comes: (uid) => coming.has(uid) })
  return { codebook, articles, annotations, refs, library, removed }
}

/** In the order in which they are told. */
export const KINDS: readonly ProjectKind[] = ['articles', 'annotations', 'tags', 'issues', 'parties', 'threads', 'collections', 'stories']
