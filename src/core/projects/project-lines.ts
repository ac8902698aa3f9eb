/** Lines of the report of a project: one for each article, and one for the project as a whole, whose `part` is null. */
import type { ImportOutcome } from '../../shared/domain/import-report.ts'
import { lossOf } from '../importers/preview.ts'
import type { ImportLoss, ReadProject } from '../importers/types.ts'
import type { Batch } from './batches.ts'
import type { PlannedArticle } from './plan-articles.ts'

type Outcome = ImportOutcome['outcome']

export class ProjectLines {
  readonly #name: string
  readonly #format: ReadProject['format']
  readonly #title: string | null

  /** `name`: that of the file. */
  constructor(name: string, { format, project }: ReadProject) {
    this.#name = name
    this.#format = format
    this.#title = project.name || null
  }

  /** An article that is here, was here, or came in. */
  article({ article, part, metadata, here }: PlannedArticle, outcome: Outcome, articleId: number | null): ImportOutcome {
    const title = articleId !== null && here !== null ? here.title : metadata.title
    return { ...this.#line(part, outcome), articleId, title, lost: (article.lost ?? []).map(lossOf) }
  }

  project(outcome: Outcome, lost: readonly ImportLoss[]): ImportOutcome {
    return { ...this.#line(null, outcome), title: this.#title, lost: lost.map(lossOf) }
  }

  /** What did not come in any more, and of the project that it did not come in whole. */
  left(batches: readonly Batch[], outcome: 'cancelled' | 'refused', lost: readonly ImportLoss[]): ImportOutcome[] {
    const problem = outcome === 'refused' ? { code: 'crashed' as const, details: {} } : null
    const lines = batches.flat().map(({ planned: { part, metadata } }) => ({ ...this.#line(part, outcome), title: metadata.title }))
    return [...lines, this.project(outcome, lost)].map((line) => ({ ...line, problem }))
  }

  #line(part: number | null, outcome: Outcome): ImportOutcome {
    return { name: this.#name, part, format: this.#format, outcome, articleId: null, title: null, problem: null, lost: [] }
  }
}
