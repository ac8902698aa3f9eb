/**
 * The table of the side-by-side view: a rail of dates, a column for each party, a body for each issue. Arrow keys lead from quote to quote,
 * N and P from band to band, Enter opens a passage; the way back comes to the same quote. Pinned columns stay in sight.
 */
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type RefObject } from 'react'
import type { Evidence, SideBySideBand } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { leaveAt, leftAt } from './left-places.ts'
import { SideBand } from './side-by-side-band.tsx'
import { SideHeads } from './side-by-side-heads.tsx'
import styles from './side-by-side-table.module.css'
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
  onlyNew: boolean
  codebook: Codebook
  words: SideWords
  /** Bands that are folded, by issue; 0: no issue. */
  folded: ReadonlySet<number>
  onFold: (key: number) => void
  onPin: (id: number) => void
  onRemove: (id: number) => void
  onMove: (from: number, to: number) => void
  onOpen: (evidence: Evidence) => void
}

export function SideTable(props: SideTableProps) {
  const { frame, bands, hiddenBands, parties, pinned, onlyNew, codebook, words, folded, onFold, onPin, onRemove, onMove, onOpen } = props
  const say = useSay()
  const [isWhole, setWhole] = useState(false)
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
  // Printed is what there is, not what was drawn so far.
  useEffect(() => {
    const whole = (): void => setWhole(true)
    window.addEventListener('beforeprint', whole)
    return () => window.removeEventListener('beforeprint', whole)
  }, [])
  return (
    <div ref={frame} className={styles.frame} data-print-root>
      <table
        className={styles.table}
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
        {shown.map((band) => (
          <SideBand
            key={band.issueId ?? 0}
            band={band}
            pinned={pinned}
            onlyNew={onlyNew}
            codebook={codebook}
            words={words}
            isFolded={folded.has(band.issueId ?? 0)}
            onFold={() => onFold(band.issueId ?? 0)}
            onOpen={open}
          />
        ))}
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
    </div>
  )
}
