/**
 * Report documents for the writers: one with every kind of block and of inline, in five scripts, and small ones around blocks of a test's own. Words of
 * the library can be replaced by hostile ones everywhere at once.
 */
import { foreign, link, paragraph, text } from '../../src/core/exporters/document/inlines.ts'
import type {
  ArticleText,
  Block,
  Cited,
  Figure,
  Inline,
  Note,
  ReportDocument,
  Section,
  Table,
} from '../../src/core/exporters/document/model.ts'
import { layMarks } from '../../src/core/exporters/report/marks.ts'
import type { Span } from '../../src/shared/text/span.ts'

/** What has broken writers before: markup, fields, formulas, Markdown, characters that XML cannot carry, marks of direction left open. */
export const HOSTILE = [
  '</w:t></w:r></w:p><w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  ']]>&amp;&#65;&lt;!--{{7*7}}',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example> www.evil.example a@evil.example',
  '# heading\n- item\n1. item\n> quote\n***\n===\n| a | b |\n|---|---|\n```\ncode',
  '=HYPERLINK("http://evil.example")',
  'nul\0 bell\u0007 escape\u001b noncharacters\ufffe\uffff half\ud800 half\udc00 end',
  'line\u2028separator\u2029paragraph\u0085next\u000bvertical\u000cform',
  '\u202eright to left override \u2067isolate never closed',
] as const

export const UIDS = { article: '0b8f9a52-3f1c-4a7e-9d55-2f6a1c7e8b90', annotation: '7d1e4c3a-92b6-4f08-8a1d-5c9e0b2f6a47' } as const

export const cited = (number: number, home = `q${number}`, hue = 'amber', letter = 'D'): Cited => ({
  number,
  reference: `${letter}${number}`,
  tag: { letter, hue, name: letter === 'D' ? 'Demand' : 'Threat' },
  home,
})

export interface Passage extends Span {
  readonly id: number
  readonly hue?: string
  readonly letter?: string
  readonly words?: string
}

/** An article with its passages; ids of passages are also the numbers of their statements. */
export function articleText(
  title: string,
  words: string,
  passages: readonly Passage[],
  {
    language = 'en',
    direction = 'ltr',
    notText = [],
  }: { language?: string | null; direction?: 'ltr' | 'rtl'; notText?: readonly Span[] } = {},
): ArticleText {
  const note = ({ id, hue, letter, words: said }: Passage): Note => ({
    statement: cited(id, `n${id}`, hue, letter),
    id: `n${id}`,
    passage: `p${id}`,
    head: [foreign('Demand', null, 'strong'), text(' '), { kind: 'intensity', intensity: 4 }],
    lines: [[foreign(said ?? 'Kabul'), text(' → '), foreign('اسلام آباد', 'ur')]],
    translation: { text: said ?? 'Close the camps.', language: 'en' },
    citation: [text(`article 1, ${id}`)],
    coder: id % 2 === 0 ? null : 'Amina Siddiqui',
  })
  return {
    kind: 'article-text',
    title,
    language,
    direction,
    marked: layMarks(words, passages, notText),
    notes: new Map(passages.map((passage) => [passage.id, note(passage)])),
  }
}

/** A document around these sections. */
export const documentOf = (sections: readonly Section[], more: Partial<ReportDocument> = {}): ReportDocument => ({
  kind: 'briefing',
  title: 'What the parties want',
  titleLanguage: null,
  subtitle: null,
  libraryName: 'Talks',
  asOf: '2026-01-15',
  look: { house: '', logo: null, banner: '', pageSize: 'a4' },
  cover: null,
  hasContents: true,
  sections,
  appendix: [],
  ...more,
})

export const section = (id: string, heading: string, blocks: readonly Block[], more: Partial<Section> = {}): Section => ({
  id,
  heading: [foreign(heading)],
  blocks,
  ...more,
})

