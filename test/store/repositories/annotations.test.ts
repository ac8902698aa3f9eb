/** Annotations: a quote is what stands at its offsets, in every script; what does not fit is refused; drift is found and never moved. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnchors } from '../../../src/core/store/anchor-check.ts'
import { annotationById, insertAnnotation, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { revisionText } from '../../../src/core/store/revisions.ts'
import { openLibraryFile, type LibraryFile } from '../../../src/core/store/library-file.ts'
import { outsider } from '../helpers/engine.ts'
import { closedLater, dump, options } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote } from './library.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Whether a range is a passage: in the text, of whole characters as a reader takes them, and not of white space alone. */
function isPassage(text: string, start: number, end: number): boolean {
  const edges = [...graphemes.segment(text)].map(({ index }) => index)
  const isEdge = (offset: number): boolean => offset === text.length || edges.includes(offset)
  return start < end && end <= text.length && isEdge(start) && isEdge(end) && text.slice(start, end).trim() !== ''
}

const textOf = (library: LibraryFile, articleId: number): string =>
  revisionText(library.read, library.read.value<number>('SELECT revision_id FROM article WHERE id = ?', [articleId]))

/** Text as files bring it → passages in it, as the stored text has them. */
const SCRIPTS: [name: string, source: string, passages: string[]][] = [
  ['emoji and flags', 'Talks 🕊️ in 🇶🇦 Doha 🇵🇰–🇦🇫 went 👍🏽.', ['🕊️', '🇶🇦 Doha', '🇵🇰–🇦🇫', '👍🏽']],
  ['ZWJ families', 'The 👨‍👩‍👧‍👦 fled; the 👩🏽‍⚖️ ruled.', ['👨‍👩‍👧‍👦', '👩🏽‍⚖️ ruled']],
  ['combining marks', 'Cafe\u0301 against Café, a\u0328\u0301 and क\u093c.', ['Cafe\u0301', 'Café', 'a\u0328\u0301', 'क\u093c']],
  ['Arabic', 'قال الوزير: «نُطالِبُ بوقف إطلاق النار» في الدوحة.', ['نُطالِبُ', 'وقف إطلاق النار', '«نُطالِبُ بوقف']],
  ['Urdu with joiners', 'وزیر نے کہا: ہم مطالبہ کرتے ہیں می\u200cشود ۲۰۲۵ء۔', ['مطالبہ کرتے', 'می\u200cشود', '۲۰۲۵ء']],
  ['Hebrew with points and marks', 'אָמַר הַשַּׂר: "אנחנו דורשים" \u200eTTP\u200f.', ['הַשַּׂר', '"אנחנו דורשים"', '\u200eTTP\u200f']],
  ['Devanagari', 'मंत्री ने कहा कि क्षत्रिय ज़मीन नहीं छोड़ेंगे।', ['क्षत्रिय', 'ज़मीन', 'छोड़ेंगे।']],
  ['CJK, extension B too', '外交部：𠮷田𩸽要求“停火”，𪚥。', ['𠮷田𩸽', '要求“停火”', '𪚥']],
  ['CRLF and CR', 'One line\r\nTwo lines\rThree\u2028Four\u0085Five', ['line\nTwo', 'lines\nThree', 'Four\nFive']],
  ['a byte order mark', '\ufeffThe talks began.', ['The', 'talks']],
  [
    'NBSP and soft hyphens',
    'Le\u00a0ministre\u202f: «\u00a0non\u00a0», déli\u00adbé\u00adra\u00adtion',
    ['Le\u00a0ministre', '«\u00a0non\u00a0»', 'déli\u00adbé\u00adra\u00adtion'],
  ],
  ['control characters', 'They\u0000 de\u0007mand\u001b peace', ['They demand', 'peace']],
]

