/** The kind of a thread: its letter on its colour, and the word. */
import type { ThreadKind } from '../../../shared/domain/thread-status.ts'
import { useSay } from '../../lib/say.ts'
import { tagSign } from '../../lib/tag-sign.ts'
import type { Hue } from '../../ui/hues.ts'
import { Swatch } from '../../ui/swatch.tsx'

/** The hues of the tags of the same name; a commitment wears that of an offer that was taken. */
const HUES: Readonly<Record<ThreadKind, Hue>> = { demand: 'amber', threat: 'vermilion', commitment: 'teal', position: 'blue' }

export function KindMark({ kind, hideLabel = false }: { kind: ThreadKind; hideLabel?: boolean }) {
  const say = useSay()
  const word = say(`thread.kind.${kind}`)
  return (
    <Swatch
      label={word}
      hue={HUES[kind]}
      letter={tagSign({ letter: null, name: word }).toLocaleUpperCase()}
      size="small"
      hideLabel={hideLabel}
    />
  )
}
