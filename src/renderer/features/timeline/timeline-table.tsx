/** The timeline as a table: the same statements in the same window, for those who read or copy rows. Only rows in sight are made. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Cell, HeadCell, Table } from '../../ui/table.tsx'
import type { Span } from './axis.ts'
import { marksSeen, rowDate, tableOf } from './timeline-rows.ts'
import styles from './timeline-table.module.css'
import type { MarkWords } from './use-mark-words.ts'

export interface TimelineTableProps {
  timeline: Timeline
  span: Span
  codebook: Codebook
  words: MarkWords
  quotes: ReadonlyMap<number, Evidence>
  onOpenEvidence: (evidence: Evidence) => void
}

const ROW = 30

export function TimelineTable({ timeline, span, codebook, words, quotes, onOpenEvidence }: TimelineTableProps) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  const { marks, count } = marksSeen(timeline, span)
  const table = tableOf(timeline, span, { codebook, words, say, quotes })
  const isBinned = timeline.bins !== null
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never handed to a memoized child
  const virtual = useVirtualizer({ count: table.rows.length, getScrollElement: () => frame.current, estimateSize: () => ROW, overscan: 20 })
  const rows = virtual.getVirtualItems()
  const before = rows[0]?.start ?? 0
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0)
  const columns = table.head.length
  return (
    <div className={styles.table}>
      {count > marks.length && <p className={styles.note}>{say('timeline.tableCut', { shown: marks.length, count })}</p>}
      <Table ref={frame} label={say('timeline.table')} className={styles.frame ?? ''}>
        <thead>
          <tr>
            {table.head.map((label) => (
              <HeadCell key={label} label={label} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Filler columns={columns} height={before} />}
          {rows.map(({ index, key }) => {
            const mark = isBinned ? undefined : marks[index]
            const cells = table.rows[index] ?? []
            if (!mark)
              return (
                <tr key={key}>
                  {cells.map((cell, column) => (
                    <Cell key={table.head[column]}>{cell}</Cell>
                  ))}
                </tr>
              )
            const tag = codebook.tagById.get(mark.tagId)
            const quote = quotes.get(mark.id)
            return (
              <tr key={key}>
                <Cell className={styles.date}>{rowDate(mark, words, say)}</Cell>
                <Cell>
                  <bdi>{cells[1]}</bdi>
                </Cell>
                <Cell>{tag && <TagMark tag={tag} />}</Cell>
                <Cell>{mark.stance && <StanceMark stance={mark.stance} />}</Cell>
                <Cell className={styles.quote}>
                  {quote && (
                    <button type="button" dir="auto" lang={quote.language ?? undefined} onClick={() => onOpenEvidence(quote)}>
                      {quote.quote}
                    </button>
                  )}
                </Cell>
                <Cell className={styles.source}>
                  <bdi>{cells[5]}</bdi>
                </Cell>
              </tr>
            )
          })}
          {after > 0 && <Filler columns={columns} height={after} />}
        </tbody>
      </Table>
    </div>
  )
}

function Filler({ columns, height }: { columns: number; height: number }) {
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it only takes up room */}
      <td colSpan={columns} style={{ blockSize: height, padding: 0 }} />
    </tr>
  )
}
