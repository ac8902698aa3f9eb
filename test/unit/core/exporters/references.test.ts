/** Articles as CSL-JSON and BibLaTeX: metadata comes back whole, and no value of an article can be more than text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bibEntry } from '../../../../src/core/exporters/references/bibtex.ts'
import { citationKeys, type Reference } from '../../../../src/core/exporters/references/articles.ts'
import { cslItem, peopleOf } from '../../../../src/core/exporters/references/csl.ts'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { textHash } from '../../../../src/core/importers/fingerprint.ts'
import { insertArticle } from '../../../../src/core/store/articles.ts'
import type { ArticleMetadata } from '../../../../src/shared/domain/article.ts'
import { asArticles } from '../importers/import-tables.ts'
import { projectLibrary } from '../projects/helpers.ts'
import { fill, step } from '../projects/library-source.ts'
import { choiceOf, exported, lossWords } from './interchange.ts'
import { parsedBib, plainTex } from './read-bib.ts'

const plain: ArticleMetadata = {
  title: 'Talks go on', outlet: 'Kestrel Post', author: 'Ilse Tarn; Karim Adel', published: '2025-10-29', url: 'https://kestrel.example/1?a=b&c=%20#d',
  language: 'en', direction: 'ltr', translatedFrom: null, reliability: 'B', credibility: 2, note: 'Ours alone',
} // prettier-ignore

function libraryOf(articles: readonly (Partial<ArticleMetadata> & { details?: Record<string, string> })[]) {
  const { library, db } = projectLibrary()
  step(library, (write, { now, uid }) => {
    for (const { details, ...metadata } of articles) {
      const text = `A text of its own ${uid()}`
      insertArticle(write, { metadata: { ...plain, ...metadata }, text, textHash: textHash(text), original: null, ...(details && { details }) }, now, uid)
    }
  }) // prettier-ignore
  return db
}

const HOSTILE = [
  '}}\n@preamble{"\\immediate\\write18{rm -rf ~}"}\n@article{x, title={',
  '\\input{/etc/passwd}',
  '^^5cinput',
  '100 % of $5 & #1_2 ~ {open',
  'close} \\',
  'طالبان \u200c\u202e و مذاکرات',
  '会谈 😀 \u2028 "quoted" @book{a}',
  '</script><img src=x onerror=alert(1)>',
]

describe('CSL-JSON', () => {
  test('metadata come back through our own reader, dates with their precision', async () => {
    const dates = ['2025', '2025-10', '2025-10-29', '2025-10-29T14:30+05:00', null]
    const db = libraryOf([
      ...dates.map((published, index) => ({ published, title: `Dated ${index}` })),
      { title: 'No outlet', outlet: null },
      { title: 'Only a title', outlet: null, url: null, author: null, note: null, language: 'ur' },
      ...HOSTILE.map((bad, index) => ({ title: `${index} ${bad}`.trim(), outlet: bad.trim(), author: bad.trim(), note: bad })),
      { details: { section: 'World', type: 'article-magazine', serialNumber: '1234-5678', 'odd name': 'kept', __proto: 'x' } },
    ])
    const { bytes } = await exported(db, choiceOf('csl'))
    const { format, articles } = asArticles(await readFile({ name: 'list.json', bytes }))
    expect(format).toBe('csl-json')
    const line = (text: string | null): string | null => text?.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/g, '').replaceAll(/\s+/g, ' ').trim() ?? null // prettier-ignore
    const stored = db.all<Record<string, string | null>>(
      'SELECT title, o.name AS outlet, author, published, url, language, note FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id ORDER BY a.id',
    )
    expect(articles.map(({ title, outlet, author, published, url, language }) => ({ title, outlet, author, published, url, language }))).toEqual(
      stored.map(({ title, outlet, author, published, url, language }) => ({ title: line(title ?? null), outlet: line(outlet ?? null), author: line(author ?? null), published, url, language })),
    ) // prettier-ignore
    expect(articles.map(({ note }) => line(note ?? null))).toEqual(stored.map(({ note }) => line(note ?? null)))
    expect(articles.at(-1)?.details).toMatchObject({
      section: 'World',
      type: 'article-magazine',
      serialNumber: '1234-5678',
      'odd name': 'kept',
    })
  })

  test('says plainly what each item is, and nothing of the day of the export', async () => {
    const db = libraryOf([{ published: '2025-10' }])
    const uid = db.value<string>('SELECT uid FROM article')
    const { text } = await exported(db, choiceOf('csl'))
    expect(JSON.parse(text)).toEqual([
      {
        id: `kestrelpost2025-${uid.slice(0, 8)}`,
        type: 'article-newspaper',
        title: 'Talks go on',
        'container-title': 'Kestrel Post',
        author: [{ literal: 'Ilse Tarn' }, { literal: 'Karim Adel' }],
        issued: { 'date-parts': [[2025, 10]] },
        URL: 'https://kestrel.example/1?a=b&c=%20#d',
        language: 'en',
        note: 'Ours alone',
        custom: { parley: { uid, reliability: 'B', credibility: 2 } },
      },
    ])
  })

  test('people of one line are told apart only where that line can be made of them again', () => {
    const names = fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('; '))
    fc.assert(fc.property(names, (author) => peopleOf(author).join('; ') === author))
    expect(peopleOf('Ada; Bo')).toEqual(['Ada', 'Bo'])
    expect(peopleOf('Ada;  Bo')).toEqual(['Ada;  Bo'])
  })
})

describe('BibLaTeX', () => {
  test('E6 whatever an article says of itself, it is one entry, no brace of it counts, and no command runs', async () => {
    const db = libraryOf(HOSTILE.map((bad) => ({ title: bad.trim(), outlet: bad.trim(), author: bad.trim(), note: bad, url: 'https://a.example/\\input^^5c{x}%41~' })))
    const { text } = await exported(db, choiceOf('bibtex'))
    const entries = parsedBib(text)
    expect(entries.map(({ type }) => type)).toEqual(HOSTILE.map(() => 'article'))
    entries.forEach(({ fields }, index) => {
      const shown = (HOSTILE[index] ?? '').replaceAll(/\s+/g, ' ').trim()
      for (const field of ['title', 'journaltitle', 'author', 'annotation']) expect(plainTex(fields[field] ?? '')).toBe(shown)
      expect(fields['url']).toBe('https://a.example//input%5E%5E5c%7Bx%7D%41%7E')
    })
  }) // prettier-ignore

  test('E6 any text at all reads back as it was', () => {
    const reference = fc.record({ title: fc.string({ unit: 'binary', maxLength: 60 }), note: fc.string({ unit: 'grapheme', maxLength: 60 }), url: fc.webUrl({ withFragments: true, withQueryParameters: true }) }) // prettier-ignore
    fc.assert(
      fc.property(reference, ({ title, note, url }) => {
        const whole: Reference = { ...plain, uid: crypto.randomUUID(), key: 'k-1', details: {}, title, note, url }
        const [entry, ...others] = parsedBib(bibEntry(whole))
        expect(others).toEqual([])
        const shown = (text: string): string =>
          text
            .replaceAll(/\s+/gu, ' ')
            .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
            .trim()
        expect(plainTex(entry?.fields['title'] ?? '')).toBe(shown(title))
        expect(plainTex(entry?.fields['annotation'] ?? '')).toBe(shown(note))
        expect(entry?.fields['url'] ?? '').toMatch(/^[A-Za-z0-9\-._/:?#[\]@!$&'()*+,;=%]*$/)
      }),
    )
  })

  test('each kind of source has its type, each date its precision', async () => {
    const db = libraryOf([
      { published: '2025-10-29T14:30+05:00', details: { doi: '10.1234/a.b', pages: '4_6' } },
      { outlet: null, published: '2025', language: 'ur' },
      { outlet: null, url: null, published: null, author: null, note: null, language: 'xx', title: 'Bare' },
    ])
    const keys = db.all<{ uid: string }>('SELECT uid FROM article ORDER BY id').map(({ uid }) => uid.slice(0, 8))
    const { text } = await exported(db, choiceOf('bibtex'))
    const [article, online, misc] = parsedBib(text)
    expect(article).toMatchObject({ type: 'article', key: `kestrelpost2025-${keys[0]}`, fields: { date: '2025-10-29T14:30:00+05:00', langid: 'english', doi: '10.1234/a.b', pages: '4\\_6', author: '{Ilse Tarn} and {Karim Adel}' } }) // prettier-ignore
    expect(online).toMatchObject({ type: 'online', key: `article2025-${keys[1]}`, fields: { date: '2025', langid: 'urdu' } })
    expect(misc).toEqual({ type: 'misc', key: `article-${keys[2]}`, fields: { title: '{Bare}' } })
  })
})

test('BibLaTeX brings metadata back through our own reader', async () => {
  const db = libraryOf([
    ...['2025', '2025-10', '2025-10-29', '2025-10-29T14:30', '2025-10-29T14:30+05:00', null].map((published) => ({ published })),
    ...['ps', 'fa', 'ur', 'zh', 'de'].map((language) => ({ language, author: 'وزارت خارجہ; Ministry and Co. & Sons', title: '100 % -- "so"' })),
    { outlet: null, url: null, details: { section: 'World' } },
  ])
  const { bytes, lost } = await exported(db, choiceOf('bibtex'))
  const { articles } = asArticles(await readFile({ name: 'list.bib', bytes }))
  const stored = db.all('SELECT title, o.name AS outlet, author, published, url, language, note FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id ORDER BY a.id')
  expect(articles.map(({ title, outlet, author, published, url, language, note }) => ({ title, outlet, author, published, url, language, note }))).toEqual(stored)
  expect(lost).toContainEqual({ code: 'references-details', count: 12 })
  expect(lossWords('references-details')).toContain('{count')
}) // prettier-ignore

test('keys are one for each article, and the same whatever else goes out', () => {
  const article = fc.record({ uid: fc.uuid(), outlet: fc.option(fc.string({ unit: 'grapheme', maxLength: 30 })), published: fc.constantFrom(null, '2025', '2025-10-29') }) // prettier-ignore
  fc.assert(
    fc.property(fc.uniqueArray(article, { selector: ({ uid }) => uid, minLength: 1, maxLength: 8 }), (articles) => {
      const keys = citationKeys(articles)
      expect(new Set(keys).size).toBe(articles.length)
      for (const key of keys) expect(key).toMatch(/^[a-z0-9]+-[0-9a-f-]+$/)
      if (new Set(articles.map(({ uid }) => uid.slice(0, 8))).size === articles.length)
        expect(articles.flatMap((one) => citationKeys([one]))).toEqual(keys)
    }),
  )
  const twins = ['11111111-0000-4000-8000-000000000001', '11111111-0000-4000-8000-000000000002']
  expect(citationKeys(twins.map((uid) => ({ uid, outlet: 'Ö-Post', published: '2025' })))).toEqual(twins.map((uid) => `opost2025-${uid}`))
})

test('E14 filters and choices hold, and what is left behind is said', async () => {
  const { library, db } = projectLibrary()
  const { grain } = fill(library)
  const { text, lost } = await exported(db, choiceOf('csl', { filter: { articles: [grain] }, notes: false }))
  expect(JSON.parse(text)).toMatchObject([{ title: 'Grain talks' }])
  expect(text).not.toContain('From the desk')
  expect(lost).toEqual([
    { code: 'references-texts', count: 1 },
    { code: 'references-annotations', count: 1 },
    { code: 'references-notes', count: 1 },
  ])
  for (const { code } of lost) expect(lossWords(code)).toMatch(/\{count/)
  const bib = await exported(db, choiceOf('bibtex', { filter: { articles: [grain] }, notes: false }))
  expect(bib.text).not.toContain('From the desk')
  const none = await exported(db, choiceOf('csl', { filter: { from: '1900-01-01', to: '1900-01-02' } }))
  expect([JSON.parse(none.text), none.lost]).toEqual([[], []])
  const item = cslItem({ ...plain, uid: 'u', key: 'k', details: { ['__proto__']: 'polluted', type: 'constructor' } })
  expect(JSON.stringify(item)).toContain('"article-newspaper"')
})
