/** What the surface says aloud and names its parts, in the words of the interface. */
import type { Mark, SurfaceStrings } from '../../lib/reader-surface/reader-surface.ts'
import type { Say } from '../../lib/say.ts'

const named = (mark: Mark): string => (mark.detail ? `${mark.label}, ${mark.detail}` : mark.label)

export function surfaceStrings(say: Say, title: string): SurfaceStrings {
  return {
    label: say('reader.label', { title }),
    help: say('reader.help'),
    margin: say('reader.margin'),
    chip: (mark) => say('reader.chip', { name: named(mark) }),
    more: (count) => say('reader.more', { count }),
    entered: (mark, { words, overlaps }) => say('reader.entered', { name: named(mark), words, overlaps }),
    left: (mark) => say('reader.left', { name: mark.label }),
    selected: (words) => (words === null ? say('reader.selectedMany') : say('reader.selected', { words })),
    cleared: say('reader.cleared'),
  }
}
