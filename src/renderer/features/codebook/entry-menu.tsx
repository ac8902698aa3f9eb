/** What can be done with an entry of the tree, each with its key. */
import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowRightLeft,
  ArrowUp,
  FileOutput,
  IndentDecrease,
  IndentIncrease,
  Pencil,
  Trash2,
} from 'lucide-react'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import type { KeyMove } from '../../ui/tree-moves.ts'
import type { Entry } from './entries.ts'

export interface EntryMenuProps {
  entry: Entry
  at: AnchorRect
  canMove: (way: KeyMove) => boolean
  onMove: (way: KeyMove) => void
  onRename: () => void
  onRetire: () => void
  onMerge: () => void
  onRemove: () => void
  /** To a report on it: parties only. */
  onDossier?: () => void
  onClose: () => void
}

const WAYS = [
  { way: 'up', shortcut: 'Alt+ArrowUp', icon: <ArrowUp /> },
  { way: 'down', shortcut: 'Alt+ArrowDown', icon: <ArrowDown /> },
  { way: 'in', shortcut: 'Alt+ArrowRight', icon: <IndentIncrease /> },
  { way: 'out', shortcut: 'Alt+ArrowLeft', icon: <IndentDecrease /> },
] as const

export function EntryMenu({ entry, at, canMove, onMove, onRename, onRetire, onMerge, onRemove, onDossier, onClose }: EntryMenuProps) {
  const say = useSay()
  return (
    <Menu label={entry.name} anchor={at} onClose={onClose}>
      <MenuItem label={say('codebook.rename')} shortcut="F2" icon={<Pencil />} onAction={onRename} />
      <MenuSeparator />
      {WAYS.map(({ way, shortcut, icon }) => (
        <MenuItem
          key={way}
          label={say(`codebook.move.${way}`)}
          shortcut={shortcut}
          icon={icon}
          isDisabled={!canMove(way)}
          onAction={() => onMove(way)}
        />
      ))}
      {onDossier && <MenuSeparator />}
      {onDossier && <MenuItem label={say('reports.fromParty')} icon={<FileOutput />} onAction={onDossier} />}
      <MenuSeparator />
      <MenuItem
        label={entry.retired ? say('codebook.unretire') : say('codebook.retire')}
        icon={entry.retired ? <ArchiveRestore /> : <Archive />}
        onAction={onRetire}
      />
      <MenuItem label={say('codebook.merge')} icon={<ArrowRightLeft />} isDisabled={entry.isFixed} onAction={onMerge} />
      <MenuItem label={say('codebook.remove')} shortcut="Delete" icon={<Trash2 />} isDisabled={entry.isFixed} onAction={onRemove} />
    </Menu>
  )
}
