/** All that a view can be filtered by. Every choice takes effect at once; choices of one kind widen, kinds narrow each other. */
import type { Counted } from '../../../../shared/domain/article-table.ts'
import { annotationStatusSchema, attributionSchema, confidenceSchema } from '../../../../shared/domain/annotation.ts'
import type { Filter } from '../../../../shared/domain/filter.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TokenField } from '../../../ui/token-field.tsx'
import { useCodebook } from '../../codebook.ts'
import { useData } from '../../data.ts'
import { useSay } from '../../say.ts'
import { useIssueItems, usePartyItems } from '../party-items.ts'
import { TagMark } from '../tag-mark.tsx'
import { DayField } from './day-field.tsx'
import styles from './filter-bar.module.css'
import { cleanFilter } from './filter-set.ts'

const NO_VALUES: Counted[] = []

export function FilterPanel({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const say = useSay()
  const codebook = useCodebook()
  const parties = usePartyItems(codebook)
  const issues = useIssueItems(codebook)
  const { data: collections = [] } = useData('collections.list', {})
  const { data: facets } = useData('articles.facets', { filter: {}, facets: ['outlet', 'coder'] })
  const valuesOf = (facet: string): Counted[] => facets?.find((one) => one.facet === facet)?.values ?? NO_VALUES
  const set = (patch: Partial<Filter>): void => onChange(cleanFilter({ ...filter, ...patch }))
  const isBackwards = filter.from !== undefined && filter.to !== undefined && filter.to < filter.from
  const outlets = valuesOf('outlet').filter(({ value }) => value !== '')
  return (
    <div className={styles.panel}>
      <DayField label={say('filter.from')} edge="first" value={filter.from} onChange={(from) => set({ from })} />
      <DayField
        label={say('filter.to')}
        edge="last"
        value={filter.to}
        onChange={(to) => set({ to })}
        error={isBackwards ? say('filter.backwards') : undefined}
      />
      <TokenField
        label={say('filter.tags')}
        placeholder={say('filter.allTags')}
        items={codebook.tags.map((tag) => ({ id: String(tag.id), label: tag.name, lead: <TagMark tag={tag} short /> }))}
        value={(filter.tags ?? []).map(String)}
        onChange={(ids) => set({ tags: ids.map(Number) })}
      />
      <TokenField
        label={say('filter.parties')}
        placeholder={say('filter.allParties')}
        items={parties}
        value={(filter.parties ?? []).map(String)}
        onChange={(ids) => set({ parties: ids.map(Number) })}
      />
      <TokenField
        label={say('filter.issues')}
        placeholder={say('filter.allIssues')}
        items={issues}
        value={(filter.issues ?? []).map(String)}
        onChange={(ids) => set({ issues: ids.map(Number) })}
      />
      <TokenField
        label={say('filter.outlets')}
        placeholder={say('filter.allOutlets')}
        items={outlets.map(({ value, label }) => ({ id: value, label: label ?? value }))}
        value={filter.outlets ?? []}
        onChange={(names) => set({ outlets: names })}
      />
      <TokenField
        label={say('filter.collections')}
        placeholder={say('filter.allCollections')}
        items={collections.map(({ id, name }) => ({ id: String(id), label: name }))}
        value={(filter.collections ?? []).map(String)}
        onChange={(ids) => set({ collections: ids.map(Number) })}
      />
      <TokenField
        label={say('filter.coders')}
        placeholder={say('filter.allCoders')}
        items={valuesOf('coder').map(({ value, label }) => ({ id: value, label: label ?? value }))}
        value={(filter.coders ?? []).map(String)}
        onChange={(ids) => set({ coders: ids.map(Number) })}
      />
      <Checks
        label={say('filter.attributions')}
        options={attributionSchema.options.map((id) => ({ id, label: say(`attribution.${id}`) }))}
        value={filter.attributions ?? []}
        onChange={(attributions) => set({ attributions })}
        isWide
      />
      <Checks
        label={say('filter.statuses')}
        options={annotationStatusSchema.options.map((id) => ({ id, label: say(`coding.status.${id}`) }))}
        value={filter.statuses ?? []}
        onChange={(statuses) => set({ statuses })}
      />
      <Checks
        label={say('filter.confidences')}
        options={confidenceSchema.options.map((id) => ({ id, label: say(`confidence.${id}`) }))}
        value={filter.confidences ?? []}
        onChange={(confidences) => set({ confidences })}
      />
      <Checkbox
        label={say('filter.importantOnly')}
        value={filter.importantOnly ?? false}
        onChange={(importantOnly) => set({ importantOnly })}
      />
      <Checkbox label={say('filter.storyOnce')} value={filter.storyOnce ?? false} onChange={(storyOnce) => set({ storyOnce })} />
    </div>
  )
}

interface ChecksProps<T extends string> {
  label: string
  options: readonly { id: T; label: string }[]
  value: readonly T[]
  onChange: (value: T[]) => void
  isWide?: boolean
}

/** Any of a few; none chosen means any. */
function Checks<T extends string>({ label, options, value, onChange, isWide = false }: ChecksProps<T>) {
  return (
    <fieldset className={`${styles.checks} ${isWide ? styles.wide : ''}`}>
      <legend>{label}</legend>
      {options.map((option) => (
        <Checkbox
          key={option.id}
          label={option.label}
          value={value.includes(option.id)}
          onChange={(isOn) => onChange(isOn ? [...value, option.id] : value.filter((one) => one !== option.id))}
        />
      ))}
    </fieldset>
  )
}
