/** Which kind of report, whom or which days it is about, and what it is called. */
import { CalendarRange } from 'lucide-react'
import { reportKindSchema } from '../../../shared/domain/report.ts'
import { isInOrder, type ProposedSpan } from '../../lib/changes-span.ts'
import { DayField } from '../../lib/parts/filter/day-field.tsx'
import { usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useReportDraft } from './draft-store.ts'
import styles from './options.module.css'
import type { ReportState } from './use-report.ts'

export function KindSection({ draft, codebook, spans, since }: ReportState) {
  const say = useSay()
  const set = useReportDraft((state) => state.set)
  const parties = usePartyItems(codebook)
  return (
    <div className={styles.section}>
      <Select
        label={say('reports.kind')}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        hint={say(`reports.about.${draft.kind}`)}
        options={reportKindSchema.options.map((id) => ({ id, label: say(`reports.kind.${id}`), about: say(`reports.about.${id}`) }))}
      />
      {draft.kind === 'dossier' && (
        <ComboBox
          label={say('reports.party')}
          placeholder={say('reports.chooseParty')}
          items={parties}
          value={draft.party === null ? null : String(draft.party)}
          onChange={(id) => set({ party: id === null ? null : Number(id) })}
        />
      )}
      {draft.kind === 'changes' && (
        <SpanFields
          since={draft.since ?? since}
          until={draft.until ?? undefined}
          spans={spans}
          onChange={(span) => set({ since: span.since, until: span.until ?? null })}
        />
      )}
      <TextField
        label={say('reports.reportTitle')}
        placeholder={say('reports.titleDefault')}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={500}
      />
      <TextField
        label={say('reports.subtitle')}
        placeholder={say('reports.subtitleDefault')}
        value={draft.subtitle}
        onChange={(subtitle) => set({ subtitle })}
        maxLength={500}
      />
    </div>
  )
}

export interface SpanFieldsProps {
  since: string
  /** None: up to the day on which the report is made. */
  until: string | undefined
  spans: readonly ProposedSpan[]
  onChange: (span: { since: string; until?: string }) => void
}

/** The days between which one asks what changed, with rounds of talks to choose from. */
export function SpanFields({ since, until, spans, onChange }: SpanFieldsProps) {
  const say = useSay()
  const isBackwards = until !== undefined && !isInOrder(since, until)
  const nameOf = ({ kind }: ProposedSpan): string =>
    'days' in kind
      ? say('changes.lastDays', { days: kind.days })
      : say('changes.betweenRounds', { one: kind.rounds[0], other: kind.rounds[1] })
  return (
    <div className={styles.span}>
      <DayField
        label={say('changes.after')}
        edge="last"
        value={since}
        onChange={(day) => day !== undefined && onChange({ since: day, ...(until !== undefined && { until }) })}
        error={isBackwards ? say('changes.wrongOrder') : undefined}
      />
      <DayField
        label={say('reports.until')}
        edge="last"
        value={until}
        onChange={(day) => onChange({ since, ...(day !== undefined && { until: day }) })}
      />
      <Menu
        label={say('changes.spans')}
        trigger={<Button label={say('changes.spans')} icon={<CalendarRange />} kind="quiet" size="small" />}
      >
        {spans.map((span) => (
          <MenuItem key={nameOf(span)} label={nameOf(span)} onAction={() => onChange({ since: span.then, until: span.now })} />
        ))}
      </Menu>
    </div>
  )
}
