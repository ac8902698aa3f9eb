/** OpenDocument texts, by the same rules as Word documents. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import { odt } from '../../../../fixtures/import-office/odt.ts'
import { corpus } from '../../../shared/text/corpus.ts'
import { problemOf, readArticle } from './reading.ts'

const of = (...pieces: Parameters<typeof odt>): Promise<Awaited<ReturnType<typeof readArticle>>> => readArticle('talks.odt', odt(...pieces))
const p = (text: string, style = ''): string => `<text:p${style && ` text:style-name="${style}"`}>${text}</text:p>`

test('paragraphs, headings, blanks that count, tabs and line ends', async () => {
  const { text, article, format } = await of(
    `<text:h text:outline-level="1">Talks resume</text:h>${p('')}${p('The  first\n round<text:s text:c="3"/>ended<text:tab/>today.<text:line-break/><text:span>Nobody</text:span> spoke.')}`,
  )
  expect(format).toBe('odt')
  expect(text).toBe('Talks resume\n\nThe first round   ended\ttoday.\nNobody spoke.')
  expect(article.title).toBe('Talks resume')
})

test('numbers of lists and headings are in the text; lists that go on go on counting', async () => {
  const level = (at: number, format: string, shown = 1): string =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="." text:display-levels="${shown}"/>`
  const item = (...inside: string[]): string => `<text:list-item>${inside.join('')}</text:list-item>`
  const list = (inside: string, more = ''): string => `<text:list text:style-name="L1"${more}>${inside}</text:list>`
  const { text } = await of(
    list(item(p('one'), `<text:list>${item(p('deeper'))}${item(p('again'), p('second paragraph'))}</text:list>`) + item(p('two'))) +
      p('Between') +
      list(item(p('three')), ' text:continue-numbering="true"') +
      `<text:list text:style-name="L2">${item(p('dot'))}</text:list>` +
      '<text:h text:outline-level="2">Numbered heading</text:h>',
    `<text:list-style style:name="L1">${level(1, '1')}${level(2, 'a', 2)}</text:list-style>` +
      '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="*"/></text:list-style>',
    '<text:outline-style><text:outline-level-style text:level="2" style:num-format="I" style:num-suffix=")"/></text:outline-style>',
  )
  expect(text.split(/\n+/)).toEqual([
    '1. one',
    '1.a. deeper',
    '1.b. again',
    'second paragraph',
    '2. two',
    'Between',
    '3. three',
    '• dot',
    'I) Numbered heading',
  ])
})

test('tables, notes and text boxes', async () => {
  const cell = (text: string): string => `<table:table-cell>${p(text)}</table:table-cell>`
  const note = (kind: string, text: string): string =>
    `<text:note text:note-class="${kind}"><text:note-citation>9</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
  const { text } = await of(
    `<table:table><table:table-row>${cell('Party')}${cell('Votes')}</table:table-row><table:table-row>${cell('North')}${cell('12')}</table:table-row></table:table>` +
      p(
        `Said${note('footnote', 'In private.')} twice${note('endnote', 'Later.')}.<draw:frame><draw:text-box>${p('In the box')}</draw:text-box></draw:frame>`,
      ),
  )
  expect(text).toBe('Party\tVotes\nNorth\t12\n\nSaid[1] twice[i].\n\nIn the box\n\n[1] In private.\n[i] Later.')
})

test('deletions, comments, hidden text, heads and feet are out and counted', async () => {
  const { text, lost } = await of(
    `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>` +
      p(
        'Seen<office:annotation><dc:creator>A</dc:creator><text:p>a comment</text:p></office:annotation><text:span text:style-name="T1"> hidden</text:span> here',
      ) +
      p('hidden by its style', 'P2') +
      `<text:section text:display="none">${p('hidden section')}</text:section>` +
      p('<draw:frame><draw:image xlink:href="file:///etc/passwd"/><svg:title>words of a picture</svg:title></draw:frame>') +
      p('<text:a xlink:href="javascript:alert(1)">a link</text:a>'),
    '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>',
    '<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>' +
      '<style:master-page><style:header><text:p>Running head</text:p></style:header></style:master-page>',
  )
  expect(text).toBe('Seen here\n\na link')
  expect(lost).toEqual({ deleted: 1, comments: 1, hidden: 3, pictures: 1, links: 1, headersFooters: 1 })
})

test('what it says about itself', async () => {
  const meta =
    '<dc:title>Statement on the border</dc:title><meta:initial-creator>Ada Green</meta:initial-creator><dc:creator>Bo Typist</dc:creator>' +
    '<meta:creation-date>2025-10-29T08:00:00.123</meta:creation-date><meta:keyword>border</meta:keyword><dc:language>en-GB</dc:language>'
  const { article } = await of(p('A statement by the ministry.'), '', '', meta)
  expect(article).toMatchObject({
    title: 'Statement on the border',
    author: 'Ada Green',
    details: { created: '2025-10-29T08:00:00', keywords: 'border' },
  })
})

test.each([
  ['locked with a password', { 'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>' }, 'format encrypted'],
  ['with a declared document type', { 'content.xml': '<!DOCTYPE a><a/>' }, 'unsafe doctype'],
  ['whose text is no XML', { 'content.xml': 'nothing' }, 'damaged xml'],
])('a document %s is refused', async (_, files, problem) => {
  expect(await problemOf('x.odt', odt(p('x'), '', '', '', files))).toBe(problem)
})

test('no document makes the reader throw', async () => {
  const names = [
    'text:p',
    'text:h',
    'text:list',
    'text:list-item',
    'text:span',
    'text:note',
    'text:s',
    'table:table',
    'table:table-row',
    'table:table-cell',
  ]
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('word', ' ', ''),
      fc
        .tuple(fc.constantFrom(...names), fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, inside]) => `<${name} text:c="2">${inside.join('')}</${name}>`),
    ),
  })).node
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (body) => {
      expect(['articles', 'problem']).toContain((await readFile({ name: 'x.odt', bytes: odt(body.join('')) })).kind)
    }),
    { numRuns: 40 },
  )
})

describe.skipIf(!corpus)('real files', () => {
  test('a document of LibreOffice', async () => {
    const bytes = new Uint8Array(readFileSync(join(corpus ?? '', 'pdf/002-trivial-libre-office-writer/source.odt')))
    const { text, lost, article } = await readArticle('source.odt', bytes)
    expect(text).toMatch(/^Lorem ipsum dolor sit amet, .* Lorem ipsum dolor sit amet\.$/)
    expect(text).toHaveLength(591)
    expect(lost).toEqual({})
    expect(article.details).toEqual({ created: '2022-04-03T19:29:38', modified: '2022-04-03T19:30:31' })
  })
})
