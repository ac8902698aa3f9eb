/** Theme, zoom and reading settings, put where the style sheets look for them. */
import { useEffect } from 'react'
import { useSettings } from '../stores/settings.ts'

export function useAppearance(): void {
  const { theme, zoom, reading } = useSettings((state) => state.settings)
  useEffect(() => {
    const page = document.documentElement
    page.dataset.theme = theme
    page.style.setProperty('zoom', String(zoom))
    page.style.setProperty('--reading-size', `${reading.size}px`)
    page.style.setProperty('--reading-measure', `${reading.measure}ch`)
    if (!reading.serif) page.style.setProperty('--font-reading', 'var(--font-ui)')
    else page.style.removeProperty('--font-reading')
  }, [theme, zoom, reading])
}
