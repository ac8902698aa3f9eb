/**
 * Gives the core what is being typed, field by field, to hold until it is sent: then one burst of typing is one step of the history, and
 * still nothing is lost where the page dies.
 */
import { useCallback, useRef } from 'react'
import type { HeldTexts } from '../../../shared/domain/annotation.ts'
import { sharedClient } from '../../lib/transport/client.ts'

/** A text that is being typed; `undefined` lets go of that field. */
export type Hold = (field: 'condition' | 'consequence' | 'translation' | 'note' | { own: number }, text: string | null | undefined) => void

export function useHeldTexts(annotationId: number): Hold {
  const held = useRef(new Map<string, string | null>())
  return useCallback(
    (field, text) => {
      const key = typeof field === 'string' ? field : String(field.own)
      if (text === undefined) held.current.delete(key)
      else held.current.set(key, text)
      // What cannot be held is sent when the field is left all the same.
      void sharedClient()
        .call('annotations.hold', { id: annotationId, texts: asTexts(held.current) })
        .catch(() => undefined)
    },
    [annotationId],
  )
}

/** Own fields of the tag go by their number. */
function asTexts(held: ReadonlyMap<string, string | null>): HeldTexts {
  const own = [...held].filter(([key]) => /^\d+$/.test(key))
  const texts = [...held].filter(([key]) => !/^\d+$/.test(key))
  return { ...Object.fromEntries(texts), ...(own.length > 0 && { fields: Object.fromEntries(own) }) }
}
