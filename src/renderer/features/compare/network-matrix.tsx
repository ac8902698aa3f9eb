/**
 * Parties by parties: in each cell over how many issues the two agree, and stand against each other. Each pair stands in both of its places,
 * so that a line says all about one party. Names stay in sight; only the cells in sight are drawn. One cell is the stop for Tab.
 */
import { useEffect, useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useLocale } from 'react-aria-components'
import type { Network, NetworkEdge } from '../../../shared/domain/network.ts'
import { Ellipsis } from '../../ui/ellipsis.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { NetworkCell } from './network-cell.tsx'
import { kindsOf, pairKey, valueOf, type NetworkLook } from './network-model.ts'
import styles from './network-matrix.module.css'
import { windowMeasure } from './picture-text.ts'
import { PICTURE_FONT } from './matrix-picture.ts'
import { moveOf } from './use-grid-keys.ts'
import type { NetworkWords } from './use-network-words.ts'
import { useWindowed } from './use-windowed.ts'

export interface NetworkMatrixProps {
  network: Network
  edges: ReadonlyMap<string, NetworkEdge>
  look: NetworkLook
  words: NetworkWords
  onOpen: (a: number, b: number) => void
  /** False: nothing to step back from. */
  onEscape: () => boolean
}

/** Narrower beside the issues of a pair, which take room from the cells. */
const NAMES = { least: 140, beside: 160, most: 216 }
const HEAD = 58
const WIDEST = 136
const COLUMN = { both: 92, one: 84 }
const ROW = { both: 46, one: 36 }

export function NetworkMatrix({ network, edges, look, words, onOpen, onEscape }: NetworkMatrixProps) {
  const { nodes } = network
  const { say, party } = words
  const prefix = useId()
  const forward = useLocale().direction === 'rtl' ? -1 : 1
  const shape = look.show ? 'one' : 'both'
  const { longest, widest } = useMemo(() => widthsOf(nodes.map(({ partyId }) => party(partyId))), [nodes, party])
  const names = look.pair ? Math.min(longest, NAMES.beside) : longest
  // A head of a word that does not fit would break within it.
  const column = Math.min(WIDEST, Math.max(COLUMN[shape], widest + 20))
  const row = ROW[shape]
  const [at, setAt] = useState({ row: 0, column: Math.min(1, nodes.length - 1) })
  const here = { row: Math.min(at.row, nodes.length - 1), column: Math.min(at.column, nodes.length - 1) }
  const goes = useRef(false)
  const { ref, lines, columns, page } = useWindowed({ count: nodes.length, row, column, head: HEAD, names, keep: here })
  useEffect(() => {
    if (!goes.current) return
    goes.current = false
    const cell = document.getElementById(`${prefix}${here.row}-${here.column}`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const kinds = kindsOf(look)
  const most = Math.max(Number.EPSILON, ...network.edges.flatMap((edge) => kinds.map((kind) => valueOf(edge, kind))))
  const open = (a: number, b: number): void => {
    if (a !== b && edges.has(pairKey(a, b))) onOpen(a, b)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.shiftKey || event.nativeEvent.isComposing) return
    const [from, to] = [nodes[here.row], nodes[here.column]]
    if (event.key === 'Escape') {
      if (!onEscape()) return
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (from && to) open(from.partyId, to.partyId)
    } else {
      const keyed = { key: event.key, ctrlKey: event.ctrlKey || event.metaKey }
      const next = moveOf(keyed, { at: here, rows: nodes.length, columns: nodes.length }, { page: page(), forward })
      if (!next) return
      goes.current = true
      setAt({ row: Math.max(next.row, 0), column: Math.max(next.column, 0) })
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const chosen = look.pair ? pairKey(...look.pair) : null
  return (
    <div
      ref={ref}
      role="grid"
      aria-label={say('network.table')}
      aria-rowcount={nodes.length + 1}
      aria-colcount={nodes.length + 1}
      className={styles.grid}
      style={{ scrollPaddingBlockStart: HEAD, scrollPaddingInlineStart: names, '--row': `${row}px`, '--column': `${column}px`, '--names': `${names}px`, '--head': `${HEAD}px` } as CSSProperties} // prettier-ignore
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const pressed = event.target instanceof Element ? event.target.closest('[data-pair]')?.getAttribute('data-pair') : null
        const [a, b] = (pressed ?? '').split(' ').map(Number)
        if (a && b) open(a, b)
      }}
    >
      <div
        role="presentation"
        className={styles.canvas}
        style={{ blockSize: HEAD + row * nodes.length, inlineSize: names + column * nodes.length }}
      >
        <div role="row" aria-rowindex={1} className={styles.heads}>
          <div role="columnheader" aria-colindex={1} className={styles.corner}>
            {say('network.party')}
          </div>
          {columns.map((index) => (
            <div
              key={index}
              role="columnheader"
              aria-colindex={index + 2}
              className={styles.name}
              data-at={index === here.column || undefined}
              style={{ insetInlineStart: names + index * column }}
              title={party(nodes[index]?.partyId ?? 0)}
            >
              {/* The name alone goes its own way: a head that did would stand over a column counted from the other end. */}
              <span>
                <bdi>{party(nodes[index]?.partyId ?? 0)}</bdi>
              </span>
            </div>
          ))}
        </div>
        {lines.map((index) => {
          const node = nodes[index]
          if (!node) return null
          return (
            <div
              key={node.partyId}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              style={{ insetBlockStart: HEAD + index * row }}
            >
              <div role="rowheader" aria-colindex={1} className={styles.party} data-mediator={words.isMediator(node.partyId) || undefined}>
                <Ellipsis text={party(node.partyId)} />
                <small>{say('network.statements', { count: node.statements })}</small>
              </div>
              {columns.map((place) => {
                const other = nodes[place]
                if (!other) return null
                const edge = edges.get(pairKey(node.partyId, other.partyId))
                const isStop = index === here.row && place === here.column
                const isOpen = node !== other && chosen === pairKey(node.partyId, other.partyId)
                return (
                  <div
                    key={other.partyId}
                    id={`${prefix}${index}-${place}`}
                    role="gridcell"
                    aria-colindex={place + 2}
                    aria-selected={isOpen}
                    tabIndex={isStop ? 0 : -1}
                    className={styles.cell}
                    data-self={node === other || undefined}
                    data-linked={(edge !== undefined && node !== other) || undefined}
                    style={{ insetInlineStart: names + place * column }}
                    onFocus={() => !isStop && setAt({ row: index, column: place })}
                    data-pair={`${node.partyId} ${other.partyId}`}
                  >
                    {/* The numbers by themselves say nothing to whoever does not see where they stand. */}
                    <VisuallyHidden>
                      {node === other ? say('network.same', { party: party(node.partyId) }) : words.pair(node.partyId, other.partyId, edge)}
                    </VisuallyHidden>
                    {node !== other && <NetworkCell edge={edge} kinds={kinds} most={most} look={look} words={words} />}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** In CSS pixels: the column of names, which takes them whole where they are not very long, and the widest word at the size of the heads. */
function widthsOf(all: readonly string[]): { longest: number; widest: number } {
  const measure = windowMeasure(PICTURE_FONT)
  const most = (texts: readonly string[], size: number): number => Math.ceil(Math.max(0, ...texts.map((text) => measure(text, size, true))))
  return {
    longest: Math.min(NAMES.most, Math.max(NAMES.least, most(all, 13) + 30)),
    widest: most(all.flatMap((name) => name.split(/\s+/u)), 12), // prettier-ignore
  }
}
