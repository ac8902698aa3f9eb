/**
 * Nothing that stands in a text is missed, and nothing else is found: searches against a plain scan of the same texts with the same
 * folding, for words of one to four characters in scripts without spaces, and for words in the spellings that people type.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { foldMap } from '../../../src/shared/text/fold-map.ts'
import { corpus } from '../../unit/shared/text/corpus.ts'
import { codedLibrary, putArticle, step } from '../repositories/library.ts'
import { found } from './searching.ts'

/** Runs of one script: characters of which any substring can be a word. */
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Lao}]{2,}/gu
const WORD = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]{3,}(?![\p{L}\p{M}\p{N}])/gu
/** Letters as other keyboards write them. */
const OTHERWISE: readonly (readonly [string, string])[] = [
  ['ک', 'ك'],
  ['ی', 'ي'],
  ['ہ', 'ه'],
  ['é', 'e'],
  ['e', 'E'],
  ['ا', 'أ'],
]
const SAMPLES = 40

interface Text {
  name: string
  text: string
}

const filled = (texts: readonly Text[]): LibraryFile => {
  const library = codedLibrary()
  step(library, (db) => texts.forEach(({ name, text }) => putArticle(db, text, { title: `#${name}` })))
  return library
}

/** Every so many of the things, so that all parts of a text are met. */
const some = <T>(things: readonly T[]): T[] => things.filter((_, at) => at % Math.max(1, Math.floor(things.length / SAMPLES)) === 0)

const within = (library: LibraryFile, query: string): string[] =>
  found(library, `in:text "${query}"`)
    .map((title) => title.slice(1))
    .toSorted()

function checkTexts(texts: readonly Text[]): void {
  const library = filled(texts)
  const folded = texts.map(({ name, text }) => ({ name, folded: ` ${foldMap(text).folded} ` }))
  const scan = (wanted: string): string[] =>
    folded
      .filter((one) => one.folded.includes(wanted))
      .map(({ name }) => name)
      .toSorted()
  for (const { name, text } of texts) {
    const runs = some([...text.matchAll(RUN)].map(([stretch]) => stretch))
    for (const [at, stretch] of runs.entries()) {
      const length = 1 + (at % 4)
      const letters = Array.from(stretch).slice(0, length).join('')
      // A vowel sign by itself is no word, and numbers are words in any script.
      if (/^\p{M}|\p{N}/u.test(letters)) continue
      const expected = scan(foldMap(letters).folded)
      expect(expected).toContain(name)
      expect([letters, within(library, letters)]).toEqual([letters, expected])
    }
    for (const [word] of some(
      [...text.normalize('NFC').matchAll(WORD)].filter(
        ([found]) => !new RegExp(RUN.source, 'u').test(found) && !/\p{Script=Hangul}/u.test(found),
      ),
    )) {
      const expected = scan(` ${foldMap(word).folded} `)
      expect(expected).toContain(name)
      const typed = OTHERWISE.reduce((spelling, [from, to]) => spelling.replaceAll(from, to), word)
      // Persian writes some beginnings and endings joined or apart: search finds both, a scan only the one.
      const here = within(library, typed)
      expect([word, expected.filter((one) => !here.includes(one))]).toEqual([word, []])
    }
  }
}

const read = (folder: string): Text[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && !file.startsWith('SOURCE'))
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8').slice(0, 20_000) }))

describe('F1 recall', () => {
  test('over texts of this project in Arabic, Urdu, Pashto, Dari, Hebrew, Russian, Chinese, Japanese, Thai', () => {
    checkTexts(read(resolve(import.meta.dirname, '../../fixtures/text')))
  })

  test.skipIf(!corpus)('over real texts in twenty scripts', () => {
    checkTexts(read(join(corpus ?? '', 'scripts')))
  })
})
