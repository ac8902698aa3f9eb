/** Theme, zoom and reading settings, put where the style sheets look for them. */
import { useLayoutEffect } from 'react'
import { useIntl } from 'react-intl'
import { useSettings } from '../stores/settings.ts'

/** Heights of a line as multiples of the size, as Parley comes. */
const USUAL_LEADING = 1.65
const NASTALIQ_LEADING = 2.2

/** The CSS counter style with the digits of a language. */
const COUNTERS: Record<string, string> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  beng: 'bengali',
  deva: 'devanagari',
  thai: 'thai',
}
const digitsOf = (locale: string): string => COUNTERS[new Intl.NumberFormat(locale).resolvedOptions().numberingSystem] ?? 'decimal'

export function useAppearance(): void {
  const { locale } = useIntl()
  const { theme, zoom, reading } = useSettings((state) => state.settings)
  // Before the effects of what is on the page: those measure it.
  useLayoutEffect(() => {
    const page = document.documentElement
    page.dataset.theme = theme
    page.style.setProperty('zoom', String(zoom))
    page.style.setProperty('--reading-size', `${reading.size}px`)
    page.style.setProperty('--reading-measure', `${reading.measure}ch`)
    // In whole pixels, so that lines stand alike; Nastaliq needs more height than other hands, in proportion.
    page.style.setProperty('--reading-leading', `${Math.round(reading.size * reading.lineHeight)}px`)
    page.style.setProperty('--nastaliq-leading', String(Math.round((reading.lineHeight / USUAL_LEADING) * NASTALIQ_LEADING * 100) / 100))
    page.style.setProperty('--rs-digits', digitsOf(locale))
    if (!reading.serif) page.style.setProperty('--font-reading', 'var(--font-ui)')
    else page.style.removeProperty('--font-reading')
  }, [theme, zoom, reading, locale])
}
