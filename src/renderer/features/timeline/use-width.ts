/** Width of an element in CSS pixels, followed as it changes; 0 while it is not there. */
import { useCallback, useRef, useState } from 'react'

export function useWidth(): { ref: (element: HTMLElement | null) => void; width: number } {
  const [width, setWidth] = useState(0)
  const watch = useRef<ResizeObserver | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    watch.current?.disconnect()
    watch.current = null
    if (!element) return
    const look = (): void => setWidth(element.clientWidth)
    look()
    watch.current = new ResizeObserver(look)
    watch.current.observe(element)
  }, [])
  return { ref, width }
}
