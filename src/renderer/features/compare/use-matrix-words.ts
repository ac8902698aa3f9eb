/** How issues, parties and cells of the matrix are named. */
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import type { FactWords } from './cell-facts.ts'
import type { MatrixRow } from './rows.ts'

export interface MatrixWords {
  facts: FactWords
  issue: (row: MatrixRow) => string
  /** "Cross-border attacks › Sanctuaries". */
  path: (row: MatrixRow) => string
  party: (id: number) => string
  /** Of a cell, with its counts. */
  counts: (row: MatrixRow, partyId: number) => string
  /** The same with its stance and how it moved. */
  cell: (row: MatrixRow, partyId: number) => string
}

export function useMatrixWords({ issueById, partyById }: Codebook): MatrixWords {
  const say = useSay()
  const intl = useIntl()
  return useMemo(() => {
    const party = (id: number): string => partyById.get(id)?.name ?? ''
    const issueOf = ({ issueId }: MatrixRow) => (issueId === null ? undefined : issueById.get(issueId))
    const path = (row: MatrixRow): string => {
      const issue = issueOf(row)
      return issue ? issueText(issue) : say('compare.noIssue')
    }
    const counts = (row: MatrixRow, partyId: number): string => {
      const name = say('compare.cell', { issue: path(row), party: party(partyId) })
      const cell = row.cells.get(partyId)
      if (!cell) return say('compare.cellNone', { cell: name })
      return say('compare.cellFull', { cell: name, statements: cell.statements, outlets: cell.outlets })
    }
    // The minute of a statement is that of its publication: the day is what is known.
    const date: FactWords['date'] = (value) => formatPartialDate(intl, value.slice(0, 10))
    return {
      facts: { say, date, list: (words) => intl.formatList(words, { type: 'conjunction' }) },
      issue: (row) => issueOf(row)?.name ?? say('compare.noIssue'),
      path,
      party,
      counts,
      cell(row, partyId) {
        const counted = counts(row, partyId)
        const cell = row.cells.get(partyId)
        if (!cell || cell.stance === null) return counted
        const stance = say(`stance.${cell.stance}`)
        return `${counted} ${cell.trend ? say('matrix.stanceAndTrend', { stance, trend: say(`matrix.trend.${cell.trend.kind}`) }) : say('matrix.stanceOnly', { stance })}`
      },
    }
  }, [say, intl, issueById, partyById])
}
