/** Statements as columns, made from evidence by plain sorting: what the store reads from a library. */
import { byDate } from '../../../../src/core/compare/order.ts'
import {
  ATTRIBUTIONS,
  CONFIDENCES,
  STANCES,
  STATUSES,
  UNDATED,
  type Rows,
  type StatementColumns,
} from '../../../../src/core/compare/statements.ts'
import type { Evidence } from '../../../../src/shared/domain/compare.ts'
import { dayRange } from '../../../../src/shared/domain/partial-date.ts'

/** `codedMs`: when each was coded, by id; what is not named was coded at 0. */
export function columnsOf(evidence: readonly Evidence[], codedMs: ReadonlyMap<number, number> = new Map()): StatementColumns {
  const all = evidence.toSorted(byDate)
  const ints = (value: (one: Evidence) => number): Int32Array => Int32Array.from(all, value)
  const bytes = (value: (one: Evidence) => number): Uint8Array => Uint8Array.from(all, value)
  const day = (one: Evidence): number => (one.date === null ? UNDATED : dayRange(one.date).first)
  const timeOf = ({ date }: Evidence): string => date?.slice(10) ?? ''
  const times = ['', ...[...new Set(all.map(timeOf))].filter((time) => time !== '').toSorted()]
  const outlets = [null, ...new Set(all.flatMap(({ outlet }) => outlet ?? []))]
  const links = (of: (one: Evidence) => readonly number[]) => ({
    start: Int32Array.from([0, ...all.map((_, row) => all.slice(0, row + 1).reduce((sum, one) => sum + of(one).length, 0))]),
    ids: Int32Array.from(all.flatMap((one) => [...of(one)])),
  })
  const [issues, targets] = [links(({ issueIds }) => issueIds), links(({ targetIds }) => targetIds)]
  return {
    count: all.length,
    id: ints(({ id }) => id),
    articleId: ints(({ articleId }) => articleId),
    speakerId: ints(({ speakerId }) => speakerId ?? 0),
    tagId: ints(({ tagId }) => tagId),
    stance: bytes(({ stance }) => STANCES.indexOf(stance)),
    intensity: bytes(({ intensity }) => intensity ?? 0),
    attribution: bytes(({ attribution }) => ATTRIBUTIONS.indexOf(attribution)),
    day: ints(day),
    time: ints((one) => times.indexOf(timeOf(one))),
    publishedDay: ints((one) => (one.dateFrom === 'publication' ? day(one) : UNDATED)),
    isStated: bytes(({ dateFrom }) => Number(dateFrom === 'statement')),
    createdMs: Float64Array.from(all, ({ id }) => codedMs.get(id) ?? 0),
    outletId: ints(({ outlet }) => outlets.indexOf(outlet)),
    storyId: ints(({ storyId }) => storyId ?? 0),
    reliability: bytes(({ reliability }) => (reliability === null ? 0 : 'ABCDEF'.indexOf(reliability) + 1)),
    credibility: bytes(({ credibility }) => credibility ?? 0),
    coderId: ints(() => 1),
    status: bytes(({ status }) => STATUSES.indexOf(status)),
    confidence: bytes(({ confidence }) => CONFIDENCES.indexOf(confidence)),
    important: bytes(({ important }) => Number(important)),
    issueStart: issues.start,
    issueId: issues.ids,
    targetStart: targets.start,
    targetId: targets.ids,
  }
}

/** All rows: a filter that lets everything pass. */
export const allRows = (columns: StatementColumns): Rows => Int32Array.from({ length: columns.count }, (_, row) => row)

/** Looks dates up in the evidence itself. */
export const datesOf = (evidence: readonly Evidence[]) => (): ReadonlyMap<number, Evidence['date']> =>
  new Map(evidence.map(({ id, date }) => [id, date]))
