/** Names of languages: nobody is shown a bare tag in small letters. */
import { afterEach, expect, test, vi } from 'vitest'
import { languageName } from '../../../../src/renderer/lib/languages.ts'

afterEach(() => vi.unstubAllGlobals())

test('a language has its name, also where the browser has none', () => {
  expect(languageName('ur', 'en')).toBe('Urdu')
  expect(languageName('zxy', 'en')).toBe('ZXY')
  expect(languageName('not a tag', 'en')).toBe('NOT A TAG')
  vi.stubGlobal('Intl', { ...Intl, DisplayNames: class { of = (): undefined => undefined } }) // prettier-ignore
  expect(languageName('bo', 'en')).toBe('Tibetan')
  expect(languageName('bal', 'ur')).toBe('Baluchi')
})