export const URDU = 'کابل نے کہا کہ سرحد کھولی جائے۔ یہ مطالبہ 26 اکتوبر کو دہرایا گیا۔'
export const DARI = 'کابل گفت که مرز باید باز شود؛ مذاکرات ادامه می‌یابد.'
export const CHINESE = '喀布尔方面表示：“边境必须重新开放”，谈判将继续。'
export const HINDI = 'काबुल ने कहा कि सीमा खोली जानी चाहिए।'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="160" viewBox="0 0 400 160"><rect x="10" y="20" width="200" height="30" fill="#1f4a86"/><text x="10" y="90" font-size="14">Pakistan</text></svg>'
/** One pixel. */
const LOGO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** A table with a head of two lines, a tree of rows, tones and numbers. */
export const tableOf = (id: string, words: string, look: Table['look'] = 'plain'): Table => ({
  kind: 'table',
  id,
  caption: [text('Who says what: '), foreign(words)],
  label: 'Who says what',
  columns: [
    { head: [text('Issue', 'strong'), { kind: 'break' }, text('and beneath it')], share: 2 },
    { head: [foreign(words)] },
    { head: [text('Count')], align: 'end' },
  ],
  rows: [
    {
      id: `${id}-1`,
      cells: [{ blocks: [paragraph([foreign('Border')])] }, { blocks: [], tone: 'silent' }, { blocks: [paragraph([text('12')])] }],
    },
    {
      depth: 1,
      cells: [
        { blocks: [paragraph([foreign('Gates')])], tone: 'new' },
        { blocks: [paragraph([{ kind: 'stance', stance: 'opposes' }]), paragraph([foreign(words)], 'quoted')] },
        { blocks: [paragraph([text('3')])], tone: 'warn' },
      ],
    },
  ],
  look,
})

export const figureOf = (id: string): Figure => ({
  kind: 'figure',
  id,
  caption: [text('Statements by party')],
  description: 'Pakistan has most statements.',
  svg: SVG,
  width: 400,
  height: 160,
  table: tableOf(`${id}-table`, 'Pakistan'),
})

