import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_ARTICLE_BYTES, readPlainText } from '../../../../src/core/importers/plain-text.ts'
import type { ParsedArticle } from '../../../../src/core/importers/types.ts'
import { articleMetadataSchema } from '../../../../src/shared/domain/article.ts'
import { importProblemSchema } from '../../../../src/shared/domain/import.ts'
import { canonicalText } from '../../../../src/shared/text/canonical.ts'
import { canonicalArbitrary } from '../../shared/text/arbitraries.ts'
import { corpus } from '../../shared/text/corpus.ts'
import { bytesOf, fixture, latin1 } from './fixtures.ts'

async function article(bytes: Uint8Array, encoding?: string): Promise<ParsedArticle> {
  const read = await readPlainText('article.txt', bytes, encoding === undefined ? {} : { encoding })
  if ('code' in read) throw new Error(`refused: ${read.code} ${JSON.stringify(read.details)}`)
  return read
}

/** Where a field was found must hold what was found. */
function expectPlaces(read: ParsedArticle): void {
  for (const field of ['title', 'outlet', 'author', 'url', 'published'] as const) {
    const place = read.found[field]
    expect(place === null).toBe(read[field] === null)
    if (!place) continue
    const seen = read.text.slice(place.start, place.end)
    if (field === 'published') expect(seen).toMatch(/\p{Nd}{4}/u)
    else if (read[field]?.startsWith('https://doi.org/')) expect(`https://doi.org/${seen}`).toBe(read[field])
    else expect(seen.replace(/\s+/g, ' ')).toBe(read[field])
  }
}

it.each([
  [
    'bracket-byline',
    {
      title: 'Delegations from Karavia and Osthmark opened a second round of talks in the port of Velmora on Monday',
      outlet: 'Meridian News',
      author: 'Lin Haoran',
      url: 'https://news.example.org/article/7300112233445566/',
      published: null,
      language: 'en',
    },
  ],
  [
    'headline',
    {
      title: 'Osthmark offers joint patrols, Karavia asks for a timetable',
      outlet: 'The Velmora Courier',
      author: 'Ines Falk',
      url: 'https://courier.example.net/2025/11/05/patrols?ref=mail#top',
      published: '2025-11-05',
      language: 'en',
    },
  ],
  [
    'agency',
    {
      title: `Karavia's foreign minister said on Thursday that her country would not sign "a paper that nobody can check"`,
      outlet: 'Northern Press Agency',
      author: null,
      url: 'https://doi.org/10.5555/npa.2025.1106',
      published: '2025-11-06',
      language: 'en',
    },
  ],
  [
    'chinese',
    {
      title: '卡拉维亚与奥斯特马克周一在港口城市维尔莫拉开始第二轮会谈，但双方当天没有就文本达成一致',
      outlet: '远望新闻网',
      author: '林浩然',
      url: 'https://news.example.cn/article/7300112233445566/',
      published: null,
      language: 'zh',
    },
  ],
  [
    'chinese-meta-line',
    { title: '奥斯特马克提议联合巡逻', outlet: '维尔莫拉日报', author: '林浩然', published: '2025-11-05T09:30', language: 'zh' },
  ],
  [
    'urdu',
    {
      title: 'سرحدی وادیوں میں مشترکہ گشت کی پیشکش',
      outlet: 'ساحل نیوز',
      author: 'سلمان احمد',
      url: 'https://sahil.example.pk/urdu/2025/1105',
      published: '2025-11-05',
      language: 'ur',
      direction: 'rtl',
    },
  ],
  [
    'dari',
    {
      title: 'پیشنهاد گشت مشترک در دره‌های مرزی',
      outlet: 'خبرگزاری نمونه',
      author: 'فرید رحیمی',
      published: '2025-11-05',
      language: 'fa',
      direction: 'rtl',
    },
  ],
  [
    'pashto',
    {
      title: 'په سرحدي درو کې د ګډې ګزمې وړاندیز',
      outlet: 'بېلګه خبرونه',
      author: 'زلمی وردګ',
      published: null,
      language: 'ps',
      direction: 'rtl',
    },
  ],
  [
    'arabic',
    {
      title: 'عرض بتسيير دوريات مشتركة في الأودية الحدودية',
      outlet: 'وكالة النموذج',
      author: 'سامي منصور',
      url: 'https://example.com/ar/1105',
      published: '2025-11-05',
      language: 'ar',
      direction: 'rtl',
    },
  ],
  [
    'hebrew',
    {
      title: 'הצעה לסיורים משותפים בעמקי הגבול',
      outlet: 'חדשות הדוגמה',
      author: 'נועה ברק',
      published: '2025-11-05',
      language: 'he',
      direction: 'rtl',
    },
  ],
  [
    'russian',
    {
      title: 'Остмарк предложил совместное патрулирование',
      outlet: 'Газета «Пример»',
      author: 'Мария Орлова',
      published: '2025-11-05',
      language: 'ru',
    },
  ],
  ['japanese', { title: '国境の谷で共同巡回を提案', outlet: '例文通信社', author: '佐藤健', published: '2025-11-05', language: 'ja' }],
  [
    'thai',
    { title: 'ข้อเสนอลาดตระเวนร่วมในหุบเขาชายแดน', outlet: null, author: null, url: null, published: null, language: 'th', direction: 'ltr' },
  ],
])('recognises what %s says about itself', async (name, expected) => {
  const bytes = fixture(`${name}.txt`)
  const read = await article(bytes)
  expect(read).toMatchObject(expected)
  expectPlaces(read)
  expect(read.text).toBe(new TextDecoder().decode(bytes))
})

