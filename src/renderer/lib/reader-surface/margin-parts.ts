/** The parts of the margin: bar, label and "+3" button. Colours come from `data-hue`, words from the strings. */
import { element } from './dom.ts'
import type { Mark, SurfaceStrings } from './types.ts'

/** No letter is wider than this on average, px; what surely fits needs no clip. */
const WIDEST_LETTER = 8
const WIDEST_IDEOGRAPH = 13
/** Badge and paddings of a label, px. */
const CHIP_FRAME = 40

export interface Bar {
  mark: Mark
  lane: number
  /** In px from the top of the paragraph. */
  top: number
  height: number
}

/** A bar along the lines of a mark. It repeats what the label says, so it is hidden from screen readers. */
export function makeBar({ mark, lane, top, height }: Bar): HTMLElement {
  const bar = element('div', `rs-bar rs-${mark.hue}`)
  bar.setAttribute('aria-hidden', 'true')
  bar.setAttribute('data-id', String(mark.id))
  if (lane > 0) bar.setAttribute('data-lane', String(lane))
  bar.style.marginBlockStart = `${top}px`
  bar.style.blockSize = `${Math.max(1, height)}px`
  return bar
}

/** Upper bound of the width of a text, px. */
const widestOf = (text: string): number => text.length * (/[\u1100-\uffff]/.test(text) ? WIDEST_IDEOGRAPH : WIDEST_LETTER)

/**
 * A button with the mark's letter and, unless `compact`, its label and, if the label leaves room in `width` px, its
 * detail. What is still too long is cut by the style sheet.
 */
export function makeChip(mark: Mark, compact: boolean, width: number, strings: SurfaceStrings): HTMLButtonElement {
  const chip = element('button', `rs-chip rs-${mark.hue}`, {
    type: 'button',
    tabindex: '-1',
    'aria-label': strings.chip(mark),
    'aria-pressed': 'false',
    'data-id': String(mark.id),
    'data-letter': mark.letter,
    'data-important': mark.important === true ? '' : null,
  })
  if (compact) return chip
  // As few elements as can be, and a clip only where one may be needed: there are many chips, and each costs at every jump.
  chip.append(mark.label)
  const room = width - CHIP_FRAME
  if (widestOf(mark.label) > room) chip.classList.add('rs-long')
  else if (mark.detail !== undefined && mark.detail !== '') {
    const detail = element('bdi', 'rs-detail')
    detail.textContent = mark.detail
    chip.append(' ', detail)
    if (widestOf(mark.label + mark.detail) > room) chip.classList.add('rs-long-detail')
  }
  return chip
}

/** A button for marks without room. */
export function makeMore(ids: readonly number[], strings: SurfaceStrings): HTMLButtonElement {
  const more = element('button', 'rs-more', { type: 'button', tabindex: '-1', 'aria-label': strings.more(ids.length) })
  more.dataset['ids'] = ids.join(' ')
  more.textContent = `+${ids.length}`
  return more
}

/** Ids that a button of the margin stands for. */
export function idsOf(button: HTMLElement): number[] {
  return (button.dataset['ids'] ?? button.dataset['id'] ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map(Number)
}
