/** A value once it has stopped changing: for work too heavy to do at every key press. */
import { useEffect, useState } from 'react'

const REST_MS = 400

/** The value as it was when it last rested for a moment. `key` tells values apart; equal keys are the same value. */
export function useRested<T>(value: T, key: string): T {
  const [rested, setRested] = useState({ value, key })
  useEffect(() => {
    if (key === rested.key) return
    const timer = setTimeout(() => setRested({ value, key }), REST_MS)
    return () => clearTimeout(timer)
  }, [value, key, rested.key])
  return rested.value
}
