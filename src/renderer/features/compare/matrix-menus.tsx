/** What can be done with a cell, and with the column of a party. Every entry has its key as well. */
import { ArrowLeft, ArrowRight, Eye, EyeOff, Info, MoveHorizontal, PanelRightOpen, Pencil, RotateCcw } from 'lucide-react'
import { useLocale } from 'react-aria-components'
import type { MatrixCell } from '../../../shared/domain/compare.ts'
import { useSay } from '../../lib/say.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { movedBy, type MatrixColumns } from './matrix-columns.ts'
import type { Spot } from './matrix-grid-parts.ts'

export interface CellMenuProps {
  at: Spot | null
  cell: MatrixCell | undefined
  canWrite: boolean
  onClose: () => void
  onOpen: () => void
  onExplain: () => void
  onOverride: () => void
}

export function CellMenu({ at, cell, canWrite, onClose, onOpen, onExplain, onOverride }: CellMenuProps) {
  const say = useSay()
  const isEmpty = cell === undefined
  return (
    <Menu label={say('matrix.cellMenu')} anchor={at} onClose={onClose}>
      <MenuItem label={say('matrix.openQuotes')} icon={<PanelRightOpen />} shortcut="Enter" isDisabled={isEmpty} onAction={onOpen} />
      <MenuItem label={say('matrix.why')} icon={<Info />} shortcut="I" isDisabled={isEmpty} onAction={onExplain} />
      <MenuSeparator />
      <MenuItem
        label={say(cell?.override ? 'matrix.changeReading' : 'matrix.readOtherwise')}
        icon={<Pencil />}
        shortcut="O"
        isDisabled={isEmpty || !canWrite}
        onAction={onOverride}
      />
    </Menu>
  )
}

export interface PartyMenuProps {
  at: Spot | null
  party: number
  name: string
  columns: MatrixColumns
  hasHidden: boolean
  isOrdered: boolean
  onClose: () => void
  onOrder: (order: number[] | undefined) => void
  onHide: (id: number) => void
  onShowAll: () => void
  onWidth: (id: number, width: null) => void
}

export function PartyMenu(props: PartyMenuProps) {
  const { at, party, name, columns, hasHidden, isOrdered, onClose, onOrder, onHide, onShowAll, onWidth } = props
  const say = useSay()
  const isRtl = useLocale().direction === 'rtl'
  const [earlier, later] = [movedBy(columns, party, -1), movedBy(columns, party, 1)]
  const [Before, After] = isRtl ? [ArrowRight, ArrowLeft] : [ArrowLeft, ArrowRight]
  return (
    <Menu label={say('matrix.columnMenu', { party: name })} anchor={at} onClose={onClose}>
      <MenuItem
        label={say('matrix.earlier')}
        icon={<Before />}
        shortcut={isRtl ? 'Alt+ArrowRight' : 'Alt+ArrowLeft'}
        isDisabled={!earlier}
        onAction={() => earlier && onOrder(earlier)}
      />
      <MenuItem
        label={say('matrix.later')}
        icon={<After />}
        shortcut={isRtl ? 'Alt+ArrowLeft' : 'Alt+ArrowRight'}
        isDisabled={!later}
        onAction={() => later && onOrder(later)}
      />
      <MenuItem label={say('matrix.defaultOrder')} icon={<RotateCcw />} isDisabled={!isOrdered} onAction={() => onOrder(undefined)} />
      <MenuSeparator />
      <MenuItem label={say('matrix.usualWidth')} icon={<MoveHorizontal />} onAction={() => onWidth(party, null)} />
      <MenuItem label={say('matrix.hide')} icon={<EyeOff />} isDisabled={columns.shown.length < 2} onAction={() => onHide(party)} />
      <MenuItem label={say('matrix.showAll')} icon={<Eye />} isDisabled={!hasHidden} onAction={onShowAll} />
    </Menu>
  )
}
