/** The parts of the margin: bar, label and "+3" button. Colours come from `data-hue`, words from the strings. */
import { element } from './dom.ts'
import type { Mark, SurfaceStrings } from './types.ts'

/** Badge and paddings of a label, px. */
const CHIP_FRAME = 36
/** A detail that is cut to less than this (px) says nothing. */
const LEAST_DETAIL = 72
const GAP = '  '

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

/** Width in px of a text in the margin; `strong` as what is important. */
export type WidthOf = (text: string, strong?: boolean) => number

/** Width of a label with its name and without detail, px. */
export const nameWidth = (mark: Mark, widthOf: WidthOf): number => CHIP_FRAME + widthOf(mark.label, mark.important)

/** How much of a label there is room for: its letter, its name, or its name and what fits of its detail into `width` px. */
export type ChipLook = { as: 'letter' } | { as: 'name' } | { as: 'full'; width: number }

/**
 * A button with the mark's letter and, as there is room, its label and detail. What is still too long is cut by the style sheet;
 * what fits is not clipped, because a clip costs. As few boxes as can be: there are many labels, and each costs at every jump. So
 * the badge is a background, and a tab leads from the letter to the label.
 */
export function makeChip(mark: Mark, look: ChipLook, widthOf: WidthOf, strings: SurfaceStrings): HTMLElement {
  const letter = mark.important === true ? `${mark.letter}!` : mark.letter
  // A button in all but its element: a real one brings a box within and a sheet of rules.
  const chip = element('div', `rs-chip rs-${mark.hue}`, {
    role: 'button',
    tabindex: '-1',
    // What is seen is part of the name, so that who speaks to the computer can say it.
    'aria-label': `${letter} ${strings.chip(mark)}`,
    'aria-pressed': 'false',
    'data-id': String(mark.id),
  })
  if (letter.length > 1) chip.classList.add('rs-two')
  if (mark.important === true) chip.classList.add('rs-important')
  if (look.as === 'letter') {
    chip.classList.add('rs-compact')
    chip.append(isolated(letter))
    return chip
  }
  const room = look.as === 'full' ? look.width - nameWidth(mark, widthOf) : 0
  const detailRoom = room - widthOf(GAP)
  const detailWidth = look.as === 'name' || mark.detail === undefined ? 0 : widthOf(mark.detail)
  const detailText = detailWidth > 0 && detailRoom >= Math.min(detailWidth, LEAST_DETAIL) ? (mark.detail ?? '') : ''
  if (look.as === 'full' && (room < 0 || (detailText !== '' && detailWidth > detailRoom))) chip.classList.add('rs-long')
  chip.append(`${isolated(letter)}\t${isolated(mark.label)}${detailText === '' ? '' : GAP}`)
  if (detailText !== '') {
    const detail = element('bdi', 'rs-detail')
    detail.textContent = detailText
    chip.append(detail)
  }
  return chip
}

/** Keeps a word in its own direction: in a right-to-left margin "D!" would read "!D". */
const isolated = (word: string): string => `\u2068${word}\u2069`

/** A button for marks without room. */
export function makeMore(ids: readonly number[], strings: SurfaceStrings): HTMLElement {
  const more = element('div', 'rs-more', { role: 'button', tabindex: '-1', 'aria-label': strings.more(ids.length) })
  more.dataset['ids'] = ids.join(' ')
  more.textContent = `+${ids.length}`
  return more
}

export const isButton = (part: Element): boolean => part.getAttribute('role') === 'button'

/** The labels and "+3" buttons below `root`, in the order of the text. */
export const buttonsOf = (root: Element): HTMLElement[] => Array.from(root.querySelectorAll<HTMLElement>('[role=button]'))

/** Ids that a button of the margin stands for. */
export function idsOf(button: HTMLElement): number[] {
  return (button.dataset['ids'] ?? button.dataset['id'] ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map(Number)
}
