/** Focus mode of the reader: the keys that lead into it and out, the paragraph in full ink, and its end with the page. */
import { useEffect } from 'react'
import { useShortcuts } from '../../lib/keys.ts'
import { useFocusMode } from '../../stores/focus-mode.ts'
import { useSettings } from '../../stores/settings.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import type { ReaderPage } from './page.ts'

export function useReaderFocusMode({ surface }: Pick<ReaderPage, 'surface'>): ReaderActions {
  const { isOn, set } = useFocusMode()
  const dim = useSettings((state) => state.settings.reading.dim)
  useEffect(() => surface?.setSpotlight(isOn && dim), [surface, isOn, dim])
  useEffect(() => () => useFocusMode.getState().set(false), [])
  // Whoever had the focus in a pane that is away now goes on in the text.
  useEffect(() => {
    if (isOn && (document.activeElement === document.body || document.activeElement?.closest('[hidden]'))) surface?.focus()
  }, [isOn, surface])
  useShortcuts({
    // What is selected is let go first: those who handle that have stopped the key.
    escape: () => {
      if (!isOn || useWorkbench.getState().dialog.kind !== 'none') return false
      set(false)
      return true
    },
  })
  return { focusMode: () => set(!isOn) }
}
