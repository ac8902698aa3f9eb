/**
 * A file whose text becomes the corrected one. Where a text was pasted or mended by hand meanwhile, it is not replaced before someone
 * has said so: there is no other copy of it.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { problemText, useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'

interface TextFile {
  stagedId: string
  name: string
  text: string
}

export interface TextFileOptions {
  /** The text as it is in the form, and as it was when the form opened. */
  text: string
  before: string
  onText: (text: string) => void
  onProblem: (message: string) => void
}

/** `file`: the one that the text was taken from last, as it was then. `question` is to be put into the dialog. */
export function useTextFile({ text, before, onText, onProblem }: TextFileOptions): {
  file: TextFile | null
  chooseFile: () => Promise<void>
  question: ReactNode
} {
  const say = useSay()
  const [file, setFile] = useState<TextFile | null>(null)
  const [asked, setAsked] = useState<TextFile | null>(null)
  // What is typed while the file is read counts too.
  const latest = useRef({ text, file })
  useEffect(() => {
    latest.current = { text, file }
  })

  const take = (chosen: TextFile): void => {
    setAsked(null)
    setFile(chosen)
    onText(chosen.text)
  }
  const chooseFile = async (): Promise<void> => {
    const [staged] = await hostCall('files.pick', {})
    if (!staged) return
    const read = await sharedClient().call('imports.text', { stagedId: staged.stagedId })
    if (read.problem) return onProblem(problemText(say, read.problem, staged.name))
    const chosen = { stagedId: staged.stagedId, name: staged.name, text: read.text }
    const now = latest.current
    const isOwn = now.text !== before && now.text !== now.file?.text && now.text !== chosen.text && now.text.trim() !== ''
    if (isOwn) setAsked(chosen)
    else take(chosen)
  }
  const question = (
    <AlertDialog
      isOpen={asked !== null}
      title={say('revisions.replace.title')}
      confirmLabel={say('revisions.replace.confirm')}
      cancelLabel={say('revisions.replace.keep')}
      kind="danger"
      onCancel={() => setAsked(null)}
      onConfirm={() => asked && take(asked)}
    >
      {say('revisions.replace.text', { name: asked?.name ?? '' })}
    </AlertDialog>
  )
  return { file, chooseFile, question }
}
