/** What one can do with the whole article, behind the three dots of the bar above the text. */
import { Ellipsis, FileOutput, FilePen, History, Info, Pencil } from 'lucide-react'
import { useCanWrite } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'

export interface ArticleMenuProps {
  onEdit: () => void
  onDetails: () => void
  onNewText: () => void
  onTexts: () => void
  onExport: () => void
}

export function ArticleMenu({ onEdit, onDetails, onNewText, onTexts, onExport }: ArticleMenuProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  return (
    <Menu label={say('article.menu')} trigger={<IconButton label={say('article.menu')} icon={<Ellipsis />} />} placement="bottom end">
      <MenuItem label={say('library.edit')} icon={<Pencil />} isDisabled={!canWrite} onAction={onEdit} />
      <MenuItem label={say('library.details')} icon={<Info />} onAction={onDetails} />
      <MenuItem label={say('revisions.new')} icon={<FilePen />} isDisabled={!canWrite} onAction={onNewText} />
      <MenuItem label={say('revisions.open')} icon={<History />} onAction={onTexts} />
      <MenuItem label={say('article.export')} icon={<FileOutput />} onAction={onExport} />
    </Menu>
  )
}
