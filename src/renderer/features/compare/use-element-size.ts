/** Size of an element in CSS pixels, followed as it changes; 0 by 0 while it is not there. */
import { useCallback, useRef, useState } from 'react'

export interface ElementSize {
  width: number
  height: number
}

export function useElementSize(): { ref: (element: HTMLElement | null) => void; size: ElementSize } {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 })
  const watch = useRef<ResizeObserver | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    watch.current?.disconnect()
    watch.current = null
    if (!element) return
    const look = (): void => setSize({ width: element.clientWidth, height: element.clientHeight })
    look()
    watch.current = new ResizeObserver(look)
    watch.current.observe(element)
  }, [])
  return { ref, size }
}