it('D23 finds the same in encodings from before Unicode', async () => {
  const read = await article(fixture('encodings/windows-1256.urdu.txt'))
  expect(read).toMatchObject({ encoding: 'windows-1256', language: 'ur', direction: 'rtl', author: 'سلمان احمد', published: '2025-11-05' })
  expect(await article(fixture('encodings/gb18030.chinese.txt'))).toMatchObject({
    encoding: 'gb18030',
    author: '林浩然',
    outlet: '远望新闻网',
  })
})

it('D23 uses the encoding a person chose, and refuses one that does not fit', async () => {
  const bytes = fixture('encodings/windows-1251.russian.txt')
  expect((await article(bytes, 'koi8-r')).text).not.toBe((await article(bytes)).text)
  expect(await readPlainText('a.txt', bytes, { encoding: 'utf-8' })).toMatchObject({ code: 'encoding', details: { encoding: 'utf-8' } })
})

it('D23 records what was made canonical', async () => {
  const read = await article(bytesOf('\ufeffTalks\r\nresume\0 today.\u2028They go on.'))
  expect(read.text).toBe('Talks\nresume today.\nThey go on.')
  expect(read.changes).toEqual({ bom: true, lineEnds: 2, controls: 1, loneSurrogates: 0 })
})

it.each([
  ['an empty file', new Uint8Array(), { code: 'empty', details: {} }],
  ['white space only', bytesOf('\ufeff \n\t\n…'), { code: 'no-text', details: {} }],
  ['a PDF', latin1('%PDF-1.7'), { code: 'format', details: { format: 'PDF' } }],
  ['a web page', bytesOf('<!doctype html><p>Talks resume'), { code: 'format', details: { format: 'HTML' } }],
  ['a picture', latin1('\x89PNG\r\n\x1a\n\0\0'), { code: 'binary', details: { format: 'PNG' } }],
  ['bytes without meaning', new Uint8Array(64), { code: 'binary', details: {} }],
])('D17 refuses %s by its content', async (_, bytes, problem) => {
  const read = await readPlainText('article.txt', bytes)
  expect(read).toEqual(problem)
  expect(importProblemSchema.safeParse(read).success).toBe(true)
})

it('D23 refuses a file over the limit and takes one at the limit', async () => {
  const bytes = new Uint8Array(MAX_ARTICLE_BYTES + 1).fill(0x61)
  expect(await readPlainText('a.txt', bytes)).toEqual({
    code: 'too-large',
    details: { bytes: MAX_ARTICLE_BYTES + 1, limit: MAX_ARTICLE_BYTES },
  })
  expect((await article(bytes.subarray(1))).text).toHaveLength(MAX_ARTICLE_BYTES)
})

