/** The ledger: threads that pass, as rows, in the order in which they ask for attention. A handful of queries, however many threads. */
import type { LedgerInput, LedgerRow } from '../../shared/domain/ledger.ts'
import { foldName } from '../../shared/text/fold.ts'
import { inLedgerOrder, standingOf, type Moment } from '../threads/standing.ts'
import type { StatusCheck } from '../threads/status.ts'
import { filteredIds } from './filtered.ts'
import { withDescendants, without } from './rows.ts'
import { threadMaterial, type ThreadMaterial } from './thread-material.ts'
import type { ReadDb } from './types.ts'

type Wanted = Omit<LedgerInput, 'asOf'>

/** Rows of the ledger. With `upTo`, a thread of which nothing had been said by then is left out. */
export function ledgerRows(db: ReadDb, wanted: Wanted, moment: Moment): LedgerRow[] {
  const statuses = setOf(wanted.statuses)
  const rows = threadMaterial(db)
    .filter(passes(db, wanted))
    .filter(({ members }) => members.length === 0 || countOf(members, moment) > 0)
    .map((material) => rowOf(material, moment))
    .filter(({ status }) => statuses === null || statuses.has(status))
  return inLedgerOrder(rows)
}

/** Members by the day of asking; what has no date is always there. */
const countOf = (members: ThreadMaterial['members'], { upTo }: Moment): number =>
  upTo === undefined ? members.length : members.filter(({ day }) => day === null || day <= upTo).length

function rowOf(material: ThreadMaterial, moment: Moment): LedgerRow {
  const { upTo } = moment
  const checks = upTo === undefined ? material.checks : material.checks.filter(({ day }) => day <= upTo)
  const count = (result: StatusCheck['result']): number => checks.filter((check) => check.result === result).length
  const last = checks.reduce<StatusCheck | null>((newest, check) => (newest !== null && newest.day > check.day ? newest : check), null)
  return {
    ...without(material.thread, 'override'),
    ...standingOf(material.thread, material.members, material.checks, moment),
    members: countOf(material.members, moment),
    checks: {
      met: count('met'),
      notMet: count('not-met'),
      unclear: count('unclear'),
      last: last && { date: last.date, result: last.result },
    },
  }
}

/** An empty list asks for nothing in particular. */
const setOf = <T>(list: readonly T[] | undefined): ReadonlySet<T> | null => (list === undefined || list.length === 0 ? null : new Set(list))

function passes(db: ReadDb, { kinds, owners, addressees, issues, text, filter }: Wanted): (material: ThreadMaterial) => boolean {
  const kindSet = setOf(kinds)
  const beneath = (list: readonly number[] | undefined, table: 'party' | 'issue'): ReadonlySet<number> | null =>
    list === undefined || list.length === 0 ? null : withDescendants(list, db.all(`SELECT id, parent_id AS parentId FROM ${table}`))
  const [ownerSet, addresseeSet, issueSet] = [beneath(owners, 'party'), beneath(addressees, 'party'), beneath(issues, 'issue')]
  const words = foldName(text ?? '')
    .split(' ')
    .filter(Boolean)
  const annotations = filter && Object.values(filter).some(isSet) ? new Set(filteredIds(db, filter, -1)) : null
  const isIn = (set: ReadonlySet<number> | null, id: number | null): boolean => set === null || (id !== null && set.has(id))
  return ({ thread, members }) =>
    (kindSet === null || kindSet.has(thread.kind)) &&
    isIn(ownerSet, thread.ownerId) &&
    isIn(addresseeSet, thread.addresseeId) &&
    isIn(issueSet, thread.issueId) &&
    (words.length === 0 || holds(textOf(thread), words)) &&
    (annotations === null || members.some(({ annotationId }) => annotations.has(annotationId)))
}

const isSet = (value: unknown): boolean => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
const holds = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))
const textOf = ({ title, criterion, measure, standard, schedule, monitor, note }: ThreadMaterial['thread']): string =>
  foldName([title, criterion, measure, standard, schedule, monitor, note].filter((part) => part !== null).join('\n'))
