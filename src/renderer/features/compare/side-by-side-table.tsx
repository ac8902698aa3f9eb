/**
 * The table of the side-by-side view: a rail of dates, a column for each party, a body for each issue. Arrow keys lead from quote to quote,
 * N and P from band to band, Enter opens a passage; the way back comes to the same quote. Pinned columns stay in sight.
 */
import { useLayoutEffect, useRef, useState, type CSSProperties, type RefObject } from 'react'
import type { Evidence, PartyLevel, SideBySideBand } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { leaveAt, leftAt } from './left-places.ts'
import { SideBand } from './side-by-side-band.tsx'
import { SideHeads } from './side-by-side-heads.tsx'
import { SidePrintHead } from './side-print-head.tsx'
import styles from './side-by-side-table.module.css'
import { usePrinting } from './use-printing.ts'
import { useSideKeys } from './use-side-keys.ts'
import type { SideWords } from './use-side-words.ts'

/** So many bands are drawn at first. */
const FIRST = 25
const KEY = 'side'

export interface SideTableProps {
  frame: RefObject<HTMLDivElement | null>
  bands: readonly SideBySideBand[]
  /** Bands that are left out by what is asked. */
  hiddenBands: number
  parties: readonly number[]
  pinned: readonly number[]
  /** What was said after this day is new, and alone asked for. */
  since: string | undefined
  differ: boolean
  filter: Filter
  level: PartyLevel
  codebook: Codebook
  words: SideWords
  /** Bands that are folded, by issue; 0: no issue. */
  folded: ReadonlySet<number>
  onFold: (key: number) => void
  /** Bands whose quotes were asked for, all of them. */
  asked: ReadonlySet<number | null>
  /** Asks for all quotes of a band. */
  onWhole: (issueId: number | null) => void
  onPin: (id: number) => void
  onRemove: (id: number) => void
  onMove: (from: number, to: number) => void
  onOpen: (evidence: Evidence) => void
}

export function SideTable(props: SideTableProps) {
  const { frame, bands, hiddenBands, parties, pinned, since, differ, filter, level, codebook, words, folded, asked } = props
  const { onFold, onWhole, onPin, onRemove, onMove, onOpen } = props
  const say = useSay()
  const [isWhole, setWhole] = useState(false)
  // Printed is what there is, not what was drawn so far: each band by itself, where who says nothing takes no room.
  const printedAt = usePrinting()
  const isPrinting = printedAt !== null
  const speaks = (index: number): boolean => bands.some((band) => (band.columns[index]?.statements ?? 0) > 0)
  const silent = parties.filter((_, index) => !speaks(index))
  const shown = isWhole ? bands : bands.slice(0, FIRST)
  const keys = useSideKeys(frame)

  // The way back from a passage: the same quote, at the same place.
  const left = useRef(leftAt(KEY))
  useLayoutEffect(() => {
    const place = left.current
    left.current = null
    if (!place) return
    setWhole(true)
    requestAnimationFrame(() => {
      const quote = frame.current?.querySelector<HTMLElement>(`[data-quote="${place.id}"]`)
      quote?.focus({ preventScroll: true })
      frame.current?.scrollTo({ top: place.top, left: place.start })
    })
  }, [frame])
  const open = (evidence: Evidence): void => {
    leaveAt(KEY, { id: evidence.id, top: frame.current?.scrollTop ?? 0, start: frame.current?.scrollLeft ?? 0 })
    onOpen(evidence)
  }
  const bandOf = (band: SideBySideBand) => (
    <SideBand
      key={band.issueId ?? 0}
      band={band}
      pinned={pinned}
      onlyNew={since !== undefined}
      isPrinting={isPrinting}
      isAsked={asked.has(band.issueId)}
      codebook={codebook}
      words={words}
      isFolded={folded.has(band.issueId ?? 0)}
      onFold={() => onFold(band.issueId ?? 0)}
      onWhole={() => onWhole(band.issueId)}
      onOpen={open}
    />
  )
  return (
    <div ref={frame} className={styles.frame} data-print-root>
      <table
        className={cx(styles.table, styles.whole)}
        aria-label={say('compare.side')}
        aria-describedby="side-keys"
        style={{ '--n': parties.length } as CSSProperties}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <colgroup>
          <col className={styles.railColumn} />
          {parties.map((id) => (
            <col key={id} className={styles.partyColumn} />
          ))}
        </colgroup>
        <SideHeads parties={parties} pinned={pinned} words={words} onPin={onPin} onRemove={onRemove} onMove={onMove} />
        {shown.map(bandOf)}
      </table>
      <div className={styles.foot}>
        {shown.length < bands.length && (
          <Button label={say('side.moreBands', { count: bands.length - shown.length })} onPress={() => setWhole(true)} />
        )}
        {hiddenBands > 0 && <p>{say('side.hiddenBands', { count: hiddenBands })}</p>}
        <p id="side-keys" data-print="hide">
          {say('side.keys')}
        </p>
      </div>
      {printedAt && (
        <div className={styles.paper}>
          <SidePrintHead
            parties={parties.map(words.party)}
            silent={silent.map(words.party)}
            filter={filter}
            level={level}
            since={since}
            differ={differ}
            printedAt={printedAt}
          />
          {bands.map((band) => {
            const heard = band.columns.filter(({ statements }) => statements > 0)
            return (
              <table key={band.issueId ?? 0} className={styles.table}>
                <colgroup>
                  <col className={styles.railColumn} />
                </colgroup>
                <thead>
                  <tr>
                    <th scope="col" className={styles.corner}>
                      {say('cell.column.date')}
                    </th>
                    {heard.map(({ partyId }) => (
                      <th key={partyId} scope="col" className={styles.party}>
                        <bdi className={styles.printName}>{words.party(partyId)}</bdi>
                      </th>
                    ))}
                  </tr>
                </thead>
                {bandOf({ ...band, columns: heard })}
              </table>
            )
          })}
        </div>
      )}
    </div>
  )
}
