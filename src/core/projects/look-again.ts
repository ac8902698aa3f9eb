/**
 * Looking through a project takes turns with other work, and so does bringing it in: what the analyst does in between makes the plan one
 * of what was. Then what is about to be written is looked at again, in the transaction that writes it.
 */
import { checking, finishInTurns } from '../anchoring/in-turns.ts'
import type { ForeignProject } from '../importers/project.ts'
import type { ReadDb } from '../store/types.ts'
import type { Batch } from './batches.ts'
import { planProject, type ProjectChoices, type ProjectPlan } from './plan.ts'
import { replanAnnotations } from './plan-annotations.ts'
import { replanArticles, type ArticleChoices, type PlannedArticle } from './plan-articles.ts'
import type { Tally } from './tally.ts'

export interface Looked {
  readonly plan: ProjectPlan
  /** The last step of the history when the plan was begun. */
  readonly seq: number
}

export const lastStep = (db: ReadDb): number => db.value<number>('SELECT ifnull(max(seq), 0) FROM step')

/** The plan, made in turns. `open` gives the library, and throws where it is not open any more. */
export async function lookThrough(open: () => ReadDb, project: ForeignProject, choices: ProjectChoices): Promise<Looked> {
  const db = open()
  const seq = lastStep(db)
  return { seq, plan: await finishInTurns(checking(planProject(db, project, choices), open)) }
}

/** What becomes of a batch by now; what is gone or elsewhere since is counted. */
export function lookAgain(db: ReadDb, batch: Batch, choices: ArticleChoices, tally: Tally): Batch {
  const before = batch.map(({ planned }) => planned)
  const articles = replanArticles(db, before, choices)
  const own = batch.flatMap(({ annotations }) => annotations)
  const { planned, gone, elsewhere } = replanAnnotations(db, own, articles, choices.removed)
  const isGone = ({ state }: PlannedArticle): boolean => state === 'gone'
  tally.add('removed-here', gone + articles.filter(isGone).length - before.filter(isGone).length)
  tally.add('annotations-elsewhere', elsewhere)
  return articles.map((article) => ({ planned: article, annotations: planned.get(article.article.key) ?? [] }))
}

/** Leaves out articles that came in and were removed since. */
export function forgetRemoved(db: ReadDb, articles: Map<string, number>): void {
  const here = new Set(db.column<number>('SELECT id FROM article'))
  for (const [key, id] of articles) if (!here.has(id)) articles.delete(key)
}
