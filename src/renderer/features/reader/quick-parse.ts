/**
 * What a line typed into the quick bar means: 'dem pak>tal #bor 3' is tag, speaker, target, issue, intensity. Words of one name
 * may stand apart ("afg tal"), marks may be left out where only one thing can be meant, and what nobody is called stays unknown until
 * the person says what it is to be. Pure; the line is understood anew with every letter.
 */
import { allOf, lookUp, SCORE, type Fit, type QuickIndex, type QuickKind } from './quick-index.ts'

/** What a piece of a line can be. */
export const QUICK_ROLES = ['tag', 'speaker', 'target', 'issue', 'intensity', 'unknown'] as const satisfies readonly QuickPiece['role'][]
/** Keys of the bar, for the line that says what they do. */
export const QUICK_HINTS = ['Enter', 'Tab', 'ArrowDown', 'Esc'] as const

export type NameRole = 'speaker' | 'target' | 'issue'

export type QuickPiece =
  | { role: 'tag' | NameRole; id: number }
  /** A name that nobody has yet: the core makes the party or issue. */
  | { role: NameRole; name: string }
  | { role: 'intensity'; value: number }
  /** `as` is what it can become: given by its mark, or anything that has names. */
  | { role: 'unknown'; text: string; as: readonly NameRole[] }

export interface Understood {
  pieces: QuickPiece[]
  /** What the last, unfinished word can be, best first; before anything is typed, what was used last. */
  options: QuickPiece[]
  /** How many of the pieces the unfinished word stands for: an option takes their place. */
  open: number
  /** The unfinished word itself, in the line as it was typed; empty after a space or a mark. */
  word: string
}

const OPTIONS = 8
/** No name needs more words than this to be found. */
const RUN = 5

type Mark = '' | '>' | '#' | '@'
interface Segment {
  mark: Mark
  words: string[]
  /** A ">" comes next: its last name is who speaks. */
  speaks: boolean
  /** The line ends within its last word. */
  isOpen: boolean
}

const MARKS: Readonly<Record<string, Mark>> = { '>': '>', '＞': '>', '→': '>', '#': '#', '＃': '#', '@': '@', '＠': '@' }
const ENDS = /[,;，；、،؛]/
const QUOTES = /["“”„«»]/
/** One more of the same, where there can be several: who speaks is one, so what comes after that is read as without a mark. */
const JOINS = /[+＋]/

function segmentsOf(line: string): Segment[] {
  const segments: Segment[] = []
  let now: Segment = { mark: '', words: [], speaks: false, isOpen: false }
  let word = ''
  const endWord = (): void => {
    if (word !== '') now.words.push(word)
    word = ''
  }
  const begin = (mark: Mark): void => {
    endWord()
    now.speaks = mark === '>' && now.mark !== '>' && now.mark !== '#' && now.words.length > 0
    segments.push(now)
    now = { mark, words: [], speaks: false, isOpen: false }
  }
  let isQuoted = false
  for (const letter of line) {
    const mark = isQuoted ? undefined : MARKS[letter]
    // What stands in quotes is one name, whatever is in it.
    if (QUOTES.test(letter)) isQuoted = !isQuoted
    else if (isQuoted) word += letter
    else if (mark !== undefined) begin(mark)
    else if (ENDS.test(letter)) begin('')
    else if (JOINS.test(letter)) begin(now.mark === '@' ? '' : now.mark)
    else if (/\s/u.test(letter)) endWord()
    else word += letter
  }
  now.isOpen = word !== ''
  endWord()
  segments.push(now)
  return segments
}

/** What is filled in already by earlier pieces. */
interface Filled {
  tag: boolean
  speaker: boolean
}

const filledBy = (pieces: readonly QuickPiece[]): Filled => ({
  tag: pieces.some(({ role }) => role === 'tag'),
  speaker: pieces.some((piece) => piece.role === 'speaker' || (piece.role === 'unknown' && piece.as[0] === 'speaker')),
})

/** Reads `line` after the pieces that are settled already. */
export function understand(line: string, index: QuickIndex, settled: readonly QuickPiece[] = []): Understood {
  const pieces: QuickPiece[] = []
  const segments = segmentsOf(line)
  let open = 0
  let options: QuickPiece[] = []
  let word = ''
  for (const segment of segments) {
    const isLast = segment === segments.at(-1)
    const filled = (): Filled => filledBy([...settled, ...pieces])
    for (const run of runsOf(segment, index, filled)) {
      const before = filled()
      pieces.push(run.piece)
      if (!isLast || !segment.isOpen || !run.isLast) continue
      open = 1
      word = run.text
      options = optionsFor(run.text, run.roles, index, before)
    }
    if (isLast && !segment.isOpen) options = offers(index, segment.words.length === 0 ? segment.mark : '', filled())
  }
  return { pieces, options, open, word }
}

interface Run {
  text: string
  piece: QuickPiece
  roles: readonly (NameRole | 'tag')[]
  isLast: boolean
}

const ANY: readonly (NameRole | 'tag')[] = ['tag', 'speaker', 'issue', 'target']
const MARKED: Readonly<Record<Mark, readonly (NameRole | 'tag')[]>> = { '': ANY, '@': ['speaker'], '>': ['target'], '#': ['issue'] }

/** The runs of words of a segment that stand for one thing each. `filled` is asked anew for each: earlier runs are pieces by then. */
function* runsOf({ mark, words, speaks }: Segment, index: QuickIndex, filled: () => Filled): Generator<Run> {
  const named = speaks ? speakerAt(words, index) : words.length
  let at = 0
  while (at < words.length) {
    const isSpeaker = at >= named
    const roles = isSpeaker ? MARKED['@'] : at === 0 ? MARKED[mark] : ANY
    const limit = isSpeaker ? words.length : named
    let length = isSpeaker ? limit - at : longestRun(words.slice(at, limit), roles, index, filled())
    // After "#" what is not known as a whole is one new issue: nothing of it is taken for something else.
    const rest = words.slice(at, limit)
    if (mark === '#' && at === 0 && length < rest.length && !isKnown(rest.slice(Math.max(1, length)), index, filled())) length = rest.length
    const text = words.slice(at, at + Math.max(1, length)).join(' ')
    at += Math.max(1, length)
    const unknown: string[] = [text]
    let piece = readRun(text, roles, index, filled())
    // Words that nothing is called make one new name together.
    while (piece.role === 'unknown' && at < limit && longestRun(words.slice(at, limit), ANY, index, filled()) === 0)
      unknown.push(words[at++] ?? '')
    const whole = unknown.join(' ')
    if (piece.role === 'unknown') piece = { ...piece, text: whole }
    yield { text: whole, piece, roles, isLast: at >= words.length }
  }
}

/** Where in the words before a ">" the speaker's name begins: the longest end of them that is a party, else the last word. */
function speakerAt(words: readonly string[], index: QuickIndex): number {
  for (let at = Math.max(0, words.length - RUN); at < words.length; at++) {
    if (lookUp(index, words.slice(at).join(' '), ['party']).length > 0) return at
  }
  return words.length - 1
}

/** How many words from the first on stand for one thing; 0 where not even the first does. */
function longestRun(words: readonly string[], roles: readonly (NameRole | 'tag')[], index: QuickIndex, filled: Filled): number {
  for (let length = Math.min(RUN, words.length); length > 0; length--) {
    const text = words.slice(0, length).join(' ')
    if (length === 1 && intensityOf(text) !== null) return 1
    const [best] = ranked(text, roles, index, filled)
    // Several words are one name only where each begins a word of it.
    if (best && (length === 1 || best.fit.score < SCORE.inside)) return length
  }
  return 0
}

function isKnown(words: readonly string[], index: QuickIndex, filled: Filled): boolean {
  for (let at = 0; at < words.length;) {
    const length = longestRun(words.slice(at), ANY, index, filled)
    if (length === 0) return false
    at += length
  }
  return true
}

const intensityOf = (word: string): number | null => (/^\p{Nd}$/u.test(word) ? digit(word) : null)
const digit = (word: string): number | null => {
  const value = Number(word.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (one) => String(one.charCodeAt(0) & 15)))
  return value >= 1 && value <= 5 ? value : null
}

