/**
 * A place on the screen that something floating can hang from: a rectangle in viewport coordinates (a text selection, the pointer),
 * drawn as an empty fixed box because the placing code measures an element.
 */
import { useRef } from 'react'
import type { RefObject } from 'react'

export type AnchorRect = { x: number; y: number; width?: number; height?: number }

/** The ref to hang from and the element to render; both inert while `rect` is null. */
export function useAnchor(rect: AnchorRect | null | undefined): { ref: RefObject<HTMLSpanElement | null>; element: React.ReactNode } {
  const ref = useRef<HTMLSpanElement>(null)
  const element = rect ? (
    <span
      ref={ref}
      aria-hidden="true"
      style={{
        position: 'fixed',
        left: rect.x,
        top: rect.y,
        width: rect.width ?? 0,
        height: rect.height ?? 0,
        pointerEvents: 'none',
      }}
    />
  ) : null
  return { ref, element }
}
