/** The side-by-side view as a table to copy: a row for each issue and date, a column for each party. Pure but for the words. */
import type { SideBySideBand } from '../../../shared/domain/compare.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
import { rowsOfBand, type SideQuote } from './side-rows.ts'
import type { SideWords } from './use-side-words.ts'

export interface SideCopyParts {
  bands: readonly SideBySideBand[]
  parties: readonly number[]
  words: SideWords
  onlyNew: boolean
}

export function sideTable({ bands, parties, words, onlyNew }: SideCopyParts): CopiedTable {
  const { say } = words
  return {
    head: [say('compare.issue'), say('side.verdict'), say('cell.column.date'), ...parties.map(words.party)],
    rows: bands.flatMap((band) => {
      const name = words.issue(band.issueId)
      const verdict = say(`side.verdict.${band.verdict}`)
      const rows = rowsOfBand(band, { most: Infinity, onlyNew }).rows.map(({ date, cells }) => [
        name,
        verdict,
        words.date(date),
        ...cells.map((quotes) => quotes.map((quote) => quoteText(quote, words)).join('\n\n')),
      ])
      const left = band.columns.map(({ beyond }) => (beyond > 0 ? say('side.beyond', { count: beyond }) : ''))
      return left.some((text) => text !== '') ? [[name, verdict, '', ...left], ...rows] : rows
    }),
  }
}

/** “Words” (translation) — speaker, outlet. */
function quoteText(quote: SideQuote, words: SideWords): string {
  const translation = quote.translation ? ` (${quote.translation})` : ''
  const stance = quote.stance ? `; ${words.say(`stance.${quote.stance}`)}` : ''
  return `“${quote.quote}”${translation} — ${words.speaker(quote.speakerId)}, ${quote.outlet ?? words.say('evidence.noOutlet')}${stance}`
}
