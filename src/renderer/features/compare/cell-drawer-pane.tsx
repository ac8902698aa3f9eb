/**
 * The matrix with the quotes of a cell beside it, and between them a line that can be dragged; its place is remembered. In a narrow window
 * the quotes lie over the matrix.
 */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useShowError } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useSettings } from '../../stores/settings.ts'
import { SplitPane, type SplitSizes } from '../../ui/split-pane.tsx'
import styles from './cell-drawer.module.css'

const LIMITS = { minStart: 0, maxStart: 0, minEnd: 300, maxEnd: 900, minMain: 320 }
const USUAL = { start: 0, end: 400 }
/** Below this width of the window there is no room for both. */
const FOLDS_BELOW = 860
/** A drag moves many times; the disk hears of it once it rests. */
const REST_MS = 400

export interface DrawerPaneProps {
  main: ReactNode
  /** What holds the matrix: the focus goes back into it. */
  mainRef: RefObject<HTMLDivElement | null>
  drawer: ReactNode | null
  onClose: () => void
}

export function DrawerPane({ main, mainRef, drawer, onClose }: DrawerPaneProps) {
  const say = useSay()
  const showError = useShowError()
  const { cell } = useSettings((state) => state.settings)
  const change = useSettings((state) => state.change)
  const [dragged, setDragged] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const isNarrow = useNarrow()
  const resize = (sizes: SplitSizes): void => {
    // Pulled to the edge, it is closed like with its button.
    if (!sizes.isEndOpen) return onClose()
    setDragged(sizes.end)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setDragged(null)
      change({ cell: { ...cell, width: sizes.end } }).catch(showError)
    }, REST_MS)
  }
  return (
    <SplitPane
      value={{ start: 0, end: dragged ?? cell.width, isStartOpen: false, isEndOpen: true }}
      onChange={resize}
      usual={USUAL}
      limits={LIMITS}
      folded={{ start: false, ...(isNarrow && { end: true }) }}
      start={null}
      main={
        <div ref={mainRef} className={styles.main}>
          {main}
        </div>
      }
      end={drawer ?? undefined}
      labels={{
        start: say('compare.nothingHere'),
        main: say('compare.matrix'),
        end: say('cell.pane'),
        resizeStart: '',
        resizeEnd: say('cell.resize'),
      }}
    />
  )
}

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useEffect(() => {
    const query = matchMedia(`(width < ${FOLDS_BELOW}px)`)
    const tell = (): void => setNarrow(query.matches)
    tell()
    query.addEventListener('change', tell)
    return () => query.removeEventListener('change', tell)
  }, [])
  return isNarrow
}
