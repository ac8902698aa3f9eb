/** The sign of each kind of event, beside its name. */
import { CalendarClock, Flame, Handshake, ShieldCheck, UsersRound } from 'lucide-react'
import type { IntlShape } from 'react-intl'
import type { EventKind, LibraryEvent } from '../../../shared/domain/event.ts'
import { formatPartialDate } from '../../lib/say.ts'

export const EVENT_ICONS = {
  round: UsersRound,
  ceasefire: ShieldCheck,
  agreement: Handshake,
  incident: Flame,
  other: CalendarClock,
} as const

/** Tokens of the band of each kind. */
export const EVENT_FILLS: Record<EventKind, string> = {
  round: '--info-soft',
  ceasefire: '--success-soft',
  agreement: '--warning-soft',
  incident: '--danger-soft',
  other: '--surface-hover',
}

export function EventIcon({ kind }: { kind: EventKind }) {
  const Icon = EVENT_ICONS[kind]
  return <Icon size={16} aria-hidden="true" />
}

/** "Oct 18, 2025 – Oct 19, 2025", as precise as it is known. */
export const eventDates = (intl: IntlShape, { starts, ends }: Pick<LibraryEvent, 'starts' | 'ends'>): string =>
  ends === null || ends === starts
    ? formatPartialDate(intl, starts)
    : `${formatPartialDate(intl, starts)} – ${formatPartialDate(intl, ends)}`