describe('G1 the stored quote is what stands at the offsets', () => {
  test.each(SCRIPTS)('%s', (_, source, passages) => {
    const library = codedLibrary()
    const article = step(library, (db) => putArticle(db, source))
    const text = textOf(library, article)
    for (const passage of passages) {
      const { start, end, quote, prefix, suffix } = annotationById(
        library.read,
        step(library, (db, context) => tagQuote(db, context, article, passage)),
      )
      expect(quote).toBe(passage)
      expect(text.slice(start, end)).toBe(quote)
      expect(text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix)).toBe(true)
      expect([prefix, quote, suffix].every((part) => part.isWellFormed())).toBe(true)
    }
    expect(checkAnchors(library.read)).toEqual([])
    expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  })

  test('for any range of all of them; a range that is none, or has an edge inside a pair, is refused and leaves no row', () => {
    const library = codedLibrary()
    const article = step(library, (db) => putArticle(db, SCRIPTS.map(([, source]) => source).join('\n')))
    const text = textOf(library, article)
    const edge = fc.integer({ min: 0, max: text.length + 3 })
    fc.assert(
      fc.property(edge, edge, (start, end) => {
        const make = (): number =>
          step(library, (db, context) => insertAnnotation(db, { articleId: article, start, end, tag: 'threat' }, context))
        if (isPassage(text, start, end)) {
          expect(annotationById(library.read, make())).toMatchObject({ start, end, quote: text.slice(start, end) })
          library.undo()
        } else {
          expect(refusal(make)).toMatchObject({ code: 'range-invalid', details: { start, end, length: text.length } })
        }
        expect(library.read.value('SELECT count(*) FROM annotation')).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('after an edge was moved to anywhere it fits; where it does not, everything stays', () => {
    const library = codedLibrary()
    const article = step(library, (db) => putArticle(db, SCRIPTS.map(([, source]) => source).join('\n')))
    const text = textOf(library, article)
    const id = step(library, (db, context) => tagQuote(db, context, article, 'Doha', { note: 'kept', speaker: 'Kabul', issues: ['A › B'] }))
    const same = annotationById(library.read, id)
    const edge = fc.option(fc.integer({ min: 0, max: text.length + 3 }), { nil: undefined })
    fc.assert(
      fc.property(edge, edge, (start, end) => {
        const before = annotationById(library.read, id)
        const [from, to] = [start ?? before.start, end ?? before.end]
        const fits = isPassage(text, from, to)
        const move = (): void => step(library, (db, context) => updateAnnotation(db, id, { start, end }, context))
        if (fits) move()
        else expect(refusal(move)).toMatchObject({ code: 'range-invalid' })
        const now = annotationById(library.read, id)
        expect(now.quote).toBe(text.slice(now.start, now.end))
        expect([now.start, now.end]).toEqual(fits ? [from, to] : [before.start, before.end])
        expect(now).toMatchObject({
          note: 'kept',
          speakerId: same.speakerId,
          issueIds: same.issueIds,
          uid: same.uid,
          revisionId: same.revisionId,
        })
      }),
      { numRuns: 150 },
    )
    expect(checkAnchors(library.read)).toEqual([])
  })
})

describe('G4 planted drift', () => {
  test.each([
    ['another quote', `UPDATE annotation SET quote = 'They demxnd' WHERE id = 2`, 'quote'],
    ['other offsets', 'UPDATE annotation SET start_u16 = start_u16 + 1, end_u16 = end_u16 + 1 WHERE id = 2', 'quote'],
    ['an end behind the text', 'UPDATE annotation SET end_u16 = 100000 WHERE id = 2', 'range'],
    ['another prefix', `UPDATE annotation SET prefix = 'We say: ' WHERE id = 2`, 'context'],
    ['another suffix', `UPDATE annotation SET suffix = '' WHERE id = 2`, 'context'],
    ['an edge inside a pair', 'UPDATE annotation SET start_u16 = 1 WHERE id = 2', 'range'],
  ])('%s is found, named, and never moved', (_, sql, problem) => {
    const library = codedLibrary()
    step(library, (db, context) => {
      const article = putArticle(db, '🕊 Today they said: They demand that the crossing opens, and they demand it now.')
      for (const quote of ['Today', 'They demand', 'opens']) tagQuote(db, context, article, quote)
    })
    library.close()
    outsider(library.path, sql)
    const again = closedLater(openLibraryFile(library.path, options()))
    const before = dump(again.read)
    expect(checkAnchors(again.read)).toEqual([{ annotationId: 2, articleId: 1, problem }])
    expect(again.check().history).toContain('annotation 2 differs from the history')
    expect(dump(again.read)).toBe(before)
  })
})

test.each([
  ['white space alone', 3, 5, 'blank'],
  ['the end inside a family', 5, 7, 'inside-character'],
  ['the beginning inside a family', 7, 13, 'inside-character'],
  ['a letter without its accent', 15, 16, 'inside-character'],
])('%s is no passage, made or moved', (_, start, end, reason) => {
  const library = codedLibrary()
  const article = step(library, (db) => putArticle(db, 'The  👨‍👩‍👧 q\u0323 on'))
  const id = step(library, (db, context) => tagQuote(db, context, article, '👨‍👩‍👧'))
  const whole = dump(library.read)
  const made = refusal(() =>
    step(library, (db, context) => insertAnnotation(db, { articleId: article, start, end, tag: 'threat' }, context)),
  )
  const moved = refusal(() => step(library, (db, context) => updateAnnotation(db, id, { start, end }, context)))
  for (const error of [made, moved]) expect(error).toMatchObject({ code: 'range-invalid', details: { reason, start, end } })
  expect(dump(library.read)).toBe(whole)
})
