/** Markdown as plain text, and what front matter says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectFormat } from '../../../../../src/core/importers/detect.ts'
import { frontMatter } from '../../../../../src/core/importers/text/front-matter.ts'
import { markdownText } from '../../../../../src/core/importers/text/markdown-text.ts'
import { read } from '../../../../../src/core/importers/text/read-markdown.ts'
import type { FoundArticle } from '../../../../../src/core/importers/types.ts'
import { canonicalText } from '../../../../../src/shared/text/canonical.ts'
import { bytesOf } from '../fixtures.ts'

const articleOf = async (source: string): Promise<FoundArticle> => {
  const reading = await read({ name: 'a.md', bytes: bytesOf(source) })
  const first = reading.kind === 'articles' ? reading.articles[0] : undefined
  if (!first) throw new Error(JSON.stringify(reading))
  return first
}

describe('the text', () => {
  test.each<[what: string, source: string, text: string]>([
    ['headings of both kinds', '# One #\n\nText\n\nTwo\n===\nMore\n\n#hashtag stays', 'One\n\nText\n\nTwo\n\nMore\n\n#hashtag stays'],
    ['emphasis', 'The **Council** *demands* that __all__ _ferries_ ***stop*** ~~now~~.', 'The Council demands that all ferries stop now.'],
    ['marks that are none', '2 * 3 * 4, snake_case_name, 5 ** 2 and \\*stars\\*', '2 * 3 * 4, snake_case_name, 5 ** 2 and *stars*'],
    ['links', '[Dawn](https://x.org/a_(b) "t"), [two][ref], <https://x.org/y>\n\n[ref]: https://x.org', 'Dawn, two, https://x.org/y'],
    ['a picture in a link', '[![A ferry](f.png)](https://x.org)', 'A ferry'],
    ['code', 'Say `a*b*c`.\n\n```\nlet *x*\n```', 'Say a*b*c.\n\nlet *x*'],
    ['lists', '1. one\n2. two\n   wrapped\n\n* three\n- [x] four', '1. one\n2. two wrapped\n\n- three\n- four'],
    ['quotations', '> quoted\n> further', 'quoted further'],
    ['tables', '| a | b |\n|---|:-:|\n| 1 \\| 2 | **3** |', 'a\tb\n1 | 2\t3'],
    ['breaks', 'one  \ntwo\\\nthree\nfour', 'one\ntwo\nthree four'],
    ['wrapped Chinese', '停火\n协议', '停火协议'],
    ['rules, comments and tags', 'a\n\n***\n\nb <!-- not\n\nthis --> c<br>d <em>e</em>', 'a\n\nb  c\nd e'],
    ['entities', 'A &amp; B &#8211; C &lt;em&gt; &unknown;', 'A & B – C <em> &unknown;'],
    ['footnotes', 'Said[^1].\n\n[^1]: By the council.', 'Said[1].\n\n[1] By the council.'],
  ])('of %s', (_, source, text) => {
    expect(markdownText(source).text).toBe(text)
  })

  test('descriptions of pictures are told apart where they stand', () => {
    const { text, captions } = markdownText('Before ![A **ferry**](f.png) after')
    expect(captions.map(({ start, end }) => text.slice(start, end))).toEqual(['A ferry'])
  })

  test('nothing makes it throw or leaves its own marks behind, and captions lie in the text', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '#',
      '\n',
      '> ',
      '- ',
      '|',
      '---',
      '<',
      '>',
      '<!--',
      '-->',
      'word',
      ' ',
      '\\',
      '停',
      '~~',
      '&amp;',
      '=',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { text, captions } = markdownText(canonicalText(pieces.join('')).text)
        expect(text).not.toMatch(/[\x01-\x04]/)
        for (const { start, end } of captions) expect(start < end && end <= text.length).toBe(true)
      }),
    )
  })

  test.each(['[', '*', '_', '`', '<', '![', '> ', '<!--', '**a', '&', '|', '[a](', '\\'])('a megabyte of %j ends', (piece) => {
    expect(typeof markdownText(piece.repeat(1_000_000 / piece.length)).text).toBe('string')
  })
})

describe('front matter', () => {
  test('fills the metadata; what has no place becomes details', async () => {
    const found = await articleOf(
      '---\ntitle: "Ferry talks: day 3"\nauthors:\n  - Mira Sol\n  - name: Lev Dam\ndate: 2025-10-29T14:30:00+05:00\nsource: https://example.org/a\nsite: Harbour Post\nlang: en_GB\ntags: [ferry, "strait, west"]\nmood: calm\n# a comment\n---\n# Heading\n\nThe talks went on.',
    )
    expect(found).toMatchObject({
      title: 'Ferry talks: day 3',
      author: 'Mira Sol, Lev Dam',
      published: '2025-10-29T14:30+05:00',
      url: 'https://example.org/a',
      outlet: 'Harbour Post',
      language: 'en-GB',
      text: 'Heading\n\nThe talks went on.',
      details: { keywords: 'ferry; strait, west', mood: 'calm' },
    })
  })

  test('of site builders is read too, and a first heading is the title where none is given', async () => {
    expect(await articleOf('+++\ndate = "2025-10"\n+++\n\n# Ferry *talks*\n\nText.')).toMatchObject({
      published: '2025-10',
      title: 'Ferry talks',
    })
  })

  test('that is none stays text', () => {
    for (const source of ['---\nNo names here\n---\n', '--- a\ntitle: x\n---', '---\ntitle: x\nnever closed', 'text\n---\ntitle: x\n---'])
      expect(frontMatter(source).length).toBe(0)
  })
})

test('D17 Markdown is known by its front matter or its name, and nothing else is taken for it', () => {
  expect(detectFormat('a.md', bytesOf('Plain words'))).toEqual({ id: 'markdown' })
  expect(detectFormat('a.txt', bytesOf('---\ntitle: x\n---\nText'))).toEqual({ id: 'markdown' })
  expect(detectFormat('a.txt', bytesOf('# A heading\n\nText'))).toBe('plain-text')
  expect(detectFormat('a.md', bytesOf('%PDF-1.7'))).not.toEqual({ id: 'markdown' })
  expect(detectFormat('a.md', bytesOf('<!doctype html><p>x'))).not.toEqual({ id: 'markdown' })
})

test('a file without words has no text', async () => {
  expect(await read({ name: 'a.md', bytes: bytesOf('---\ntitle: x\n---\n\n***\n') })).toMatchObject({ problem: { code: 'no-text' } })
})
