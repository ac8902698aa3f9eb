/** What floats over the timeline: an event to be read, an event to be changed, or the statements behind a count. */
import { eventDays, type LibraryEvent } from '../../../shared/domain/event.ts'
import type { Mark, Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Popover } from '../../ui/popover.tsx'
import { EventCard } from './event-card.tsx'
import { draftOf, EventForm, type EventDraft } from './event-form.tsx'
import { HiddenList } from './hidden-list.tsx'
import type { MarkWords } from './use-mark-words.ts'

export type Floating = { anchor: AnchorRect } & (
  { kind: 'event'; event: LibraryEvent } | { kind: 'form'; draft: EventDraft } | { kind: 'hidden'; marks: readonly Mark[] }
)

export interface TimelinePopoverProps {
  floating: Floating | null
  onFloat: (floating: Floating | null) => void
  timeline: Timeline | undefined
  codebook: Codebook
  words: MarkWords
  today: number
  canWrite: boolean
  /** Days that are to be seen, both included. */
  onDays: (first: number, last: number) => void
  onSaid: (event: LibraryEvent) => void
  onOpen: (id: number) => void
  onRemoved: () => void
}

export function TimelinePopover(props: TimelinePopoverProps) {
  const { floating, onFloat, timeline, codebook, words, onDays } = props
  const say = useSay()
  const close = (): void => onFloat(null)
  const label =
    floating?.kind === 'hidden'
      ? say('timeline.hidden.label')
      : say(floating?.kind === 'form' && floating.draft.id === null ? 'event.new' : 'event.change')
  return (
    <Popover label={label} anchor={floating?.anchor ?? null} onClose={close}>
      {floating?.kind === 'event' && (
        <EventCard
          event={floating.event}
          canEdit={props.canWrite}
          onSpan={() => {
            close()
            props.onDays(...daysOf(floating.event))
          }}
          onSaid={() => {
            close()
            props.onSaid(floating.event)
          }}
          onEdit={() => onFloat({ kind: 'form', draft: draftOf(floating.event), anchor: floating.anchor })}
        />
      )}
      {floating?.kind === 'form' && (
        <EventForm draft={floating.draft} today={props.today} isReadOnly={!props.canWrite} onClose={close} onRemoved={props.onRemoved} />
      )}
      {floating?.kind === 'hidden' && timeline && (
        <HiddenList
          marks={floating.marks}
          timeline={timeline}
          codebook={codebook}
          words={words}
          onOpen={(id) => {
            close()
            props.onOpen(id)
          }}
          onNear={() => {
            close()
            onDays(Math.min(...floating.marks.map(({ first }) => first)), Math.max(...floating.marks.map(({ last }) => last)))
          }}
        />
      )}
    </Popover>
  )
}

function daysOf(event: LibraryEvent): [number, number] {
  const { first, last } = eventDays(event)
  return [first, last]
}
