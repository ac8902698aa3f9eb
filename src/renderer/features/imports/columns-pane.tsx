/**
 * What the columns of a table mean: a choice above each column, with its first rows and the first article made of them beneath. The table
 * is read again with every choice.
 */
import { useEffect, useState } from 'react'
import { useDateText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { FileReading, HowToRead } from './preview-reader.ts'
import styles from './columns-pane.module.css'
import { columnUses, isOnce, USES, cellText, writtenUse, type Use } from './column-uses.ts'

export interface ColumnsPaneProps {
  file: FileReading
  isRemembered: boolean
  onRemember: (value: boolean) => void
  onRead: (how: HowToRead) => void
}

const ROWS = 5

export function ColumnsPane({ file, isRemembered, onRemember, onRead }: ColumnsPaneProps) {
  const say = useSay()
  const dateText = useDateText()
  const { preview, how, isReading } = file
  const table = preview?.table
  const [uses, setUses] = useState<readonly Use[]>(() => columnUses(how.columns ?? table?.proposed ?? []))
  // Read anew by other means (an encoding): the head may be another.
  const head = table?.columns.join('\n')
  useEffect(() => {
    setUses(columnUses(how.columns ?? table?.proposed ?? []))
    // oxlint-disable-next-line react/exhaustive-deps -- only another head, not another answer about the same one
  }, [head])
  if (!table) return null
  // A single article is shown in full beneath.
  const first = preview.problem === null && preview.total > 1 && uses.includes('text') ? preview.articles[0] : undefined
  const asks = preview.problem?.code === 'needs-columns'
  const readWith = (chosen: readonly Use[]): void =>
    onRead({ columns: table.columns.map((name, index) => writtenUse(chosen[index] ?? 'leave', name)) })
  const change = (column: number, use: Use): void => {
    // What an article has once comes from one column.
    const next = table.columns.map((_, index) => {
      const before = uses[index] ?? 'leave'
      return index === column ? use : before === use && isOnce(use) ? 'detail' : before
    })
    setUses(next)
    readWith(next)
  }
  return (
    <section className={styles.pane} aria-label={say('columns.title')}>
      {/* Tables of a known kind may have no text at all; what is lost by that is said with them. */}
      {!uses.includes('text') && (asks || how.columns) && (
        <Banner kind="warning" title={say('columns.askTitle')}>
          {say('columns.askText')}
        </Banner>
      )}
      {/* What is proposed is no answer: whoever agrees with it says so here. */}
      {uses.includes('text') && asks && !isReading && (
        <Banner
          kind="warning"
          title={say('columns.proposedTitle')}
          actions={<Button label={say('columns.read')} size="small" kind="primary" onPress={() => readWith(uses)} />}
        >
          {say('columns.proposedText')}
        </Banner>
      )}
      {preview.remembered && !how.columns && <p className={styles.note}>{say('columns.remembered')}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else the keyboard could not scroll it */}
      <div className={styles.scroll} role="region" aria-label={say('columns.sample')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {table.columns.map((name, column) => (
                <th key={column} scope="col" data-left={(uses[column] ?? 'leave') === 'leave' || undefined}>
                  <bdi className={styles.name} title={name}>
                    {name === '' ? say('columns.noName', { number: column + 1 }) : name}
                  </bdi>
                  <Select
                    label={say('columns.use', { name: name === '' ? String(column + 1) : name })}
                    hideLabel
                    value={uses[column] ?? 'leave'}
                    onChange={(use) => change(column, use)}
                    options={USES.map((id) => ({ id, label: say(`columns.use.${id}`) }))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, ROWS).map((row, index) => (
              <tr key={index}>
                {table.columns.map((_, column) => (
                  <td key={column} dir="auto" data-left={(uses[column] ?? 'leave') === 'leave' || undefined} title={cellText(row[column])}>
                    {cellText(row[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        {table.headRow !== null && (
          <Checkbox
            label={say('columns.headRow')}
            value={how.headRow ?? table.headRow}
            // What was chosen for the columns was chosen by other names.
            onChange={(headRow) => onRead({ headRow, columns: undefined })}
          />
        )}
        <Checkbox label={say('columns.remember')} value={isRemembered} onChange={onRemember} />
        {isReading && <Spinner label={say('import.reading')} />}
      </div>
      {first && (
        <div className={styles.first} aria-label={say('columns.first')} role="group">
          <span className={styles.note}>{say('columns.first')}</span>
          <bdi className={styles.title}>{first.metadata.title}</bdi>
          <span className={styles.note}>
            <bdi>{first.metadata.outlet ?? say('evidence.noOutlet')}</bdi> ·{' '}
            {first.metadata.published === null ? say('evidence.undated') : dateText(first.metadata.published)}
          </span>
          <p className={styles.text} lang={first.metadata.language ?? undefined} dir={first.metadata.direction}>
            {first.excerpt.slice(0, 600)}
          </p>
        </div>
      )}
    </section>
  )
}
