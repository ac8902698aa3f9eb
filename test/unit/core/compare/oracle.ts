/**
 * Comparing by the plainest loops there are: for every cell, every statement is asked whether it belongs there by climbing the trees.
 * Written from the description of the views, not from their code.
 */
import type { Stance } from '../../../../src/shared/domain/annotation.ts'
import type { CellOverride, Evidence, MatrixCell, PartyLevel, Trend } from '../../../../src/shared/domain/compare.ts'
import type { Node, World } from './world.ts'

/** From a node up to its root, itself first. */
export function climb(id: number, nodes: readonly Node[]): number[] {
  const node = nodes.find((candidate) => candidate.id === id)
  return node?.parentId == null ? [id] : [id, ...climb(node.parentId, nodes)]
}

export function columnOf(statement: Evidence, level: PartyLevel, parties: readonly (Node & { kind?: string })[]): number | null {
  const { speakerId } = statement
  if (speakerId === null || level === 'speaker') return speakerId
  const line = climb(speakerId, parties)
  if (level === 'side') return line[line.length - 1] ?? null
  for (const id of line) if (parties.some((party) => party.id === id && party.kind !== 'person')) return id
  return speakerId
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

const CERTAINTY: readonly (Evidence['attribution'] | undefined)[][] = [['outlet'], ['anonymous'], ['paraphrase', null], ['direct']]
const certainty = (one: Evidence): number => CERTAINTY.findIndex((kinds) => kinds.includes(one.attribution))

/** What an analyst reads out of the own statements of a cell, day by day. */
export function reading(own: readonly Evidence[]) {
  const said = oldestFirst(own).filter((one) => one.stance !== null && one.attribution !== 'denied')
  /** What counts of the statements of one day: of those that are known best, the last. */
  const bestOf = (statements: Evidence[]): Evidence | null => {
    const most = Math.max(...statements.map(certainty))
    return statements.filter((one) => certainty(one) === most).at(-1) ?? null
  }
  const days = [...new Set(said.map((one) => moment(one.date).slice(0, 10)))]
  const perDay = days.map((day) => ({ day, best: bestOf(said.filter((one) => moment(one.date).slice(0, 10) === day)) }))
  const dated = perDay.flatMap(({ day, best }) => (day === '' || best === null ? [] : [best]))
  const undated = perDay.find(({ day }) => day === '')?.best ?? null
  const current = dated.at(-1) ?? undated
  const positions = dated.filter((one) => one.stance !== 'declined')
  const stances: Stance[] = []
  for (const { day } of perDay.toReversed())
    for (let known = 3; known >= 0; known--)
      for (const one of said.toReversed())
        if (moment(one.date).slice(0, 10) === day && certainty(one) === known && one.stance && !stances.includes(one.stance))
          stances.push(one.stance)
  return { said, current, positions, stances }
}

/** How the last of some positions stands to those before it. */
export function move(positions: readonly Evidence[]): { kind: Trend['kind']; by: Evidence; against: Evidence | null } | null {
  const by = positions.at(-1)
  if (!by) return null
  const before = positions.at(-2) ?? null
  if (before === null) return { kind: 'new', by, against: null }
  const side = positions.slice(0, -1).findLast((one) => one.stance === 'supports' || one.stance === 'opposes')
  if (side && (by.stance === 'supports' || by.stance === 'opposes') && by.stance !== side.stance)
    return { kind: 'reversed', by, against: side }
  const firmness = (one: Evidence): number =>
    ['neutral', 'conditional', 'opposes,supports'].findIndex((kinds) => kinds.includes(one.stance ?? '?'))
  if (firmness(by) !== firmness(before)) return { kind: firmness(by) > firmness(before) ? 'hardened' : 'softened', by, against: before }
  if (by.intensity === null || before.intensity === null || by.intensity === before.intensity)
    return { kind: 'repeated', by, against: before }
  return { kind: by.intensity > before.intensity ? 'hardened' : 'softened', by, against: before }
}

const isLow = (one: Evidence): boolean => ['D', 'E'].includes(one.reliability ?? '') || [4, 5].includes(one.credibility ?? 0)

function voices(statements: readonly Evidence[]): number {
  const heard = new Set<string>()
  for (const one of statements) if (one.storyId === null && one.outlet !== null) heard.add(one.outlet)
  for (const storyId of new Set(statements.map((one) => one.storyId))) {
    const first = storyId === null ? undefined : oldestFirst(statements).find((one) => one.storyId === storyId && one.outlet !== null)
    if (first?.outlet) heard.add(first.outlet)
  }
  return heard.size
}

/** The whole cell, `newest` apart, which is looked up afterwards. */
export function plainCell(
  cell: { issueId: number | null; partyId: number; statements: Evidence[] },
  world: World,
  level: PartyLevel,
): MatrixCell {
  const { issueId, partyId } = cell
  const inOrder = oldestFirst(cell.statements)
  const own = inOrder.filter((one) => isOwn(one, issueId))
  const { said, current, positions, stances } = reading(own)
  const resting = said.filter((one) => one.stance === current?.stance)
  const moveOf = move(positions)
  const trend = moveOf && { kind: moveOf.kind, date: moveOf.by.date, statementId: moveOf.by.id, againstId: moveOf.against?.id ?? null }
  const newest = inOrder[inOrder.length - 1]
  if (!newest) throw new Error('a cell without statements')
  const override = overrideOf(world, { issueId, partyId, level })
  const derived = { stance: current?.stance ?? null, trend }
  const shown = trend ?? { kind: 'new', date: newest.date, statementId: newest.id, againstId: null }
  return {
    issueId,
    partyId,
    statements: inOrder.length,
    own: own.length,
    outlets: voices(inOrder),
    byTag: [1, 2, 3]
      .map((tagId) => ({ tagId, statements: inOrder.filter((one) => one.tagId === tagId).length }))
      .filter((share) => share.statements > 0)
      .toSorted((a, b) => b.statements - a.statements),
    stance: override?.stance ?? derived.stance,
    stances,
    byStance: stances.map((stance) => ({ stance, statements: said.filter((one) => one.stance === stance).length })),
    stancesBeneath: beneath(cell, world, level),
    stanceFromId: current?.id ?? null,
    stanceStatements: resting.length,
    intensity: current?.intensity ?? null,
    trend: override?.trend ? { ...shown, kind: override.trend } : trend,
    weakness:
      current === null
        ? null
        : resting.length === 1 && current.attribution === 'anonymous'
          ? 'anonymous'
          : resting.every(isLow)
            ? 'grading'
            : null,
    override,
    derived: override === null ? null : derived,
    summary: null,
    newestId: newest.id,
    newest: null,
  }
}

const overrideOf = ({ overrides }: World, cell: { issueId: number | null; partyId: number; level: PartyLevel }): CellOverride | null =>
  overrides.get(`${cell.level}:${cell.issueId ?? 0}:${cell.partyId}`) ?? null

function beneath({ issueId, partyId }: { issueId: number | null; partyId: number }, world: World, level: PartyLevel): Stance[] {
  const found = new Set<Stance>()
  for (const issue of world.issues) {
    if (issueId === null || issue.id === issueId || !climb(issue.id, world.issues).includes(issueId)) continue
    const there = world.evidence.filter((one) => columnOf(one, level, world.parties) === partyId)
    const counted = there.some((one) => countsIn(one, issue.id, world.issues))
    const { current } = reading(there.filter((one) => isOwn(one, issue.id)))
    const stance = overrideOf(world, { issueId: issue.id, partyId, level })?.stance ?? current?.stance
    if (stance && counted) found.add(stance)
  }
  return (['supports', 'opposes', 'conditional', 'neutral', 'declined'] as const).filter((stance) => found.has(stance))
}
