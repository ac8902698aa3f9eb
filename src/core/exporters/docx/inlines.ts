/**
 * What stands in a line, as runs and links. Foreign words keep their own direction: stretches against the paragraph are embedded in it, with
 * a mark behind them, so that a name cannot turn the numbers that follow it.
 */
import type { Stance } from '../../../shared/domain/annotation.ts'
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { say } from '../../messages.ts'
import type { Inline, LinkTarget, TextLook } from '../document/model.ts'
import { STANCE_SIGNS } from '../document/stance-signs.ts'
import { colours } from '../styles/palette.ts'
import { outsideAddress } from './addresses.ts'
import { MUTED, WARN, ACCENT } from './colours.ts'
import { runs, type RunLook } from './runs.ts'
import type { Place } from './writing.ts'

const STANCE_HUES: Readonly<Record<Stance, string>> = {
  supports: 'blue',
  opposes: 'vermilion',
  conditional: 'violet',
  neutral: 'grey',
  declined: 'grey',
}

/** `base`: direction of the paragraph. */
export const inlines = (place: Place, content: readonly Inline[], base: 'ltr' | 'rtl' = 'ltr', look: RunLook = {}): string =>
  content.map((inline) => one(place, inline, base, look)).join('')

function one(place: Place, inline: Inline, base: 'ltr' | 'rtl', look: RunLook): string {
  switch (inline.kind) {
    case 'text':
      return ours(inline.text, looked(look, inline.look), base)
    case 'foreign':
      return isolated(inline.text, looked(look, inline.look), base, inline.language ?? null)
    case 'link':
      return linked(place, inline.to, look, (linkLook) => inlines(place, inline.content, base, linkLook))
    case 'reference':
      return linked(place, { place: inline.place ?? inline.statement.home }, look, () =>
        runs(inline.statement.reference, referenceLook(inline.statement.tag.hue, inline.look), base),
      )
    case 'letter': {
      const { bg, ink } = colours(inline.tag.hue)
      return runs(
        inline.tag.letter === '' ? '·' : inline.tag.letter,
        { ...look, style: 'Reference', shade: bg, colour: ink, border: padding(bg) },
        base,
      )
    }
    case 'stance': {
      const colour = colours(STANCE_HUES[inline.stance]).ink
      return runs(`${STANCE_SIGNS[inline.stance]}\u00a0${say(`report.stance.${inline.stance}`)}`, { ...look, bold: true, colour }, base)
    }
    case 'intensity':
      return runs('●'.repeat(inline.intensity) + '○'.repeat(5 - inline.intensity), { ...look, style: 'Dots', noProof: true }, base)
    case 'mark':
      return runs(inline.text, markLook(look, inline.tone), base)
    case 'break':
      return '<w:r><w:br/></w:r>'
  }
}

/** Words of our own, which may tell names of the library: a mark behind those keeps the numbers after them in their place. */
function ours(words: string, look: RunLook, base: 'ltr' | 'rtl'): string {
  return runs(base === 'ltr' && HAS_RTL.test(words) ? words.replace(RTL_WORDS, `$&${MARKS.ltr}`) : words, look, base)
}

/** The name of a statement on its tag's colour, or raised as the number of a note. */
export function referenceLook(hue: string, look: 'chip' | 'raised'): RunLook {
  const { bg, ink } = colours(hue)
  return look === 'raised'
    ? { style: 'Reference', colour: ink, raised: true, noProof: true }
    : { style: 'Reference', colour: ink, shade: bg, border: padding(bg), noProof: true }
}

/** A border in the colour of the ground gives the letter room. */
const padding = (colour: string): NonNullable<RunLook['border']> => ({ kind: 'single', colour, size: 12 })

function looked(look: RunLook, own: TextLook | undefined): RunLook {
  if (own === undefined) return look
  if (own === 'strong') return { ...look, bold: true }
  if (own === 'emphasis') return { ...look, italic: true }
  return own === 'muted' ? { ...look, colour: MUTED } : { ...look, style: 'Code' }
}

function markLook(look: RunLook, tone: 'new' | 'warn' | 'quiet'): RunLook {
  if (tone === 'quiet') return { ...look, colour: MUTED }
  return { ...look, bold: true, colour: tone === 'warn' ? WARN : ACCENT }
}

/** Runs as a link to a place of the document; as they are where it has no such place. */
export function linkInside({ writing }: Place, to: string, content: string): string {
  const name = writing.bookmarks.nameOf(to)
  return name === null ? content : `<w:hyperlink w:anchor="${name}" w:history="1">${content}</w:hyperlink>`
}

function linked(place: Place, to: LinkTarget, look: RunLook, content: (look: RunLook) => string): string {
  if ('place' in to) return linkInside(place, to.place, content(look))
  const address = outsideAddress(to)
  if (address === null) return content(look)
  return `<w:hyperlink r:id="${place.relations.outside(address)}" w:history="1">${content({ ...look, style: 'Hyperlink' })}</w:hyperlink>`
}

const HAS_RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const RTL_WORDS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?![\s\p{M}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])/gu
const MARKS = { ltr: '\u200e', rtl: '\u200f' } as const

function isolated(text: string, look: RunLook, base: 'ltr' | 'rtl', language: string | null): string {
  const own = firstStrongDirection(text) ?? base
  const drawn = runs(text, look, own, language)
  if (own === base && (base === 'rtl' || !HAS_RTL.test(text))) return drawn
  const after = `<w:r><w:t>${MARKS[base]}</w:t></w:r>`
  return own === base ? drawn + after : `<w:dir w:val="${own}">${drawn}</w:dir>${after}`
}