/** Everything there is, once. `words`: what the library says wherever it says something in English. */
export function everything(words = 'Kabul wants the gates open'): ReportDocument {
  const line: readonly Inline[] = [
    text('Ours, '),
    text('strong', 'strong'),
    text(' and '),
    text('slanted', 'emphasis'),
    text(' and muted', 'muted'),
    text(' and '),
    text('code', 'code'),
    text('. Theirs: '),
    foreign(words, 'en'),
    text(', '),
    foreign('نیا ساحل', 'ur', 'strong'),
    text(', 26 Oct 2025, '),
    foreign('停火', 'zh'),
    text(', '),
    foreign(words, null, 'emphasis'),
    { kind: 'break' },
    link({ web: 'https://example.invalid/a?b=1&c=(2)|3' }, foreign('Dawn')),
    text(' '),
    link({ web: ['javascript', 'alert(1)'].join(':') }, foreign('no link')),
    text(' '),
    link({ web: words }, foreign(words)),
    text(' '),
    link({ passage: { articleUid: UIDS.article, annotationUid: UIDS.annotation } }, text('in Parley')),
    text(' '),
    link({ place: 'second' }, text('second section')),
    text(' '),
    link({ place: 'nowhere' }, text('lost')),
    text(' '),
    { kind: 'reference', statement: cited(1), look: 'chip' },
    { kind: 'reference', statement: cited(1), place: 's1', look: 'raised' },
    text(' '),
    { kind: 'letter', tag: cited(1).tag },
    text(' '),
    { kind: 'stance', stance: 'conditional' },
    text(' '),
    { kind: 'intensity', intensity: 3 },
    text(' '),
    { kind: 'mark', text: 'New', tone: 'new' },
    { kind: 'mark', text: 'overdue', tone: 'warn' },
    { kind: 'mark', text: 'earlier', tone: 'quiet' },
  ]
  const looks = ['lead', 'empty', 'small', 'byline', 'citation', 'record', 'quoted'] as const
  const inner: Block[] = [
    paragraph(line),
    ...looks.map((look) => paragraph([foreign(`${look}: ${words}`)], look)),
    { kind: 'subheading', content: [foreign(words)] },
    paragraph([foreign(URDU, 'ur')]),
    {
      kind: 'list',
      ordered: false,
      items: [
        { id: 'i1', blocks: [paragraph([foreign(words)]), paragraph([text('again')])] },
        { blocks: [{ kind: 'list', ordered: true, items: [{ blocks: [paragraph([text('deep')])] }] }] },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [{ id: 's1', blocks: [paragraph([foreign('Dawn')])] }, { blocks: [paragraph([foreign(DARI, 'fa')])] }],
    },
    { kind: 'facts', facts: [{ label: 'Covers', content: [foreign(words), { kind: 'break' }, foreign('اسلام آباد', 'ur')] }] },
    tableOf('t1', words),
    tableOf('t2', URDU, 'matrix'),
    tableOf('t3', CHINESE, 'coding'),
  ]
  const quote: Block = {
    kind: 'quote',
    id: 'q1',
    statement: cited(1),
    place: 's1',
    head: [foreign('Demand', null, 'strong'), text(' '), { kind: 'intensity', intensity: 3 }],
    quote: { text: URDU, language: 'ur' },
    translation: { text: words, language: 'en' },
    lines: [[foreign('Kabul', null, 'strong'), text(' → '), foreign(words)]],
    citation: [
      link({ web: 'https://example.invalid/a' }, foreign('نیا ساحل', 'ur')),
      text(', 26 Oct 2025, '),
      link({ place: 's1' }, text('article 3, 12–40')),
    ],
  }
  const english = `${words}\n\nThe ministry said so. It said it twice.\nAnd once more.`
  const at = english.indexOf('The ministry')
  return documentOf(
    [
      section('first', words, inner, {
        aside: 'نیا ساحل, 12 statements',
        sections: [
          section('inner', URDU, [quote, { ...quote, id: null }], {
            sections: [section('deepest', 'Deepest', [paragraph([text('down here')])])],
          }),
        ],
      }),
      section(
        'second',
        'Second',
        [
          {
            kind: 'columns',
            columns: [
              { id: 'c1', head: [foreign(words)], blocks: [quote] },
              { head: [text('Two')], blocks: [tableOf('t4', words)] },
              { head: [text('Three')], blocks: [] },
            ],
          },
          { kind: 'columns', columns: [{ head: [text('Alone')], blocks: [paragraph([foreign(words)])] }] },
          { kind: 'group', id: 'g1', blocks: [figureOf('f1'), paragraph([foreign(HINDI, 'hi'), text(' '), foreign(CHINESE, 'zh')])] },
        ],
        { page: true, look: 'own' },
      ),
      section('articles', 'Articles', [
        articleText(
          words,
          english,
          [
            { id: 11, start: at, end: at + 40, words },
            { id: 12, start: at + 4, end: at + 21, hue: 'vermilion', letter: 'T' },
            { id: 13, start: at + 4, end: at + 12, hue: 'blue', letter: 'P' },
            { id: 14, start: at + 4, end: at + 7, hue: 'teal', letter: 'G' },
          ],
          { notText: [{ start: english.length - 9, end: english.length }] },
        ),
        articleText('اردو', `${URDU}\nUNAMA said so.`, [{ id: 15, start: 0, end: 20 }], { language: 'ur', direction: 'rtl' }),
        articleText('中文', CHINESE, [{ id: 16, start: 8, end: 18 }], { language: 'zh' }),
      ]),
    ],
    {
      subtitle: words,
      look: { house: 'Institute', logo: { mediaType: 'image/png', base64: LOGO }, banner: 'Restricted', pageSize: 'letter' },
      cover: {
        kicker: 'Briefing',
        numbers: [
          { value: 8, label: 'articles' },
          { value: 113, label: 'annotations' },
        ],
        facts: [{ label: 'Covers', content: [foreign(words)] }],
      },
      appendix: [section('sources', 'Sources', [paragraph([text('No more.')])])],
    },
  )
}
