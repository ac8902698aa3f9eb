/** D3: pages that say nothing, or something wrong, of their encoding. */
import { describe, expect, it } from 'vitest'
import { bytesOf, encodeSingleByte } from '../fixtures.ts'
import { articleOf, articlesOf, readBytes } from './reading.ts'

const RUSSIAN =
  '<p>Переговоры о прекращении огня продолжались до позднего вечера, но согласия стороны так и не достигли, сообщил посредник.</p>'
const said = (charset: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="${charset}"></head><body>${body}</body></html>`
const TEXT = 'Переговоры о прекращении огня'

async function read(bytes: Uint8Array): Promise<{ text: string; encoding: string; certainty: string; lost: readonly unknown[] }> {
  const { articles, encoding, certainty, lost } = articlesOf(await readBytes('x.html', bytes))
  return { text: articles[0]?.text ?? '', encoding, certainty, lost }
}

describe('D3', () => {
  it.each([
    ['a meta element', said('windows-1251', RUSSIAN), 'windows-1251', 'certain'],
    [
      'the older meta element',
      `<html><head><META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=koi8-r'></head><body>${RUSSIAN}`,
      'koi8-r',
      'certain',
    ],
    ['an XML declaration', `<?xml version="1.0" encoding="iso-8859-5"?><html><body>${RUSSIAN}</body></html>`, 'iso-8859-5', 'certain'],
    ['nobody', `<html><body>${RUSSIAN}</body></html>`, 'windows-1251', 'likely'],
    ['UTF-7, which is nobody', said('utf-7', RUSSIAN), 'windows-1251', 'likely'],
    ['a made-up name', said('x-made-up', RUSSIAN), 'koi8-r', 'likely'],
    ['a comment, which says nothing', `<!-- <meta charset="koi8-r"> --><html><body>${RUSSIAN}</body></html>`, 'windows-1251', 'likely'],
  ])('believes %s where the bytes bear it out', async (_, html, encoding, certainty) => {
    const page = await read(encodeSingleByte(html, encoding))
    expect(page).toMatchObject({ encoding, certainty, lost: [] })
    expect(page.text).toContain(TEXT)
  })

  it('knows UTF-8 whatever the page says of it', async () => {
    for (const charset of ['windows-1251', 'iso-8859-1', 'gb2312', 'utf-16', 'utf-7', 'shift_jis']) {
      const page = await read(bytesOf(said(charset, RUSSIAN)))
      expect(page).toMatchObject({ encoding: 'utf-8', lost: [] })
      expect(page.text).toContain(TEXT)
    }
  })

  it('knows UTF-16 by its mark, whatever the page says', async () => {
    const page = await read(Buffer.from(`\ufeff${said('utf-8', RUSSIAN)}`, 'utf16le'))
    expect(page).toMatchObject({ encoding: 'utf-16le', certainty: 'certain', lost: [] })
    expect(page.text).toContain(TEXT)
  })

  it('takes a mark of UTF-8 for more than a declaration', async () => {
    expect(await read(bytesOf(`\ufeff${said('windows-1251', '<p>Just ASCII words on a page.</p>')}`))).toMatchObject({ encoding: 'utf-8' })
  })

  it('reads letters of windows-1252 in a page that says ISO-8859-1', async () => {
    const html = said('iso-8859-1', '<p>The minister said: “We will not sign” – it’s a café-table deal.</p>')
    expect(await read(encodeSingleByte(html, 'windows-1252'))).toMatchObject({
      text: 'The minister said: “We will not sign” – it’s a café-table deal.',
      encoding: 'windows-1252',
    })
  })

  it('says where a declared encoding does not fit, and offers others', async () => {
    const bytes = Buffer.concat([bytesOf(said('utf-8', RUSSIAN)), Buffer.of(0xff, 0xfe, 0x41)])
    const { encoding, lost, articles } = articlesOf(await readBytes('x.html', bytes))
    expect(encoding).toBe('utf-8')
    expect(lost).toEqual([{ code: 'bytes', count: 2 }])
    expect(articles[0]?.text).toContain(TEXT)
  })

  it('reads what a person chose', async () => {
    const bytes = encodeSingleByte(said('koi8-r', RUSSIAN), 'windows-1251')
    expect(articlesOf(await readBytes('x.html', bytes, 'windows-1251')).articles[0]?.text).toContain(TEXT)
    expect(await readBytes('x.html', bytes, 'utf-8')).toMatchObject({ problem: { code: 'encoding' } })
  })

  it.each([
    ['UTF-7', bytesOf(said('utf-7', '<p>+ADw-script+AD4-globalThis.parleyRan=1+ADw-/script+AD4- is text</p>'))],
    [
      'ISO-2022-JP',
      Buffer.from(
        said('iso-2022-jp', '<p title="\x1b$B">text\x1b(B<img alt="\x1b(B" onerror=globalThis.parleyRan=1>is text</p>'),
        'latin1',
      ),
    ],
    [
      'ISO-2022-KR, which browsers refuse',
      Buffer.from(said('iso-2022-kr', '<p>\x0e<script>globalThis.parleyRan=1</script>\x0f is text</p>'), 'latin1'),
    ],
    ['HZ, which browsers refuse', bytesOf(said('hz-gb-2312', '<p>~{<script>globalThis.parleyRan=1</script>~} is text</p>'))],
  ])('runs nothing through a change to %s', async (_, bytes) => {
    const { text } = await articleOf('x.html', bytes)
    expect(text).toContain('is text')
    expect('parleyRan' in globalThis).toBe(false)
  })
})

it('D3 takes the encoding of an MHTML part from its envelope', async () => {
  const part = encodeSingleByte(`<html><body>${RUSSIAN}</body></html>`, 'koi8-r')
  const head =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  const bytes = bytesOf(`${head}${Buffer.from(part).toString('base64')}\r\n--b--\r\n`)
  const { encoding, articles } = articlesOf(await readBytes('x.mht', bytes))
  expect([encoding, articles[0]?.text.includes(TEXT)]).toEqual(['koi8-r', true])
})
