/** What stands in place of the network: still under way, nobody who takes a side, or sides that never meet. Each says what to do. */
import { LoaderCircle, Waypoints } from 'lucide-react'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './network-view.module.css'

export interface NetworkEmptyProps {
  parties: number
  isFiltered: boolean
  onClearFilter: () => void
  /** Counts all statements; null where they are counted. */
  onAll: (() => void) | null
}

export function NetworkEmpty({ parties, isFiltered, onClearFilter, onAll }: NetworkEmptyProps) {
  const say = useSay()
  return (
    <EmptyState
      icon={<Waypoints />}
      title={say(isFiltered ? 'network.nothingFits' : parties < 2 ? 'network.empty' : 'network.apart')}
      actions={
        (isFiltered || onAll) && (
          <>
            {isFiltered && <Button label={say('filter.clear')} kind="primary" onPress={onClearFilter} />}
            {onAll && <Button label={say('network.countAll')} onPress={onAll} />}
          </>
        )
      }
    >
      {say(isFiltered ? 'network.nothingFitsText' : parties < 2 ? 'network.emptyText' : 'network.apartText')}
    </EmptyState>
  )
}

/** Where links are there, but none as strong as asked for. */
export function NetworkNoLinks({ onShowAll }: { onShowAll: () => void }) {
  const say = useSay()
  return (
    <EmptyState
      icon={<Waypoints />}
      title={say('network.noLinks')}
      actions={<Button label={say('network.showAll')} kind="primary" onPress={onShowAll} />}
    >
      {say('network.noLinksText')}
    </EmptyState>
  )
}

/** Circles at their places to come, in grey. */
export function NetworkSkeleton() {
  const say = useSay()
  return (
    <div className={styles.skeleton} aria-busy="true">
      <VisuallyHidden elementType="div" role="status">
        {say('network.loading')}
      </VisuallyHidden>
      <LoaderCircle className={styles.turning} aria-hidden="true" />
      <svg viewBox="-160 -120 320 240" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((index) => {
          const angle = (2 * Math.PI * index) / 5
          return <circle key={index} cx={100 * Math.cos(angle)} cy={80 * Math.sin(angle)} r={index % 2 === 0 ? 14 : 9} />
        })}
      </svg>
    </div>
  )
}