function readRun(text: string, roles: readonly (NameRole | 'tag')[], index: QuickIndex, filled: Filled): QuickPiece {
  const value = roles === ANY ? intensityOf(text) : null
  if (value !== null) return { role: 'intensity', value }
  const [best] = ranked(text, roles, index, filled)
  return best ? { role: best.role, id: best.fit.id } : { role: 'unknown', text, as: newRoles(roles, filled) }
}

/** What a new name can be: a party in the part that is free, or an issue; never a tag. */
const newRoles = (roles: readonly (NameRole | 'tag')[], filled: Filled): NameRole[] =>
  roles === ANY ? [filled.speaker ? 'target' : 'speaker', 'issue'] : roles.filter((role) => role !== 'tag')

interface Ranked {
  role: NameRole | 'tag'
  fit: Fit
}

/** What fits, by how well it does; of equals the part that is still free goes first. */
function ranked(text: string, roles: readonly (NameRole | 'tag')[], index: QuickIndex, filled: Filled): Ranked[] {
  const wanted = partsFree(roles, filled)
  const kinds = [...new Set(wanted.map(kindOf))]
  return lookUp(index, text, kinds)
    .map((fit): Ranked => ({ fit, role: wanted.find((role) => kindOf(role) === fit.kind) ?? 'issue' }))
    .toSorted((a, b) => a.fit.score - b.fit.score || wanted.indexOf(a.role) - wanted.indexOf(b.role) || a.fit.order - b.fit.order)
}

/** Without a mark: one tag, then who speaks, then what about and to whom. */
const partsFree = (roles: readonly (NameRole | 'tag')[], filled: Filled): readonly (NameRole | 'tag')[] =>
  roles === ANY ? ANY.filter((role) => !(role === 'tag' && filled.tag) && !(role === 'speaker' && filled.speaker)) : roles

const kindOf = (role: NameRole | 'tag'): QuickKind => (role === 'tag' || role === 'issue' ? role : 'party')

function optionsFor(text: string, roles: readonly (NameRole | 'tag')[], index: QuickIndex, filled: Filled): QuickPiece[] {
  const fits = ranked(text, roles, index, filled)
  const known = fits.slice(0, OPTIONS).map(({ role, fit }): QuickPiece => ({ role, id: fit.id }))
  const exact = (kind: QuickKind): boolean => fits.some(({ fit }) => fit.kind === kind && fit.score <= SCORE.whole)
  const fresh = newRoles(roles, filled)
    .filter((role) => !exact(kindOf(role)))
    .map((role): QuickPiece => ({ role, name: text }))
  return intensityOf(text) !== null && roles === ANY ? [] : [...known, ...fresh]
}

/** What comes next, before a letter of it is typed: the values used last. */
function offers(index: QuickIndex, mark: Mark, filled: Filled): QuickPiece[] {
  const role = mark === '' ? (partsFree(ANY, filled)[0] ?? 'issue') : (MARKED[mark][0] ?? 'issue')
  return allOf(index, [kindOf(role)])
    .slice(0, role === 'tag' ? 20 : OPTIONS)
    .map(({ id }): QuickPiece => ({ role, id }))
}
