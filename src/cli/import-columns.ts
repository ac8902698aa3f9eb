/** `--columns text=Body,title=Headline`: which column of a table is what, by the names in its head. */
import type { ImportPreview } from '../shared/domain/import.ts'
import { UsageError } from './console.ts'
import { say } from './words.ts'

/** Pairs of a meaning and the name of a column. Throws UsageError where the words are off. */
export function parseColumns(option: unknown): [meaning: string, column: string][] {
  if (typeof option !== 'string') return []
  return option.split(',').map((pair) => {
    const at = pair.indexOf('=')
    if (at < 1 || at === pair.length - 1) throw new UsageError(say('cli.import.badColumns', { pair }))
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  })
}

/** What each column is, by its place. Throws UsageError for a column that the table does not have. */
export function columnsByPlace(pairs: readonly [string, string][], { name, table }: ImportPreview): (string | null)[] | undefined {
  if (!table || pairs.length === 0) return undefined
  const fold = (word: string): string => word.trim().toLowerCase()
  const places = table.columns.map((): string | null => null)
  for (const [meaning, column] of pairs) {
    const place = table.columns.findIndex((head) => fold(head) === fold(column))
    if (place < 0) throw new UsageError(say('cli.import.noColumn', { name, column, columns: table.columns.join(', ') }))
    places[place] = meaning
  }
  return places
}
