/**
 * Pasted text becomes an article. It stays in the window until it is one, whichever way the dialog is left. A piece of a page is kept as
 * such beside its words: its headings and its tables are read from it, unless the words are changed here. Nothing of it is rendered.
 */
import { useState } from 'react'
import type { Staged } from '../../../shared/domain/import.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { stageHtml, stageText } from '../../lib/stage-files.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** Longer than this, in UTF-16 units, nothing is shown for correction: it goes on to the review as it is. */
const MOST_SHOWN = 1_000_000

export function PasteDialog({ onClose, onStaged }: { onClose: () => void; onStaged: (file: Staged) => void }) {
  const say = useSay()
  const text = useWorkbench((state) => state.pasted)
  const setText = useWorkbench((state) => state.keepPasted)
  const [page, setPage] = useState<{ html: string; text: string } | null>(null)
  const [isPage, setIsPage] = useState(true)
  const [error, setError] = useState<string | null>(null)
  const stage = (staged: Promise<Staged>): void => void staged.then(onStaged, (failure: unknown) => setError(errorText(say, failure)))
  const untouched = page !== null && page.text === text
  const next = (): void => {
    if (text.trim() === '') return setError(say('paste.empty'))
    stage(untouched && isPage ? stageHtml(`${say('paste.name')}.html`, page.html) : stageText(say('paste.name'), text))
  }
  const paste = (event: React.ClipboardEvent): void => {
    const html = event.clipboardData.getData('text/html')
    const plain = event.clipboardData.getData('text/plain')
    if (plain.length + html.length > MOST_SHOWN && text === '') {
      event.preventDefault()
      return stage(html === '' ? stageText(say('paste.name'), plain) : stageHtml(`${say('paste.name')}.html`, html))
    }
    if (html === '' || text !== '') return
    event.preventDefault()
    setText(plain)
    setPage({ html, text: plain })
    setError(null)
  }
  return (
    <Dialog
      title={say('paste.title')}
      isOpen
      size="large"
      onClose={onClose}
      onSubmit={next}
      aside={untouched && <Checkbox label={say('paste.asPage')} value={isPage} onChange={setIsPage} />}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button label={say('paste.next')} kind="primary" type="submit" />
        </>
      }
    >
      <div role="presentation" onPaste={paste}>
        <TextArea
          label={say('paste.label')}
          hint={say('paste.hint')}
          value={text}
          onChange={(value) => {
            setText(value)
            setError(null)
          }}
          minRows={14}
          maxRows={24}
          autoFocus
          {...(error !== null && { error })}
        />
      </div>
    </Dialog>
  )
}
