/** REFI-QDA codebooks: tags and issues as codes, as the codebook itself writes them, and what of the library is in no codebook. */
import { collectCodebook } from '../../codebook/collect.ts'
import { writeQdc } from '../../codebook/formats/qdc.ts'
import { kept, namedLoss } from '../../importers/projects/losses.ts'
import { say } from '../../messages.ts'
import type { ExportLoss } from '../../../shared/domain/export.ts'
import type { ReadDb } from '../../store/types.ts'
import type { Exporter } from '../interchange/types.ts'

export const exporter: Exporter = {
  write: (db) => {
    const { text, lost } = written(db)
    return Promise.resolve({ bytes: new TextEncoder().encode(text), lost })
  },
  losses: (db) => written(db).lost,
}

function written(db: ReadDb): { text: string; lost: ExportLoss[] } {
  const file = collectCodebook(db, '', ['tags', 'issues', 'parties'])
  const { text, lost: characters } = writeQdc(file, { tags: say('codebook.tags'), issues: say('codebook.issues') })
  const { tags, issues, parties } = file
  const count = (sql: string): number => db.value<number>(`SELECT count(*) FROM ${sql}`)
  const lost = kept([
    { code: 'qdc-articles', count: count('article') },
    { code: 'qdc-annotations', count: count('annotation') },
    { code: 'qdc-parties', count: parties.length },
    { code: 'qdc-library', count: count('thread') + count('event') + count('cell_summary') + count('cell_override') },
    { code: 'qdc-examples', count: count('codebook_example') },
    { code: 'qdc-letters', count: tags.filter(({ letter }) => letter).length },
    { code: 'qdc-shows', count: tags.filter(({ shows = [] }) => shows.length > 0).length },
    namedLoss(
      'qdc-fields',
      tags.flatMap(({ path, fields = [] }) => fields.map(({ name }) => `${path.at(-1) ?? ''}: ${name}`)),
    ),
    { code: 'qdc-retired', count: [...tags, ...issues].filter(({ retired }) => retired).length },
    { code: 'refi-characters', count: characters },
  ])
  return { text, lost }
}
