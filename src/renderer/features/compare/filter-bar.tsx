/** Filters of a comparison: days and tags; each is in the address and can be taken away again. */
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Filter } from '../../../shared/domain/filter.ts'
import { datePrecision, dayRange, dayToIso, isPartialDate } from '../../../shared/domain/partial-date.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './filter-bar.module.css'

export function FilterBar({ filter, codebook, onChange }: { filter: Filter; codebook: Codebook; onChange: (filter: Filter) => void }) {
  const say = useSay()
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const clean = (next: Filter): void =>
    onChange(
      Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
      ),
    )
  return (
    <div className={styles.bar} role="group" aria-label={say('filter.label')}>
      <DayField label={say('filter.from')} edge="first" value={filter.from} onChange={(from) => clean({ ...filter, from })} />
      <DayField label={say('filter.to')} edge="last" value={filter.to} onChange={(to) => clean({ ...filter, to })} />
      <div className={styles.tags}>
        <TokenField
          label={say('filter.tags')}
          placeholder={say('filter.allTags')}
          items={codebook.tags.map((tag) => ({ id: String(tag.id), label: tag.name, lead: <TagMark tag={tag} short /> }))}
          value={(filter.tags ?? []).map(String)}
          onChange={(ids) => clean({ ...filter, tags: ids.map(Number) })}
        />
      </div>
      <Checkbox
        label={say('filter.storyOnce')}
        value={filter.storyOnce ?? false}
        onChange={(storyOnce) => clean({ ...filter, storyOnce: storyOnce || undefined })}
      />
      {isFiltered && <Button label={say('filter.clear')} icon={<X />} kind="quiet" onPress={() => onChange({})} />}
    </div>
  )
}

interface DayFieldProps {
  label: string
  /** Which day a month or a year stands for. */
  edge: 'first' | 'last'
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function DayField({ label, edge, value, onChange }: DayFieldProps) {
  const say = useSay()
  const [draft, setDraft] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(false)
  // The day was cleared or set elsewhere: what was half typed gives way.
  useEffect(() => setDraft(null), [value])
  const typed = draft?.trim() ?? ''
  const isWrong = isLeft && typed !== '' && dayOf(typed, edge) === null
  return (
    <div className={styles.day}>
      <TextField
        label={label}
        placeholder={say('filter.anyDate')}
        value={draft ?? value ?? ''}
        onChange={(text) => {
          setDraft(text)
          setLeft(false)
        }}
        onCommit={() => {
          setLeft(true)
          if (draft === null) return
          const day = typed === '' ? undefined : dayOf(typed, edge)
          if (day === null) return
          onChange(day)
          setDraft(null)
        }}
        {...(isWrong && { error: say('filter.wrongDay') })}
      />
    </div>
  )
}

/** The day that a day, a month or a year means at this end of a range; null for anything else. */
function dayOf(text: string, edge: 'first' | 'last'): string | null {
  if (!isPartialDate(text) || datePrecision(text) === 'time') return null
  return dayToIso(dayRange(text)[edge])
}
