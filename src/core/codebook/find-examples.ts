/** Examples of a file by their quotes: annotations here that say the same, are coded so, and are not picked yet. */
import type { ExampleOf } from '../store/examples.ts'
import type { ReadDb } from '../store/types.ts'
import type { PlannedChange } from './plan-types.ts'

/** The examples that can be picked; null where there are none. */
export function findExamples(
  db: ReadDb,
  of: ExampleOf,
  quotes: readonly { quote: string }[] | undefined,
): PlannedChange<{ examples: number[] }> | null {
  if (quotes === undefined || quotes.length === 0) return null
  const id = of.tagId ?? of.issueId ?? 0
  const [column, coded] =
    of.tagId === undefined
      ? ['issue_id', 'EXISTS (SELECT 1 FROM annotation_issue i WHERE i.annotation_id = n.id AND i.issue_id = @id)']
      : ['tag_id', 'n.tag_id = @id']
  const picked = new Set(
    db.column<string>(`SELECT n.quote FROM codebook_example e JOIN annotation n ON n.id = e.annotation_id WHERE e.${column} = ?`, [id]),
  )
  const wanted = [...new Set(quotes.map(({ quote }) => quote))].filter((quote) => !picked.has(quote))
  const examples = wanted.flatMap((quote) =>
    db.column<number>(`SELECT n.id FROM annotation n WHERE ${coded} AND n.quote = @quote ORDER BY n.id LIMIT 1`, { id, quote }),
  )
  if (examples.length === 0) return null
  return { field: 'examples', here: String(picked.size), there: String(picked.size + examples.length), fills: true, patch: { examples } }
}
