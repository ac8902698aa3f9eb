/** Whether the component is still there: a slow answer must not lead someone back to a place that was left. */
import { useCallback, useEffect, useRef } from 'react'

export function useMounted(): () => boolean {
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  return useCallback(() => isMounted.current, [])
}
