/** File names: E6. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { posix, win32 } from 'node:path'
import { MAX_NAME_BYTES, safeName, safeNames } from '../../../../src/core/exporters/safe-name.ts'

const options = { extension: '.html', fallback: 'Parley report' }
const safe = (name: string): string => safeName(name, options)

describe('E6 one name', () => {
  test.each([
    ['../../x', 'x.html'],
    ['/etc/x', 'etc-x.html'],
    [String.raw`C:\x`, 'C-x.html'],
    [String.raw`\\server\share`, 'server-share.html'],
    ['CON', '_CON.html'],
    ['con.', '_con.html'],
    ['nul.txt', '_nul.txt.html'],
    ['COM¹', '_COM¹.html'],
    ['LPT9 .x', '_LPT9 .x.html'],
    ['conclusion', 'conclusion.html'],
    ['a:b', 'a-b.html'],
    ['x.', 'x.html'],
    ['x ', 'x.html'],
    ['.htaccess', 'htaccess.html'],
    ['-rf', 'rf.html'],
    ['--help', 'help.html'],
    ['~root', 'root.html'],
    ['talks 🕊️', 'talks 🕊️.html'],
    ['report.HTML', 'report.html'],
    ['evil\u202etxt.exe', 'eviltxt.exe.html'],
    ['a\u0000b\nc\td', 'ab c d.html'],
    ['e\u0301t\u00e9', '\u00e9t\u00e9.html'],
    ['می‌خواهند', 'می‌خواهند.html'],
    ['停火：下一步', '停火：下一步.html'],
    ['', 'Parley report.html'],
    ['   ', 'Parley report.html'],
    ['...', 'Parley report.html'],
    ['\u200b\u2060\ufeff', 'Parley report.html'],
    ['\u3164', 'Parley report.html'],
    ['\ud800', 'Parley report.html'],
    ['.html', 'Parley report.html'],
  ])('%j becomes %j', (wanted, name) => {
    expect(safe(wanted)).toBe(name)
  })

  test('300 characters are cut to 120 bytes between graphemes', () => {
    expect(safe('x'.repeat(300))).toBe(`${'x'.repeat(114)}.html`)
    const families = safe('👨‍👩‍👧‍👦'.repeat(40))
    expect(families.slice(0, -5)).toMatch(/^(👨‍👩‍👧‍👦)+$/u)
    expect(safe(`a${'\u0301'.repeat(300)}`).length).toBeGreaterThan(40)
  })

  test('a long title leaves room for what every name ends in', () => {
    const name = safeName('x'.repeat(300), { ...options, extension: ' – comparison.html' })
    expect(name).toMatch(/^x+ – comparison\.html$/)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_NAME_BYTES)
  })

  test('any text gives a short NFC name without path, device, option or anything invisible, and the same one again', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('..', '/', '\\', ':', 'con', 'nul', '.', ' ', '-', '\u202e', '\0', 'é', '\ud83d', '*', '<', '\u200d'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(any, (wanted) => {
        const name = safe(wanted)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_NAME_BYTES)
        expect(name.normalize('NFC')).toBe(name)
        expect(name.isWellFormed()).toBe(true)
        expect(posix.basename(name)).toBe(name)
        expect(win32.basename(name)).toBe(name)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
        expect(name).toMatch(/^[^\s.\-~].*\.html$/su)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *\./i)
        expect(safe(name)).toBe(name)
      }),
      { numRuns: 500 },
    )
  })
})

describe('E6 many names', () => {
  test('two that become equal are told apart, whatever the file system takes for equal', () => {
    expect(safeNames(['Talks', 'talks ', 'TALKS', 'Ｔalks', 'talks (2)', 'other'], options)).toEqual([
      'Talks.html',
      'talks (2).html',
      'TALKS (3).html',
      'Ｔalks (4).html',
      'talks (2) (2).html',
      'other.html',
    ])
  })

  test('as many names as were asked for, all different', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'á', 'a (2)', '', '/', 'ß', 'SS', 'ss', 'ﬁ', 'fi')), (wanted) => {
        const made = safeNames(wanted, options)
        expect(made).toHaveLength(wanted.length)
        expect(new Set(made.map((name) => name.normalize('NFKC').toUpperCase())).size).toBe(wanted.length)
      }),
    )
  })
})
