/** What stands in place of the drawing while there is none, and above it where there is too much for one. */
import { CalendarRange, FilterX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Timeline } from '../../../shared/domain/timeline.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay, type Say } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './timeline-view.module.css'
import type { Shown } from './use-shown.ts'

export interface InsteadProps {
  shown: Shown
  say: Say
  hasFilter: boolean
  onClear: () => void
  onRead: () => void
  addEvent: ReactNode
}

/** Null where there is something to draw. */
export function instead({ shown: { all, events, error, again }, say, hasFilter, onClear, onRead, addEvent }: InsteadProps): ReactNode {
  if (error && !all) return <LoadError error={error} onAgain={again} />
  if (!all)
    return (
      <div className={styles.loading}>
        <Spinner label={say('timeline.loading')} />
      </div>
    )
  if (all.statements > 0) return null
  if (hasFilter)
    return (
      <EmptyState
        icon={<FilterX />}
        title={say('timeline.nothingPasses')}
        actions={<Button label={say('filter.clear')} onPress={onClear} />}
      >
        {say('timeline.nothingPasses.about')}
      </EmptyState>
    )
  if (events.length > 0) return null
  return (
    <EmptyState
      icon={<CalendarRange />}
      title={say('timeline.empty')}
      actions={
        <>
          <Button kind="primary" label={say('timeline.read')} onPress={onRead} />
          <span data-add-event>{addEvent}</span>
        </>
      }
    >
      {say('timeline.empty.about')}
    </EmptyState>
  )
}

export function TooMuch({ timeline }: { timeline: Timeline }) {
  const say = useSay()
  if (timeline.bins === null) return null
  return (
    <Banner kind="info" title={say('timeline.tooMuch', { count: timeline.statements })}>
      {say('timeline.tooMuch.about', { unit: timeline.bins.unit })}
    </Banner>
  )
}
