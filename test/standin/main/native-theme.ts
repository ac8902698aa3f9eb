/** Electron's `nativeTheme`: what the app chooses decides `prefers-color-scheme` in its pages. The system here is light. */
import { StrictEmitter } from '../lib/strict.ts'
import type { PageContents } from './page-contents.ts'
import { contents, note } from './state.ts'

type Source = 'system' | 'light' | 'dark'

class NativeTheme extends StrictEmitter {
  shouldUseHighContrastColors = false
  shouldUseInvertedColorScheme = false
  inForcedColorsMode = false
  prefersReducedTransparency = false
  shouldDifferentiateWithoutColor = false
  private source: Source = 'system'

  constructor() {
    super('nativeTheme')
  }
  get themeSource(): Source {
    return this.source
  }
  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError('Error processing argument')
    if (source === this.source) return
    this.source = source
    for (const page of contents.values()) applyColourScheme(page)
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return false
  }
}

export const nativeTheme = new NativeTheme()

/** Sets the colour scheme of one page; asked again after each navigation, since others (Playwright) set theirs too. */
export function applyColourScheme(page: PageContents): void {
  if (nativeTheme.themeSource === 'system' && !themed.has(page)) return
  themed.add(page)
  const value = nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource
  page.ready
    .then(() => page.page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] }))
    .catch((error: Error) => note(error.message))
}
const themed = new WeakSet<PageContents>()
