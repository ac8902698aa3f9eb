/** Keeps a search under a name, or gives one that is kept another name. */
import { useEffect, useRef, useState } from 'react'
import type { SavedSearch, SearchOrder } from '../../../shared/domain/search.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface KeepDialogProps {
  query: string
  order: SearchOrder
  /** The one that gets another name; else a new one is kept. */
  kept?: SavedSearch
  onClose: () => void
}

const LONGEST = 200

export function KeepDialog({ query, order, kept, onClose }: KeepDialogProps) {
  const say = useSay()
  const save = useAction('searches.save')
  const update = useAction('searches.update')
  const [name, setName] = useState(kept?.name ?? query.trim().slice(0, LONGEST))
  const field = useRef<HTMLInputElement>(null)
  // Whoever wants another name than the proposed one types it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.select())
    return () => cancelAnimationFrame(frame)
  }, [])
  const isNamed = name.trim() !== '' && name.trim().length <= LONGEST && query.length <= 4_000
  const submit = async (): Promise<void> => {
    if (!isNamed) return
    const done = kept
      ? await update.run({ id: kept.id, patch: { name: name.trim() } })
      : await save.run({ name: name.trim(), query, order })
    if (done) onClose()
  }
  return (
    <Dialog
      title={say(kept ? 'search.rename' : 'search.keepTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      size="small"
      actions={
        <>
          <Button label={say('operations.cancel')} onPress={onClose} />
          <Button label={say(kept ? 'search.renameDo' : 'search.keepDo')} kind="primary" type="submit" isDisabled={!isNamed} />
        </>
      }
    >
      <TextField label={say('search.name')} value={name} onChange={setName} autoFocus ref={field} />
    </Dialog>
  )
}
