/** Three panes whose widths are remembered by this copy of Parley. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useShowError } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { useFocusMode } from '../stores/focus-mode.ts'
import { useSettings } from '../stores/settings.ts'
import { SplitPane, type SplitSizes } from '../ui/split-pane.tsx'

const USUAL = { start: 280, end: 340 }
/** A drag moves many times; the disk hears of it once it rests. */
const REST_MS = 400

export function Panes({ start, main, end }: { start: ReactNode; main: ReactNode; end: ReactNode }) {
  const say = useSay()
  const showError = useShowError()
  const { panes } = useSettings((state) => state.settings)
  const change = useSettings((state) => state.change)
  const isFocused = useFocusMode((state) => state.isOn)
  const kept: SplitSizes = {
    start: panes.left ?? USUAL.start,
    end: panes.right ?? USUAL.end,
    isStartOpen: panes.leftOpen,
    isEndOpen: panes.rightOpen,
  }
  const [dragged, setDragged] = useState<SplitSizes | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const resize = (sizes: SplitSizes): void => {
    setDragged(sizes)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setDragged(null)
      change({ panes: { left: sizes.start, right: sizes.end, leftOpen: sizes.isStartOpen, rightOpen: sizes.isEndOpen } }).catch(showError)
    }, REST_MS)
  }
  return (
    <SplitPane
      value={isFocused ? { ...kept, isStartOpen: false, isEndOpen: false } : (dragged ?? kept)}
      isFixed={isFocused}
      onChange={resize}
      usual={USUAL}
      start={start}
      main={main}
      end={end}
      labels={{
        start: say('panes.left'),
        main: say('panes.middle'),
        end: say('panes.right'),
        resizeStart: say('panes.resizeLeft'),
        resizeEnd: say('panes.resizeRight'),
      }}
    />
  )
}
