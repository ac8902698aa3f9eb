/**
 * Views that are kept under a name: go to one, keep the one on screen, give it another name or take it away. The one on screen is known
 * by its place, so that the button says its name until something is changed.
 */
import { Bookmark, BookmarkPlus, PenLine, RefreshCw, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { SavedView, ViewKind } from '../../../../shared/domain/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../../../ui/menu.tsx'
import { useAction, useCanWrite, useData } from '../../data.ts'
import { useOfferUndo } from '../../offer-undo.ts'
import { useSay } from '../../say.ts'
import { samePlace, toPlace } from './place-json.ts'
import { ViewNameDialog } from './view-name-dialog.tsx'

export interface SavedViewsProps {
  view: ViewKind
  /** What the address holds. */
  place: object
  /** Goes there; the place is read like any other address. */
  onOpen: (place: Record<string, unknown>) => void
}

const NO_VIEWS: SavedView[] = []

export function SavedViews({ view, place, onOpen }: SavedViewsProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { data: kept = NO_VIEWS } = useData('views.list', { kind: view })
  const update = useAction('views.update')
  const remove = useAction('views.remove')
  const [naming, setNaming] = useState<'new' | SavedView | null>(null)
  /** The last one gone to: what is changed there can be kept under its name. */
  const [left, setLeft] = useState<number | null>(null)
  const here = useMemo(() => toPlace(place), [place])
  const current = kept.find((one) => samePlace(one.place, here))
  const changed = current ? undefined : kept.find(({ id }) => id === left)
  const named = current ?? changed
  const open = (one: SavedView): void => {
    setLeft(one.id)
    onOpen(one.place)
  }
  const take = async (one: SavedView): Promise<void> => {
    if (await remove.run({ id: one.id })) offerUndo(say('views.removed', { name: one.name }))
  }
  return (
    <>
      <Menu
        label={say('views.label')}
        trigger={<Button label={current?.name ?? say('views.label')} icon={<Bookmark />} kind="quiet" size="small" />}
      >
        {kept.length > 0 && (
          <MenuSection label={say('views.label')}>
            {kept.map((one) => (
              <MenuItem key={one.id} label={one.name} onAction={() => open(one)} {...(one === current && { detail: say('views.here') })} />
            ))}
          </MenuSection>
        )}
        {canWrite && !current && (
          <MenuSection label={say('views.asNew')} hideLabel>
            <MenuItem label={say('views.keep')} icon={<BookmarkPlus />} onAction={() => setNaming('new')} />
          </MenuSection>
        )}
        {canWrite && named && (
          <MenuSection label={say(changed ? 'views.changed' : 'views.ofThis', { name: named.name })}>
            {changed && (
              <MenuItem
                label={say('views.replace', { name: changed.name })}
                icon={<RefreshCw />}
                onAction={() => void update.run({ id: changed.id, patch: { place: here } })}
              />
            )}
            <MenuItem label={say('views.renameThis', { name: named.name })} icon={<PenLine />} onAction={() => setNaming(named)} />
            <MenuItem label={say('views.removeThis', { name: named.name })} icon={<Trash2 />} onAction={() => void take(named)} />
          </MenuSection>
        )}
      </Menu>
      {naming && (
        <ViewNameDialog
          kind={view}
          place={here}
          kept={naming === 'new' ? null : naming}
          onClose={(saved) => {
            setNaming(null)
            if (saved) setLeft(saved.id)
          }}
        />
      )}
    </>
  )
}
