/** One issue across the parties: how they stand to each other, where each stands and how it moved, then their quotes row by row of dates. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState, type CSSProperties } from 'react'
import type { Evidence, SideBySideBand } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { useDateText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { TrendMark } from './matrix-marks.tsx'
import { SideQuoteCard } from './side-by-side-quote.tsx'
import styles from './side-by-side-table.module.css'
import { rowsOfBand } from './side-rows.ts'
import type { SideWords } from './use-side-words.ts'
import { VerdictMark } from './verdict-mark.tsx'

/** About so many quotes of one party are drawn in a band at first: those of the newest days. */
const FIRST = 20

export interface SideBandProps {
  band: SideBySideBand
  pinned: readonly number[]
  onlyNew: boolean
  codebook: Codebook
  words: SideWords
  isFolded: boolean
  isPrinting: boolean
  /** All its quotes were asked for. */
  isAsked: boolean
  onFold: () => void
  /** Asks for the quotes that were not sent. */
  onWhole: () => void
  onOpen: (evidence: Evidence) => void
}

export function SideBand({
  band,
  pinned,
  onlyNew,
  codebook,
  words,
  isFolded,
  isPrinting,
  isAsked,
  onFold,
  onWhole,
  onOpen,
}: SideBandProps) {
  const say = useSay()
  const dateText = useDateText()
  const [isWhole, setWhole] = useState(false)
  const [withEarlier, setWithEarlier] = useState(false)
  const { rows, older, earlier } = rowsOfBand(band, { most: isWhole || isPrinting ? Infinity : FIRST, onlyNew: onlyNew && !withEarlier })
  const statements = band.columns.reduce((sum, column) => sum + column.statements, 0)
  const beyond = band.columns.reduce((sum, column) => sum + column.beyond, 0)
  // Asked for once: what is still missing then is more than is sent at all.
  const canAsk = beyond > 0 && !isAsked
  const name = words.issue(band.issueId)
  const at = (index: number, id: number) =>
    pinned.includes(id) ? { className: styles.pinned, style: { '--at': index } as CSSProperties } : {}
  const Chevron = isFolded ? ChevronRight : ChevronDown
  return (
    <tbody className={styles.band} data-band={band.issueId ?? 0}>
      <tr>
        <th colSpan={band.columns.length + 1} scope="rowgroup" className={styles.bandHead}>
          <span className={styles.bandLine}>
            <button type="button" className={styles.fold} aria-expanded={!isFolded} data-band-head onClick={onFold}>
              <Chevron aria-hidden="true" />
              <span dir="auto">{name}</span>
            </button>
            <VerdictMark verdict={band.verdict} />
            <span className={styles.count}>{say('compare.statements', { count: statements })}</span>
          </span>
        </th>
      </tr>
      {!isFolded && (
        <tr className={styles.standing}>
          <th scope="row" className={styles.rail}>
            {say('side.stands')}
          </th>
          {band.columns.map((column, index) => (
            <td key={column.partyId} {...at(index, column.partyId)}>
              {column.statements === 0 ? (
                <span className={styles.none}>{say('compare.noEvidence')}</span>
              ) : (
                <span className={styles.marks}>
                  {column.stance ? <StanceMark stance={column.stance} /> : <span className={styles.none}>{say('side.noStance')}</span>}
                  {column.trend && <TrendMark trend={column.trend} />}
                  {column.override && <span className={styles.count}>{say('matrix.readBy', { coder: column.override.coder })}</span>}
                </span>
              )}
            </td>
          ))}
        </tr>
      )}
      {!isFolded && (older > 0 || earlier > 0 || beyond > 0) && (
        <tr className={styles.more}>
          <th scope="row" className={styles.rail} aria-label={say('side.leftOut')} />
          <td colSpan={band.columns.length}>
            <span className={styles.marks}>
              {(older > 0 || canAsk) && (
                <Button
                  label={say('side.showWhole', { count: statements })}
                  size="small"
                  onPress={() => {
                    setWhole(true)
                    if (canAsk) onWhole()
                  }}
                />
              )}
              {earlier > 0 && (
                <Button label={say('side.showEarlier', { count: earlier })} size="small" onPress={() => setWithEarlier(true)} />
              )}
              {beyond > 0 && <span className={styles.count}>{say(canAsk ? 'side.beyond' : 'cell.beyond', { count: beyond })}</span>}
            </span>
          </td>
        </tr>
      )}
      {!isFolded &&
        rows.map((row, place) => (
          <tr key={row.date ?? 'none'} data-last={place === rows.length - 1 || undefined}>
            <th scope="row" className={styles.rail}>
              {row.date === null ? say('evidence.undated') : dateText(row.date)}
            </th>
            {row.cells.map((quotes, index) => {
              const id = band.columns[index]?.partyId ?? 0
              return (
                <td key={id} {...at(index, id)}>
                  {quotes.map((quote) => (
                    <SideQuoteCard
                      key={quote.id}
                      quote={quote}
                      column={index}
                      partyId={id}
                      codebook={codebook}
                      onOpen={() => onOpen(quote)}
                    />
                  ))}
                </td>
              )
            })}
          </tr>
        ))}
    </tbody>
  )
}
