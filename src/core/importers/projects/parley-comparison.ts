/** Events, what was said of cells of the matrix, and statements that are not one thread, of another library. */
import { z } from 'zod'
import { stanceSchema } from '../../../shared/domain/annotation.ts'
import { partyLevelSchema, trendKindSchema } from '../../../shared/domain/compare.ts'
import { endsInOrder, eventKindSchema } from '../../../shared/domain/event.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { partialDateSchema } from '../../../shared/domain/partial-date.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryData } from '../../store/foreign/parley.ts'
import type { ProjectEvent, ProjectLibrary, ProjectReading, ProjectSummary } from '../project.ts'
import { inOrder, json, key, number, text, uidsOf, valid, type Dropped } from './parley-values.ts'

type Rows = LibraryData['rows']
type Annotations = ReadonlyMap<ForeignValue, Rows['annotation'][number]>
interface Known {
  coders: ReadonlyMap<ForeignValue, string>
  dropped: Dropped
}

export function comparisonIn(
  rows: Rows,
  annotations: Annotations,
  known: Known,
): Pick<ProjectLibrary, 'events' | 'summaries' | 'readings' | 'threadsApart'> {
  return {
    events: rows.event.flatMap((row) => counted(eventIn(row), known.dropped)),
    summaries: summariesIn(rows, annotations, known),
    readings: rows.cell_override.flatMap((row) => counted(readingIn(row, annotations, known), known.dropped)),
    threadsApart: rows.thread_apart.flatMap((row): [string, string][] => {
      const [one, other] = uidsOf([row.annotation_id, row.other_id], annotations)
      return one === undefined || other === undefined ? [] : [[one, other]]
    }),
  }
}

/** A row that no library can hold is left out and counted. */
function counted<T>(found: T | null, dropped: Dropped): T[] {
  if (found === null) dropped.count += 1
  return found === null ? [] : [found]
}

const time = (value: ForeignValue): number => (Number.isSafeInteger(value) ? number(value) : 0)

function eventIn(row: Rows['event'][number]): ProjectEvent | null {
  const uid = uidSchema.safeParse(row.uid).data
  const kind = eventKindSchema.safeParse(row.kind).data
  const starts = partialDateSchema.safeParse(row.starts).data
  const ends = partialDateSchema.nullable().safeParse(row.ends).data
  const title = text(row.title).trim()
  if (uid === undefined || kind === undefined || starts === undefined || ends === undefined || title === '') return null
  if (!endsInOrder(starts, ends)) return null
  return { uid, title, kind, starts, ends, place: text(row.place), note: text(row.note), createdAt: time(row.created_ms) }
}

function summariesIn(rows: Rows, annotations: Annotations, known: Known): ProjectSummary[] {
  const quotes = Map.groupBy(inOrder(rows.cell_summary_quote), (row) => row.summary_id)
  return rows.cell_summary.flatMap((row) => {
    const cell = cellIn(row, annotations, known.coders)
    const words = text(row.text).trim()
    const linked = (quotes.get(row.id) ?? []).flatMap(({ annotation_id, position }) =>
      Number.isSafeInteger(position)
        ? uidsOf([annotation_id], annotations).map((annotation) => ({ annotation, number: number(position) }))
        : [],
    )
    return counted(cell === null || words === '' ? null : { ...cell, text: words, quotes: linked }, known.dropped)
  })
}

function readingIn(row: Rows['cell_override'][number], annotations: Annotations, { coders, dropped }: Known): ProjectReading | null {
  const cell = cellIn(row, annotations, coders)
  const stance = valid(row.stance, stanceSchema, dropped)
  const trend = valid(row.trend, trendKindSchema, dropped)
  const reason = text(row.reason).trim()
  return cell === null || reason === '' || (stance === null && trend === null) ? null : { ...cell, stance, trend, reason }
}

function cellIn(
  row: Pick<Rows['cell_summary'][number], 'uid' | 'issue_id' | 'party_id' | 'level' | 'seen' | 'coder_id' | 'written_ms'>,
  annotations: Annotations,
  coders: Known['coders'],
) {
  const uid = uidSchema.safeParse(row.uid).data
  const level = partyLevelSchema.safeParse(row.level).data
  const party = key(row.party_id)
  if (uid === undefined || level === undefined || party === null) return null
  return {
    uid,
    level,
    party,
    issue: key(row.issue_id),
    seen: uidsOf(json(row.seen, z.array(z.int()), []), annotations),
    coder: coders.get(row.coder_id) ?? null,
    writtenAt: time(row.written_ms),
  }
}
