/** Since when the page is being printed, null where it is not: drawn at once, as the browser takes its picture right after it says so. */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export function usePrinting(): Date | null {
  const [at, setAt] = useState<Date | null>(null)
  useEffect(() => {
    const begin = (): void => flushSync(() => setAt(new Date()))
    const end = (): void => setAt(null)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return at
}
