/** What is marked as new in the report: nothing, what was said on or after a day, or what was coded after an earlier report was made. */
import { useIntl } from 'react-intl'
import { useData } from '../../lib/data.ts'
import { DayField } from '../../lib/parts/filter/day-field.tsx'
import { useSay } from '../../lib/say.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { useReportDraft } from './draft-store.ts'
import styles from './options.module.css'
import type { KeptDraft } from './report-draft.ts'

export interface NewSinceSectionProps {
  value: KeptDraft['newSince']
  /** A day to begin with. */
  since: string
}

export function NewSinceSection({ value, since }: NewSinceSectionProps) {
  const say = useSay()
  const intl = useIntl()
  const set = useReportDraft((state) => state.set)
  const { data: runs = [] } = useData('reports.runs', { limit: 100 })
  const [latest] = runs
  const way = value === null ? 'none' : 'day' in value ? 'day' : 'run'
  const choose = (next: typeof way): void => {
    if (next === 'none') set({ newSince: null })
    else if (next === 'day') set({ newSince: { day: since } })
    else if (latest) set({ newSince: { runId: latest.id } })
  }
  return (
    <div className={styles.section}>
      <div className={styles.labelled}>
        <SegmentedControl
          label={say('reports.newSince')}
          size="small"
          value={way}
          onChange={choose}
          options={[
            { id: 'none', label: say('reports.newSince.none') },
            { id: 'day', label: say('reports.newSince.day') },
            { id: 'run', label: say('reports.newSince.run'), isDisabled: !latest },
          ]}
        />
      </div>
      {value !== null && 'day' in value && (
        <DayField
          label={say('reports.newSince.onDay')}
          edge="first"
          value={value.day}
          onChange={(day) => set({ newSince: day === undefined ? null : { day } })}
        />
      )}
      {value !== null && 'runId' in value && (
        <Select
          label={say('reports.newSince.onRun')}
          value={runs.some(({ id }) => id === value.runId) ? String(value.runId) : null}
          placeholder={say('changes.chooseReport')}
          onChange={(id) => set({ newSince: { runId: Number(id) } })}
          options={runs.map((run) => ({
            id: String(run.id),
            label: run.title,
            about: intl.formatDate(run.at, { dateStyle: 'medium', timeStyle: 'short' }),
          }))}
        />
      )}
      <p className={styles.hint}>{say(latest ? `reports.newSince.about.${way}` : 'changes.noReport')}</p>
    </div>
  )
}
