/**
 * The matrix of issues × parties. Pure: evidence in, cells out. A statement counts once in a cell, however many of its
 * issues lie in that row's subtree; a row stands for its issue and all beneath it.
 */
import type { Evidence, Matrix, MatrixCell, PartyLevel } from '../../shared/domain/compare.ts'
import { columnOf, lineagesById, type Node, type PartyNode } from './columns.ts'
import { byNewest } from './order.ts'

export interface MatrixContext {
  /** In tree order, parents before their children. */
  parties: readonly PartyNode[]
  issues: readonly Node[]
  level: PartyLevel
}

type RowId = number | null

export function buildMatrix(evidence: readonly Evidence[], { parties, issues, level }: MatrixContext): Matrix {
  const column = columnOf(level, parties)
  const lineages = lineagesById(issues)
  const cells = new Map<string, { issueId: RowId; partyId: number; statements: Evidence[] }>()
  const perRow = new Map<RowId, number>()
  const perColumn = new Map<number, number>()
  let withoutSpeaker = 0

  for (const statement of evidence) {
    if (statement.speakerId === null) {
      withoutSpeaker += 1
      continue
    }
    const partyId = column(statement.speakerId)
    perColumn.set(partyId, (perColumn.get(partyId) ?? 0) + 1)
    for (const issueId of rowsOf(statement, lineages)) {
      const key = `${issueId}:${partyId}`
      const cell = cells.get(key) ?? { issueId, partyId, statements: [] }
      cells.set(key, cell)
      cell.statements.push(statement)
      perRow.set(issueId, (perRow.get(issueId) ?? 0) + 1)
    }
  }
  return {
    rows: [...issues.map((issue) => issue.id), null]
      .filter((issueId) => perRow.has(issueId))
      .map((issueId) => ({
        issueId,
        depth: issueId === null ? 0 : (lineages.get(issueId)?.length ?? 1) - 1,
        parentId: issueId === null ? null : (lineages.get(issueId)?.[1] ?? null),
        statements: perRow.get(issueId) ?? 0,
      })),
    columns: parties
      .filter((party) => perColumn.has(party.id))
      .map((party) => ({ partyId: party.id, statements: perColumn.get(party.id) ?? 0 })),
    cells: [...cells.values()].map(toCell),
    withoutSpeaker,
  }
}

/** Rows a statement counts in: its issues and all above them, each once; the row without an issue where it has none. */
function rowsOf(statement: Evidence, lineages: ReadonlyMap<number, number[]>): Iterable<RowId> {
  if (statement.issueIds.length === 0) return [null]
  return new Set(statement.issueIds.flatMap((id) => lineages.get(id) ?? []))
}

function toCell(cell: { issueId: RowId; partyId: number; statements: Evidence[] }): MatrixCell {
  const newestFirst = cell.statements.toSorted(byNewest)
  const [newest] = newestFirst
  if (!newest) throw new Error('a cell without statements')
  // A stance is one towards this very issue: those of the issues beneath say nothing of it.
  const own = newestFirst.filter((statement) =>
    cell.issueId === null ? statement.issueIds.length === 0 : statement.issueIds.includes(cell.issueId),
  )
  const stances = own.flatMap((statement) => (statement.stance === null ? [] : [statement.stance]))
  const byTag = Map.groupBy(cell.statements, (statement) => statement.tagId)
  return {
    issueId: cell.issueId,
    partyId: cell.partyId,
    statements: cell.statements.length,
    own: own.length,
    outlets: new Set(cell.statements.flatMap((statement) => (statement.outlet === null ? [] : [statement.outlet]))).size,
    byTag: [...byTag]
      .map(([tagId, statements]) => ({ tagId, statements: statements.length }))
      .toSorted((a, b) => b.statements - a.statements || a.tagId - b.tagId),
    stance: stances[0] ?? null,
    stances: [...new Set(stances)],
    byStance: [...Map.groupBy(stances, (stance) => stance)].map(([stance, found]) => ({ stance, statements: found.length })),
    stancesBeneath: [],
    stanceFromId: own.find((statement) => statement.stance !== null)?.id ?? null,
    stanceStatements: stances.filter((stance) => stance === stances[0]).length,
    intensity: own.find((statement) => statement.stance !== null)?.intensity ?? null,
    trend: null,
    weakness: null,
    override: null,
    derived: null,
    summary: null,
    newestId: newest.id,
    newest,
  }
}
