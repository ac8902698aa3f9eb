/** Keeps the view on screen under a name, or gives one that is kept another name. */
import { useState } from 'react'
import type { SavedView, ViewKind } from '../../../../shared/domain/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useAction } from '../../data.ts'
import { useSay } from '../../say.ts'
import type { PlaceJson } from './place-json.ts'

export interface ViewNameDialogProps {
  kind: ViewKind
  place: PlaceJson
  /** The one that gets another name; null: a new one is kept. */
  kept: SavedView | null
  onClose: (saved?: SavedView) => void
}

const LONGEST = 200

export function ViewNameDialog({ kind, place, kept, onClose }: ViewNameDialogProps) {
  const say = useSay()
  const save = useAction('views.save')
  const update = useAction('views.update')
  const [name, setName] = useState(kept?.name ?? '')
  const trimmed = name.trim()
  const isNamed = trimmed !== '' && trimmed.length <= LONGEST
  const submit = async (): Promise<void> => {
    if (!isNamed) return
    const saved = kept ? await update.run({ id: kept.id, patch: { name: trimmed } }) : await save.run({ kind, name: trimmed, place })
    if (saved) onClose(saved)
  }
  return (
    <Dialog
      title={say(kept ? 'views.rename' : 'views.keepTitle')}
      isOpen
      onClose={() => onClose()}
      onSubmit={() => void submit()}
      size="small"
      actions={
        <>
          <Button label={say('operations.cancel')} onPress={() => onClose()} />
          <Button label={say(kept ? 'views.renameDo' : 'views.keepDo')} kind="primary" type="submit" isDisabled={!isNamed} />
        </>
      }
    >
      <TextField label={say('views.name')} value={name} onChange={setName} autoFocus hint={say('views.hint')} />
    </Dialog>
  )
}
