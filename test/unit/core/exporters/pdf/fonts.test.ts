/** Which faces go into a document: those of its scripts, no others, and all of them shipped. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FONT_PACKAGES, fontFiles } from '../../../../../src/core/exporters/pdf/font-files.ts'
import { covers, fontStyles, neededFonts } from '../../../../../src/core/exporters/pdf/fonts.ts'
import { printable } from '../../../../../src/core/exporters/pdf/printable.ts'

const families = (html: string): string[] => [...new Set(neededFonts(html, fontFiles()).map(({ family }) => family))]
const latin = ['Liberation Sans', 'Source Serif 4']

test('a document brings the faces of its scripts, and no others', () => {
  expect(families('<p>Torkham shuts</p>')).toEqual(latin)
  expect(families('<p>Тегеран</p>')).toEqual(latin)
  expect(families('<p lang="fa">طالبان</p>')).toEqual([...latin, 'Noto Naskh Arabic'])
  expect(families('<p lang="ur">طالبان</p>')).toEqual([...latin, 'Noto Naskh Arabic', 'Noto Nastaliq Urdu'])
  expect(families('<p lang="hi">बातचीत</p>')).toEqual([...latin, 'Noto Serif Devanagari'])
  expect(families('<p lang="zh">停火</p>')).toEqual([...latin, 'Noto Serif SC'])
  expect(families('<p>★</p>')).toEqual([...latin, 'Noto Serif SC'])
})

test('of a large face only the slices that are needed', () => {
  const slices = (html: string): number => neededFonts(html, fontFiles()).filter(({ family }) => family === 'Noto Serif SC').length
  expect(slices('停火')).toBeGreaterThan(0)
  expect(slices('停火')).toBeLessThan(20)
  expect(slices('停火')).toBeLessThan(slices('停火必须是双向的,规则尚待敲定:巴阿会谈赢得一周时间'))
})

test('every file there is can be read, and comes with Parley', () => {
  expect(fontFiles().filter(({ path }) => !existsSync(path))).toEqual([])
  const { dependencies } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { dependencies: Record<string, string> }
  // A packaged Parley holds what is under "dependencies", and nothing that is under "devDependencies".
  expect(FONT_PACKAGES.filter((name) => !(name in dependencies))).toEqual([])
})

test('a unicode-range holds what lies in one of its spans', () => {
  const spans = fc.array(fc.tuple(fc.nat(0xffff), fc.nat(40)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(spans, fc.nat(0x10ffff), (list, point) => {
      const range = list
        .map(([from, more]) => (more === 0 ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${(from + more).toString(16)}`))
        .join(', ')
      expect(covers(range, [point])).toBe(list.some(([from, more]) => point >= from && point <= from + more))
    }),
  )
})

test('a printed document has a policy that lets its faces in and still nothing else; no other document is printed', async () => {
  const report = `<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:"><title>x</title></head><body>&lt;/head> قرارداد</body></html>`
  const html = printable(report, await fontStyles(report))
  expect(html).toContain(`content="default-src 'none'; img-src data:; font-src data:"`)
  expect(html.endsWith('</head><body>&lt;/head> قرارداد</body></html>')).toBe(true)
  expect(await fontStyles(report)).not.toMatch(/url\((?!data:font\/(?:woff2|ttf);base64,)/)
  expect(() => printable('<html><head></head><body></body></html>', '')).toThrow(TypeError)
  expect(() => printable('no report', '')).toThrow(TypeError)
})
