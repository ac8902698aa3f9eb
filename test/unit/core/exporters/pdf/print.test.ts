/** The PDF itself, made by a real browser and judged by programs that are not ours: E8, E9, E14. */
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { homedir, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import { findChromium } from '../../../../../build/scripts/lib/chromium.ts'
import { link, paragraph, text } from '../../../../../src/core/exporters/document/inlines.ts'
import type { Section } from '../../../../../src/core/exporters/document/model.ts'
import { browserPrinter } from '../../../../../src/core/exporters/pdf/browser/browser-printer.ts'
import { writePdf } from '../../../../../src/core/exporters/pdf/index.ts'
import { pagesOf } from '../../../../../src/core/exporters/pdf/page-numbers.ts'
import { renderHtml } from '../../../../../src/core/exporters/html/document.ts'
import { runTool, toolPath } from '../../../../helpers/tools.ts'
import { annotatedDocument, article, statement } from '../fixtures.ts'

const chromium = findChromium()
const printer = browserPrinter(() => (chromium ? { path: chromium.path } : { missing: 'none' }))
const { signal } = new AbortController()
const folder = mkdtempSync(join(tmpdir(), 'parley-pdf-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Skips, and says so, where a program is missing. */
function needs(context: TestContext, ...tools: string[]): void {
  if (!chromium) context.skip('no chromium')
  for (const tool of tools) if (toolPath(tool) === null) context.skip(`no ${tool}`)
}
function kept(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
/** With one kind of blank, and without what joins the raised numbers to their passages. */
const words = (text: string): string => text.normalize('NFKC').replaceAll('\u2060', '').replaceAll(/\s+/g, ' ')

const urdu = 'استنبول مذاکرات کا دوسرا دن: پاکستان نے مطالبات لکھ کر سامنے رکھ دیے'
const dari = 'استانبول در آستانهٔ بن‌بست، مرزنشینان همچنان پشت دروازه'
const chinese = '停火得以延续，规则尚待敲定：巴阿会谈赢得一周时间'
const hindi = 'सीमा पर बातचीत फिर शुरू हुई'
const texts = [
  article({
    id: 1,
    title: 'Torkham shuts',
    text: 'Kabul must close the camps, Тегеран said. Αθήνα too.',
    url: 'https://example.invalid/torkham',
  }),
  article({ id: 2, title: urdu, text: urdu, language: 'ur', direction: 'rtl' }),
  article({ id: 3, title: dari, text: dari, language: 'fa-AF', direction: 'rtl' }),
  article({ id: 4, title: chinese, text: chinese, language: 'zh-Hans' }),
  article({ id: 5, title: hindi, text: hindi, language: 'hi' }),
]

describe('a report in five scripts', () => {
  let path = ''
  let bytes = new Uint8Array()
  const html = (): string => {
    const document = annotatedDocument(
      texts,
      texts.map((of, index) => statement(of, index + 1, 0, 5)),
    )
    const look = { house: 'House of Talks', banner: 'RESTRICTED', pageSize: 'letter', logo: null } as const
    const passage = { articleUid: '0198f1c2-0000-7000-8000-000000000001', annotationUid: '0198f1c2-0000-7000-8000-000000000002' }
    const back: Section = { id: 'back', heading: [text('Back')], blocks: [paragraph([link({ passage }, text('in the library'))])] }
    return renderHtml({ ...document, sections: [...document.sections, back], title: 'Talks at the border', look })
  }
  const made = (): Promise<Uint8Array> => writePdf(html(), { asOf: '2025-11-06', pageSize: 'letter' }, printer, signal)
  beforeAll(async () => {
    if (!chromium) return
    bytes = new Uint8Array(await made())
    path = kept('report.pdf', bytes)
  }, 60_000)

  test('E9 it is tagged, titled, on the sheet that was chosen, and says nothing of clock, machine or person', async (context) => {
    needs(context, 'pdfinfo')
    const information = await runTool('pdfinfo', ['-isodates', path])
    expect(information).toMatch(/^Title: +Talks at the border$/m)
    expect(information).toMatch(/^Tagged: +yes$/m)
    expect(information).toMatch(/^JavaScript: +no$/m)
    expect(information).toMatch(/^Page size: +612 x 792 pts \(letter\)$/m)
    expect(information.match(/Date: +(\S+)/g)?.map((line) => line.slice(-20, -10))).toEqual(['2025-11-06', '2025-11-06'])
    expect(information).toMatch(/^Creator: +Parley$/m)
    expect(information).toMatch(/^Producer: +Skia\/PDF$/m)
    const inside = Buffer.from(bytes).toString('latin1')
    for (const trace of [homedir(), tmpdir(), hostname(), 'parley-print', 'about:blank', 'file:', 'data:'])
      expect(inside).not.toContain(`${trace}/`)
  })

  test('E8 its text is the report’s, right to left and Chinese too, with head and foot on every page but the first', async (context) => {
    needs(context, 'pdftotext')
    const pages = (await runTool('pdftotext', ['-enc', 'UTF-8', path, '-'])).split('\f').map(words)
    const all = pages.join(' ')
    expect(all).toContain('must close the camps, Тегеран said. Αθήνα too.')
    expect(all.replaceAll(' ', '')).toContain(words(chinese).replaceAll(' ', ''))
    // A sloping script is put together again with blanks of the reader's own.
    const unspaced = all.replaceAll(/[\s\u200c-\u200f\u202a-\u202e\u2060]/g, '')
    for (const word of ['پاکستان', 'مطالبات', 'استانبول', 'مرزنشینان', 'دروازه']) expect(unspaced).toContain(word)
    expect(all).toContain('बातचीत')
    const [first = '', second = '', third = ''] = pages
    expect(first).not.toContain('House of Talks Page')
    expect(first.split('RESTRICTED')).toHaveLength(3)
    for (const page of [second, third]) {
      expect(page.split('RESTRICTED')).toHaveLength(3)
      expect(page).toContain('House of Talks')
      expect(page).toMatch(/Page \d+ \/ \d+/)
    }
  })

  test('its faces are in it, those of each script', async (context) => {
    needs(context, 'pdffonts')
    const fonts = (await runTool('pdffonts', [path]))
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
    for (const font of fonts) expect(font).toMatch(/ yes (?:yes|no ) (?:yes|no ) +\d+ +\d+$/)
    for (const name of ['LiberationSans', 'NotoNaskhArabic', 'NotoNastaliqUrdu', 'NotoSerifSC', 'NotoSerifDevanagari']) {
      expect(fonts.some((font) => font.includes(name))).toBe(true)
    }
  })

  test('its contents say on which page everything stands', async (context) => {
    needs(context, 'pdftotext')
    const contents = await runTool('pdftotext', ['-layout', '-enc', 'UTF-8', '-f', '2', '-l', '2', path, '-'])
    const said = [...contents.matchAll(/ (\d+)$/gm)].map(([, page]) => Number(page))
    const pages = pagesOf(bytes)
    const listed = ['a1', 'a2', 'a3', 'a4', 'a5', 'back'].map((place) => pages.get(place))
    expect(listed.every((page) => page !== undefined && page > 2)).toBe(true)
    expect(said).toEqual(expect.arrayContaining(listed))
  })

  test('it has bookmarks, links inside that lead somewhere, links to the web and back into the library', async (context) => {
    needs(context)
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const task = getDocument({ data: bytes.slice(), verbosity: 0 })
    const pdf = await task.promise
    try {
      const outline = (await pdf.getOutline()) as { title: string; items: { title: string }[] }[] | null
      const titles = (outline ?? []).flatMap(({ title, items }) => [title, ...items.map((item) => item.title)])
      expect(titles).toContain('Torkham shuts')
      expect(titles.map(words)).toContain(words(chinese))
      const places = await pdf.getDestinations()
      const links: { url?: string; unsafeUrl?: string; dest?: unknown }[] = []
      for (let page = 1; page <= pdf.numPages; page++) links.push(...((await (await pdf.getPage(page)).getAnnotations()) as typeof links))
      const inside = links.flatMap(({ dest }) => (typeof dest === 'string' ? [dest] : []))
      expect(inside).toEqual(expect.arrayContaining(['n1', 'p1']))
      expect(inside.filter((place) => !places.has(place))).toEqual([])
      const pages = pagesOf(bytes)
      for (const [place, [page]] of places)
        expect(await pdf.getPageIndex(page as Parameters<typeof pdf.getPageIndex>[0])).toBe((pages.get(place) ?? 0) - 1)
      expect(links.map(({ url }) => url)).toContain('https://example.invalid/torkham')
      expect(links.filter(({ unsafeUrl }) => unsafeUrl?.startsWith('parley://'))).not.toEqual([])
      const languages = await pdf.getMetadata()
      expect(Reflect.get(languages.info, 'Language')).toBe('en')
    } finally {
      await task.destroy()
    }
  })

  test('E14 the same report gives the same bytes', async (context) => {
    needs(context)
    expect(Buffer.from(await made()).equals(Buffer.from(bytes))).toBe(true)
  })
})

describe('E9 a document that is no report of ours', () => {
  let trap: Server
  let origin = ''
  const asked: string[] = []
  beforeAll(async () => {
    trap = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('x')
    })
    trap.on('connection', () => asked.push('connection'))
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`
  })
  afterAll(() => trap.close())

  test('nothing in it runs or fetches, even where it has no policy of its own', async (context) => {
    needs(context, 'pdftotext')
    const html = `<!doctype html><html lang="en"><head><title>x</title>
<link rel="stylesheet" href="${origin}/a.css"><link rel="preconnect" href="${origin}"><link rel="prefetch" href="${origin}/b"><link rel="icon" href="${origin}/c">
<style>@import url(${origin}/d.css); @font-face { font-family: far; src: url(${origin}/e.woff2) } body { font-family: far; background: url(${origin}/f.png) }</style>
<script src="${origin}/g.js"></script></head><body>
<img src="${origin}/h.png" srcset="${origin}/i.png 2x" alt="h"><iframe src="${origin}/j"></iframe><iframe srcdoc="<img src='${origin}/k.png'>"></iframe>
<object data="${origin}/l"></object><embed src="${origin}/m"><video src="${origin}/n" poster="${origin}/o"></video><audio src="${origin}/p" autoplay></audio>
<img src="file:///etc/hostname" alt=""><svg><image href="${origin}/q.png"/><use href="${origin}/r.svg#s"/></svg>
<noscript>No script runs here.</noscript><p id="said">As it was written.</p>
<script>document.getElementById('said').textContent = 'Changed by a script.'; fetch('${origin}/t'); navigator.sendBeacon('${origin}/u'); new WebSocket('${origin.replace('http', 'ws')}')</script>
<img src="x" onerror="document.getElementById('said').textContent = 'Changed by a handler.'" alt=""></body></html>`
    const text = await runTool('pdftotext', [kept('hostile.pdf', await printer.print(html, { pageSize: 'a4' }, signal)), '-'])
    expect(text).toContain('As it was written.')
    expect(text).toContain('No script runs here.')
    expect(text).not.toContain('Changed by')
    expect(asked).toEqual([])
  })
})
