/** What goes into the report: which statements, at which level of parties, and which parts. */
import { partyLevelSchema } from '../../../shared/domain/compare.ts'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { useSay } from '../../lib/say.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ArticlesField } from './articles-field.tsx'
import { useReportDraft } from './draft-store.ts'
import styles from './options.module.css'
import { hasLevel, includesOf, type ReportDraft } from './report-draft.ts'

export function ContentSection({ draft }: { draft: ReportDraft }) {
  const say = useSay()
  const set = useReportDraft((state) => state.set)
  const { kind, filter, include, quotesOnly } = draft
  const { articles, ...rest } = filter
  const kept = kind === 'annotated' ? articles : undefined
  return (
    <div className={styles.section}>
      {kind === 'annotated' && (
        <ArticlesField value={filter.articles ?? []} onChange={(articles) => set({ filter: { ...filter, articles } })} />
      )}
      <div className={styles.labelled}>
        <span className={styles.label} aria-hidden="true">
          {say('reports.statements')}
        </span>
        {/* The articles of an annotated report are chosen above. */}
        <FilterBar
          filter={kind === 'annotated' ? rest : filter}
          onChange={(next) => set({ filter: kept ? { ...next, articles: kept } : next })}
        />
      </div>
      {hasLevel(kind) && (
        <div className={styles.labelled}>
          <span className={styles.label} aria-hidden="true">
            {say('compare.level')}
          </span>
          <SegmentedControl
            label={say('compare.level')}
            size="small"
            value={draft.level}
            onChange={(level) => set({ level })}
            options={partyLevelSchema.options.toReversed().map((id) => ({ id, label: say(`compare.level.${id}`) }))}
          />
        </div>
      )}
      <fieldset className={styles.checks}>
        <legend className={styles.label}>{say('reports.include')}</legend>
        {includesOf(kind).map((part) => (
          <Checkbox
            key={part}
            label={say(`reports.include.${part}`)}
            value={include[part] && !(quotesOnly && part === 'notes')}
            isDisabled={quotesOnly && part === 'notes'}
            onChange={(isIn) => set({ include: { ...include, [part]: isIn } })}
          />
        ))}
      </fieldset>
      <Checkbox
        label={say('reports.quotesOnly')}
        hint={say('reports.quotesOnlyHint')}
        value={quotesOnly}
        onChange={(isOn) => set({ quotesOnly: isOn })}
      />
    </div>
  )
}