const metadata = (read: ParsedArticle) => {
  const { title, outlet, author, published, url, language, direction } = read
  return {
    title: title ?? 'file name',
    outlet,
    author,
    published,
    url,
    language,
    direction,
    translatedFrom: null,
    reliability: null,
    credibility: null,
    note: null,
  }
}

it('D23 never throws and never proposes what an article cannot hold: random bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const read = await readPlainText('x', bytes)
      if (!('code' in read)) expect(articleMetadataSchema.safeParse(metadata(read)).error).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})

const SCRAPS =
  'By |Source: |Original: |https://example.org/a(b)|【文/|】|（记者 |）| \\| |Dawn|Reuters|Chen Sijia|来源：|作者：|29 October 2025|2025-10-29 14:30|١٤٠٤|' +
  'KABUL (AP) —|新华社北京10月29日电|رپورٹ: |doi:10.1/x|Published: |\n|\n\n| |. |“|\u202e'

it('D6 never throws, keeps the whole text and shows true places: texts made of metadata and anything else', async () => {
  const scrap = fc.constantFrom(...SCRAPS.split(/(?<!\\)\|/).map((piece) => piece.replace('\\|', '|')))
  const pieces = fc.array(fc.oneof({ weight: 3, arbitrary: scrap }, { weight: 1, arbitrary: canonicalArbitrary }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const raw = parts.join('')
      const read = await readPlainText('x', bytesOf(raw))
      if ('code' in read) return
      expect(read.text).toBe(canonicalText(raw).text)
      expectPlaces(read)
      expect(articleMetadataSchema.safeParse(metadata(read)).error).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

it('D6 reads a megabyte on one line, and metadata of absurd length, without proposing them', async () => {
  const read = await article(bytesOf(`By ${'Name '.repeat(200_000)}`))
  expect(read.author).toBeNull()
  expect(read.title?.length).toBeLessThan(120)
  const long = await article(bytesOf(`Source: https://example.org/${'a'.repeat(5_000)}\nSome words to read here.`))
  expect(long.url).toBeNull()
})

describe.skipIf(!corpus)('real articles', () => {
  it('recognises the clipped article: outlet, author, link, language; no headline, no date of its own', async () => {
    const bytes = readFileSync(join(corpus ?? '', 'article/istanbul-talks.txt'))
    const read = await article(bytes)
    expect(read).toMatchObject({
      outlet: 'Observer News',
      author: 'Chen Sijia',
      url: 'https://www.toutiao.com/article/7566968361729425960/',
      published: null,
      language: 'en',
      direction: 'ltr',
      encoding: 'utf-8',
      certainty: 'certain',
    })
    expect(read.title).toMatch(/^Pakistan and Afghanistan started a new round of talks in Istanbul[^【】]*[\p{L}\p{N}]$/u)
    expect(read.title?.length).toBeLessThanOrEqual(110)
    expect(read.text).toBe(new TextDecoder().decode(bytes))
    expectPlaces(read)
  })

  const TAGS: Readonly<Record<string, string>> = {
    amh: 'am',
    arb: 'ar',
    ben: 'bn',
    bod: 'bo',
    cmn: 'zh',
    eng: 'en',
    fra: 'fr',
    heb: 'he',
    hin: 'hi',
    jpn: 'ja',
  }
  const MORE: Readonly<Record<string, string>> = {
    khm: 'km',
    kor: 'ko',
    mya: 'my',
    pbu: 'ps',
    pes: 'fa',
    rus: 'ru',
    tam: 'ta',
    tha: 'th',
    tur: 'tr',
    uig: 'ug',
    ukr: 'uk',
    urd: 'ur',
  }
  const names = corpus ? readdirSync(join(corpus, 'scripts')).filter((name) => /^[a-z_12]+\.txt$/.test(name)) : []
  it.each(names)('names the language of %s', async (name) => {
    const read = await article(readFileSync(join(corpus ?? '', 'scripts', name)))
    const language = { ...TAGS, ...MORE }[name.slice(0, 3)] ?? 'unknown'
    expect(read.language).toBe(language)
    expect(read.direction).toBe(['ar', 'fa', 'he', 'ps', 'ug', 'ur'].includes(language) ? 'rtl' : 'ltr')
  })
})
