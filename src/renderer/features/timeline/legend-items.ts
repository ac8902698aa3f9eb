/** What the signs mean: only those that are in sight, in the order of the codebook. The same for the window and for the picture. Pure. */
import { sureDays, type LibraryEvent } from '../../../shared/domain/event.ts'
import { threadKindSchema } from '../../../shared/domain/thread.ts'
import type { Mark, Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { STANCES } from '../../lib/parts/stance-mark.tsx'
import type { Say } from '../../lib/say.ts'
import { markFace, STAR, THREAD_DASHES, type MarkColour, type MarkFace } from './mark-face.ts'

/** A line or figure of 28 × 16 pixels. */
export interface Figure {
  tag: 'circle' | 'rect' | 'path' | 'line'
  at: Readonly<Record<string, string | number>>
  isFilled?: boolean
}

export type LegendItem = { key: string; label: string } & ({ face: MarkFace } | { figures: readonly Figure[] })

export interface LegendParts {
  timeline: Timeline
  events: readonly LibraryEvent[]
  codebook: Codebook
  colour: MarkColour
  /** Whether lines of threads are drawn. */
  hasThreads: boolean
  say: Say
}

const PLAIN: Mark = {
  id: 0,
  lane: 0,
  first: 0,
  last: 0,
  precision: 'day',
  dateFrom: 'statement',
  tagId: 0,
  issueIds: [],
  stance: null,
  intensity: null,
  important: false,
  threadIds: [],
}

export function legendItems({ timeline, events, codebook, colour, hasThreads, say }: LegendParts): LegendItem[] {
  const { marks, threads } = timeline
  const unsure = events.some((event) => sureDays(event) === null)
  const maybe = (key: string, isThere: boolean, figures: readonly Figure[]): LegendItem[] =>
    isThere ? [{ key, label: say(`timeline.legend.${key}`), figures }] : []
  const kinds = new Set(threads.filter(({ members }) => members.length > 1).map(({ kind }) => kind))
  return [
    ...(colour === 'tag' ? tagItems(marks, codebook) : stanceItems(marks, say)),
    ...maybe('size', new Set(marks.map(({ intensity }) => intensity)).size > 1, [
      { tag: 'circle', at: { cx: 4, cy: 8, r: 3 } },
      { tag: 'circle', at: { cx: 12.5, cy: 8, r: 4.5 } },
      { tag: 'circle', at: { cx: 22, cy: 8, r: 5.5 } },
    ]),
    ...maybe(
      'important',
      marks.some(({ important }) => important),
      [{ tag: 'path', at: { d: STAR, transform: 'translate(14 8) scale(1.5)' }, isFilled: true }],
    ),
    ...maybe(
      'published',
      marks.some(({ dateFrom }) => dateFrom === 'publication'),
      [{ tag: 'circle', at: { cx: 14, cy: 8, r: 6.5, 'stroke-dasharray': '3 2.5' } }],
    ),
    ...maybe('wide', unsure || marks.some(({ precision }) => precision !== 'day'), [
      { tag: 'rect', at: { x: 1, y: 2, width: 26, height: 12, rx: 3, 'stroke-dasharray': '4 2.5' } },
    ]),
    ...(hasThreads
      ? threadKindSchema.options
          .filter((kind) => kinds.has(kind))
          .map((kind): LegendItem => ({
            key: `thread ${kind}`,
            label: say('timeline.legend.thread', { kind: say(`thread.kind.${kind}`) }),
            figures: [{ tag: 'line', at: { x1: 0, x2: 28, y1: 8, y2: 8, 'stroke-dasharray': THREAD_DASHES[kind] } }],
          }))
      : []),
  ]
}

function tagItems(marks: readonly Mark[], { tags }: Codebook): LegendItem[] {
  const used = new Set(marks.map(({ tagId }) => tagId))
  return tags
    .filter(({ id }) => used.has(id))
    .map((tag) => ({ key: `tag ${tag.id}`, label: tag.name, face: markFace({ ...PLAIN, tagId: tag.id }, tag, 'tag') }))
}

function stanceItems(marks: readonly Mark[], say: Say): LegendItem[] {
  const used = new Set(marks.map(({ stance }) => stance))
  return [...STANCES, null]
    .filter((stance) => used.has(stance))
    .map((stance) => ({
      key: `stance ${stance ?? ''}`,
      label: stance === null ? say('timeline.legend.noStance') : say(`stance.${stance}`),
      face: markFace({ ...PLAIN, stance }, undefined, 'stance'),
    }))
}
