/** The parts of the margin: bar, label and "+3" button. Colours come from `data-hue`, words from the strings. */
import { element } from './dom.ts'
import type { Mark, SurfaceStrings } from './types.ts'

export interface Bar {
  mark: Mark
  lane: number
  /** In px from the top of the paragraph. */
  top: number
  height: number
}

/** A bar along the lines of a mark. It repeats what the label says, so it is hidden from screen readers. */
export function makeBar({ mark, lane, top, height }: Bar): HTMLElement {
  const bar = element('div', 'rs-bar', { 'aria-hidden': 'true' })
  bar.dataset['id'] = String(mark.id)
  bar.dataset['hue'] = mark.hue
  bar.dataset['lane'] = String(lane)
  bar.style.top = `${top}px`
  bar.style.height = `${Math.max(1, height)}px`
  return bar
}

/** A button with the mark's letter, label and detail; what does not fit is cut by the style sheet. */
export function makeChip(mark: Mark, strings: SurfaceStrings): HTMLButtonElement {
  const chip = element('button', 'rs-chip', { type: 'button', tabindex: '-1', 'aria-label': strings.chip(mark), 'aria-pressed': 'false' })
  chip.dataset['id'] = String(mark.id)
  chip.dataset['hue'] = mark.hue
  if (mark.important === true) chip.dataset['important'] = ''
  const letter = element('span', 'rs-letter')
  letter.textContent = mark.letter
  const label = element('bdi', 'rs-label')
  label.textContent = mark.label
  chip.append(letter, label)
  if (mark.detail !== undefined && mark.detail !== '') {
    const detail = element('bdi', 'rs-detail')
    detail.textContent = mark.detail
    chip.append(detail)
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
