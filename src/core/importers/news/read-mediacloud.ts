/**
 * Stories of Media Cloud: one row a story, as links and titles; it gives no texts. The same report stands there once for each outlet that
 * had it, and stays that often.
 */
import { foldText } from '../../../shared/text/fold.ts'
import type { ColumnUse, TableHead } from '../tables/columns.ts'
import { readCsv } from '../tables/read-csv.ts'
import type { FileReader } from '../types.ts'

/** What its columns are; the names of details are `import.detail.<name>` in the locale. */
const COLUMNS: ReadonlyMap<string, ColumnUse> = new Map(
  Object.entries({
    title: 'title',
    url: 'url',
    language: 'language',
    publish_date: 'published',
    media_name: 'outlet',
    text: 'text',
    id: 'detail:accession',
    stories_id: 'detail:accession',
    media_id: 'detail:sourceCode',
    media_url: 'detail:sourceLink',
    themes: 'detail:subject',
    ap_syndicated: 'detail:syndicated',
    indexed_date: 'detail:indexed',
  } as const),
)

export const read: FileReader = (input) =>
  readCsv(input, {
    format: 'mediacloud-csv',
    columns: ({ columns }: TableHead) => columns.map((name): ColumnUse => COLUMNS.get(foldText(name).trim()) ?? `detail:${name}`),
  })
