/** Keeps what is asked for as a template under a name, or gives one that is kept another name. */
import { useState } from 'react'
import type { ReportTemplate, TemplateInput } from '../../../shared/domain/report-template.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface TemplateNameDialogProps {
  input: TemplateInput
  /** The one that gets another name; null: a new one is kept. */
  kept: ReportTemplate | null
  onClose: (saved?: ReportTemplate) => void
}

const LONGEST = 200

export function TemplateNameDialog({ input, kept, onClose }: TemplateNameDialogProps) {
  const say = useSay()
  const save = useAction('reports.saveTemplate')
  const update = useAction('reports.updateTemplate')
  const [name, setName] = useState(kept?.name ?? '')
  const trimmed = name.trim()
  const submit = async (): Promise<void> => {
    if (trimmed === '') return
    const saved = kept ? await update.run({ id: kept.id, patch: { name: trimmed } }) : await save.run({ name: trimmed, input })
    if (saved) onClose(saved)
  }
  return (
    <Dialog
      title={say(kept ? 'reports.renameTitle' : 'reports.keepTitle')}
      isOpen
      onClose={() => onClose()}
      onSubmit={() => void submit()}
      size="small"
      actions={
        <>
          <Button label={say('action.cancel')} onPress={() => onClose()} />
          <Button label={say(kept ? 'views.renameDo' : 'views.keepDo')} kind="primary" type="submit" isDisabled={trimmed === ''} />
        </>
      }
    >
      <TextField
        label={say('reports.templateName')}
        value={name}
        onChange={setName}
        maxLength={LONGEST}
        autoFocus
        hint={say('reports.templateHint')}
      />
    </Dialog>
  )
}
