/** What stands in the cells of the ledger, as words and as marks, in the reader's language. */
import { useMemo, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import { isPartialDate } from '../../../shared/domain/partial-date.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import type { CellWords } from '../../lib/grid/grid-lines.tsx'
import type { LineGroup } from '../../lib/grid/lines.ts'
import type { LedgerColumn, LedgerGroup } from '../../lib/ledger-place.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import type { Names } from './arrange.ts'
import { becauseText } from './because.ts'
import { KindMark } from './kind-mark.tsx'
import styles from './ledger-cells.module.css'
import { StatusMark } from './status-mark.tsx'

export function useNames({ partyById, issueById }: Codebook): Names {
  const { locale } = useIntl()
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    const issue = (id: number | null): string => {
      const found = id === null ? undefined : issueById.get(id)
      return found ? issueText(found) : ''
    }
    return { party: (id) => (id === null ? '' : (partyById.get(id)?.name ?? '')), issue, compare }
  }, [locale, partyById, issueById])
}

export interface LedgerWords extends CellWords<LedgerColumn, LedgerRow> {
  /** The cell as text, to be copied. */
  text: (column: LedgerColumn, row: LedgerRow) => string
}

export interface LedgerWordsOptions {
  group: LedgerGroup | null
  /** The day of asking, in days since 1970-01-01. */
  asOfDay: number
  /** One line to a row, as against two. */
  isDense: boolean
  /** Stays the same function, for the lines are drawn again with another. */
  onOpen: (threadId: number) => void
}

export function useLedgerWords(names: Names, { group, asOfDay, isDense, onOpen }: LedgerWordsOptions): LedgerWords {
  const say = useSay()
  const intl = useIntl()
  return useMemo(() => {
    const dated = (heard: LedgerRow['firstRaised']): string => (heard === null ? '' : formatPartialDate(intl, heard.date.slice(0, 10)))
    const number = (value: number | null): string => (value === null ? '' : intl.formatNumber(value))
    const lines = isDense ? styles.oneLine : styles.twoLines
    const because = (row: LedgerRow): string => (row.override === null ? becauseText(say, intl, row.derived, null) : row.override.reason)
    const isWords = (deadline: string): boolean => !isPartialDate(deadline)
    const deadline = (row: LedgerRow): string => {
      if (row.deadline === null) return ''
      if (isWords(row.deadline)) return row.deadline
      const date = formatPartialDate(intl, row.deadline)
      if (!row.isOverdue || row.deadlineDay === null) return date
      return say('ledger.over', { date, days: Math.max(asOfDay - row.deadlineDay, 1) })
    }
    const text = (column: LedgerColumn, row: LedgerRow): string => {
      switch (column) {
        case 'title':
          return row.title
        case 'kind':
          return say(`thread.kind.${row.kind}`)
        case 'status':
          return say(`thread.status.${row.status}`)
        case 'parties':
          return [names.party(row.ownerId), names.party(row.addresseeId)].filter((name) => name !== '').join(' → ')
        case 'issue':
          return names.issue(row.issueId)
        case 'raised':
          return dated(row.firstRaised)
        case 'heard':
          return dated(row.lastHeard)
        case 'answers':
        case 'outlets':
        case 'members':
          return number(row[column])
        case 'deadline':
          return deadline(row)
        case 'open':
          return row.isDaysLeast ? say('ledger.atLeast', { count: row.daysOpen ?? 0 }) : number(row.daysOpen)
        case 'criterion':
        case 'monitor':
          return row[column] ?? ''
      }
    }
    const cell = (column: LedgerColumn, row: LedgerRow): ReactNode => {
      switch (column) {
        case 'title':
          return (
            // The grid has the focus and opens by Enter.
            <button
              type="button"
              tabIndex={-1}
              className={cx(styles.title, lines)}
              dir="auto"
              title={row.title}
              onClick={(event) => {
                event.stopPropagation()
                onOpen(row.id)
              }}
            >
              {row.title}
            </button>
          )
        case 'kind':
          return <KindMark kind={row.kind} />
        case 'status':
          return (
            <span className={styles.stack} title={say('ledger.why', { status: say(`thread.status.${row.status}`), because: because(row) })}>
              <StatusMark status={row.status} isOverridden={row.override !== null} />
              {!isDense && (
                <bdi dir="auto" className={styles.second}>
                  {because(row)}
                </bdi>
              )}
            </span>
          )
        case 'parties':
          return <Parties owner={names.party(row.ownerId)} addressee={names.party(row.addresseeId)} isDense={isDense} />
        case 'issue':
        case 'criterion':
          return (
            <bdi className={lines} title={text(column, row)}>
              {text(column, row)}
            </bdi>
          )
        case 'answers':
          return asksForAnswer(row) && row.isUnanswered ? (
            <span
              className={styles.unanswered}
              title={say('thread.noAnswer', { known: row.addresseeId === null ? 'no' : 'yes', name: names.party(row.addresseeId) })}
            >
              {say('ledger.unanswered')}
            </span>
          ) : (
            <span>{row.answers === 0 && !asksForAnswer(row) ? '' : number(row.answers)}</span>
          )
        case 'deadline':
          return (
            <bdi
              className={cx(lines, row.isOverdue && styles.over)}
              data-words={(row.deadline !== null && isWords(row.deadline)) || undefined}
              title={row.deadline !== null && isWords(row.deadline) ? say('ledger.inWords') : deadline(row)}
            >
              {deadline(row)}
            </bdi>
          )
        default:
          return <bdi title={text(column, row)}>{text(column, row)}</bdi>
      }
    }
    const groupName = ({ value, label }: LineGroup): string => {
      if (value === '') return say(`ledger.none.${group ?? 'owner'}`)
      if (group === 'kind') return say(`thread.kind.${value}`)
      return group === 'status' ? say(`thread.status.${value}`) : (label ?? value)
    }
    return {
      cell,
      text,
      row: (row) => row.title,
      group: groupName,
      groupCount: (count) => say('ledger.found', { count }),
      choose: (title) => say('ledger.chooseOne', { title }),
      loading: say('ledger.loading'),
    }
  }, [say, intl, names, group, asOfDay, isDense, onOpen])
}

/** A commitment or a position asks for no answer. */
const asksForAnswer = ({ kind }: LedgerRow): boolean => kind === 'demand' || kind === 'threat'

/** Whose it is → to whom, each on a line of its own where there are two. The arrow points as the line runs. */
function Parties({ owner, addressee, isDense }: { owner: string; addressee: string; isDense: boolean }) {
  if (addressee === '') return <bdi title={owner}>{owner}</bdi>
  return (
    <span className={isDense ? styles.parties : styles.stack} title={`${owner} → ${addressee}`}>
      <bdi className={styles.party}>{owner}</bdi>
      <span className={styles.party}>
        <span className={styles.arrow}> → </span>
        <bdi>{addressee}</bdi>
      </span>
    </span>
  )
}
