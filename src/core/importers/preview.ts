/** What an import would store, without storing it: the reading of each file, with what is there already. */
import type { ImportArticle, ImportItem, ImportPreview, ImportSource } from '../../shared/domain/import.ts'
import { checking, finishInTurns } from '../anchoring/in-turns.ts'
import { previewProject } from '../projects/preview.ts'
import { mappingFor } from '../store/import-mappings.ts'
import { articleFromBytes, articleWithText } from '../store/revisions.ts'
import type { ReadDb } from '../store/types.ts'
import { hashOf, metadataOf, partOf } from './ready-articles.ts'
import { readSource, type ReadWith, type StagedReading } from './staged-reading.ts'
import type { ImportLoss, ReadArticles, TableSample } from './types.ts'

const EXCERPT = 2_000
/** Articles of one file that are shown. */
const SHOWN = 2_000
/** Files up to which short texts are not worth a parser. */
export const FEW = 50
/** Files read at the same time; the parsers take them one by one. */
const AT_ONCE = 4

/** A staged file, and for a project what it would be brought in with. */
export type PreviewItem = ImportSource & Pick<ImportItem, 'codesAs' | 'bringBack'>

/**
 * What each staged file would become. `reading` is asked for the library whenever it is needed, and throws where that is closed by now.
 * Throws `staged-gone` for an id that is not there.
 */
export async function previewImports(reading: () => ReadDb, session: ReadWith, items: readonly PreviewItem[]): Promise<ImportPreview[]> {
  const previews: ImportPreview[] = []
  const mapping = (columns: readonly string[]): (string | null)[] | null => mappingFor(reading(), columns)
  const queue = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of queue)
      previews[index] = await previewOf(
        item,
        await readSource(session, item, { mapping, isOneOfMany: items.length > FEW, isShown: true }),
        reading,
      )
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work))
  return markCopies(previews)
}

async function previewOf(item: PreviewItem, read: StagedReading, library: () => ReadDb): Promise<ImportPreview> {
  const db = library()
  const { stagedId, encoding } = item
  const { name, size, reading, remembered } = read
  const file = { stagedId, name, bytes: size, format: reading.format, remembered, articles: [], total: 0, lost: [], table: null }
  const unread = { problem: null, encoding: null, certainty: null, encodings: [], project: null }
  if (reading.kind === 'problem') {
    const { candidates } = reading.problem.details
    const encodings = typeof candidates === 'string' && candidates !== '' ? candidates.split(',') : []
    return { ...file, ...unread, problem: reading.problem, table: tableOf(reading.table), encoding: encoding ?? null, encodings }
  }
  const lost = reading.lost.map(lossOf)
  if (reading.kind === 'project') {
    return {
      ...file,
      ...unread,
      lost,
      project: await finishInTurns(checking(previewProject(db, reading.project, { name, ...item }), library)),
      total: reading.project.articles.length,
    }
  }
  return {
    ...file,
    problem: null,
    encoding: reading.encoding,
    certainty: reading.certainty,
    encodings: [...reading.candidates],
    lost,
    table: tableOf(reading.table),
    project: null,
    articles: articlesOf(read, reading, db),
    total: reading.articles.length,
  }
}

function articlesOf({ name, sha256 }: StagedReading, reading: ReadArticles, db: ReadDb): ImportArticle[] {
  return reading.articles.slice(0, SHOWN).map((found, index) => ({
    part: index + 1,
    metadata: metadataOf(name, found),
    excerpt: found.text.slice(0, EXCERPT),
    chars: found.text.length,
    textHash: hashOf(found),
    notText: found.notText?.length ?? 0,
    pages: found.pages?.length ?? 0,
    details: { ...found.details },
    duplicate: articleWithText(db, hashOf(found)) ?? articleFromBytes(db, sha256, partOf(reading, index)),
    sameInBatch: null,
  }))
}

/** Says of each article which earlier one of this batch has the same text. */
function markCopies(previews: ImportPreview[]): ImportPreview[] {
  const seen = new Map<string, { stagedId: string; part: number }>()
  return previews.map((preview) => ({
    ...preview,
    articles: preview.articles.map((article) => {
      const first = seen.get(article.textHash)
      if (!first) seen.set(article.textHash, { stagedId: preview.stagedId, part: article.part })
      return first ? { ...article, sameInBatch: first } : article
    }),
  }))
}

export const lossOf = ({ code, count, details }: ImportLoss): ImportPreview['lost'][number] => ({
  code,
  count,
  ...(details && { details: { ...details } }),
})

function tableOf(table: TableSample | undefined): ImportPreview['table'] {
  return table
    ? { columns: [...table.columns], rows: table.rows.map((row) => [...row]), proposed: [...table.proposed], headRow: table.headRow }
    : null
}
