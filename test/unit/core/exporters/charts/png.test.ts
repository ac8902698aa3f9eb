/** Pictures of charts: the fonts we ship are unpacked and used, the same drawing gives the same bytes, and only inert drawings are drawn. */
import { describe, expect, it } from 'vitest'
import { fontsFor } from '../../../../../src/core/exporters/charts/fonts.ts'
import { pngOf } from '../../../../../src/core/exporters/charts/png.ts'
import { sfntOf, tablesOf } from '../../../../../src/core/exporters/charts/woff.ts'

const drawing = (words: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" viewBox="0 0 300 40" font-family="Arial, sans-serif" font-size="20"><text x="4" y="26">${words}</text></svg>`

/** Width and height as the header of a PNG gives them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('pictures of charts', () => {
  it('are as large as asked for, and the same each time', async () => {
    const [one, other] = [await pngOf(drawing('Islamabad'), 2), await pngOf(drawing('Islamabad'), 2)]
    expect(new TextDecoder('latin1').decode(one.subarray(1, 4))).toBe('PNG')
    expect(sizeOf(one)).toEqual([600, 80])
    expect(Buffer.compare(one, other)).toBe(0)
  })

  it.each(['Islamabad', 'Кабул', 'افغانستان', '外交部', 'भारत'])('draw the words %s, and not as what is missing', async (words) => {
    const drawn = await pngOf(drawing(words), 1)
    // Letters of no font that we ship are all the same box.
    const boxes = await pngOf(drawing('\u{10c80}'.repeat(Array.from(words).length)), 1)
    const nothing = await pngOf(drawing(''), 1)
    expect(Buffer.compare(drawn, boxes)).not.toBe(0)
    expect(drawn.length).toBeGreaterThan(nothing.length)
  })

  it.each(['افغانستان', 'भारत'])('draw Latin letters and accents beside %s in one text', async (word) => {
    const drawn = (latin: string): Promise<Uint8Array> => pngOf(drawing(`${word} ${latin}`), 1)
    const [plain, accent, boxes] = [await drawn('(Türkiye)'), await drawn('(Turkiye)'), await drawn('\u{10c80}'.repeat(9))]
    expect(Buffer.compare(plain, accent)).not.toBe(0)
    expect(Buffer.compare(plain, boxes)).not.toBe(0)
  })

  it('of what is not inert are not drawn', async () => {
    await expect(pngOf('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', 1)).rejects.toThrow(RangeError)
  })

  it('never grow beyond what a program opens', async () => {
    const [width, height] = sizeOf(await pngOf(drawing('a'), 1_000))
    expect(Math.max(width, height)).toBeLessThanOrEqual(8_000)
  })
})

describe('fonts of pictures', () => {
  it('are only those that the words need', async () => {
    const [latin, chinese, arabic] = [await fontsFor('Dawn'), await fontsFor('外交部'), await fontsFor('دان')]
    expect(latin.length).toBe(2)
    expect(arabic.length).toBe(4)
    expect(chinese.length).toBeGreaterThan(2)
    expect(chinese.length).toBeLessThan(10)
  })

  it('unpack to fonts with their tables in place', async () => {
    const [font] = await fontsFor('A')
    const view = new DataView(font?.buffer ?? new ArrayBuffer(0))
    const tags = Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index
      expect(view.getUint32(at + 8) + view.getUint32(at + 12)).toBeLessThanOrEqual(view.byteLength)
      return String.fromCodePoint(...(font ?? []).slice(at, at + 4))
    })
    expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'name']))
  })

  it('of scripts whose letters join hold the Latin letters too, so that a name may mix them', async () => {
    const [latin, , arabic] = await fontsFor('دان')
    expect(latin && arabic).toBeTruthy()
    const glyphs = (font: Uint8Array): number => {
      const maxp = tablesOf(font).get('maxp') ?? new Uint8Array(6)
      return new DataView(maxp.buffer, maxp.byteOffset).getUint16(4)
    }
    const joined = arabic ?? new Uint8Array()
    expect(glyphs(joined)).toBeGreaterThan(glyphs(latin ?? new Uint8Array()))
    // As many places of outlines, and widths, as there are glyphs.
    expect(tablesOf(joined).get('loca')?.byteLength).toBe(4 * (glyphs(joined) + 1))
    expect(tablesOf(joined).get('hmtx')?.byteLength).toBe(4 * glyphs(joined))
  })

  it('that are broken are refused', () => {
    expect(() => sfntOf(new Uint8Array(100))).toThrow(RangeError)
    expect(() => sfntOf(new TextEncoder().encode('wOFF'))).toThrow(RangeError)
  })
})
