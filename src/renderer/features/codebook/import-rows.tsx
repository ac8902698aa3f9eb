/** The rows of a codebook that is coming in: what is new, what differs from what is here, and what is done about it. */
import { useState } from 'react'
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { importActionSchema, type ImportAction, type ImportRow } from '../../../shared/domain/codebook-import.ts'
import { useSay, type Say } from '../../lib/say.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Cell, HeadCell, RowHead, Table } from '../../ui/table.tsx'
import styles from './import-dialog.module.css'

/** More than these are shown when asked for: hundreds of new codes are rarely read one by one. */
const SHOWN = 100

export interface ImportRowsProps {
  rows: readonly ImportRow[]
  actionOf: (row: ImportRow) => ImportAction
  onDecide: (row: ImportRow, action: ImportAction) => void
}

/** Keys are unique within a part only. */
export const rowId = ({ part, key }: Pick<ImportRow, 'part' | 'key'>): string => `${part} ${key}`

export function ImportRows({ rows, actionOf, onDecide }: ImportRowsProps) {
  const say = useSay()
  const [isAll, setAll] = useState(false)
  // What needs a look first; what is here already is left out.
  const weight = (row: ImportRow): number => (row.conflicts.length > 0 ? 0 : row.state === 'changed' ? 1 : 2)
  const wanted = rows.filter((row) => row.state !== 'same' || row.conflicts.length > 0).toSorted((a, b) => weight(a) - weight(b))
  const same = rows.length - wanted.length
  const shown = isAll ? wanted : wanted.slice(0, SHOWN)
  return (
    <>
      {shown.length > 0 && (
        <Table label={say('codebook.importRows')} className={styles.table}>
          <thead>
            <tr>
              <HeadCell label={say('codebook.name')} />
              <HeadCell label={say('codebook.difference')} />
              <HeadCell label={say('codebook.decision')} className={styles.decision} />
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowId(row)}>
                <RowHead isWrapped className={styles.rowName}>
                  <bdi>{row.path.join(PATH_SEPARATOR)}</bdi>
                  {row.match && row.match.name !== row.path.at(-1) && (
                    <span className={styles.note}>{say('codebook.matches', { name: row.match.name })}</span>
                  )}
                </RowHead>
                <Cell isWrapped>
                  <Differences row={row} say={say} />
                </Cell>
                <Cell>
                  <Select
                    label={say('codebook.decisionFor', { name: row.path.at(-1) ?? '' })}
                    hideLabel
                    isQuiet
                    value={actionOf(row)}
                    onChange={(action) => onDecide(row, action)}
                    options={importActionSchema.options
                      .filter((action) => row.state !== 'new' || action !== 'fill')
                      .map((action) => ({ id: action, label: say(`codebook.action.${row.state === 'new' ? 'new.' : ''}${action}`) }))}
                  />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {wanted.length > shown.length && (
        <Button label={say('codebook.moreRows', { count: wanted.length - shown.length })} kind="quiet" onPress={() => setAll(true)} />
      )}
      {same > 0 && <p className={styles.note}>{say('codebook.sameRows', { count: same })}</p>}
    </>
  )
}

/** A value in words: hues, kinds, roles and coding fields come as they are stored. */
function valueText(say: Say, field: string, value: string): string {
  if (value === '') return '–'
  if (field === 'retired') return say(value === 'true' ? 'codebook.yes' : 'codebook.no')
  if (field === 'hue') return say(`hue.${value}`)
  if (field === 'kind' || field === 'role') return say(`party.${field}.${value}`)
  if (field !== 'shows') return value
  return value
    .split(', ')
    .map((each) => say(`coding.${each}`))
    .join(', ')
}

function Differences({ row, say }: { row: ImportRow; say: Say }) {
  return (
    <div className={styles.differences}>
      {row.state === 'new' && <Badge text={say('codebook.isNew')} kind="success" />}
      {row.changes.map(({ field, here, there, fills }) => (
        <div key={field}>
          <span className={styles.field}>{say(`codebook.value.${field}`)}</span>{' '}
          {!fills && (
            <>
              <del>
                <bdi>{valueText(say, field, here)}</bdi>
              </del>
              <span aria-hidden="true"> → </span>
            </>
          )}
          <ins>
            <bdi>{valueText(say, field, there)}</bdi>
          </ins>
        </div>
      ))}
      {row.conflicts.map((conflict, index) => (
        <p key={index} className={styles.conflict}>
          {say(`codebook.rowConflict.${conflict.kind}`, { value: conflict.value, holder: conflict.holder })}
        </p>
      ))}
    </div>
  )
}
