/**
 * Three panes whose widths are remembered by this copy of Parley. In a narrow window the outer ones fold to an edge with a button and are
 * laid over the text while they are wanted: Escape, a press beside or going on in the text folds them again.
 */
import { PanelLeft, PanelRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useShowError } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { useCoding } from '../stores/coding.ts'
import { useFocusMode } from '../stores/focus-mode.ts'
import { useFoldedPanes, type FoldedSide } from '../stores/folded-panes.ts'
import { useSettings } from '../stores/settings.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SplitPane, type SplitSizes } from '../ui/split-pane.tsx'
import { SHORTCUTS } from './commands.ts'
import styles from './panes.module.css'
import { useFolding } from './use-folding.ts'

const USUAL = { start: 280, end: 340 }
/** A drag moves many times; the disk hears of it once it rests. */
const REST_MS = 400

export function Panes({ start, main, end }: { start: ReactNode; main: ReactNode; end: ReactNode }) {
  const say = useSay()
  const showError = useShowError()
  const { panes } = useSettings((state) => state.settings)
  const change = useSettings((state) => state.change)
  const isFocused = useFocusMode((state) => state.isOn)
  const askFocus = useCoding((state) => state.askFocus)
  const { isFolded, over, lay } = useFoldedPanes()
  useFolding()
  const laid = useRef<HTMLDivElement>(null)
  // Keys go on in the pane that was asked for; it may have sent them to one of its fields already.
  useEffect(() => {
    const pane = laid.current
    if (over === null || !pane || pane.contains(document.activeElement)) return
    const list = pane.querySelector<HTMLElement>('[role=grid], [role=listbox]')
    ;(list ?? pane).focus()
  }, [over])
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
  const shown = isFocused ? { ...kept, isStartOpen: false, isEndOpen: false } : (dragged ?? kept)
  const edge = (side: FoldedSide, icon: ReactNode) =>
    isFolded[side] &&
    !isFocused && (
      <div className={styles.edge}>
        <IconButton
          label={say(`command.view.${side}`)}
          shortcut={SHORTCUTS[`view.${side}`]}
          icon={icon}
          size="small"
          onPress={() => lay(over === side ? null : side)}
        />
      </div>
    )
  /** What floats over the pane is elsewhere in the page, and its Escape its own. */
  const isClosing = (event: KeyboardEvent<HTMLElement>): boolean =>
    over !== null &&
    event.key === 'Escape' &&
    !event.defaultPrevented &&
    !event.nativeEvent.isComposing &&
    event.target instanceof Element &&
    event.currentTarget.contains(event.target)
  const close = (event: KeyboardEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    lay(null)
    askFocus('text')
  }
  /** A list would take Escape for itself; a form or a field has a use for it first. */
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event
    const isOfList =
      target instanceof Element && target.closest('[role=grid], [role=listbox]') !== null && !target.closest('[aria-expanded=true]')
    if (isOfList && isClosing(event)) close(event)
  }
  const pane = (side: FoldedSide, content: ReactNode) => (
    <div
      ref={over === side ? laid : undefined}
      className={styles.content}
      role="presentation"
      tabIndex={-1}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={(event) => isClosing(event) && close(event)}
    >
      {content}
    </div>
  )
  return (
    <SplitPane
      value={shown}
      isFixed={isFocused}
      onChange={resize}
      usual={USUAL}
      folded={isFocused ? {} : { ...(isFolded.left && { start: over === 'left' }), ...(isFolded.right && { end: over === 'right' }) }}
      start={pane('left', start)}
      main={
        <div
          className={styles.main}
          onFocus={(event) => isMiddle(event.target) && lay(null)}
          onPointerDown={(event) => isMiddle(event.target) && lay(null)}
        >
          {edge('left', <PanelLeft />)}
          <div className={styles.middle} data-middle>
            {main}
          </div>
          {edge('right', <PanelRight />)}
        </div>
      }
      end={pane('right', end)}
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

const isMiddle = (target: EventTarget): boolean => target instanceof Element && target.closest('[data-middle]') !== null
