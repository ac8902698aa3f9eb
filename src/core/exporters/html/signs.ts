/** Signs that stand everywhere in a report: badges, letters, stances, intensity. Never colour alone: each carries its letter, sign or word. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import { say } from '../../messages.ts'
import { NOWHERE } from '../document/live-links.ts'
import { STANCE_SIGNS } from '../document/stance-signs.ts'
import type { Cited, TagSign } from '../document/model.ts'
import { colours, type HueColours } from '../styles/palette.ts'
import { anchor, markup, styleVars, type Markup, type StyleText } from './markup.ts'

/** The colours of a hue for an element: --bg, --wash, --strong, --ink. */
export function hueStyle(hue: string): StyleText {
  const own = colours(hue)
  const style = styles.get(own) ?? styleVars({ ...own })
  styles.set(own, style)
  return style
}

const styles = new Map<HueColours, StyleText>()

/** The reference as a chip that leads to a place in the report. */
export const badge = ({ reference, tag }: Cited, place: string): Markup =>
  place === NOWHERE
    ? markup`<span class="badge" style="${hueStyle(tag.hue)}">${reference}</span>`
    : markup`<a class="badge" href="${anchor(place)}" style="${hueStyle(tag.hue)}" aria-label="${say('report.reference.to', { mark: reference })}">${reference}</a>`

/** The raised number that leads to the note. Its letters come from the style sheet, so that they are no part of the text. */
export const raised = ({ reference, tag }: Cited, place: string): Markup =>
  markup`<a class="ref" href="${anchor(place)}" data-ref="${reference}" style="${hueStyle(tag.hue)}" aria-label="${say('report.note.to', { mark: reference })}"></a>`

/** The reference behind a claim of the analyst's own: part of the text, so that it is copied with the claim. */
export const citeMark = ({ reference, tag }: Cited, place: string): Markup =>
  place === NOWHERE
    ? markup`<sup><span class="cite" style="${hueStyle(tag.hue)}">${reference}</span></sup>`
    : markup`<sup><a class="cite" href="${anchor(place)}" style="${hueStyle(tag.hue)}" aria-label="${say('report.reference.to', { mark: reference })}">${reference}</a></sup>`

/** A tag's letter on its colour. Its name is for those who do not see it, unless it stands beside. */
export const letterChip = ({ letter, hue, name }: TagSign): Markup =>
  markup`<span class="letter" style="${hueStyle(hue)}" title="${name}"><span aria-hidden="true">${letter || '·'}</span><span class="visually-hidden">${name}</span></span>`

/** Sign and word of a stance. */
export const stanceMark = (stance: Stance): Markup =>
  markup`<span class="stance ${stance}"><span class="sign" aria-hidden="true">${STANCE_SIGNS[stance]}</span> ${say(`report.stance.${stance}`)}</span>`

/** "●●●○○", read out as "Intensity 3 of 5". */
export const intensityDots = (intensity: number): Markup =>
  markup`<span class="dots" role="img" aria-label="${say('report.intensity.of', { intensity })}">${'●'.repeat(intensity)}${'○'.repeat(5 - intensity)}</span>`
