/** The words of the window, from resources/locales. One language so far; another is another file here. */
import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import en from '../../../resources/locales/en.json' with { type: 'json' }

export const messages: Readonly<Record<string, string>> = en

export function LocaleProvider({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" defaultLocale="en" messages={{ ...messages }}>
      {children}
    </IntlProvider>
  )
}
