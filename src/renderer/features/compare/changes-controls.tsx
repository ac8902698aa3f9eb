/** Between which two days, or since which report; how the lines are grouped, and which kinds of change are shown. */
import { CalendarRange } from 'lucide-react'
import type { Changes, ReportRun } from '../../../shared/domain/changes.ts'
import { DayField } from '../../lib/parts/filter/day-field.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import { CHANGE_GROUPINGS, CHANGE_KINDS, type ChangeGrouping, type ChangeKind } from './changes-groups.ts'
import { isInOrder, type ProposedSpan } from '../../lib/changes-span.ts'
import styles from './changes-view.module.css'
import { useFormatMoment } from './use-format-moment.ts'

export interface ChangesControlsProps {
  then: string
  now: string
  report: number | null
  spans: readonly ProposedSpan[]
  runs: readonly ReportRun[]
  grouping: ChangeGrouping
  kinds: ReadonlySet<ChangeKind>
  counts: Changes['counts']
  onSpan: (span: { then?: string; now?: string; report?: number }) => void
  onGrouping: (grouping: ChangeGrouping) => void
  onKinds: (kinds: ReadonlySet<ChangeKind>) => void
}

export function ChangesControls(props: ChangesControlsProps) {
  const { then, now, report, spans, runs, grouping, kinds, counts, onSpan, onGrouping, onKinds } = props
  const say = useSay()
  const formatMoment = useFormatMoment()
  const nameOf = ({ kind }: ProposedSpan): string =>
    'days' in kind
      ? say('changes.lastDays', { days: kind.days })
      : say('changes.betweenRounds', { one: kind.rounds[0], other: kind.rounds[1] })
  const toggle = (kind: ChangeKind, isOn: boolean): void =>
    onKinds(new Set(isOn ? [...kinds, kind] : [...kinds].filter((one) => one !== kind)))
  const [latest] = runs
  return (
    <div className={styles.controls}>
      <div className={styles.row}>
        <SegmentedControl
          label={say('changes.since.label')}
          value={report === null ? 'days' : 'report'}
          onChange={(kind) => (kind === 'days' ? onSpan({ then, now }) : latest && onSpan({ report: latest.id }))}
          options={[
            { id: 'days', label: say('changes.days') },
            { id: 'report', label: say('changes.report'), isDisabled: !latest },
          ]}
        />
        {report === null ? (
          <>
            <DayField
              label={say('changes.after')}
              edge="last"
              value={then}
              error={isInOrder(then, now) ? undefined : say('changes.wrongOrder')}
              onChange={(day) => day !== undefined && onSpan({ then: day, now })}
            />
            <DayField
              label={say('changes.upTo')}
              edge="last"
              value={now}
              onChange={(day) => day !== undefined && onSpan({ then, now: day })}
            />
            <Menu label={say('changes.spans')} trigger={<Button label={say('changes.spans')} icon={<CalendarRange />} kind="quiet" />}>
              {spans.map((span) => (
                <MenuItem key={nameOf(span)} label={nameOf(span)} onAction={() => onSpan({ then: span.then, now: span.now })} />
              ))}
            </Menu>
          </>
        ) : (
          <Select
            label={say('changes.report')}
            value={runs.some(({ id }) => id === report) ? String(report) : null}
            placeholder={say('changes.chooseReport')}
            onChange={(id) => onSpan({ report: Number(id) })}
            options={runs.map((run) => ({ id: String(run.id), label: run.title, detail: formatMoment(run.at) }))}
          />
        )}
        {!latest && report === null && <p className={styles.hint}>{say('changes.noReport')}</p>}
        <span className={styles.grouping}>
          <SegmentedControl
            label={say('changes.group')}
            size="small"
            value={grouping}
            onChange={onGrouping}
            options={CHANGE_GROUPINGS.map((id) => ({ id, label: say(`changes.group.${id}`) }))}
          />
        </span>
      </div>
      {counts.length > 1 && (
        <div className={styles.kinds} role="group" aria-label={say('changes.kinds')}>
          {CHANGE_KINDS.flatMap((kind) => {
            const count = counts.find((one) => one.kind === kind)?.count ?? 0
            if (count === 0) return []
            const label = say('changes.kindCount', { kind: say(`changes.kind.${kind}`), count })
            return [
              <ToggleButton
                key={kind}
                label={label}
                kind="standard"
                size="small"
                value={kinds.has(kind)}
                onChange={(isOn) => toggle(kind, isOn)}
              />,
            ]
          })}
        </div>
      )}
    </div>
  )
}
