/**
 * A cell of the matrix in sentences: what stance the party has and why, how it moved, on what that rests. What of the evidence is not
 * known yet is left out of them. Pure, but for the words. The facts are the core's: nothing is judged here.
 */
import type { Stance } from '../../../shared/domain/annotation.ts'
import type { Evidence, MatrixCell, Trend } from '../../../shared/domain/compare.ts'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import type { Say } from '../../lib/say.ts'

export interface FactWords {
  say: Say
  date: (value: PartialDate) => string
  /** "supports and opposes": a list of words as a sentence has it. */
  list: (words: readonly string[]) => string
}

export type EvidenceOf = (id: number) => Evidence | undefined

export interface CellFact {
  kind: 'reading' | 'stance' | 'also' | 'trend' | 'rule' | 'count' | 'weakness' | 'summary' | 'published'
  text: string
}

/** Statements that the sentences tell of, to be asked for. */
export function factIds({ newestId, stanceFromId, trend, derived }: MatrixCell): number[] {
  const moves = [trend, derived?.trend ?? null]
  const ids = [newestId, stanceFromId, ...moves.flatMap((move) => [move?.statementId ?? null, move?.againstId ?? null])]
  return [...new Set(ids.filter((id) => id !== null))]
}

/** The sentences, the weightiest first. `isFolded`: the row stands for those beneath it as well. */
export function cellFacts(cell: MatrixCell, evidence: EvidenceOf, words: FactWords, isFolded = false): CellFact[] {
  const facts: CellFact[] = []
  const add = (kind: CellFact['kind'], text: string | null): void => {
    if (text !== null) facts.push({ kind, text })
  }
  const { say } = words
  if (cell.override) add('reading', readingText(cell, words))
  add('stance', stanceText(cell, evidence, words))
  add('also', alsoText(cell, words))
  const trend = cell.derived ? cell.derived.trend : cell.trend
  add('trend', trendText(trend, evidence, words))
  if (trend && (trend.kind === 'hardened' || trend.kind === 'softened')) add('rule', say(`matrix.rule.${trend.kind}`))
  if (isFolded || cell.own === 0) add('stance', beneathText(cell, words))
  add('count', countText(cell, say))
  if (cell.weakness) add('weakness', say(`matrix.weakness.${cell.weakness}`))
  const from = evidence(cell.stanceFromId ?? cell.newestId)
  if (from?.dateFrom === 'publication') add('published', say('matrix.fact.published'))
  if (cell.summary) add('summary', say(cell.summary.isStale ? 'matrix.fact.summaryStale' : 'matrix.fact.summary'))
  return facts
}

/** What the rules say of a stance, and because of what. */
function stanceText(cell: MatrixCell, evidence: EvidenceOf, { say, date }: FactWords): string | null {
  const stance = cell.derived ? cell.derived.stance : cell.stance
  if (stance === null) return cell.own > 0 ? say('matrix.fact.noStance') : null
  const from = cell.stanceFromId === null ? undefined : evidence(cell.stanceFromId)
  return say(cell.override ? 'matrix.fact.stanceByRules' : 'matrix.fact.stance', {
    stance: say(`stance.${stance}`),
    count: cell.stanceStatements,
    date: from?.date ? onText(from.date, from, { say, date }) : 'none',
    how: from ? howText(from, say) : 'none',
  })
}

/** "direct quote in Dawn"; what is not known of it is left out. */
function howText({ attribution, outlet }: Evidence, say: Say): string {
  if (attribution && outlet) return say('matrix.fact.how', { attribution: say(`matrix.attribution.${attribution}`), outlet })
  if (attribution) return say(`matrix.attribution.${attribution}`)
  return outlet ? say('matrix.fact.in', { outlet }) : 'none'
}

/** Stances that were seen beside the current one: a party can take both sides. */
function alsoText(cell: MatrixCell, { say, list }: FactWords): string | null {
  const current = cell.derived ? cell.derived.stance : cell.stance
  const others = cell.byStance.filter(({ stance }) => stance !== current)
  if (others.length === 0) return null
  return say('matrix.fact.also', {
    stances: list(others.map(({ stance, statements }) => say('matrix.fact.times', { stance: lower(say, stance), count: statements }))),
  })
}

