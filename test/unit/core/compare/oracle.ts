/**
 * Comparing by the plainest loops there are: for every cell, every statement is asked whether it belongs there by climbing the trees.
 * Written from the description of the views, not from their code.
 */
import type { Evidence, PartyLevel } from '../../../../src/shared/domain/compare.ts'
import type { Node, World } from './world.ts'

/** From a node up to its root, itself first. */
export function climb(id: number, nodes: readonly Node[]): number[] {
  const node = nodes.find((candidate) => candidate.id === id)
  return node?.parentId == null ? [id] : [id, ...climb(node.parentId, nodes)]
}

export function columnOf(statement: Evidence, level: PartyLevel, parties: readonly Node[]): number | null {
  if (statement.speakerId === null) return null
  return level === 'speaker' ? statement.speakerId : (climb(statement.speakerId, parties).at(-1) ?? null)
}

/** Whether a statement counts in a row: its own issues and all above them; the row of null has those without an issue. */
export function countsIn(statement: Evidence, issueId: number | null, issues: readonly Node[]): boolean {
  if (issueId === null) return statement.issueIds.length === 0
  return statement.issueIds.some((own) => climb(own, issues).includes(issueId))
}

export const isOwn = (statement: Evidence, issueId: number | null): boolean =>
  issueId === null ? statement.issueIds.length === 0 : statement.issueIds.includes(issueId)

/** A text that sorts as the dates do: the first moment a date can mean, what has no date first of all. */
function moment(date: string | null): string {
  if (date === null) return ''
  return `${date.slice(0, 10)}${'0000-01-01'.slice(date.slice(0, 10).length)}${date.slice(10)}`
}

export function oldestFirst(statements: readonly Evidence[]): Evidence[] {
  return statements.toSorted((a, b) => {
    const [one, other] = [moment(a.date), moment(b.date)]
    return one === other ? a.id - b.id : one < other ? -1 : 1
  })
}

/** The statements of every cell that has some, by row and column. */
export function plainCells(
  { parties, issues, evidence }: World,
  level: PartyLevel,
): { issueId: number | null; partyId: number; statements: Evidence[] }[] {
  return [...issues.map((issue) => issue.id), null].flatMap((issueId) =>
    parties.flatMap(({ id }) => {
      const statements = evidence.filter((one) => columnOf(one, level, parties) === id && countsIn(one, issueId, issues))
      return statements.length > 0 ? [{ issueId, partyId: id, statements }] : []
    }),
  )
}
