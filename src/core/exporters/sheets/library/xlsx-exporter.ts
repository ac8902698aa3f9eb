/** The library as a workbook: the table of annotations, and a sheet for each kind of thing they lead to. */
import type { Exporter } from '../../interchange/types.ts'
import type { RowSheet } from '../worksheet.ts'
import { withPauses } from '../with-pauses.ts'
import { workbookSteps } from '../workbook.ts'
import { annotationSheet } from './annotation-sheet.ts'
import { chosenIds } from './chosen-ids.ts'
import { cellSheet, checkSheet, eventSheet, threadSheet } from './follow-up-sheets.ts'
import { tableLosses } from './losses.ts'
import { namesFor } from './names.ts'
import { articleSheet, issueSheet, partySheet, tagSheet } from './source-sheets.ts'

export const exporter: Exporter = {
  write: async (db, choice, { libraryName, pause }) => {
    const names = namesFor(db, choice)
    const chosen = chosenIds(db, choice)
    const table = { names, chosen, notes: choice.notes }
    // One after another, so that each is let go before the next is read.
    function* sheets(): Generator<RowSheet> {
      yield annotationSheet(db, chosen.annotations, { names, choice })
      yield articleSheet(db, table)
      yield partySheet(db, table)
      yield issueSheet(db)
      yield tagSheet(names)
      yield threadSheet(db, table)
      yield checkSheet(db, table)
      yield eventSheet(db, table)
      if (choice.notes) yield cellSheet(db, table)
    }
    const rows = chosen.annotations.length + chosen.articles.length + 1
    const bytes = await withPauses(workbookSteps(sheets(), { title: libraryName }), rows, pause)
    return { bytes, lost: tableLosses(db, choice, 'xlsx') }
  },
  losses: (db, choice) => tableLosses(db, choice, 'xlsx'),
}
