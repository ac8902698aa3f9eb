/** The text of an article in a report is the text, whatever is marked in it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layMarks } from '../../../../src/core/exporters/report/marks.ts'
import { canonicalText } from '../../../../src/shared/text/canonical.ts'
import { isCharBoundary } from '../../../../src/shared/text/offsets.ts'
import { annotated, article, one, parse, shownText, statement, tag } from './fixtures.ts'

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'word ',
      '  ',
      '\t',
      '\n',
      '\n\n',
      '&amp;',
      '<b>',
      '</p>',
      '<!--',
      '"',
      '😀',
      'é',
      'e\u0301',
      'پاک',
      'کابل ',
      '停火',
      '\u00a0',
      '\u3000',
      '\u2067',
      ']]>',
      '\u200d',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => canonicalText(parts.join('')).text)
  .filter((made) => made !== '')
const spans = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 })

/** Spans on the boundaries of the text, from arbitrary numbers. */
function within(made: string, wanted: readonly (readonly [number, number])[]): { start: number; end: number }[] {
  return wanted
    .map(([a, b]) => [a % (made.length + 1), b % (made.length + 1)].toSorted((x, y) => x - y))
    .map(([start = 0, end = 0]) => ({ start, end }))
    .filter(({ start, end }) => start < end && isCharBoundary(made, start) && isCharBoundary(made, end))
}

describe('laying marks', () => {
  test('pieces and line ends are the text; every passage opens once, closes once and covers what it says', () => {
    fc.assert(
      fc.property(text, spans, (made, wanted) => {
        const passages = within(made, wanted).map((span, id) => ({ id, ...span }))
        const { paragraphs, hidden, lanes, laneCount } = layMarks(made, passages)
        expect(paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n')).toBe(made)
        const pieces = paragraphs.flatMap((paragraph) => paragraph.pieces)
        for (const { id, start, end } of passages) {
          const covered = pieces
            .filter((piece) => piece.over.includes(id))
            .map((piece) => piece.text)
            .join('')
          expect(covered).toBe(made.slice(start, end).replaceAll('\n', ''))
          const count = hidden.includes(id) ? 0 : 1
          expect(pieces.filter((piece) => piece.opens.includes(id))).toHaveLength(count)
          expect(pieces.filter((piece) => piece.closes.includes(id))).toHaveLength(count)
          expect(lanes.get(id)).toBeLessThan(laneCount)
        }
      }),
    )
  })

  test('overlaps: the shortest lies on top, inner passages close before outer ones', () => {
    const { paragraphs } = layMarks('one two three', [
      { id: 1, start: 0, end: 13 },
      { id: 2, start: 4, end: 7 },
      { id: 3, start: 4, end: 13 },
    ])
    expect(paragraphs[0]?.pieces.map(({ text, over, opens, closes }) => [text, over, opens, closes])).toEqual([
      ['one ', [1], [1], []],
      ['two', [1, 3, 2], [3, 2], [2]],
      [' three', [1, 3], [], [3, 1]],
    ])
  })

  test('what is not text is left out, but for what lies under a passage', () => {
    const made = 'Photo: a quay\n\nTalks went on'
    const { paragraphs } = layMarks(made, [{ id: 4, start: 7, end: 8 }], [{ start: 0, end: 13 }])
    expect(paragraphs.flatMap(({ pieces }) => pieces.map(({ text, isLeftOut }) => [text, isLeftOut]))).toEqual([
      ['Photo: ', true],
      ['a', false],
      [' quay', true],
      ['Talks went on', false],
    ])
  })

  test('numbers count paragraphs, not blank lines', () => {
    const { paragraphs } = layMarks('a\n\n \nb\nc', [])
    expect(paragraphs.map(({ number, spaced }) => [number, spaced])).toEqual([
      [1, true],
      [null, false],
      [null, true],
      [2, true],
      [3, false],
    ])
  })
})

describe('the section of an article', () => {
  test('without notes its text is exactly the article’s, and each note stands once', () => {
    fc.assert(
      fc.property(text, spans, (made, wanted) => {
        const of = article({ text: made })
        const statements = within(made, wanted).map(({ start, end }, index) => statement(of, index + 1, start, end))
        const document = parse(annotated([of], statements))
        expect(shownText(document)).toBe(made)
        for (const { coding } of statements) {
          // What covers nothing one could see is quoted apart.
          const isDrawn = document.querySelector(`#p${coding.id}`) !== null
          expect(document.querySelectorAll(`#${isDrawn ? 'n' : 'q'}${coding.id}`)).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every link inside the report leads somewhere', () => {
    const of = article({ text: 'one two three\nfour five six' })
    const statements = [statement(of, 1, 0, 20), statement(of, 2, 4, 7), statement(of, 3, 4, 13), statement(of, 4, 13, 14)]
    for (const include of [
      { notes: true, coders: true, text: true, table: true },
      { notes: false, coders: false, text: false, table: false },
    ]) {
      const document = parse(annotated([of, article({ id: 2 })], statements, { include }))
      const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '')
      expect(targets.length).toBeGreaterThan(5)
      expect(targets.filter((id) => document.getElementById(id) === null)).toEqual([])
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('overlaps carry a line and a reference each, the background is the shortest one’s', () => {
    const of = article({ text: 'one two three' })
    const threat = tag({ id: 2, letter: 'T', hue: 'vermilion' })
    const document = parse(annotated([of], [statement(of, 1, 0, 13), statement(of, 2, 4, 7, {}, { tag: threat })]))
    const marks = [...document.querySelectorAll('mark')].map((mark) => [mark.textContent, mark.getAttribute('style')])
    expect(marks).toEqual([
      ['one ', '--w:#ffce6f;--l0:#b28200'],
      ['two', '--w:#ffc0ad;--l0:#b28200;--l1:#c73a00'],
      [' three', '--w:#ffce6f;--l0:#b28200'],
    ])
    expect(
      [...document.querySelectorAll('.ref')].map((ref) => [ref.getAttribute('data-ref'), ref.getAttribute('href'), ref.textContent]),
    ).toEqual([
      ['T2', '#n2', ''],
      ['D1', '#n1', ''],
    ])
  })

  test('paragraphs carry their own direction and, where it can be known, their language', () => {
    const of = article({ text: 'کابل\nKabul\n123', language: 'ur', direction: 'rtl' })
    const document = parse(annotated([of], [statement(of, 1, 0, 4)]))
    expect([...document.querySelectorAll('.t')].map((p) => [p.getAttribute('dir'), p.getAttribute('lang')])).toEqual([
      ['rtl', 'ur'],
      ['ltr', ''],
      ['rtl', 'ur'],
    ])
    expect(one(document, '.flow').classList.contains('rtl')).toBe(true)
  })

  test('a passage that the text no longer holds is listed apart with its quote, never drawn', () => {
    const of = article({ text: 'one two three' })
    const moved = statement(of, 2, 0, 3, { quote: 'gone words', end: 10 })
    const older = statement(of, 3, 0, 3, { revisionId: 9 })
    const document = parse(annotated([of], [statement(of, 1, 4, 7), moved, older]))
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['two'])
    expect([...document.querySelectorAll('.article .quote blockquote')].map((quote) => quote.textContent)).toEqual(['gone words', 'one'])
    expect([...document.querySelectorAll('.article .subheading')].map((title) => title.textContent)).toEqual([
      'Passages that are not in this text',
      'Passages of an earlier text',
    ])
  })
})
