/** Filters of a comparison: days and tags; each is in the address and can be taken away again. */
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './filter-bar.module.css'

const DAY = /^\d{4}-\d{2}-\d{2}$/

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
      <DayField label={say('filter.from')} value={filter.from} onChange={(from) => clean({ ...filter, from })} />
      <DayField label={say('filter.to')} value={filter.to} onChange={(to) => clean({ ...filter, to })} />
      <div className={styles.tags}>
        <TokenField
          label={say('filter.tags')}
          placeholder={say('filter.allTags')}
          items={codebook.tags.map((tag) => ({ id: String(tag.id), label: tag.name, lead: <TagMark tag={tag} short /> }))}
          value={(filter.tags ?? []).map(String)}
          onChange={(ids) => clean({ ...filter, tags: ids.map(Number) })}
        />
      </div>
      {isFiltered && <Button label={say('filter.clear')} icon={<X />} kind="quiet" onPress={() => onChange({})} />}
    </div>
  )
}

function DayField({ label, value, onChange }: { label: string; value: string | undefined; onChange: (value: string | undefined) => void }) {
  const say = useSay()
  const [draft, setDraft] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(false)
  // The day was cleared or set elsewhere: what was half typed gives way.
  useEffect(() => setDraft(null), [value])
  const shown = draft ?? value ?? ''
  const isWrong = draft !== null && draft.trim() !== '' && (isLeft || draft.length >= 10) && !isDay(draft.trim())
  return (
    <div className={styles.day}>
      <TextField
        label={label}
        placeholder={say('date.example')}
        value={shown}
        onChange={(text) => {
          setDraft(text)
          setLeft(false)
        }}
        onCommit={() => {
          setLeft(true)
          if (draft === null) return
          if (draft.trim() === '') onChange(undefined)
          else if (isDay(draft.trim())) onChange(draft.trim())
          else return
          setDraft(null)
        }}
        {...(isWrong && { error: say('filter.wrongDay') })}
      />
    </div>
  )
}

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
