/** How this person has set a table up: order, widths, hidden columns. Shown at once, kept once it rests. */
import { useEffect, useRef, useState } from 'react'
import type { Settings } from '../../../shared/rpc/host-port.ts'
import { useSettings } from '../../stores/settings.ts'
import { useShowError } from '../data.ts'

/** A drag moves many times; the disk hears of it once it rests. */
const REST_MS = 400
/** Parts that are dragged. */
const DRAGGED = ['widths', 'facetsWidth']

/** Settings of tables by name. */
type Tables = Pick<Settings, 'table' | 'ledger'>

export interface TableSetup<T> {
  settings: T
  change: (patch: Partial<T>) => void
}

export function useTableSettings<K extends keyof Tables>(name: K): TableSetup<Tables[K]> {
  const showError = useShowError()
  const stored = useSettings((state) => state.settings[name])
  const changeSettings = useSettings((state) => state.change)
  const [draft, setDraft] = useState<Partial<Tables[K]>>({})
  const waiting = useRef<Partial<Tables[K]>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useRef(() => {})
  keep.current = () => {
    clearTimeout(timer.current)
    if (Object.keys(waiting.current).length === 0) return
    const patch: Partial<Settings> = { [name]: { ...useSettings.getState().settings[name], ...waiting.current } }
    waiting.current = {}
    changeSettings(patch).catch(showError)
    setDraft({})
  }
  useEffect(() => () => keep.current(), [])
  return {
    settings: { ...stored, ...draft },
    change(patch) {
      waiting.current = { ...waiting.current, ...patch }
      setDraft(waiting.current)
      clearTimeout(timer.current)
      if (DRAGGED.some((part) => part in patch)) timer.current = setTimeout(() => keep.current(), REST_MS)
      else keep.current()
    },
  }
}
