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
import { conclude, type Conclusion } from './rules.ts'
import { STANCES, type Rows, type StatementColumns } from './statements.ts'
import { tally, type Tallied } from './tally.ts'

/** Dates of statements as precise as they are; the columns have only the day. */
export type DatesOf = (ids: readonly number[]) => ReadonlyMap<number, PartialDate | null>

export interface MatrixContext extends Trees, CellReadings {
  datesOf: DatesOf
}

/** Cells row by row, columns in the order of the parties. `newest` is left empty: whoever asks has the quotes. */
export function buildMatrix(columns: StatementColumns, rows: Rows, context: MatrixContext): Matrix {
  const { parties, issues } = context
  const tallied = tally(columns, rows, context)
  const perRow = new Map<number | null, number>()
  for (const { issueId, statements } of tallied.cells) perRow.set(issueId, (perRow.get(issueId) ?? 0) + statements)
  const lineages = lineagesById(issues)
  return {
    rows: [...issues.map(({ id }) => id), null]
      .map((issueId) => ({
        issueId,
        depth: issueId === null ? 0 : (lineages.get(issueId)?.length ?? 1) - 1,
        parentId: issueId === null ? null : (lineages.get(issueId)?.[1] ?? null),
        statements: perRow.get(issueId) ?? 0,
      }))
      .filter((row) => row.statements > 0),
    columns: parties
      .map(({ id }, place) => ({ partyId: id, statements: tallied.perParty[place] ?? 0 }))
      .filter((column) => column.statements > 0),
    cells: fillBeneath(toCells(tallied, columns, context), lineages),
    withoutSpeaker: tallied.withoutSpeaker,
  }
}

function toCells({ cells, tags, byTag }: Tallied, columns: StatementColumns, context: MatrixContext): MatrixCell[] {
  const { level } = context
  const overrides = context.overrides?.size ? context.overrides : null
  const summaries = context.summaries?.size ? context.summaries : null
  const idAt = (row: number): number => columns.id[row] ?? 0
  const asked = new Set<number>()
  const concluded = cells.map((cell) => {
    const said = conclude(cell.states, columns, cell.at)
    const override = overrides?.get(cellKey({ ...cell, level })) ?? null
    if (said.trend !== null) asked.add(said.trend.by.id)
    if (override !== null) asked.add(idAt(cell.newest))
    return { cell, said, override }
  })
  const dates = context.datesOf([...asked])
  return concluded.map(({ cell, said, override }): MatrixCell => {
    const newestId = idAt(cell.newest)
    const byStance = said.stances.map(({ latest, statements }) => ({ stance: stanceAt(latest.stance), statements }))
    const derived = { stance: byStance[0]?.stance ?? null, trend: toTrend(said.trend, dates) }
    const read = asRead(derived, override, { id: newestId, date: dates.get(newestId) ?? null })
    return {
      issueId: cell.issueId,
      partyId: cell.partyId,
      statements: cell.statements,
      own: cell.own,
      outlets: cell.outlets,
      byTag: sharesOf(byTag, cell.firstTag, tags),
      stance: read.stance,
      trend: read.trend,
      override: read.override,
      derived: read.derived,
      stances: byStance.map(({ stance }) => stance),
      byStance,
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

/** What a cell has of each tag, most first. */
function sharesOf(byTag: Int32Array, first: number, tags: readonly number[]): MatrixCell['byTag'] {
  const shares: MatrixCell['byTag'] = []
  for (let place = 0; place < tags.length; place++) {
    const statements = byTag[first + place] ?? 0
    if (statements > 0) shares.push({ tagId: tags[place] ?? 0, statements })
  }
  return shares.sort((a, b) => b.statements - a.statements || a.tagId - b.tagId)
}

/** Fills in what the party says on the issues beneath, in the order in which stances are listed everywhere. */
function fillBeneath(cells: MatrixCell[], lineages: ReadonlyMap<number, number[]>): MatrixCell[] {
  const beneath = new Map<number, Map<number, Set<Stance>>>()
  for (const { issueId, partyId, stance } of cells) {
    const line = issueId === null ? undefined : lineages.get(issueId)
    if (stance === null || line === undefined || line.length === 1) continue
    const ofParty = beneath.get(partyId) ?? new Map<number, Set<Stance>>()
    beneath.set(partyId, ofParty)
    for (const above of line.slice(1)) ofParty.set(above, (ofParty.get(above) ?? new Set()).add(stance))
  }
  for (const cell of cells) {
    const found = cell.issueId === null ? undefined : beneath.get(cell.partyId)?.get(cell.issueId)
    if (found) cell.stancesBeneath = stanceSchema.options.filter((stance) => found.has(stance))
  }
  return cells
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
