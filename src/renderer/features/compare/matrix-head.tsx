/**
 * The heads of the matrix: parties, with those that mediate or observe apart. A press opens the menu of a party, dragging its name moves
 * its column within its group, dragging the edge makes it wider. Keys are in use-grid-keys.
 */
import type { VirtualItem } from '@tanstack/react-virtual'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { Codebook } from '../../lib/codebook.ts'
import { ColumnEdge } from '../../lib/grid/column-edge.tsx'
import { useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import { movedTo, roleOf, type MatrixColumns } from './matrix-columns.ts'
import styles from './matrix-grid.module.css'
import { GROUP_HEAD, SIZES, type Detail } from './matrix-sizes.ts'
import type { MatrixWidths } from './use-matrix-model.ts'

export interface MatrixHeadProps {
  prefix: string
  columns: MatrixColumns
  items: readonly VirtualItem[]
  /** CSS pixels from the start of the matrix to where those that stand apart begin. */
  apartAt: number
  detail: Detail
  codebook: Codebook
  widths: MatrixWidths
  /** Statements of each party. */
  statements: ReadonlyMap<number, number>
  /** Column of the stop for Tab, -1 above the issues; null: not in this line. */
  stop: number | null
  onOrder: (order: number[]) => void
  onMenu: (column: number) => void
}

export function MatrixHead(props: MatrixHeadProps) {
  const { prefix, columns, items, apartAt, detail, codebook, widths, statements, stop, onOrder, onMenu } = props
  const say = useSay()
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [isAtEdge, setAtEdge] = useState(false)
  const isSplit = columns.parties > 0 && columns.parties < columns.shown.length
  const hasGroups = columns.parties < columns.shown.length
  const height = SIZES[detail].head
  return (
    <div role="presentation" className={styles.heads} style={{ blockSize: height + (hasGroups ? GROUP_HEAD : 0) }}>
      {hasGroups && (
        <div role="row" aria-rowindex={1} className={styles.groups} style={{ blockSize: GROUP_HEAD }}>
          <div role="presentation" className={styles.groupCorner} style={{ inlineSize: widths.issues }} />
          {isSplit && (
            <div
              role="columnheader"
              aria-colindex={2}
              aria-colspan={columns.parties}
              className={styles.group}
              style={{ insetInlineStart: widths.issues, inlineSize: apartAt - widths.issues }}
            >
              <span style={{ insetInlineStart: widths.issues }}>
                {say(columns.arePrincipals ? 'matrix.principals' : 'matrix.principalsAndOthers')}
              </span>
            </div>
          )}
          <div
            role="columnheader"
            aria-colindex={columns.parties + 2}
            aria-colspan={columns.shown.length - columns.parties}
            className={cx(styles.group, isSplit && styles.divided)}
            style={{ insetInlineStart: apartAt, insetInlineEnd: 0 }}
          >
            <span style={{ insetInlineStart: widths.issues }} title={say('matrix.apart')}>
              {say('matrix.apart')}
            </span>
          </div>
        </div>
      )}
      <div role="row" aria-rowindex={hasGroups ? 2 : 1} className={styles.names} style={{ blockSize: height }}>
        <div
          role="columnheader"
          id={`${prefix}head-head`}
          data-stop
          tabIndex={stop === -1 ? 0 : -1}
          aria-colindex={1}
          className={styles.corner}
          style={{ inlineSize: widths.issues }}
        >
          {say('compare.issue')}
          <ColumnEdge onAt={() => undefined} onWidth={(width) => widths.set('issues', width)} onUsual={() => widths.set('issues', null)} />
        </div>
        {items.map((item) => {
          const column = columns.shown[item.index]
          const party = column && codebook.partyById.get(column.partyId)
          if (!column) return null
          const id = column.partyId
          const role = roleOf(codebook.partyById, id)
          const count = statements.get(id) ?? 0
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the matrix takes the keys
            <div
              key={id}
              role="columnheader"
              id={`${prefix}head-${id}`}
              data-stop
              tabIndex={stop === item.index ? 0 : -1}
              aria-colindex={item.index + 2}
              aria-haspopup="menu"
              aria-label={say(role === 'none' ? 'matrix.columnName' : 'matrix.columnNameRole', {
                party: party?.name ?? '',
                role: say(`party.role.${role}`),
                count: say('compare.statements', { count }),
              })}
              title={party?.name}
              draggable={!isAtEdge}
              className={cx(
                styles.name,
                detail === 'dots' && styles.upright,
                item.index === columns.parties && isSplit && styles.divided,
                over === id && dragged !== null && dragged !== id && styles.over,
              )}
              style={{ insetInlineStart: item.start, inlineSize: item.size }}
              onClick={() => onMenu(item.index)}
              onContextMenu={(event) => {
                event.preventDefault()
                onMenu(item.index)
              }}
              onDragStart={(event) => {
                event.dataTransfer.setData('application/x-parley-party', String(id))
                event.dataTransfer.effectAllowed = 'move'
                setDragged(id)
              }}
              onDragOver={(event) => {
                if (dragged === null || movedTo(columns, dragged, id) === null) return
                event.preventDefault()
                setOver(id)
              }}
              onDragEnd={() => {
                setOver(null)
                setDragged(null)
              }}
              onDrop={(event) => {
                event.preventDefault()
                const order = dragged === null ? null : movedTo(columns, dragged, id)
                if (order) onOrder(order)
                setOver(null)
                setDragged(null)
              }}
            >
              <span className={styles.partyName} dir="auto">
                {party?.name}
              </span>
              {detail !== 'dots' && (
                <span className={styles.about}>
                  {role !== 'none' && <span className={styles.role}>{say(`party.role.${role}`)} · </span>}
                  {say('compare.statements', { count })}
                </span>
              )}
              {detail !== 'dots' && <ChevronDown className={styles.more} aria-hidden="true" />}
              <ColumnEdge onAt={setAtEdge} onWidth={(width) => widths.set(id, width)} onUsual={() => widths.set(id, null)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
