/** Annotations as CSV: a row for each. */
import { csvSteps } from '../../csv.ts'
import type { Exporter } from '../../interchange/types.ts'
import { sheetRows } from '../csv-rows.ts'
import { withPauses } from '../with-pauses.ts'
import { annotationSheet } from './annotation-sheet.ts'
import { chosenIds } from './chosen-ids.ts'
import { tableLosses } from './losses.ts'
import { namesFor } from './names.ts'

export const exporter: Exporter = {
  write: async (db, choice, { pause }) => {
    const { annotations } = chosenIds(db, choice)
    const sheet = annotationSheet(db, annotations, { names: namesFor(db, choice), choice })
    const bytes = await withPauses(csvSteps(sheetRows(sheet)), annotations.length + 1, pause)
    return { bytes, lost: tableLosses(db, choice, 'csv') }
  },
  losses: (db, choice) => tableLosses(db, choice, 'csv'),
}
