/**
 * Escape lets what is picked go before it does anything else, wherever in the text or the list one is. In a field, a menu, a form or a
 * dialog it keeps its own meaning there.
 */
import { useEffect } from 'react'
import { isTyping } from '../../lib/keys.ts'
import { usePicked } from '../../stores/picked.ts'

const OWN_ESCAPE = '[role=dialog], [role=alertdialog], [role=menu], [role=form], form, [aria-expanded=true]'

export function useEscClears(hasPicked: boolean): void {
  useEffect(() => {
    if (!hasPicked) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isTyping(event.target)) return
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      usePicked.getState().pick([])
    }
    // Before the text, where Escape takes back the selection.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [hasPicked])
}
