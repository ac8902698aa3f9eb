/** What is said of a loss reads well with no more than its count: readers of several formats give one code, and not all of them details. */
import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import en from '../../../resources/locales/en.json' with { type: 'json' }
import { lossValues } from '../../../src/shared/domain/import-loss.ts'

const messages: Readonly<Record<string, string>> = en
const failures: string[] = []
const intl = createIntl({ locale: 'en', messages: { ...messages }, onError: (error) => failures.push(error.message) })
const codes = Object.keys(messages).flatMap((key) => (key.startsWith('import.lost.') ? [key.slice('import.lost.'.length)] : []))
const said = (code: string, count: number, details?: Record<string, string | number>): string =>
  intl.formatMessage({ id: `import.lost.${code}` }, lossValues({ code, count, ...(details && { details }) }))

test('every loss has words that need nothing but the count', () => {
  expect(codes.length).toBeGreaterThan(50)
  for (const code of codes)
    for (const count of [1, 3]) {
      const words = said(code, count)
      expect(words, code).not.toMatch(/[{}]|null|undefined|“”|\(\)|:\s*$|\s{2}/)
    }
  expect(failures).toEqual([])
})

test('details are said where there are any', () => {
  expect(said('pictures', 2, { names: 'a.png, b.png' })).toBe('2 pictures: a.png, b.png')
  expect(said('pictures', 1)).toBe('1 picture')
  expect(said('rowDate', 1, { rows: '7' })).toContain('(row 7)')
  expect(said('encrypted', 1, { name: 'key.p7m' })).toContain('“key.p7m”')
})

test('a file that is no text is refused with what can be done about its kind', () => {
  const refused = (format: string | null): string => intl.formatMessage({ id: 'import.problem.binary' }, { format, name: 'x' })
  for (const format of ['ZIP', '7z', 'RAR', 'gzip']) expect(refused(format), format).toMatch(/Unpack it first/)
  for (const format of ['PNG', 'JPEG', 'TIFF']) expect(refused(format), format).toMatch(/picture \(\w+\): there are no words/)
  expect(refused('EXE')).toMatch(/^This is a EXE file, not a text/)
  expect(refused(null)).toMatch(/^This is not a text file, so nothing/)
  expect(failures).toEqual([])
})
