/**
 * What is being typed into a field, until it is kept. It is sent when the field is left and, for long texts, whenever typing
 * rests, so that a crash costs seconds. What was typed stays on screen until the stored value says the same: a slow answer never
 * puts older words under the caret, and what the core refuses is there to be corrected.
 */
import { useCallback, useEffect, useRef, useState } from 'react'

/** How long typing must rest before a long text is sent, in milliseconds. */
const REST_MS = 1_500

export interface Draft {
  text: string
  change: (text: string) => void
  commit: () => void
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
  sendsAtRest?: boolean
}

export function useDraft({ stored, onCommit, clean, isGood = () => true, sendsAtRest = false }: DraftOptions): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const sent = useRef<string | null>(null)

  const commit = (): void => {
    if (draft === null || !isGood(draft)) return
    const text = clean(draft)
    if (text === sent.current) return
    if (text === stored) return setDraft(null)
    sent.current = text
    void onCommit(text).then((kept) => {
      if (!kept) sent.current = null
    })
  }
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })

  useEffect(() => {
    if (sent.current === null || stored !== sent.current) return
    const kept = sent.current
    sent.current = null
    setDraft((now) => (now !== null && clean(now) === kept ? null : now))
  }, [stored, clean])

  useEffect(() => {
    if (!sendsAtRest || draft === null) return
    const timer = setTimeout(() => latest.current(), REST_MS)
    return () => clearTimeout(timer)
  }, [draft, sendsAtRest])

  // A field that goes away with words in it sends them.
  useEffect(() => () => latest.current(), [])

  return { text: draft ?? stored, change: useCallback((text: string) => setDraft(text), []), commit }
}
