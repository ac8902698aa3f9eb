/** What can be done with the chosen threads, at the place that was pressed. */
import { GitMerge, PencilLine, SquareArrowOutUpRight, TextCursorInput, Trash2 } from 'lucide-react'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'

export interface ThreadMenuProps {
  ids: readonly number[]
  at: AnchorRect | null
  canWrite: boolean
  onClose: () => void
  onOpen: (id: number) => void
  onRename: (id: number) => void
  onBulk: (ids: readonly number[]) => void
  onMerge: (ids: readonly number[]) => void
  onRemove: (ids: readonly number[]) => void
}

export function ThreadMenu({ ids, at, canWrite, onClose, onOpen, onRename, onBulk, onMerge, onRemove }: ThreadMenuProps) {
  const say = useSay()
  const [one] = ids
  const isOne = ids.length === 1 && one !== undefined
  return (
    <Menu label={say('ledger.menu', { count: ids.length })} anchor={at} onClose={onClose}>
      {isOne && <MenuItem label={say('ledger.open')} icon={<SquareArrowOutUpRight />} shortcut="Enter" onAction={() => onOpen(one)} />}
      {isOne && (
        <MenuItem
          label={say('ledger.rename')}
          icon={<TextCursorInput />}
          shortcut="F2"
          isDisabled={!canWrite}
          onAction={() => onRename(one)}
        />
      )}
      <MenuItem label={say('ledger.bulk')} icon={<PencilLine />} isDisabled={!canWrite} onAction={() => onBulk(ids)} />
      {ids.length === 2 && (
        <MenuItem label={say('ledger.merge')} icon={<GitMerge />} isDisabled={!canWrite} onAction={() => onMerge(ids)} />
      )}
      <MenuSeparator />
      <MenuItem
        label={say('ledger.remove', { count: ids.length })}
        icon={<Trash2 />}
        shortcut="Delete"
        isDanger
        isDisabled={!canWrite}
        onAction={() => onRemove(ids)}
      />
    </Menu>
  )
}
