/** Texts in several scripts, edits as newsrooms make them and worse, and spans over a text; all of them arbitrary. */
import fc from 'fast-check'
import type { AnchoredSpan } from '../../../../src/core/anchoring/types.ts'
import { quoteContext } from '../../../../src/shared/text/anchor.ts'
import { snapToGraphemes } from '../../../../src/shared/text/graphemes.ts'

const WORDS = [
  ...'the minister said that talks on a ceasefire would go on after Monday 12 soldiers were killed near border'.split(' '),
  ...'وزیر نے کہا کہ حملے بند کیے جائیں ورنہ ۲۰۲۵ء'.split(' '),
  ...'外交部 要求 停火 立即 谈判'.split(' '),
  '🇵🇰',
  '👨‍👩‍👧',
  'Cafe\u0301',
  '—',
]

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => `${words.join(' ')}.`)
const paragraph = fc.array(sentence, { maxLength: 5 }).map((sentences) => sentences.join(' '))

/** A text of some paragraphs, empty lines among them; never empty. */
export const aText: fc.Arbitrary<string> = fc
  .array(paragraph, { minLength: 1, maxLength: 8 })
  .map((paragraphs) => paragraphs.join('\n'))
  .filter((text) => text.trim() !== '')

export type Edit =
  | { do: 'replace'; at: number; length: number; by: string }
  | { do: 'move'; from: number; to: number }
  | { do: 'drop' | 'double'; at: number }

const share = fc.double({ min: 0, max: 1, noNaN: true })
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    do: fc.constant('replace' as const),
    at: share,
    length: fc.nat({ max: 30 }),
    by: fc.oneof(sentence, fc.constant(''), fc.constantFrom(...WORDS)),
  }),
  fc.record({ do: fc.constant('move' as const), from: share, to: share }),
  fc.record({ do: fc.constantFrom('drop' as const, 'double' as const), at: share }),
)

/** The text after the edits; always well formed. */
export function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, edit) => once(now, edit), text).toWellFormed()
}

function once(text: string, edit: Edit): string {
  if (edit.do === 'replace') {
    const at = Math.floor(edit.at * text.length)
    return text.slice(0, at) + edit.by + text.slice(at + edit.length)
  }
  const lines = text.split('\n')
  const index = (part: number): number => Math.min(lines.length - 1, Math.floor(part * lines.length))
  if (edit.do === 'move') lines.splice(index(edit.to), 0, ...lines.splice(index(edit.from), 1))
  else if (edit.do === 'drop') lines.splice(index(edit.at), 1)
  else lines.splice(index(edit.at), 0, lines[index(edit.at)] ?? '')
  return lines.join('\n')
}

/** Spans on grapheme clusters, at least one unit long. */
export function spansOver(text: string): fc.Arbitrary<AnchoredSpan[]> {
  const one = fc.tuple(fc.nat({ max: text.length - 1 }), fc.integer({ min: 1, max: 60 }))
  return fc.array(one, { maxLength: 6 }).map((pairs) =>
    pairs.map(([from, length], index) => {
      const { start, end } = snapToGraphemes(text, from, Math.min(text.length, from + length))
      return { id: index + 1, start, end, ...quoteContext(text, start, end) }
    }),
  )
}
