/**
 * What changed between two days, or since a report: who moved and how, who fell silent, which threads were answered or are overdue, each
 * with the quote then and the quote now. Up and down go from line to line, Enter opens what the line is about.
 */
import { History } from 'lucide-react'
import { useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { Evidence, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { CopySource } from '../../lib/copied-table.ts'
import { useData } from '../../lib/data.ts'
import { isFiltered } from '../../lib/parts/filter/filter-set.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import type { ComparePlace } from '../../lib/places.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { changesPicture, changesTable } from './changes-copy.ts'
import { ChangesControls } from './changes-controls.tsx'
import { ChangesGroup } from './changes-group.tsx'
import { groupChanges, type ChangeGroup, type ChangeKind } from './changes-groups.ts'
import { isInOrder, proposedSpans } from '../../lib/changes-span.ts'
import styles from './changes-view.module.css'

export interface ChangesViewProps {
  filter: Filter
  level: PartyLevel
  codebook: Codebook
  place: Pick<ComparePlace, 'then' | 'now' | 'report' | 'by'>
  onPlace: (patch: Pick<ComparePlace, 'then' | 'now' | 'report' | 'by'>) => void
  onClearFilter: () => void
  onOpenEvidence: (evidence: Evidence) => void
  onOpenCell: (cell: { issue: number; party: number }) => void
  onOpenThread: (threadId: number) => void
  onCopySource?: Ref<CopySource>
}

const NO_KINDS: ReadonlySet<ChangeKind> = new Set()

export function ChangesView(props: ChangesViewProps) {
  const { filter, level, codebook, place, onPlace, onClearFilter, onOpenEvidence, onOpenCell, onOpenThread, onCopySource } = props
  const say = useSay()
  const dateText = useDateText()
  const { data: events } = useData('events.list', {})
  const { data: runs } = useData('reports.runs', {})
  const [kinds, setKinds] = useState(NO_KINDS)
  const list = useRef<HTMLDivElement>(null)
  const { data: clock } = useData('timeline.today', {})
  const spans = useMemo(() => (events && clock ? proposedSpans(events, clock.today) : []), [events, clock])
  const then = place.then ?? spans[0]?.then ?? ''
  const now = place.now ?? (place.then === undefined ? spans[0]?.now : undefined) ?? spans.at(-1)?.now ?? ''
  const report = place.report ?? null
  const asked = report === null ? { then, now } : { report, basis: 'coded' as const }
  const isOrdered = report !== null || isInOrder(then, now)
  const isKnown = report !== null || spans.length > 0
  const { data: answer, error, refetch } = useData('compare.changes', { ...asked, filter, level }, { enabled: isKnown && isOrdered })
  const data = isOrdered && !error ? answer : undefined
  const by = place.by ?? 'kind'
  const groups = useMemo(() => (data ? groupChanges(data, by, kinds, codebook) : []), [data, by, kinds, codebook])
  const nameOf = ({ key }: ChangeGroup): string => {
    if (typeof key === 'string') return say(`changes.head.${key}`)
    if (key === null) return say(by === 'party' ? 'changes.noParty' : 'compare.noIssue')
    return (by === 'party' ? codebook.partyById.get(key)?.name : codebook.issueById.get(key)?.path.join(' › ')) ?? ''
  }
  useImperativeHandle(onCopySource, () => {
    const table = (): ReturnType<typeof changesTable> => changesTable(groups, codebook, { say, dateText })
    return { table, picture: () => changesPicture(say('compare.copy.changes'), table()) }
  })
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
    const at = lines.findIndex((line) => line.closest('li')?.contains(document.activeElement))
    if (step === 0 || at < 0) return
    event.preventDefault()
    lines[at + step]?.focus()
  }
  const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const counts = data?.counts ?? []
  const total = counts.reduce((sum, { kind, count }) => sum + (kinds.size === 0 || kinds.has(kind) ? count : 0), 0)
  return (
    <div className={styles.view}>
      <ChangesControls
        then={then}
        now={now}
        report={report}
        spans={spans}
        runs={runs ?? []}
        grouping={by}
        kinds={kinds}
        counts={counts}
        onSpan={(span) => onPlace({ then: span.then, now: span.now, report: span.report })}
        onGrouping={(next) => onPlace({ by: next })}
        onKinds={setKinds}
      />
      <p className={styles.summary} role="status">
        {data &&
          (report === null
            ? say('changes.summary', { count: total, then: dateText(data.then), now: dateText(data.now) })
            : say('changes.summaryReport', { count: total, title: data.report?.title ?? '', at: dateText(data.then) }))}
        {total > shown && ` ${say('changes.beyond', { count: total - shown })}`}
      </p>
      {!isOrdered ? (
        <EmptyState
          icon={<History />}
          title={say('changes.wrongOrder')}
          actions={<Button label={say('changes.swap')} kind="primary" onPress={() => onPlace({ then: now, now: then })} />}
        />
      ) : error ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : !data ? (
        <div className={styles.waiting}>
          <Spinner label={say('compare.loading')} />
        </div>
      ) : shown === 0 ? (
        <EmptyState
          icon={<History />}
          title={say('changes.nothing')}
          actions={isFiltered(filter) && <Button label={say('filter.clear')} kind="primary" onPress={onClearFilter} />}
        >
          {say('changes.nothingText')}
        </EmptyState>
      ) : (
        <div ref={list} className={styles.groups} onKeyDown={walk} role="presentation">
          {groups.map((group) => (
            <ChangesGroup
              key={`${by} ${group.key}`}
              name={nameOf(group)}
              count={by === 'kind' ? (counts.find(({ kind }) => kind === group.key)?.count ?? 0) : group.lines.length}
              lines={group.lines}
              showsKind={by !== 'kind'}
              codebook={codebook}
              onOpenEvidence={onOpenEvidence}
              onOpenCell={onOpenCell}
              onOpenThread={onOpenThread}
            />
          ))}
        </div>
      )}
    </div>
  )
}
