/** The ledger: who asks, threatens, promises or holds what, and who owes an answer. All that is looked at is in the address. */
import { FileOutput, ListChecks, Plus, Search, SlidersHorizontal, Sparkles } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import { threadKindSchema } from '../../../shared/domain/thread-status.ts'
import { useCodebook } from '../../lib/codebook.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
import { useCanWrite, useData } from '../../lib/data.ts'
import { useColumns } from '../../lib/grid/use-columns.ts'
import { useTableSettings } from '../../lib/grid/use-table-settings.ts'
import { ledgerGroupSchema, ledgerPlaceSchema, ledgerViewSchema, type LedgerPlace } from '../../lib/ledger-place.ts'
import { CopyMenu } from '../../lib/parts/copy-menu.tsx'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { SavedViews } from '../../lib/parts/filter/saved-views.tsx'
import { LoadError } from '../../lib/parts/load-error.tsx'
import type { ReportsPlace } from '../../lib/reports-place.ts'
import { useSay } from '../../lib/say.ts'
import { useTyped } from '../../lib/use-typed.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChecks, MenuSeparator } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { arrange, countsOf } from './arrange.ts'
import { LEDGER_SET } from './columns.ts'
import { ComplianceTable } from './compliance-table.tsx'
import { LedgerTable } from './ledger-table.tsx'
import styles from './ledger-view.module.css'
import { ProposalsView } from './proposals-view.tsx'
import { StatusChips } from './status-chips.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useLedgerWords, useNames } from './use-ledger-words.tsx'

export interface LedgerViewProps {
  place: LedgerPlace
  onPlace: (place: LedgerPlace, options?: { replace?: boolean }) => void
  /** The thread that was opened from the table when it was last on screen. */
  leftAt: number | null
  onOpen: (threadId: number) => void
  onNew: () => void
  onOpenEvidence: (evidence: Evidence) => void
  /** To the reader, where threads begin. */
  onRead: () => void
  /** To a report on what is shown. */
  onReport: (place: ReportsPlace) => void
}

