/** How a mark looks: by its tag or its stance, never by colour alone, and larger the firmer it is said. Colours are names of tokens. Pure. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import type { Tag } from '../../../shared/domain/codebook.ts'
import type { Mark } from '../../../shared/domain/timeline.ts'
import { STANCE_SIGNS } from '../../lib/parts/stance-mark.tsx'
import { tagSign } from '../../lib/tag-sign.ts'

export type MarkColour = 'tag' | 'stance'

export interface MarkFace {
  sign: string
  radius: number
  fill: string
  stroke: string
  text: string
  /** The date is only that of the publication. */
  isDashed: boolean
  /** Conditional: hatched. */
  isHatched: boolean
}

/** Radius by intensity, none to 5. */
const RADII = [8, 6.5, 7.5, 8.5, 9.5, 10.5] as const

export function markFace(mark: Mark, tag: Pick<Tag, 'letter' | 'name' | 'hue'> | undefined, colour: MarkColour): MarkFace {
  const isDashed = mark.dateFrom === 'publication'
  const common = { radius: RADII[mark.intensity ?? 0] ?? RADII[0], isDashed }
  const hollow = (fill: string): string => (isDashed ? '--surface' : fill)
  if (colour === 'stance') return { ...common, ...stanceFace(mark.stance, hollow) }
  const hue = `--hue-${tag?.hue ?? 'grey'}`
  return {
    ...common,
    sign: tag ? tagSign(tag) : '',
    fill: hollow(`${hue}-bg`),
    stroke: `${hue}-strong`,
    text: `${hue}-text`,
    isHatched: false,
  }
}

function stanceFace(
  stance: Stance | null,
  hollow: (fill: string) => string,
): Pick<MarkFace, 'sign' | 'fill' | 'stroke' | 'text' | 'isHatched'> {
  if (stance === null) return { sign: '·', fill: '--surface', stroke: '--line', text: '--text-muted', isHatched: false }
  if (stance === 'declined')
    return { sign: STANCE_SIGNS.declined, fill: '--surface', stroke: '--stance-declined', text: '--text', isHatched: false }
  const name = `--stance-${stance}`
  return { sign: STANCE_SIGNS[stance], fill: hollow(`${name}-bg`), stroke: name, text: `${name}-text`, isHatched: stance === 'conditional' }
}

/** Lines of threads differ by their kind without colour. */
export const THREAD_DASHES = { demand: '', threat: '7 4', commitment: '12 4 2 4', position: '2 4' } as const

/** A star of about 8 pixels about its middle: what is important. */
export const STAR = 'M0 -4 L1.2 -1.2 L4 -1.2 L1.8 0.8 L2.6 3.6 L0 2 L-2.6 3.6 L-1.8 0.8 L-4 -1.2 L-1.2 -1.2 Z'
