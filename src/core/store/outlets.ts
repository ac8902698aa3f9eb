/** Outlets: who publishes. Made on the fly by name; names that fold alike are one outlet. */
import { foldName } from '../../shared/text/fold.ts'
import type { WriteDb } from './types.ts'

/** Id of the outlet with this name, made where new; null for no outlet. */
export function outletId(db: WriteDb, name: string | null): number | null {
  if (name === null) return null
  const fold = foldName(name)
  const known = db.get<{ id: number }>('SELECT id FROM outlet WHERE name_fold = ?', [fold])
  return known?.id ?? db.run('INSERT INTO outlet(name, name_fold) VALUES (?, ?)', [name, fold]).lastId
}
