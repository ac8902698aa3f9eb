/** Small parts that stand everywhere in a report: badges, stance marks, intensity, issues, links. Never colour alone: each carries its letter, sign or word. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { anchor, attrs, markup, joined, styleVars, webLink, type Markup, type StyleText } from '../html/markup.ts'
import { bdi } from '../html/text.ts'
import { say } from '../../messages.ts'
import { colours } from '../styles/palette.ts'
import type { Statement } from './data.ts'

/** The colours of a hue for an element: --bg, --wash, --strong, --ink. */
export const hueStyle = (hue: string): StyleText => styleVars({ ...colours(hue) })

/** A letter is one character, whatever a file may say. */
const letterOf = ({ letter }: { letter: string | null }): string =>
  letter === null || letter === '' ? '' : String.fromCodePoint(letter.codePointAt(0) ?? 0)

/** "D17": the tag's letter and the statement's number. A tag without a letter leaves the number. */
export const reference = ({ tag, number }: Statement): string => `${letterOf(tag)}${number}`

/** The reference as a chip that leads to a place in the report. */
export const badge = (statement: Statement, target: string, label: string): Markup =>
  markup`<a class="badge" href="${anchor(target)}" style="${hueStyle(statement.tag.hue)}" aria-label="${label}">${reference(statement)}</a>`

/** A tag's letter on its colour. */
export const letterChip = (tag: { letter: string | null; hue: string }): Markup =>
  markup`<span class="letter" aria-hidden="true" style="${hueStyle(tag.hue)}">${letterOf(tag) || '·'}</span>`

const STANCE_SIGNS: Readonly<Record<Stance, string>> = { supports: '+', opposes: '−', conditional: '±', neutral: '=', declined: '○' }

export const stanceWord = (stance: Stance): string => say(`report.stance.${stance}`)

/** Sign and word of a stance. */
export const stanceMark = (stance: Stance): Markup =>
  markup`<span class="stance ${stance}"><span class="sign" aria-hidden="true">${STANCE_SIGNS[stance]}</span> ${stanceWord(stance)}</span>`

/** "●●●○○", read out as "Intensity 3 of 5". */
export const intensityDots = (intensity: number): Markup =>
  markup`<span class="dots" role="img" aria-label="${say('report.intensity.of', { intensity })}">${'●'.repeat(intensity)}${'○'.repeat(5 - intensity)}</span>`

/** "Ceasefire › Third-party monitors", each name isolated. */
export const issuePath = (path: readonly string[]): Markup =>
  joined(
    path.map((name) => bdi(name)),
    PATH_SEPARATOR,
  )

/** "Pakistan (for …) → Kabul, Doha"; null where neither a speaker nor a target is coded. */
export function whoToWhom({ speaker, onBehalfOf, targets }: Statement): Markup | null {
  if (speaker === null && targets.length === 0) return null
  const from = speaker === null ? markup`<span class="unknown">${say('report.speaker.none')}</span>` : markup`<b>${bdi(speaker)}</b>`
  const behalf = onBehalfOf === null ? null : markup` <span class="behalf">${say('report.speaker.onBehalfOf')} ${bdi(onBehalfOf)}</span>`
  const to =
    targets.length === 0
      ? null
      : markup` <span class="to"><span aria-label="${say('report.speaker.to')}" role="img">→</span> ${joined(
          targets.map((name) => bdi(name)),
          say('report.listSeparator'),
        )}</span>`
  return markup`${from}${behalf}${to}`
}

/** An address as a link that shows where it goes; as plain text where it may not be one. */
export function sourceLink(address: string | null): Markup | null {
  if (address === null || address === '') return null
  const href = webLink(address)
  if (href === null) return markup`<span class="url">${bdi(address)}</span>`
  return markup`<a class="url" href="${href}" rel="noopener noreferrer">${href.toString()}</a>`
}

/** A label with a value behind it; nothing where there is no value. */
export function fact(label: string, value: Markup | string | null): Markup | null {
  return value === null ? null : markup`<div><dt>${label}</dt><dd>${value}</dd></div>`
}

/** Attributes of foreign running text: its language where known, its direction from its own first letter. */
export const foreign = (language: string | null): ReturnType<typeof attrs> => attrs({ lang: language, dir: 'auto' })

/** Whether a text opens with a quotation mark or bracket that should hang outside the edge of the column. */
export const hangs = (text: string): boolean => /^[“”„«‹"‘’'「『《〈（(]/u.test(text)
