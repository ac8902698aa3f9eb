/** What an import came to, for its words: articles, projects as a whole, and files that did not come in. Pure. */
import type { ImportCounts } from '../../../shared/domain/import-report.ts'
import type { Values } from '../../lib/say.ts'

/** Values for `import.summary` and `imports.about`. */
export const summaryValues = ({ imported, duplicate, needs, refused, cancelled, projects = 0 }: ImportCounts): Values => ({
  imported,
  duplicate,
  asked: needs,
  refused,
  cancelled,
  projects,
})
