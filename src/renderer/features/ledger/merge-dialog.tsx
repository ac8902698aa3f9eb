/**
 * Two threads merged: both side by side with what differs marked, and which of them stays. Threads of different kinds are never one; what
 * the one that stays has left empty is taken over from the other.
 */
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import type { Names } from './arrange.ts'
import styles from './merge-dialog.module.css'

export interface MergeDialogProps {
  rows: readonly [LedgerRow, LedgerRow]
  names: Names
  onMerge: (id: number, intoId: number) => Promise<boolean>
  onClose: () => void
}

export function MergeDialog({ rows, names, onMerge, onClose }: MergeDialogProps) {
  const say = useSay()
  const intl = useIntl()
  const [one, other] = rows
  // The one that says more stays, unless somebody says otherwise.
  const [stays, setStays] = useState(String(one.members >= other.members ? one.id : other.id))
  const isOneKind = one.kind === other.kind
  const isAlike = one.ownerId === other.ownerId && one.addresseeId === other.addresseeId && one.issueId === other.issueId
  const merge = async (): Promise<void> => {
    const into = Number(stays)
    if (isOneKind && (await onMerge(into === one.id ? other.id : one.id, into))) onClose()
  }
  const raised = ({ firstRaised }: LedgerRow): string =>
    firstRaised === null ? '' : formatPartialDate(intl, firstRaised.date.slice(0, 10))
  const lines: { label: string; of: (row: LedgerRow) => string; isWeighty: boolean }[] = [
    { label: say('thread.title'), of: ({ title }) => title, isWeighty: false },
    { label: say('thread.kind'), of: ({ kind }) => say(`thread.kind.${kind}`), isWeighty: true },
    { label: say('thread.owner'), of: ({ ownerId }) => names.party(ownerId), isWeighty: true },
    { label: say('thread.addressee'), of: ({ addresseeId }) => names.party(addresseeId), isWeighty: true },
    { label: say('thread.issue'), of: ({ issueId }) => names.issue(issueId), isWeighty: true },
    { label: say('ledger.column.status'), of: ({ status }) => say(`thread.status.${status}`), isWeighty: false },
    { label: say('ledger.column.raised'), of: raised, isWeighty: false },
    { label: say('ledger.column.members'), of: ({ members }) => intl.formatNumber(members), isWeighty: false },
    {
      label: say('ledger.mergeChecks'),
      of: ({ checks: { met, notMet, unclear } }) => intl.formatNumber(met + notMet + unclear),
      isWeighty: false,
    },
  ]
  const cell = (text: string) => (text === '' ? <span className={styles.none}>{say('ledger.mergeEmpty')}</span> : <bdi>{text}</bdi>)
  return (
    <Dialog
      title={say('ledger.mergeTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void merge()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('ledger.mergeDo')} kind="primary" type="submit" isDisabled={!isOneKind} />
        </>
      }
    >
      <div className={styles.form}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('ledger.mergeField')}</th>
              <th scope="col">{say('ledger.mergeOne')}</th>
              <th scope="col">{say('ledger.mergeOther')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, of, isWeighty }) => {
              const differs = isWeighty && of(one) !== of(other)
              return (
                <tr key={label} data-differs={differs || undefined}>
                  <th scope="row">
                    {label}
                    {differs && <span className={styles.differs}>{say('ledger.mergeDiffersMark')}</span>}
                  </th>
                  <td>{cell(of(one))}</td>
                  <td>{cell(of(other))}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {(!isOneKind || !isAlike) && (
          <p className={styles.warning} role="alert">
            <TriangleAlert aria-hidden="true" />
            <span>
              {isOneKind
                ? `${say('ledger.mergeTruth', { kind: say(`thread.kind.${one.kind}`).toLocaleLowerCase(intl.locale) })} ${say('ledger.mergeDiffers')}`
                : say('thread.mergeKinds', {
                    one: say(`thread.kind.${one.kind}`).toLocaleLowerCase(intl.locale),
                    other: say(`thread.kind.${other.kind}`).toLocaleLowerCase(intl.locale),
                  })}
            </span>
          </p>
        )}
        {isOneKind && (
          <>
            <Select
              label={say('ledger.mergeStays')}
              value={stays}
              onChange={setStays}
              autoFocus
              options={rows.map(({ id, title, members }) => ({
                id: String(id),
                label: title,
                detail: say('threads.members', { count: members }),
              }))}
            />
            <p className={styles.note}>{say('ledger.mergeAbout')}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
