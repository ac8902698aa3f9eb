/** Widths of the matrix that were changed by hand: shown at once, kept by this copy of Parley once the drag rests. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Party } from '../../../shared/domain/party.ts'
import { useShowError } from '../../lib/data.ts'
import { useSettings } from '../../stores/settings.ts'
import { ISSUES_WIDTH, LEAST, LEAST_ISSUES, MOST, SIZES, type Detail } from './matrix-sizes.ts'

/** A drag moves many times; the disk hears of it once it rests. */
const REST_MS = 400
/** Of parties in all libraries; the ones that were changed longest ago go first. */
const KEPT = 400
const ISSUES = 'issues'

type Widths = Readonly<Record<string, number>>

export interface MatrixWidths {
  issues: number
  /** Of a party's column. */
  of: (partyId: number) => number
  /** CSS pixels; null: its usual width. 'issues': the column of names at the start. */
  set: (column: number | 'issues', width: number | null) => void
}

export function useMatrixWidths(detail: Detail, partyById: ReadonlyMap<number, Pick<Party, 'uid'>>): MatrixWidths {
  const showError = useShowError()
  const stored = useSettings((state) => state.settings.matrix.widths)
  const change = useSettings((state) => state.change)
  const [draft, setDraft] = useState<Widths | null>(null)
  const waiting = useRef<Widths | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useCallback(() => {
    clearTimeout(timer.current)
    const widths = waiting.current
    if (widths === null) return
    waiting.current = null
    change({ matrix: { widths: Object.fromEntries(Object.entries(widths).slice(-KEPT)) } }).catch(showError)
    setDraft(null)
  }, [change, showError])
  useEffect(() => keep, [keep])
  const widths = draft ?? stored
  return useMemo(() => {
    const keyOf = (column: number | 'issues'): string => `${detail}.${column === ISSUES ? ISSUES : (partyById.get(column)?.uid ?? column)}`
    return {
      issues: widths[keyOf(ISSUES)] ?? ISSUES_WIDTH[detail],
      of: (partyId) => widths[keyOf(partyId)] ?? SIZES[detail].column,
      set(column, width) {
        const { [keyOf(column)]: _, ...others } = waiting.current ?? widths
        const least = column === ISSUES ? LEAST_ISSUES : LEAST[detail]
        const next = width === null ? others : { ...others, [keyOf(column)]: Math.round(Math.min(Math.max(width, least), MOST)) }
        waiting.current = next
        setDraft(next)
        clearTimeout(timer.current)
        timer.current = setTimeout(keep, REST_MS)
      },
    }
  }, [widths, detail, partyById, keep])
}
