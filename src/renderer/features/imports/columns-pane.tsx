/**
 * What the columns of a table mean: a choice above each column, with its first rows and the first article made of them beneath. The table
 * is read again with every choice.
 */
import { useEffect, useState } from 'react'
import { useDateText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
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
  const first = preview.problem === null && uses.includes('text') ? preview.articles[0] : undefined
  const change = (column: number, use: Use): void => {
    // What an article has once comes from one column.
    const next = table.columns.map((_, index) => {
      const before = uses[index] ?? 'leave'
      return index === column ? use : before === use && isOnce(use) ? 'detail' : before
    })
    setUses(next)
    onRead({ columns: table.columns.map((name, index) => writtenUse(next[index] ?? 'leave', name)) })
  }
  return (
    <section className={styles.pane} aria-label={say('columns.title')}>
      {!uses.includes('text') && (
        <Banner kind="warning" title={say('columns.askTitle')}>
          {say('columns.askText')}
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
