/** A real core and short words for importing into it. */
import type { ImportItem } from '../../../../src/shared/domain/import.ts'
import type { ImportOutcome } from '../../../../src/shared/domain/import-report.ts'
import type { Job } from '../../../../src/shared/domain/job.ts'
import { jobEnded, type RealCore } from '../../../helpers/real-core.ts'

export const stage = async ({ core }: RealCore, name: string, content: string | Uint8Array): Promise<ImportItem> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { stagedId: (await core.control.stageBytes(name, bytes)).stagedId }
}

export const run = async ({ client }: RealCore, items: ImportItem[]): Promise<Job> =>
  jobEnded(client, (await client.call('imports.start', { items })).jobId)

export const linesOf = (job: Job): ImportOutcome[] => (job.result?.kind === 'import' ? job.result.items : [])

export const runIdOf = (job: Job): number => (job.result?.kind === 'import' ? job.result.runId : 0)

export const titles = async ({ client }: RealCore): Promise<string[]> =>
  (await client.call('articles.list', { sort: 'added', limit: 500 })).items.map((item) => item.title).toReversed()

/** A table of articles: their titles are "Row 1" and so on. */
export const table = (rows: number, head = 'Headline,Date,Body'): string =>
  [
    head,
    ...Array.from({ length: rows }, (_, row) => `Row ${row + 1},2025-10-0${(row % 9) + 1},"Words of row ${row + 1}, said the council."`),
  ].join('\n')
