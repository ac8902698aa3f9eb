/**
 * The matrix of issues × parties. Pure: columns in, cells out. A row stands for its issue and all beneath it; stance and trend are those
 * of the very issue (compare/rules.ts), laid over by what the analyst reads.
 */
import { cellKey } from '../../shared/domain/cell.ts'
import type { Matrix, MatrixCell, Trend } from '../../shared/domain/compare.ts'
import { stanceSchema, type Stance } from '../../shared/domain/annotation.ts'
import type { PartialDate } from '../../shared/domain/partial-date.ts'
import { lineagesById } from './columns.ts'
import type { Trees } from './places.ts'
import { asRead, type CellReadings } from './readings.ts'
import { begin, conclude, type Conclusion } from './rules.ts'
import { STANCES, type Rows, type StatementColumns } from './statements.ts'
import { independentOutlets, tally, type Tallied, type Tally } from './tally.ts'

/** Dates of statements as precise as they are; the columns have only the day. */
export type DatesOf = (ids: readonly number[]) => ReadonlyMap<number, PartialDate | null>

export interface MatrixContext extends Trees, CellReadings {
  datesOf: DatesOf
}

/** Cells row by row, columns in the order of the parties. `newest` is left empty: whoever asks has the quotes. */
export function buildMatrix(columns: StatementColumns, rows: Rows, context: MatrixContext): Matrix {
  const { parties, issues } = context
  const tallied = tally(columns, rows, context)
  const inRows = [...issues, null].map((_, place) => tallied.cells.flatMap((ofParty) => ofParty?.[place] ?? []))
  const lineages = lineagesById(issues)
  return {
    rows: [...issues.map(({ id }) => id), null]
      .map((issueId, place) => ({
        issueId,
        depth: issueId === null ? 0 : (lineages.get(issueId)?.length ?? 1) - 1,
        parentId: issueId === null ? null : (lineages.get(issueId)?.[1] ?? null),
        statements: (inRows[place] ?? []).reduce((sum, cell) => sum + cell.statements, 0),
      }))
      .filter((row) => row.statements > 0),
    columns: parties
      .map(({ id }, place) => ({ partyId: id, statements: tallied.perParty[place] ?? 0 }))
      .filter((column) => column.statements > 0),
    cells: withBeneath(toCells(inRows.flat(), tallied, columns, context), lineages),
    withoutSpeaker: tallied.withoutSpeaker,
  }
}

const NOTHING_SAID = begin()

function toCells(tallies: readonly Tally[], { tags }: Tallied, columns: StatementColumns, context: MatrixContext): MatrixCell[] {
  const { level, overrides, summaries } = context
  const idAt = (row: number): number => columns.id[row] ?? 0
  const concluded = tallies.map((cell) => ({
    cell,
    said: conclude(cell.state ?? NOTHING_SAID, columns),
    override: overrides?.get(cellKey({ ...cell, level })) ?? null,
  }))
  const dates = context.datesOf([
    ...new Set(
      concluded.flatMap(({ cell, said, override }) => [said.trend?.by.id ?? [], override === null ? [] : idAt(cell.newest)].flat()),
    ),
  ])
  return concluded.map(({ cell, said, override }) => {
    const newestId = idAt(cell.newest)
    const stances = said.stances.map(({ latest, statements }) => ({ stance: stanceAt(latest.stance), statements }))
    const derived = { stance: stances[0]?.stance ?? null, trend: toTrend(said.trend, dates) }
    return {
      issueId: cell.issueId,
      partyId: cell.partyId,
      statements: cell.statements,
      own: cell.own,
      outlets: independentOutlets(cell),
      byTag: cell.tags
        .flatMap((statements, place) => (statements === 0 ? [] : [{ tagId: tags[place] ?? 0, statements }]))
        .toSorted((a, b) => b.statements - a.statements || a.tagId - b.tagId),
      ...asRead(derived, override, { id: newestId, date: dates.get(newestId) ?? null }),
      stances: stances.map(({ stance }) => stance),
      byStance: stances,
      stancesBeneath: [],
      stanceFromId: said.current?.id ?? null,
      stanceStatements: said.statements,
      intensity: said.current?.intensity || null,
      weakness: said.weakness,
      summary: summaries?.get(cellKey({ ...cell, level })) ?? null,
      newestId,
      newest: null,
    }
  })
}

/** Fills in what the party says on the issues beneath, in the order in which stances are listed everywhere. */
function withBeneath(cells: MatrixCell[], lineages: ReadonlyMap<number, number[]>): MatrixCell[] {
  const beneath = new Map<number, Map<number, Set<Stance>>>()
  for (const { issueId, partyId, stance } of cells) {
    if (issueId === null || stance === null) continue
    const ofParty = beneath.get(partyId) ?? new Map<number, Set<Stance>>()
    beneath.set(partyId, ofParty)
    for (const above of (lineages.get(issueId) ?? []).slice(1)) ofParty.set(above, (ofParty.get(above) ?? new Set()).add(stance))
  }
  return cells.map((cell) => {
    const found = cell.issueId === null ? undefined : beneath.get(cell.partyId)?.get(cell.issueId)
    return found ? { ...cell, stancesBeneath: stanceSchema.options.filter((stance) => found.has(stance)) } : cell
  })
}

/** The word of a stance that was said. */
export function stanceAt(index: number): Stance {
  const stance = STANCES[index]
  if (!stance) throw new RangeError(`no stance: ${index}`)
  return stance
}

/** A trend with the date of the statement that shows it. */
export const toTrend = (trend: Conclusion['trend'], dates: ReadonlyMap<number, PartialDate | null>): Trend | null =>
  trend && { kind: trend.kind, date: dates.get(trend.by.id) ?? null, statementId: trend.by.id, againstId: trend.against?.id ?? null }
