/**
 * Keeps the keyboard on the page: when what had the focus goes away (a message with its "Undo", a button for what was chosen, a card), the
 * focus goes on where it was last on the page, else where the page says; never to nowhere.
 */
import { useEffect, useRef, type RefObject } from 'react'

export function useKeptFocus(page: RefObject<HTMLElement | null>, goOn: () => void): void {
  const latest = useRef(goOn)
  useEffect(() => {
    latest.current = goOn
  })
  useEffect(() => {
    let last: Element | null = null
    let inside: HTMLElement | null = null
    let frame = 0
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null
      if (target instanceof HTMLElement && page.current?.contains(target)) inside = target
    }
    const settle = (): void => {
      frame = 0
      if (document.activeElement !== document.body) return
      last = null
      if (inside?.isConnected) inside.focus()
      if (document.activeElement === document.body) latest.current()
    }
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected || frame !== 0) return
      // A dialog that closes gives the focus back by itself, a frame later.
      frame = requestAnimationFrame(() => (frame = requestAnimationFrame(settle)))
    })
    document.addEventListener('focusin', onFocus)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [page])
}
