/** The words of a report: dates with their precision, every choice of every field, no message missing or left over; and its colours. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { annotationStatusSchema, attributionSchema, confidenceSchema, stanceSchema } from '../../../../src/shared/domain/annotation.ts'
import { credibilitySchema, reliabilitySchema } from '../../../../src/shared/domain/article.ts'
import { hueSchema } from '../../../../src/shared/domain/codebook.ts'
import { clipped, dateText, languageText, periodText } from '../../../../src/core/exporters/report/words.ts'
import { HUES } from '../../../../src/core/exporters/styles/palette.ts'
import { annotated, article, parse, statement } from './fixtures.ts'

describe('words', () => {
  test.each([
    ['2025', '2025', '2025'],
    ['2025-10', 'October 2025', 'Oct 2025'],
    ['2025-03-09', '9 March 2025', '9 Mar 2025'],
    ['2025-10-29T14:30', '29 October 2025, 14:30', '29 Oct 2025'],
    ['2025-10-29T14:30+05:00', '29 October 2025, 14:30 (UTC+05:00)', '29 Oct 2025'],
    ['2025-12-01T00:05-03:30', '1 December 2025, 00:05 (UTC−03:30)', '1 Dec 2025'],
    ['2025-01-01T09:00Z', '1 January 2025, 09:00 (UTC)', '1 Jan 2025'],
  ])('the date %s is as precise as it is given', (date, long, short) => {
    expect([dateText(date), dateText(date, 'short')]).toEqual([long, short])
  })

  test('a period runs from the earliest to the latest day that is meant', () => {
    expect(periodText(['2025-10-29', '2025-11', null, '2025-10-13T18:40+05:00'])).toBe('13 October 2025 – November 2025')
    expect(periodText(['2025-10-29', '2025-10-29T10:00'])).toBe('29 October 2025')
    expect(periodText([null])).toBeNull()
    expect(dateText(null)).toBe('undated')
  })

  test('languages have names, and what is no language tag stays as it is', () => {
    expect(['ur', 'fa-AF', 'zh-Hans', 'not a tag'].map(languageText)).toEqual(['Urdu', 'Dari', 'Simplified Chinese', 'not a tag'])
  })

  test('a long quote is cut between words, or between graphemes where there are none', () => {
    expect(clipped('one two three four', 14)).toBe('one two three…')
    expect(clipped('停火得以延续规则尚待敲定', 6)).toBe('停火得以延续…')
    expect(clipped('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12)).toBe('👨‍👩‍👧‍👦…')
    expect(clipped(' short\n text ', 20)).toBe('short text')
  })

  test('every choice of every field has its word: no key of the locale shows', () => {
    const of = article({ text: 'x'.repeat(40) })
    const choices = z.array(z.string()).parse([...stanceSchema.options])
    const statements = choices.map((_, index) =>
      statement(of, index + 1, index, index + 1, {
        stance: stanceSchema.options[index] ?? null,
        attribution: attributionSchema.options[index] ?? null,
        confidence: confidenceSchema.options[index % 3] ?? null,
        status: annotationStatusSchema.options[index % 3] ?? 'draft',
        reportedBy: ['x'],
        stated: '2025',
        condition: 'x',
        consequence: 'x',
        deadline: 'x',
        translation: 'x',
        note: 'x',
        important: true,
      }),
    )
    const articles = [
      of,
      ...reliabilitySchema.options.map((reliability, index) =>
        article({
          id: index + 2,
          reliability,
          credibility: credibilitySchema.parse(index + 1),
          translatedFrom: 'ur',
          note: 'x',
          original: null,
          published: null,
          url: null,
          outlet: null,
          author: null,
        }),
      ),
    ]
    const filter = { outlets: ['x'], articles: [1, 2], importantOnly: true, storyOnce: true, from: '2025-01-01' }
    const gone = statement(of, 9, 0, 1, { quote: 'gone' })
    const earlier = statement(of, 10, 0, 1, { revisionId: 7, speakerId: null, issueIds: [] }, { speaker: null, issues: [] })
    const none = { notes: false, coders: false, text: false, table: false }
    for (const html of [
      annotated(articles, [...statements, gone, earlier], { filter }),
      annotated(articles, statements, { include: none, quotesOnly: true, filter: { outlets: ['x'], to: '2025-02-01' } }),
      annotated([], []),
    ]) {
      const document = parse(html)
      expect(document.documentElement.textContent).not.toMatch(/report\.[a-z]/)
      for (const label of document.querySelectorAll('[aria-label]'))
        expect(label.getAttribute('aria-label')).not.toMatch(/report\.[a-z]|^$/)
    }
  })

  test('every message of the reports is used', () => {
    const words = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync('resources/locales/en.json', 'utf8')))
    const sources = readSources('src')
    // Either by its whole name, or with one of its parts but the first two filled in.
    const isUsed = (key: string): boolean =>
      sources.includes(`'${key}'`) ||
      key.split('.').some((_, index, parts) => index > 1 && sources.includes(`\`${parts.slice(0, index).join('.')}.\${`))
    expect(Object.keys(words).filter((key) => key.startsWith('report.') && !isUsed(key))).toEqual([])
  })
})

describe('colours', () => {
  test('the palette is the light half of the app’s tokens', () => {
    const css = readFileSync('src/renderer/styles/tags.css', 'utf8')
    const token = (hue: string, part: string): string | undefined =>
      new RegExp(`--hue-${hue}-${part}: light-dark\\((#[0-9a-f]{6}),`).exec(css)?.[1]
    for (const hue of hueSchema.options)
      expect([hue, { bg: token(hue, 'bg'), wash: token(hue, 'wash'), strong: token(hue, 'strong'), ink: token(hue, 'text') }]).toEqual([
        hue,
        HUES[hue],
      ])
  })
})

function readSources(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  return files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n')
}
