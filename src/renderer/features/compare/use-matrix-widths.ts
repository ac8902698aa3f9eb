/** Widths of the matrix that were changed by hand: shown at once, kept by this copy of Parley once the drag rests. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Party } from '../../../shared/domain/party.ts'
import { useShowError } from '../../lib/data.ts'
import { useSettings } from '../../stores/settings.ts'
import { ISSUES_COLUMN } from './matrix-model.ts'
import { LEAST, LEAST_ISSUES, MOST, type Detail } from './matrix-sizes.ts'

/** A drag moves many times; the disk hears of it once it rests. */
const REST_MS = 400
/** Of parties in all libraries; the ones that were changed longest ago go first. */
const KEPT = 400

type Widths = Readonly<Record<string, number>>

export interface KeptWidths {
  /** CSS pixels by column of the table, at this detail; only those changed by hand. */
  widths: Record<string, number>
  /** All of them: who is not named has its usual width again. */
  set: (widths: Widths) => void
}

export function useMatrixWidths(detail: Detail, partyById: ReadonlyMap<number, Pick<Party, 'uid'>>): KeptWidths {
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
    // A party is known by its uid here: ids differ from one library to the next.
    const keys = new Map([...partyById].map(([id, { uid }]) => [String(id), `${detail}.${uid}`] as const))
    keys.set(ISSUES_COLUMN, `${detail}.${ISSUES_COLUMN}`)
    return {
      widths: Object.fromEntries([...keys].flatMap(([id, key]) => (widths[key] === undefined ? [] : [[id, widths[key]]]))),
      set(next) {
        const here = new Set<string>(keys.values())
        const others = Object.entries(waiting.current ?? widths).filter(([key]) => !here.has(key))
        const ours = Object.entries(next).flatMap(([id, width]) => {
          const least = id === ISSUES_COLUMN ? LEAST_ISSUES : LEAST[detail]
          const key = keys.get(id)
          return key === undefined ? [] : [[key, Math.round(Math.min(Math.max(width, least), MOST))] as const]
        })
        waiting.current = Object.fromEntries([...others, ...ours])
        setDraft(waiting.current)
        clearTimeout(timer.current)
        timer.current = setTimeout(keep, REST_MS)
      },
    }
  }, [widths, detail, partyById, keep])
}
