/** What a list of references does not hold: it says where articles appeared, and nothing of what stands in them or was made of them. */
import type { ExportLoss } from '../../../shared/domain/export.ts'
import { chosenFor } from '../interchange/chosen.ts'
import type { ExportChoice } from '../interchange/types.ts'
import type { ReadDb } from '../../store/types.ts'
import { placesIn } from './articles.ts'

export function referenceLosses(db: ReadDb, choice: ExportChoice): ExportLoss[] {
  const { annotations, articleIds } = chosenFor(db, choice)
  const notes = choice.notes
    ? 0
    : db.value<number>("SELECT count(*) FROM article WHERE note IS NOT NULL AND note <> '' AND id IN (SELECT value FROM json_each(?))", [
        JSON.stringify(articleIds),
      ])
  return [
    { code: 'references-texts', count: articleIds.length },
    { code: 'references-annotations', count: annotations.length },
    { code: 'references-notes', count: notes },
    { code: 'references-places', count: placesIn(db, articleIds) },
  ].filter(({ count }) => count > 0)
}
