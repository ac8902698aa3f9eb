/** What was promised, as a monitor reads it: the measure, the standard, what checks found, what is due. Not met and unclear stand first. */
import { ClipboardCheck } from 'lucide-react'
import { useMemo, useState, type ReactNode, type Ref } from 'react'
import { useIntl } from 'react-intl'
import type { Ledger, LedgerRow } from '../../../shared/domain/ledger.ts'
import { isPartialDate } from '../../../shared/domain/partial-date.ts'
import { DataGrid } from '../../lib/grid/data-grid.tsx'
import type { SortKey } from '../../lib/grid/grid-columns.ts'
import { linesOf } from '../../lib/grid/lines.ts'
import { useColumns } from '../../lib/grid/use-columns.ts'
import { useSelection } from '../../lib/grid/use-selection.ts'
import { useTableSettings } from '../../lib/grid/use-table-settings.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Names } from './arrange.ts'
import { complianceOrder, COMPLIANCE_SET, resultOf, type ComplianceColumn } from './compliance-columns.ts'
import cells from './ledger-cells.module.css'
import styles from './ledger-view.module.css'
import { ResultMark } from './result-mark.tsx'
import { useThreadActs } from './use-thread-acts.ts'

export interface ComplianceTableProps {
  ledger: Ledger | undefined
  names: Names
  isWaiting: boolean
  leftAt: number | null
  onOpen: (threadId: number) => void
  ref: Ref<{ focus: () => void }>
}

const NO_SORT: SortKey<ComplianceColumn>[] = []

export function ComplianceTable({ ledger, names, isWaiting, leftAt, onOpen, ref }: ComplianceTableProps) {
  const say = useSay()
  const words = useComplianceWords(names)
  const acts = useThreadActs()
  const { settings, change } = useTableSettings('ledger')
  const [sort, setSort] = useState(NO_SORT)
  const columns = useColumns({ set: COMPLIANCE_SET, settings, change, sort, onSort: setSort })
  const ids = useMemo(() => complianceOrder(ledger?.rows ?? [], sort, names), [ledger?.rows, sort, names])
  const byId = useMemo(() => new Map(ledger?.rows.map((row) => [row.id, row])), [ledger?.rows])
  const useRows = useMemo(() => () => (id: number) => byId.get(id), [byId])
  const lines = useMemo(() => linesOf(ids, null, NONE_FOLDED), [ids])
  const selection = useSelection(lines, ids)
  return (
    <div className={styles.table} aria-busy={isWaiting}>
      <DataGrid
        label={say('compliance.table')}
        lines={lines}
        ids={ids}
        found={ids.length}
        question={JSON.stringify(sort)}
        columns={columns}
        useRows={useRows}
        selection={selection}
        isDense={settings.dense}
        words={words}
        head={{
          name: (column) => say(`compliance.column.${column}`),
          about: (column) => say(`compliance.about.${column}`),
          chosen: say('ledger.choose'),
          chooseAll: say('ledger.chooseAll'),
        }}
        acts={{
          open: onOpen,
          remove: (gone) => void acts.remove(gone.flatMap((id) => byId.get(id) ?? [])),
          menu: ([id]) => id !== undefined && onOpen(id),
        }}
        onFold={() => undefined}
        empty={
          ledger ? (
            <EmptyState icon={<ClipboardCheck />} title={say('compliance.empty')}>
              {say('compliance.emptyText')}
            </EmptyState>
          ) : (
            <Spinner label={say('ledger.loading')} />
          )
        }
        leftAt={leftAt}
        ref={ref}
      />
    </div>
  )
}

const NONE_FOLDED: ReadonlySet<string> = new Set()

function useComplianceWords(names: Names) {
  const say = useSay()
  const intl = useIntl()
  return useMemo(() => {
    const text = (value: string | null): ReactNode => <bdi title={value ?? undefined}>{value}</bdi>
    const cell = (column: ComplianceColumn, row: LedgerRow): ReactNode => {
      const { met, notMet, unclear, last } = row.checks
      const result = resultOf(row)
      switch (column) {
        case 'promise':
          return (
            <bdi className={cells.title} dir="auto" title={row.title}>
              {row.title}
            </bdi>
          )
        case 'by':
          return text([names.party(row.ownerId), names.party(row.addresseeId)].filter((name) => name !== '').join(' → '))
        case 'result':
          return result === null ? <span className={cells.none}>{say('compliance.notChecked')}</span> : <ResultMark result={result} />
        case 'lastCheck':
          return <span>{last === null ? '' : formatPartialDate(intl, last.date.slice(0, 10))}</span>
        case 'held':
          return (
            <span className={cells.held}>
              {met > 0 && <ResultMark result="met" count={met} />}
              {notMet > 0 && <ResultMark result="not-met" count={notMet} />}
              {unclear > 0 && <ResultMark result="unclear" count={unclear} />}
            </span>
          )
        case 'due': {
          if (row.deadline === null) return null
          const isDate = isPartialDate(row.deadline)
          return (
            <bdi className={row.isOverdue ? cells.over : undefined} data-words={!isDate || undefined}>
              {isDate ? formatPartialDate(intl, row.deadline) : row.deadline}
              {row.isOverdue && ` · ${say('thread.status.overdue')}`}
            </bdi>
          )
        }
        case 'checker':
          return text(row.monitor)
        default:
          return text(row[column])
      }
    }
    return {
      cell,
      row: (row: LedgerRow) => row.title,
      group: () => '',
      groupCount: () => '',
      choose: (title: string) => say('ledger.chooseOne', { title }),
      loading: say('ledger.loading'),
    }
  }, [say, intl, names])
}
