/**
 * The filter of a view: a button that opens all there is to choose from, and a chip for every choice that is on. The same for every
 * view; the view keeps the filter in its address.
 */
import { ListFilter, X } from 'lucide-react'
import { useRef } from 'react'
import type { Filter } from '../../../../shared/domain/filter.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useSay } from '../../say.ts'
import styles from './filter-bar.module.css'
import { FilterPanel } from './filter-panel.tsx'
import { partsOf, withoutPart } from './filter-set.ts'
import { useFilterWords } from './use-filter-words.ts'

export interface FilterBarProps {
  filter: Filter
  onChange: (filter: Filter) => void
}

export function FilterBar({ filter, onChange }: FilterBarProps) {
  const say = useSay()
  const words = useFilterWords(filter)
  const bar = useRef<HTMLDivElement>(null)
  const parts = partsOf(filter)
  /** The chip is gone with its button: the focus goes to the one before it, else to the button that opens the panel. */
  const take = (index: number): void => {
    const part = parts[index]
    if (!part) return
    onChange(withoutPart(filter, part))
    bar.current?.querySelectorAll('button')[index]?.focus()
  }
  return (
    <div ref={bar} className={styles.bar} role="group" aria-label={say('filter.label')}>
      <Popover
        label={say('filter.label')}
        trigger={<Button label={say('filter.open', { count: parts.length })} icon={<ListFilter />} kind="standard" size="small" />}
      >
        <FilterPanel filter={filter} onChange={onChange} />
      </Popover>
      {parts.map((part, index) => (
        <Chip key={`${part.kind} ${part.value}`} label={words(part)} onRemove={() => take(index)} />
      ))}
      {parts.length > 0 && <Button label={say('filter.clear')} icon={<X />} kind="quiet" size="small" onPress={() => onChange({})} />}
    </div>
  )
}
