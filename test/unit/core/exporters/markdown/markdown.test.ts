/**
 * Markdown: what a report becomes, and that no word of the library can become anything but words. There is no parser of ours to ask, so the oracle is
 * stricter than one: once escaped signs are taken away, nothing is left that CommonMark or GitHub could read as markup.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreign, paragraph, text } from '../../../../../src/core/exporters/document/inlines.ts'
import type { Block } from '../../../../../src/core/exporters/document/model.ts'
import { writeMarkdown } from '../../../../../src/core/exporters/markdown/index.ts'
import {
  articleText,
  CHINESE,
  cited,
  documentOf,
  everything,
  HOSTILE,
  section,
  tableOf,
  URDU,
} from '../../../../helpers/report-document.ts'

/** The lines beneath the one heading. */
function bodyOf(blocks: readonly Block[]): string {
  const markdown = writeMarkdown(documentOf([section('a', 'Head', blocks)], { hasContents: false }))
  return markdown.slice(markdown.indexOf('## Head') + '## Head'.length).trim()
}

/** A backslash before ASCII punctuation is that sign; § stands for it here. */
const bare = (markdown: string): string => markdown.replace(/\\[!-/:-@[-`{-~]/g, '§')

function expectOnlyWords(markdown: string): void {
  const shown = bare(markdown)
  expect(shown).not.toMatch(/[<>[\]`*_~|&#^$]/)
  // A backslash that is left breaks a line, and stands at its end.
  expect(shown.replace(/\\(?=\n)/g, '')).not.toContain('\\')
  for (const line of shown.split('\n')) {
    expect(line).not.toMatch(/^(?: {4}|\t)/)
    expect(line).not.toMatch(/^ {0,3}(?:[-+](?:\s|$)|\d{1,9}[.)](?:\s|$)|-{2,}|={1,}|:-)/)
  }
  expect(shown).not.toMatch(/www\.|[\w§]:\/\/|[\w.+§-]@[\w-]/i)
  expect(shown).not.toMatch(/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]/)
  expect(shown.isWellFormed()).toBe(true)
}

const SIGNS = [
  ...Array.from('\\`*_{}[]<>()#+-.!|~^=:@&$"\'/;,'),
  '\n',
  '\n\n',
  '\t',
  '    ',
  ' ',
  '1.',
  '12) ',
  '---',
  '===',
  '```',
  '~~~',
  'www.',
  'http://',
  'a@b.c',
  'مرز',
  '停',
  'x',
  '\u202e',
  '\u2067',
  '\ufffe',
  '\0',
  '\r',
  '\u2028',
]
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary' }),
)

test('words of the library stay words in a paragraph', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      expectOnlyWords(bodyOf([paragraph([foreign(one), text(' '), foreign(two, 'ur'), text(one)])]))
    }),
  )
})

test('words of the library cannot leave their cell, their heading or their line of a list', () => {
  fc.assert(
    fc.property(hostileText, (words) => {
      const [caption, , ...rows] = bodyOf([tableOf('t', words)]).split('\n')
      expect(caption).toBeDefined()
      expect(rows).toHaveLength(4)
      // The bars of the table itself: one before each cell and one behind the last.
      for (const row of rows) expect(bare(row).split('|')).toHaveLength(5)
      const heading = writeMarkdown(documentOf([section('a', words, [])], { hasContents: false }))
        .trimEnd()
        .split('\n')
        .slice(2)
      expect(heading.filter((line) => line !== '')).toHaveLength(1)
    }),
  )
})

test('marks of direction that the library leaves open are closed before our own words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('\u202a', '\u202e', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069', 'a', 'م'), { maxLength: 20 }),
      (chars) => {
        const open: string[] = []
        for (const char of bodyOf([paragraph([foreign(chars.join('')), text('end')])])) {
          if ('\u202a\u202b\u202d\u202e'.includes(char)) open.push('\u202c')
          else if ('\u2066\u2067\u2068'.includes(char)) open.push('\u2069')
          else if (char === '\u202c' || char === '\u2069') expect(open.pop()).toBe(char)
          else if (char === 'e') expect(open).toEqual([])
        }
        expect(open).toEqual([])
      },
    ),
  )
})

test('E14 the same document gives the same text, and every note that is cited is there once', () => {
  const markdown = writeMarkdown(everything())
  expect(writeMarkdown(everything())).toBe(markdown)
  const cites = new Set([...markdown.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number))
  const defined = [...markdown.matchAll(/^\[\^(\d+)\]: ./gm)].map(([, number]) => number)
  expect(defined).toEqual([...new Set(defined)])
  expect(new Set(defined)).toEqual(cites)
  expect(bare(markdown)).not.toMatch(/<[a-z/!]|\ufffe|\uffff|!\[/i)
})

test('links lead to web addresses, passages and headings, and nowhere else', () => {
  const markdown = writeMarkdown(everything(HOSTILE.join('\n')))
  const targets = [...bare(markdown).matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target ?? '')
  const headings = new Set(targets.filter((target) => target.startsWith('#')))
  expect(headings).toContain('#second')
  for (const target of targets)
    expect(target).toMatch(/^(#|https:\/\/example\.invalid\/a(\?b=1&c=%282%29%7C3)?$|parley:\/\/passage\/[0-9a-f/-]+$)/)
})

test('quotes with their translation, citations as notes', () => {
  const markdown = bodyOf([
    {
      kind: 'quote',
      id: 'q1',
      statement: cited(1),
      place: 'nowhere',
      head: [text('Demand', 'strong')],
      quote: { text: `${URDU}\n\n- two`, language: 'ur' },
      translation: { text: 'Open the border.', language: 'en' },
      lines: [[text('Kabul → Pakistan')], [text('direct quote')]],
      citation: [foreign('نیا ساحل', 'ur'), text(', 26 Oct 2025')],
    },
  ])
  expect(markdown).toBe(
    `**D1** **Demand** [^1]\n\n> \u2068${URDU}\u2069\n>\n> \\- two\n>\n> Translation: *Open the border.*\n\nKabul → Pakistan\\\ndirect quote\n\n[^1]: \u2068نیا ساحل\u2069, 26 Oct 2025`,
  )
})

test('highlights are bold beside any letter, and their notes come where they end', () => {
  const at = CHINESE.indexOf('“')
  const [shown = ''] = bodyOf([
    articleText(
      'T',
      CHINESE,
      [
        { id: 1, start: at, end: at + 10 },
        { id: 2, start: at + 2, end: at + 4 },
      ],
      { language: 'zh' },
    ),
  ]).split('\n')
  expect(shown).toBe('喀布尔方面表示：**“边境必**[^2]**须重新开放”**[^1]，谈判将继续。')
  const [english] = bodyOf([articleText('T', 'He said“stop it”then left.', [{ id: 1, start: 7, end: 16 }])]).split('\n')
  expect(english).toBe('He said**\u2060“stop it”**[^1]then left.')
  const [blank] = bodyOf([articleText('T', 'one two three', [{ id: 1, start: 3, end: 8 }])]).split('\n')
  expect(blank).toBe('one **two** [^1]three')
})
