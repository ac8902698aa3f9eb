/**
 * Parties in columns, issues as bands, quotes in date order. Pure: columns in, ids of quotes out. A statement stands in the band of each of
 * its very issues; where a party stands is read as in the matrix.
 */
import type { MatrixCell, SideBySideBand, SideBySideSort, Verdict } from '../../shared/domain/compare.ts'
import { buildMatrix, type MatrixContext } from './matrix.ts'
import { NOWHERE, placesOf } from './places.ts'
import { UNDATED, type Rows, type StatementColumns } from './statements.ts'

export interface SideBySideContext extends MatrixContext {
  chosen: readonly number[]
  /** What was said after this day (days since 1970-01-01) is new; null: nothing is. */
  since: number | null
  sort: SideBySideSort
  /** Most quotes of one party in one band: the newest of them. */
  most: number
}

/** A quote by the id of its statement. */
export interface QuoteRef {
  id: number
  isNew: boolean
}
export type Band = Omit<SideBySideBand, 'columns'> & {
  columns: (Omit<SideBySideBand['columns'][number], 'quotes'> & { quotes: QuoteRef[] })[]
}

/** Only bands in which a chosen party says something; by the tree of issues, those without an issue last, unless sorted otherwise. */
export function buildSideBySide(columns: StatementColumns, rows: Rows, context: SideBySideContext): Band[] {
  const { parties, issues, chosen, since, most } = context
  const places = placesOf(context)
  const columnAt = new Map(chosen.map((partyId, index) => [parties.findIndex(({ id }) => id === partyId), index]))
  columnAt.delete(NOWHERE)
  const spoken = rows.filter((row) => columnAt.has(places.column(columns.speakerId[row] ?? 0)))
  const { cells } = buildMatrix(columns, spoken, context)
  const cellAt = new Map(cells.map((cell) => [`${cell.issueId}:${cell.partyId}`, cell]))

  const quotes = Array.from({ length: issues.length + 1 }, () => chosen.map((): QuoteRef[] => []))
  for (const row of spoken) {
    const column = columnAt.get(places.column(columns.speakerId[row] ?? 0)) ?? 0
    const day = columns.day[row] ?? UNDATED
    const quote = { id: columns.id[row] ?? 0, isNew: since !== null && day > since }
    const own = columns.issueId.subarray(columns.issueStart[row], columns.issueStart[row + 1])
    for (const place of own.length === 0 ? [issues.length] : new Set(own)) {
      quotes[own.length === 0 ? place : places.issue(place)]?.[column]?.push(quote)
    }
  }
  const bands = quotes.map((ofBand, place): Band => {
    const issueId = issues[place]?.id ?? null
    const heard = chosen.map((partyId, index) => ({
      partyId,
      found: ofBand[index] ?? [],
      cell: cellAt.get(`${issueId}:${partyId}`) ?? null,
    }))
    return {
      issueId,
      verdict: verdictOf(heard.filter(({ found }) => found.length > 0).map(({ cell }) => cell?.stance ?? null)),
      isNew: ofBand.some((found) => found.some((quote) => quote.isNew)),
      columns: heard.map(({ partyId, found, cell }) => ({
        partyId,
        stance: found.length === 0 ? null : (cell?.stance ?? null),
        trend: found.length === 0 ? null : (cell?.trend ?? null),
        override: found.length === 0 ? null : (cell?.override ?? null),
        statements: found.length,
        quotes: found.slice(-most),
        beyond: Math.max(0, found.length - most),
      })),
    }
  })
  return sorted(
    bands.filter((band) => band.columns.some((column) => column.statements > 0)),
    context,
    rowOf(columns, spoken),
  )
}

/**
 * How the parties that speak stand to each other, by their current stances. Who declined takes no position, and two that set conditions may
 * set different ones: neither can be compared.
 */
export function verdictOf(stances: readonly MatrixCell['stance'][]): Verdict {
  if (stances.length < 2) return 'alone'
  const taken = stances.filter((stance) => stance !== null && stance !== 'declined')
  const kinds = new Set(taken)
  if (kinds.has('supports') && kinds.has('opposes')) return 'conflict'
  if (taken.length < 2) return 'unclear'
  if (kinds.size > 1) return 'differ'
  return kinds.has('conditional') ? 'unclear' : 'agree'
}

const BY_VERDICT: readonly Verdict[] = ['conflict', 'differ', 'unclear', 'agree', 'alone']

/** Bands of equal rank stay in the order of the issues. */
function sorted(bands: Band[], { sort }: Pick<SideBySideContext, 'sort'>, newest: (band: Band) => number): Band[] {
  if (sort === 'verdict') return bands.toSorted((a, b) => BY_VERDICT.indexOf(a.verdict) - BY_VERDICT.indexOf(b.verdict))
  if (sort === 'statements') return bands.toSorted((a, b) => countOf(b) - countOf(a))
  if (sort === 'newest') return bands.toSorted((a, b) => newest(b) - newest(a))
  return bands
}

/** The band with no more than so many quotes of each party, the newest; the others are counted. */
export function newestOf(band: Band, most: number): Band {
  return {
    ...band,
    columns: band.columns.map((column) => {
      const left = Math.max(0, column.quotes.length - most)
      return { ...column, quotes: column.quotes.slice(left), beyond: column.beyond + left }
    }),
  }
}

const countOf = (band: Band): number => band.columns.reduce((sum, column) => sum + column.statements, 0)

/** Place of a band's newest quote in the order of time. */
function rowOf(columns: StatementColumns, rows: Rows): (band: Band) => number {
  const places = new Map(Array.from(rows, (row) => [columns.id[row] ?? 0, row]))
  return (band) => Math.max(...band.columns.map((column) => places.get(column.quotes.at(-1)?.id ?? 0) ?? NOWHERE))
}