function trendText(trend: Trend | null, evidence: EvidenceOf, { say, date }: FactWords): string | null {
  if (!trend) return null
  const now = evidence(trend.statementId)
  const before = trend.againstId === null ? undefined : evidence(trend.againstId)
  return say(`matrix.fact.trend.${trend.kind}`, {
    date: trend.date === null ? 'none' : onText(trend.date, now, { say, date }),
    change: (now && before && changeText(before, now, say)) ?? 'none',
    since: before?.date ? date(before.date) : 'none',
  })
}

/** A day; said to be that of the publication where it is no more than that. */
const onText = (at: PartialDate, { dateFrom }: Partial<Evidence> = {}, { say, date }: Pick<FactWords, 'say' | 'date'>): string =>
  dateFrom === 'publication' ? say('evidence.published', { date: date(at) }) : date(at)

/** What differs between two statements, in the order in which the rules look: stance, intensity. */
function changeText(before: Evidence, now: Evidence, say: Say): string | null {
  const changes: string[] = []
  if (before.stance !== now.stance && before.stance && now.stance)
    changes.push(say('matrix.fact.fromTo', { from: lower(say, before.stance), to: lower(say, now.stance) }))
  if (before.intensity !== now.intensity && before.intensity !== null && now.intensity !== null)
    changes.push(say('matrix.fact.intensity', { from: before.intensity, to: now.intensity }))
  return changes.length > 0 ? changes.join(', ') : null
}

function beneathText(cell: MatrixCell, { say, list }: FactWords): string | null {
  if (cell.stancesBeneath.length === 0) return null
  return say('matrix.fact.beneath', { stances: list(cell.stancesBeneath.map((stance) => lower(say, stance))) })
}

function countText(cell: MatrixCell, say: Say): string {
  return say(
    cell.own === cell.statements ? 'matrix.fact.count' : cell.own === 0 ? 'matrix.fact.countOnlyBeneath' : 'matrix.fact.countBeneath',
    {
      statements: cell.statements,
      own: cell.own,
      outlets: cell.outlets,
    },
  )
}

/** The day of a moment by the clock of this machine. */
function localDayOf(at: string): string {
  const moment = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** What the analyst reads out of the cell, and why. */
function readingText({ override }: MatrixCell, { say, date }: FactWords): string | null {
  if (!override) return null
  return say(override.isStale ? 'matrix.fact.readingStale' : 'matrix.fact.reading', {
    stance: override.stance ? say(`stance.${override.stance}`) : 'none',
    trend: override.trend ? say(`matrix.trend.${override.trend}`) : 'none',
    reason: override.reason,
    coder: override.coder,
    date: date(localDayOf(override.at)),
  })
}

const lower = (say: Say, stance: Stance): string => say(`matrix.stance.${stance}`)

/** One line for a table or a picture: "Opposes; hardened 29 Oct 2025; intensity 5; 3 statements; 2 outlets". */
export function cellLine(cell: MatrixCell, { say, date, list }: FactWords): string {
  const stances = cell.stance ? [cell.stance] : cell.stancesBeneath
  const parts = [
    stances.length > 0 ? list(stances.map((stance) => say(`stance.${stance}`))) : null,
    cell.stances.length > 1 ? alsoText(cell, { say, date, list })?.replace(/\.$/, '') : null,
    cell.trend
      ? say('matrix.trendOn', { trend: say(`matrix.trend.${cell.trend.kind}`), date: cell.trend.date ? date(cell.trend.date) : 'none' })
      : null,
    cell.intensity === null ? null : say('matrix.intensityIs', { intensity: cell.intensity }),
    say('compare.statements', { count: cell.statements }),
    say('compare.outlets', { count: cell.outlets }),
    cell.weakness ? say(`matrix.weak.${cell.weakness}`) : null,
    cell.override ? say('matrix.readBy', { coder: cell.override.coder }) : null,
  ]
  return parts.filter((part) => part !== null && part !== undefined).join('; ')
}