export function LedgerView({ place, onPlace, leftAt, onOpen, onNew, onOpenEvidence, onRead, onReport }: LedgerViewProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const codebook = useCodebook()
  const names = useNames(codebook)
  const { settings, change } = useTableSettings('ledger')
  const { view = 'threads', filter = NO_FILTER, kind, statuses = NO_STATUSES, text = '', sort, group } = place
  const set = (patch: Partial<LedgerPlace>, replace = true): void => onPlace(tidy({ ...place, ...patch }), { replace })
  // Counts of chips are of all threads, whatever is looked for.
  const { data: whole } = useData('threads.ledger', {})
  const { data, error, refetch, isPlaceholderData } = useData('threads.ledger', { filter, ...(text !== '' && { text }) })
  const [typed, setTyped] = useTyped(text, (next) => set({ text: next.trim() === '' ? undefined : next }))
  const arranged = useMemo(
    () => arrange(data?.rows ?? [], { kind, statuses, sort, group }, names),
    [data?.rows, kind, statuses, sort, group, names],
  )
  const counts = useMemo(() => countsOf(whole?.rows ?? []), [whole?.rows])
  const columns = useColumns({
    set: LEDGER_SET,
    settings,
    change,
    sort: sort ?? [],
    onSort: (next) => set({ sort: next.length === 0 ? undefined : next }),
  })
  const words = useLedgerWords(names, {
    group: group ?? null,
    asOfDay: data ? dayRange(data.asOf).first : 0,
    isDense: settings.dense,
    onOpen,
  })
  const grid = useRef<{ focus: () => void }>(null)
  const page = useRef<HTMLElement>(null)
  useKeptFocus(page, () => grid.current?.focus())
  const compliance = useRef<() => CopiedTable | null>(null)
  const isNarrowed = kind !== undefined || statuses.length > 0 || text !== '' || Object.keys(filter).length > 0

  const empty = !data ? (
    <Spinner label={say('ledger.loading')} />
  ) : data.rows.length === 0 && !isNarrowed ? (
    <EmptyState
      icon={<ListChecks />}
      title={say('ledger.empty')}
      actions={
        <>
          <Button label={say('ledger.toReader')} onPress={onRead} />
          <Button label={say('ledger.toProposals')} icon={<Sparkles />} onPress={() => set({ view: 'proposals' }, false)} />
        </>
      }
    >
      {say('ledger.emptyText')}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<Search />}
      title={say('ledger.nothingFits')}
      actions={
        <Button
          label={say('ledger.showAll')}
          onPress={() => set({ kind: undefined, statuses: undefined, text: undefined, filter: undefined })}
        />
      }
    >
      {say('ledger.nothingFitsText')}
    </EmptyState>
  )
  const table = (): CopiedTable | null => {
    if (!data) return null
    const byId = new Map(data.rows.map((row) => [row.id, row]))
    return {
      head: columns.shown.map((column) => say(`ledger.column.${column}`)),
      rows: arranged.ids.flatMap((id) => {
        const row = byId.get(id)
        return row ? [columns.shown.map((column) => words.text(column, row))] : []
      }),
    }
  }

  return (
    <section ref={page} className={styles.page} aria-label={say('ledger.title')}>
      <header className={styles.head}>
        <h1 className={styles.title}>{say('ledger.title')}</h1>
        <SegmentedControl
          label={say('ledger.view')}
          value={view}
          onChange={(next) => set({ view: next === 'threads' ? undefined : next }, false)}
          options={ledgerViewSchema.options.map((id) => ({ id, label: say(`ledger.view.${id}`) }))}
        />
        <span className={styles.space} />
        <SavedViews view="ledger" place={place} onOpen={(next) => onPlace(ledgerPlaceSchema.parse(next))} />
        {view !== 'proposals' && (
          <CopyMenu
            name={say(view === 'threads' ? 'ledger.title' : 'ledger.view.compliance')}
            table={() => (view === 'threads' ? table() : (compliance.current?.() ?? null))}
          />
        )}
        <IconButton label={say('reports.fromLedger')} icon={<FileOutput />} onPress={() => onReport({ kind: 'ledger', filter })} />
        <Button label={say('ledger.new')} icon={<Plus />} kind="primary" size="small" isDisabled={!canWrite} onPress={onNew} />
      </header>
      {view !== 'proposals' && (
        <div className={styles.tools}>
          {view === 'threads' && (
            <SegmentedControl
              label={say('ledger.kinds')}
              size="small"
              value={kind ?? 'all'}
              onChange={(next) => set({ kind: next === 'all' ? undefined : next })}
              options={(['all', ...threadKindSchema.options] as const).map((id) => ({
                id,
                label: say(`ledger.kind.${id}`, { count: counts.byKind.get(id) ?? 0 }),
              }))}
            />
          )}
          <SearchField
            label={say('ledger.find')}
            placeholder={say('ledger.find')}
            value={typed}
            onChange={setTyped}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || event.altKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              grid.current?.focus()
            }}
            className={styles.search}
          />
          <FilterBar filter={filter} onChange={(next) => set({ filter: next })} />
          {view === 'threads' && (
            <>
              <span className={styles.space} />
              <Select
                label={say('ledger.group')}
                hideLabel
                isQuiet
                value={group ?? 'none'}
                onChange={(next) => set({ group: next === 'none' ? undefined : next })}
                options={(['none', ...ledgerGroupSchema.options] as const).map((id) => ({ id, label: say(`ledger.group.${id}`) }))}
              />
              <Menu
                label={say('ledger.tableView')}
                placement="bottom end"
                trigger={<IconButton label={say('ledger.tableView')} icon={<SlidersHorizontal />} size="small" />}
              >
                <MenuChecks
                  label={say('ledger.columns')}
                  value={columns.all.filter(columns.isShown)}
                  onChange={columns.setShown}
                  options={columns.all.map((id) => ({ id, label: say(`ledger.column.${id}`), isDisabled: id === LEDGER_SET.main }))}
                />
                <MenuSeparator />
                <MenuChecks
                  label={say('ledger.tableView')}
                  hideLabel
                  value={settings.dense ? ['dense' as const] : []}
                  onChange={(on) => change({ dense: on.includes('dense') })}
                  options={[{ id: 'dense', label: say('ledger.dense') }]}
                />
              </Menu>
            </>
          )}
        </div>
      )}
      {view === 'threads' && (
        <div className={styles.statuses} role="group" aria-label={say('ledger.statuses')}>
          <StatusChips
            counts={counts.byStatus}
            chosen={statuses}
            onChoose={(next) => set({ statuses: next.length === 0 ? undefined : next })}
          />
          <span className={styles.count} role="status">
            {data && say('ledger.foundOf', { found: arranged.ids.length, count: whole?.rows.length ?? data.rows.length })}
          </span>
        </div>
      )}
      {view === 'proposals' ? (
        <ProposalsView codebook={codebook} names={names} onOpenThread={onOpen} onOpenEvidence={onOpenEvidence} onRead={onRead} />
      ) : error && !data ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : view === 'compliance' ? (
        <ComplianceTable
          ledger={data}
          names={names}
          isWaiting={isPlaceholderData}
          leftAt={leftAt}
          onOpen={onOpen}
          onCopySource={compliance}
          ref={grid}
        />
      ) : (
        <LedgerTable
          ledger={data}
          arranged={arranged}
          place={place}
          names={names}
          codebook={codebook}
          columns={columns}
          isDense={settings.dense}
          isWaiting={isPlaceholderData}
          leftAt={leftAt}
          empty={empty}
          onOpen={onOpen}
          ref={grid}
        />
      )}
    </section>
  )
}

/** One object each, so that the same question stays the same. */
const NO_FILTER = {}
const NO_STATUSES: NonNullable<LedgerPlace['statuses']> = []

/** Without what is not set, so that an address says no more than it must. */
function tidy(place: LedgerPlace): LedgerPlace {
  const { filter, ...rest } = place
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return ledgerPlaceSchema.parse({ ...set, ...(filter && Object.keys(filter).length > 0 && { filter }) })
}
