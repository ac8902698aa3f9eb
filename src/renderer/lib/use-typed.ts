/** Two small states of the page: what is being typed, and whether the window is narrow. */
import { useEffect, useRef, useState } from 'react'

/** Below this width the facets are laid over the table. */
const NARROW = 1_000

/** What is typed goes into the address once it rests, and what comes from the address into the field. */
export function useTyped(value: string, onRest: (value: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const rest = useRef(onRest)
  useEffect(() => {
    rest.current = onRest
  })
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [
    text,
    (next) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => rest.current(next.trim() === '' ? '' : next), 150)
    },
  ]
}

/** Whether the facets have no room beside the table. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.innerWidth < NARROW)
  useEffect(() => {
    const look = (): void => setNarrow(window.innerWidth < NARROW)
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return isNarrow
}
