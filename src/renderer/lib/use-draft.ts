/**
 * What is being typed into a field, until it is kept. It is sent when the field is left; a long text is besides held, or sent, whenever
 * typing rests, so that a crash costs seconds. What was typed stays on screen until the stored value says the same: a slow answer never
 * puts older words under the caret, and what the core refuses is there to be corrected.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { libraryEpoch } from './transport/library-epoch.ts'

/** How long typing must rest before a long text is sent, in milliseconds. */
const REST_MS = 1_500

export interface Draft {
  text: string
  change: (text: string) => void
  /** Sends what was typed, or what is given instead. */
  commit: (instead?: string) => void
}

export interface DraftOptions {
  /** As it is stored. */
  stored: string
  /** Resolves to whether it was kept. */
  onCommit: (text: string) => Promise<boolean>
  /** What would be stored for a typed text; two texts that would be stored alike are the same. */
  clean: (text: string) => string
  /** False: not to be sent, such as an empty name. */
  isGood?: (text: string) => boolean
  /** A long text: sent also when typing rests. */
  sendsAtRest?: boolean
  /** A long text that is not sent at rest but held: gets what was typed whenever typing rests, and null once there is nothing to hold. */
  onHold?: (text: string | null) => void
}

export function useDraft({ stored, onCommit, clean, isGood = () => true, sendsAtRest = false, onHold }: DraftOptions): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  /** The library in which typing began: to another one nothing of it is sent. */
  const typedIn = useRef<number | null>(null)
  const isOfAnother = (): boolean => typedIn.current !== null && typedIn.current !== libraryEpoch()
  /** The last text sent that was not refused, until the stored value says the same. */
  const sent = useRef<string | null>(null)
  /** The last text that was kept, until the stored value says the same: what is stored is older than that meanwhile. */
  const kept = useRef<string | null>(null)
  /** How many were sent, and how many of them were answered. */
  const turns = useRef({ sent: 0, answered: 0 })

  /** Only what is new is worth holding; what was held is let go of once. */
  const isHeld = useRef(false)
  const hold = (text: string | null): void => {
    if (!onHold || (text === null && !isHeld.current) || isOfAnother()) return
    isHeld.current = text !== null
    onHold(text)
  }

  const commit = (instead?: string): void => {
    const typed = instead ?? draft
    if (typed === null || !isGood(typed) || isOfAnother()) return
    if (instead !== undefined) setDraft(instead)
    const text = clean(typed)
    if (text === sent.current) return
    // While something else is on its way, there or back, what is stored now will not stay: going back to it has to be sent as well.
    if (text === stored && sent.current === null && turns.current.answered === turns.current.sent) {
      hold(null)
      return setDraft(null)
    }
    sent.current = text
    const turn = ++turns.current.sent
    const answer = (wasKept: boolean): void => {
      turns.current.answered += 1
      const isLast = turn === turns.current.sent
      if (wasKept) kept.current = text
      // Where the last is refused, the one kept before it is what will be stored, also where that is not heard of yet.
      if (sent.current === null || (isLast && !wasKept)) sent.current = kept.current
      if (isLast && wasKept) latest.current.letGo(text)
      latest.current.settle()
    }
    void onCommit(text).then(answer, () => answer(false))
  }
  /** Lets go of what was typed once all answers are in and the stored value is the last that was sent. */
  const settle = (): void => {
    if (kept.current === stored) kept.current = null
    if (turns.current.answered < turns.current.sent || sent.current === null || sent.current !== stored) return
    sent.current = null
    setDraft((now) => (now !== null && clean(now) === stored ? null : now))
  }
  /** What was kept need not be held, unless more was typed since. */
  const letGo = (text: string): void => {
    if (draft === null || clean(draft) === text) hold(null)
  }
  const latest = useRef({ commit, settle, hold, letGo })
  useEffect(() => {
    latest.current = { commit, settle, hold, letGo }
  })

  useEffect(() => latest.current.settle(), [stored])

  const holds = onHold !== undefined

  useEffect(() => {
    if (draft === null || (!sendsAtRest && !holds)) return
    const timer = setTimeout(() => (holds ? latest.current.hold(draft) : latest.current.commit()), REST_MS)
    return () => clearTimeout(timer)
  }, [draft, sendsAtRest, holds])

  // A field that goes away with words in it sends them.
  useEffect(() => () => latest.current.commit(), [])

  useEffect(() => {
    if (draft === null) typedIn.current = null
  }, [draft])
  const change = useCallback((text: string) => {
    typedIn.current ??= libraryEpoch()
    setDraft(text)
  }, [])

  return { text: draft ?? stored, change, commit }
}
