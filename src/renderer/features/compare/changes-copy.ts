/** What changed, as a table and as a picture of that table. Pure but for the measuring of text in the picture. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
import type { Say } from '../../lib/say.ts'
import { partyOf, type ChangeGroup } from './changes-groups.ts'
import { PICTURE_FONT } from './matrix-picture.ts'
import { windowMeasure } from './picture-text.ts'
import { tablePicture } from './table-picture.ts'

export interface ChangesWords {
  say: Say
  dateText: (date: string) => string
}

export function changesTable(groups: readonly ChangeGroup[], codebook: Codebook, { say, dateText }: ChangesWords): CopiedTable {
  const dated = (evidence: Evidence | null): string => (evidence?.date == null ? '' : dateText(evidence.date))
  const quote = (evidence: Evidence | null): string =>
    evidence === null ? '' : [evidence.quote, evidence.translation].filter((text) => text !== null).join('\n')
  const source = (evidence: Evidence | null): string =>
    evidence === null ? '' : [evidence.outlet, evidence.articleTitle].filter((text) => text !== null).join(', ')
  const columns = ['change', 'party', 'issue', 'then', 'thenQuote', 'thenSource', 'now', 'nowQuote', 'nowSource']
  return {
    head: columns.map((column) => say(`changes.column.${column}`)),
    rows: groups.flatMap(({ lines }) =>
      lines.map((line) => {
        const { kind, issueId, from, to } = line.change
        const partyId = partyOf(line)
        const issue = issueId === null ? undefined : codebook.issueById.get(issueId)
        return [
          say(`changes.kind.${kind}`),
          partyId === null ? '' : (codebook.partyById.get(partyId)?.name ?? ''),
          line.of === 'thread' ? line.change.title : issue ? issueText(issue) : '',
          dated(from),
          quote(from),
          source(from),
          dated(to),
          quote(to),
          source(to),
        ]
      }),
    ),
  }
}

/** Who moved, with the quotes; where they stand is left to the table. Null where nothing changed. */
export function changesPicture(title: string, { head, rows }: CopiedTable): string | null {
  if (rows.length === 0) return null
  const shown = [0, 1, 2, 3, 4, 6, 7]
  const of = (cells: readonly string[]): string[] => shown.map((index) => cells[index] ?? '')
  const widths = [90, 150, 190, 90, 300, 90, 300]
  return tablePicture({ title, head: of(head), rows: rows.map(of), widths, font: PICTURE_FONT, measure: windowMeasure(PICTURE_FONT) })
}
