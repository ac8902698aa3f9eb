/** What was promised, as a monitor reads it: the measure, the standard, what checks found, what is due. Not met and unclear stand first. */
import { ClipboardCheck } from 'lucide-react'
import { useImperativeHandle, useMemo, useState, type ReactNode, type Ref } from 'react'
import { useIntl } from 'react-intl'
import type { Ledger, LedgerRow } from '../../../shared/domain/ledger.ts'
import { checkResultSchema } from '../../../shared/domain/thread-status.ts'
import { isPartialDate } from '../../../shared/domain/partial-date.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
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
  /** Gets what gives the table away to be copied. */
  onCopySource: Ref<() => CopiedTable | null>
  ref: Ref<{ focus: () => void }>
}

const NO_SORT: SortKey<ComplianceColumn>[] = []

export function ComplianceTable({ ledger, names, isWaiting, leftAt, onOpen, onCopySource, ref }: ComplianceTableProps) {
  const say = useSay()
  const { settings, change } = useTableSettings('ledger')
  const words = useComplianceWords(names, settings.dense)
  const acts = useThreadActs()
  const [sort, setSort] = useState(NO_SORT)
  const columns = useColumns({ set: COMPLIANCE_SET, settings, change, sort, onSort: setSort })
  const ids = useMemo(() => complianceOrder(ledger?.rows ?? [], sort, names), [ledger?.rows, sort, names])
  const byId = useMemo(() => new Map(ledger?.rows.map((row) => [row.id, row])), [ledger?.rows])
  const useRows = useMemo(() => () => (id: number) => byId.get(id), [byId])
  const lines = useMemo(() => linesOf(ids, null, NONE_FOLDED), [ids])
  const selection = useSelection(lines, ids)
  useImperativeHandle(onCopySource, () => () => ({
    head: columns.shown.map((column) => say(`compliance.column.${column}`)),
    rows: ids.flatMap((id) => {
      const row = byId.get(id)
      return row ? [columns.shown.map((column) => words.text(column, row))] : []
    }),
  }))
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

function useComplianceWords(names: Names, isDense: boolean) {
  const say = useSay()
  const intl = useIntl()
  return useMemo(() => {
    const lines = isDense ? cells.oneLine : cells.twoLines
    const parties = (row: LedgerRow): string =>
      [names.party(row.ownerId), names.party(row.addresseeId)].filter((name) => name !== '').join(' → ')
    const due = ({ deadline, isOverdue }: LedgerRow): string => {
      if (deadline === null) return ''
      const words = isPartialDate(deadline) ? formatPartialDate(intl, deadline) : deadline
      return isOverdue ? `${words} · ${say('thread.status.overdue')}` : words
    }
    /** The cell as text, to be copied. */
    const text = (column: ComplianceColumn, row: LedgerRow): string => {
      const { met, notMet, unclear, last } = row.checks
      const result = resultOf(row)
      const counted = { met, 'not-met': notMet, unclear }
      switch (column) {
        case 'promise':
          return row.title
        case 'by':
          return parties(row)
        case 'result':
          return say(result === null ? 'compliance.notChecked' : `check.result.${result}`)
        case 'lastCheck':
          return last === null ? '' : formatPartialDate(intl, last.date.slice(0, 10))
        case 'held':
          return checkResultSchema.options
            .filter((id) => counted[id] > 0)
            .map((id) => say('check.counted', { count: counted[id], result: say(`check.result.${id}`) }))
            .join(', ')
        case 'due':
          return due(row)
        case 'checker':
          return row.monitor ?? ''
        default:
          return row[column] ?? ''
      }
    }
    const cell = (column: ComplianceColumn, row: LedgerRow): ReactNode => {
      const { met, notMet, unclear } = row.checks
      const result = resultOf(row)
      switch (column) {
        case 'promise':
          return (
            <bdi className={lines} dir="auto" title={row.title}>
              {row.title}
            </bdi>
          )
        case 'result':
          return result === null ? <span className={cells.none}>{say('compliance.notChecked')}</span> : <ResultMark result={result} />
        case 'held':
          return (
            <span className={cells.held}>
              {met > 0 && <ResultMark result="met" count={met} />}
              {notMet > 0 && <ResultMark result="not-met" count={notMet} />}
              {unclear > 0 && <ResultMark result="unclear" count={unclear} />}
            </span>
          )
        case 'due':
          return (
            <bdi
              className={row.isOverdue ? cells.over : undefined}
              data-words={(row.deadline !== null && !isPartialDate(row.deadline)) || undefined}
            >
              {due(row)}
            </bdi>
          )
        default:
          return (
            <bdi className={lines} title={text(column, row)}>
              {text(column, row)}
            </bdi>
          )
      }
    }
    return {
      cell,
      text,
      row: (row: LedgerRow) => row.title,
      group: () => '',
      groupCount: () => '',
      choose: (title: string) => say('ledger.chooseOne', { title }),
      loading: say('ledger.loading'),
    }
  }, [say, intl, names, isDense])
}
