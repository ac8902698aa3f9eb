/**
 * The window of time that is seen. It moves at once; the address follows when it rests, in whole days, so that one comes back to it. A new
 * address (the way back, a kept view) moves the window.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { dayRange, dayToIso } from '../../../shared/domain/partial-date.ts'
import { kept, type Span } from './axis.ts'

const REST_MS = 250

export interface Ends {
  from?: string | undefined
  to?: string | undefined
}

export interface SpanControl {
  span: Span
  set: (span: Span) => void
  /** Writes what the address does not know yet: before one leaves. */
  settle: () => void
}

const spanOf = ({ from, to }: Ends): Span | null =>
  from === undefined || to === undefined || to < from ? null : { start: dayRange(from).first, end: dayRange(to).last + 1 }
const textOf = ({ from, to }: Ends): string => `${from ?? ''} ${to ?? ''}`

/** `whole` is all there is to see. */
export function useSpan(whole: Span, ends: Ends, onEnds: (ends: Ends) => void): SpanControl {
  const [own, setOwn] = useState<Span | null>(() => spanOf(ends))
  const written = useRef(textOf(ends))
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const waiting = useRef<Ends | null>(null)
  const write = useRef(onEnds)
  write.current = onEnds
  const address = textOf(ends)
  useEffect(() => {
    if (address === written.current) return
    written.current = address
    waiting.current = null
    setOwn(spanOf(ends))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text says all that is in the ends
  }, [address])
  const settle = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const next = waiting.current
    waiting.current = null
    if (next === null || textOf(next) === written.current) return
    written.current = textOf(next)
    write.current(next)
  }, [])
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), [])
  const set = useCallback(
    (next: Span) => {
      const within = kept(next, whole)
      const isWhole = within.start <= whole.start && within.end >= whole.end
      setOwn(within)
      waiting.current = isWhole && within.end - within.start <= (whole.end - whole.start) * 1.001 ? {} : endsOf(within)
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(settle, REST_MS)
    },
    [whole, settle],
  )
  return { span: own ? kept(own, whole) : whole, set, settle }
}

/** The days that a window shows at least in part. */
export const endsOf = ({ start, end }: Span): { from: string; to: string } => ({
  from: dayToIso(Math.floor(start)),
  to: dayToIso(Math.max(Math.floor(start), Math.ceil(end) - 1)),
})
