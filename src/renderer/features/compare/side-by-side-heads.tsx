/** The names of the parties over their columns. A name can be dragged to another place; its menu moves, pins and removes it. */
import { ArrowLeft, ArrowRight, ChevronDown, Pin, PinOff, X } from 'lucide-react'
import { useState, type CSSProperties } from 'react'
import { Button as AriaButton, useLocale } from 'react-aria-components'
import { useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import styles from './side-by-side-table.module.css'
import type { SideWords } from './use-side-words.ts'

export interface SideHeadsProps {
  parties: readonly number[]
  pinned: readonly number[]
  words: SideWords
  onPin: (id: number) => void
  onRemove: (id: number) => void
  onMove: (from: number, to: number) => void
}

export function SideHeads({ parties, pinned, words, onPin, onRemove, onMove }: SideHeadsProps) {
  const say = useSay()
  const isRtl = useLocale().direction === 'rtl'
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [Before, After] = isRtl ? [ArrowRight, ArrowLeft] : [ArrowLeft, ArrowRight]
  // Pinned columns come first: a move stays among its own.
  const canMove = (from: number, to: number): boolean =>
    to >= 0 && to < parties.length && pinned.includes(parties[from] ?? 0) === pinned.includes(parties[to] ?? 0)
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          {say('cell.column.date')}
        </th>
        {parties.map((id, index) => {
          const isPinned = pinned.includes(id)
          const name = words.party(id)
          return (
            <th
              key={id}
              scope="col"
              className={cx(styles.party, isPinned && styles.pinned, over === index && dragged !== null && styles.over)}
              style={isPinned ? ({ '--at': index } as CSSProperties) : undefined}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData('application/x-parley-party', String(id))
                event.dataTransfer.effectAllowed = 'move'
                setDragged(index)
              }}
              onDragOver={(event) => {
                if (dragged === null || !canMove(dragged, index)) return
                event.preventDefault()
                setOver(index)
              }}
              onDragEnd={() => {
                setDragged(null)
                setOver(null)
              }}
              onDrop={(event) => {
                event.preventDefault()
                if (dragged !== null && dragged !== index) onMove(dragged, index)
                setDragged(null)
                setOver(null)
              }}
            >
              <Menu
                label={say('side.columnMenu', { party: name })}
                trigger={
                  <AriaButton
                    className={styles.name ?? ''}
                    aria-label={say(isPinned ? 'side.columnPinned' : 'side.column', { party: name })}
                  >
                    {isPinned && <Pin aria-hidden="true" className={styles.pin} />}
                    <bdi>{name}</bdi>
                    <ChevronDown aria-hidden="true" className={styles.chevron} data-print="hide" />
                  </AriaButton>
                }
              >
                <MenuItem
                  label={say(isPinned ? 'side.unpin' : 'side.pin')}
                  icon={isPinned ? <PinOff /> : <Pin />}
                  onAction={() => onPin(id)}
                />
                <MenuItem
                  label={say('side.moveBefore')}
                  icon={<Before />}
                  isDisabled={!canMove(index, index - 1)}
                  onAction={() => onMove(index, index - 1)}
                />
                <MenuItem
                  label={say('side.moveAfter')}
                  icon={<After />}
                  isDisabled={!canMove(index, index + 1)}
                  onAction={() => onMove(index, index + 1)}
                />
                <MenuSeparator />
                <MenuItem label={say('side.remove')} icon={<X />} onAction={() => onRemove(id)} />
              </Menu>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
