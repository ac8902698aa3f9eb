/** The searches that are kept: run one, or rename or remove the one that is on screen. */
import { ChevronDown, PenLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SearchOrder } from '../../../shared/domain/search.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { KeepDialog } from './keep-dialog.tsx'

export interface KeptMenuProps {
  query: string
  order: SearchOrder
  onSearch: (query: string, order: SearchOrder) => void
}

export function KeptMenu({ query, order, onSearch }: KeptMenuProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { data: kept = [] } = useData('searches.list', {})
  const remove = useAction('searches.remove')
  const [isRenaming, setRenaming] = useState(false)
  const current = kept.find((one) => one.query === query && one.order === order)
  if (kept.length === 0) return null
  const removeCurrent = async (): Promise<void> => {
    if (current && (await remove.run({ id: current.id }))) offerUndo(say('search.removed', { name: current.name }))
  }
  return (
    <>
      <Menu label={say('search.kept')} trigger={<Button label={current?.name ?? say('search.kept')} icon={<ChevronDown />} kind="quiet" />}>
        <MenuSection label={say('search.kept')}>
          {kept.map((one) => (
            <MenuItem key={one.id} label={one.name} onAction={() => onSearch(one.query, one.order)} />
          ))}
        </MenuSection>
        {current && canWrite && (
          <MenuSection label={current.name}>
            <MenuItem label={say('search.rename')} icon={<PenLine />} onAction={() => setRenaming(true)} />
            <MenuItem label={say('search.remove')} icon={<Trash2 />} onAction={() => void removeCurrent()} />
          </MenuSection>
        )}
      </Menu>
      {isRenaming && current && <KeepDialog query={query} order={order} kept={current} onClose={() => setRenaming(false)} />}
    </>
  )
}
