/** Where the focus goes in the form: to the field the reader asks for, and from its last usual field back to the text. */
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useShowError } from '../../lib/data.ts'
import { useCoding } from '../../stores/coding.ts'
import { useFoldedPanes } from '../../stores/folded-panes.ts'
import { useSettings } from '../../stores/settings.ts'
import { focusFirst } from './field-groups.tsx'

/** Takes the focus where the reader asks for it: the first field, or the note. Opens the pane where it is closed. */
export function useAskedFocus(form: RefObject<HTMLElement | null>): void {
  const focus = useCoding((state) => state.focus)
  const showError = useShowError()
  useEffect(() => {
    if (!focus || focus.where === 'text') return
    useCoding.getState().focusTaken()
    const { settings, change } = useSettings.getState()
    const { isFolded, lay } = useFoldedPanes.getState()
    if (isFolded.right) lay('right')
    else if (!settings.panes.rightOpen) change({ panes: { ...settings.panes, rightOpen: true } }).catch(showError)
    // The whole pane may have just been opened.
    requestAnimationFrame(() => {
      const place = form.current?.querySelector(focus.where === 'note' ? '[data-field=note]' : '[data-field]')
      if (place) focusFirst(place)
    })
  }, [focus, form, showError])
}

/**
 * Keys that lead back to the text, which is when the fields send what was typed: Esc, Ctrl+Enter anywhere, and Enter in the last of the
 * usual fields (`last`) where the field itself has no use for it.
 */
export function useWayBack(last: string | undefined, groupKey: (event: KeyboardEvent) => boolean): (event: KeyboardEvent) => void {
  const askFocus = useCoding((state) => state.askFocus)
  const latest = useRef({ last, groupKey })
  useEffect(() => {
    latest.current = { last, groupKey }
  })
  return (event) => {
    // What an open list has taken for itself is not for the form.
    if (event.defaultPrevented || event.nativeEvent.isComposing || latest.current.groupKey(event)) return
    const isEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey
    const target = event.target instanceof HTMLElement ? event.target : null
    const isLast = target?.closest('[data-field]')?.getAttribute('data-field') === latest.current.last
    const leaves = isEnter && (event.ctrlKey || event.metaKey || (isLast && target instanceof HTMLInputElement))
    if (!leaves && event.key !== 'Escape') return
    event.preventDefault()
    askFocus('text')
  }
}
