/** What can be done with the chosen articles, at the place that was pressed. */
import { BookOpenText, FileOutput, FolderPlus, PencilLine, Share2, Trash2 } from 'lucide-react'
import type { Collection } from '../../../shared/domain/collection.ts'
import { useCanWrite } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Menu, MenuItem, MenuSeparator, SubMenu } from '../../ui/menu.tsx'

export interface RowMenuProps {
  ids: readonly number[]
  at: AnchorRect | null
  onClose: () => void
  collections: readonly Collection[]
  /** The collection that is looked at. */
  within: Collection | undefined
  onOpen: (id: number) => void
  /** All that is known about it: where there is a page for that. */
  onDetails?: ((id: number) => void) | undefined
  onEdit: (id: number) => void
  onNewText: (id: number) => void
  onBulk: (ids: readonly number[]) => void
  onReport: (ids: readonly number[]) => void
  /** For other tools. */
  onExport: (ids: readonly number[]) => void
  onCollect: (ids: readonly number[], into: number) => void
  onNewCollection: (ids: readonly number[]) => void
  onTakeOut: (ids: readonly number[], from: number) => void
  onRemove: (ids: readonly number[]) => void
}

/** A filter names this many. */
const EXPORTED = 10_000
/** A report takes this many by its address. */
const REPORTED = 1_000

export function RowMenu({ ids, at, onClose, collections, within, onOpen, onDetails, onEdit, onNewText, ...props }: RowMenuProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const [one] = ids
  const isOne = ids.length === 1 && one !== undefined
  return (
    <Menu label={say('articles.menu', { count: ids.length })} anchor={at} onClose={onClose}>
      {isOne && <MenuItem label={say('articles.open')} icon={<BookOpenText />} shortcut="Enter" onAction={() => onOpen(one)} />}
      {isOne && onDetails && <MenuItem label={say('articles.details')} onAction={() => onDetails(one)} />}
      {isOne && <MenuItem label={say('library.edit')} isDisabled={!canWrite} onAction={() => onEdit(one)} />}
      {isOne && <MenuItem label={say('revisions.new')} isDisabled={!canWrite} onAction={() => onNewText(one)} />}
      {!isOne && (
        <MenuItem
          label={say('articles.bulk', { count: ids.length })}
          icon={<PencilLine />}
          isDisabled={!canWrite}
          onAction={() => props.onBulk(ids)}
        />
      )}
      <SubMenu label={say('articles.addTo')} icon={<FolderPlus />} isDisabled={!canWrite}>
        {collections.map(({ id, name }) => (
          <MenuItem key={id} label={name} onAction={() => props.onCollect(ids, id)} />
        ))}
        {collections.length > 0 && <MenuSeparator />}
        <MenuItem label={say('articles.addCollection')} onAction={() => props.onNewCollection(ids)} />
      </SubMenu>
      {within && (
        <MenuItem
          label={say('articles.takeOut', { name: within.name })}
          isDisabled={!canWrite}
          onAction={() => props.onTakeOut(ids, within.id)}
        />
      )}
      <MenuItem
        label={say('articles.report')}
        icon={<FileOutput />}
        isDisabled={ids.length > REPORTED}
        onAction={() => props.onReport(ids)}
      />
      <MenuItem label={say('articles.export')} icon={<Share2 />} isDisabled={ids.length > EXPORTED} onAction={() => props.onExport(ids)} />
      <MenuSeparator />
      <MenuItem
        label={say('articles.remove', { count: ids.length })}
        icon={<Trash2 />}
        shortcut="Delete"
        isDanger
        isDisabled={!canWrite}
        onAction={() => props.onRemove(ids)}
      />
    </Menu>
  )
}
