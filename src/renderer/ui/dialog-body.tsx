/**
 * The part of a dialog that scrolls. While it overflows and holds nothing that takes the focus, it takes the focus itself: else the
 * keyboard could not scroll it. Otherwise it is no stop for Tab.
 */
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])'

type DialogBodyProps = {
  /** Said when the body has the focus: the title of the dialog. */
  label: string
  className: string
  children: ReactNode
}

export function DialogBody({ label, className, children }: DialogBodyProps) {
  const ref = useRef<HTMLDivElement>(null)
  const [isStop, setStop] = useState(false)
  useEffect(() => {
    const body = ref.current
    if (!body) return
    const look = (): void => setStop(body.scrollHeight > body.clientHeight && body.querySelector(STOPS) === null)
    look()
    const changes = new MutationObserver(look)
    changes.observe(body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['disabled', 'tabindex'],
    })
    window.addEventListener('resize', look)
    return () => {
      changes.disconnect()
      window.removeEventListener('resize', look)
    }
  }, [])
  return (
    <div ref={ref} className={className} {...(isStop && { role: 'group', 'aria-label': label, tabIndex: 0 })}>
      {children}
    </div>
  )
}
