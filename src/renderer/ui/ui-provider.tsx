/**
 * Gives every component below its language and direction (for keyboard and layout) and its own few words, taken from the
 * messages `ui.*` of the surrounding IntlProvider. One per window; tests of components need it too.
 */
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { WordsContext } from './words.tsx'
import type { Words } from './words.tsx'

/**
 * The library would add its one rule for touch as an inline <style>, which the content security policy refuses. It leaves that be where an
 * element of this id exists; base.css has the rule.
 */
const PRESS_STYLE_ID = 'react-aria-pressable-style'
if (typeof document !== 'undefined' && !document.getElementById(PRESS_STYLE_ID)) {
  const mark = document.createElement('meta')
  mark.id = PRESS_STYLE_ID
  document.head.append(mark)
}

/** Wrap the window in this, inside IntlProvider. */
export function UiProvider({ children }: { children: ReactNode }) {
  const intl = useIntl()
  const words = useMemo<Words>(() => {
    const say = (id: string, values?: Record<string, string | number>): string => intl.formatMessage({ id }, values)
    return {
      clear: say('ui.clear'),
      close: say('ui.close'),
      copy: say('ui.copy'),
      copied: say('ui.copied'),
      showList: say('ui.showList'),
      noMatch: say('ui.noMatch'),
      matches: (count) => say('ui.matches', { count }),
      more: (count) => say('ui.more', { count }),
      create: (text) => say('ui.create', { text }),
      remove: (label) => say('ui.remove', { label }),
      unresolved: say('ui.unresolved'),
      keys: {
        Ctrl: say('ui.key.ctrl'),
        Alt: say('ui.key.alt'),
        Shift: say('ui.key.shift'),
        Enter: say('ui.key.enter'),
        Esc: say('ui.key.esc'),
        Tab: say('ui.key.tab'),
        Space: say('ui.key.space'),
        Backspace: say('ui.key.backspace'),
        Delete: say('ui.key.delete'),
        Home: say('ui.key.home'),
        End: say('ui.key.end'),
        PageUp: say('ui.key.pageUp'),
        PageDown: say('ui.key.pageDown'),
      },
    }
  }, [intl])
  return (
    <I18nProvider locale={intl.locale}>
      <WordsContext value={words}>{children}</WordsContext>
    </I18nProvider>
  )
}
