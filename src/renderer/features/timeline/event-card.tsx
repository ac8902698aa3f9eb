/** An event as one reads it: what, when, where, the note; and what can be done with it. Changing it is one step further. */
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { LibraryEvent } from '../../../shared/domain/event.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EventIcon, eventDates } from './event-kind.tsx'
import styles from './event-form.module.css'

export interface EventCardProps {
  event: LibraryEvent
  canEdit: boolean
  onSpan: () => void
  onSaid: () => void
  onEdit: () => void
}

export function EventCard({ event, canEdit, onSpan, onSaid, onEdit }: EventCardProps) {
  const say = useSay()
  const intl = useIntl()
  const fact = (name: string, value: ReactNode) => (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>
        <bdi>{event.title}</bdi>
      </h2>
      <dl className={styles.facts}>
        {fact(
          say('event.kind'),
          <span className={styles.kind}>
            <EventIcon kind={event.kind} /> {say(`event.kind.${event.kind}`)}
          </span>,
        )}
        {fact(say('event.days'), eventDates(intl, event))}
        {event.place !== '' && fact(say('event.place'), event.place)}
        {event.note !== '' && fact(say('event.note'), <span className={styles.note}>{event.note}</span>)}
      </dl>
      <footer className={styles.actions}>
        <Button label={say('event.showSpan')} onPress={onSpan} />
        <Button label={say('event.said')} onPress={onSaid} />
        {canEdit && <Button label={say('event.edit')} onPress={onEdit} className={styles.last ?? ''} />}
      </footer>
    </div>
  )
}
