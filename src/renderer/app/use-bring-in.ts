/**
 * Ways into the library that are not a menu: files and folders dropped on the window, text and pieces of pages dropped or pasted. All of it
 * waits in the import dialog; nothing is stored here. Nothing is fetched: an address alone is answered with what to do instead.
 */
import { useCallback, useEffect } from 'react'
import { useShowError } from '../lib/data.ts'
import { filesIn } from '../lib/dropped-files.ts'
import { isTyping } from '../lib/keys.ts'
import { errorText, useSay } from '../lib/say.ts'
import { stageFiles, stageHtml, stageText } from '../lib/stage-files.ts'
import { sharedClient } from '../lib/transport/client.ts'
import { isForgotten, useTakingIn } from '../stores/taking-in.ts'
import { toasts } from '../stores/toasts.ts'
import { useWorkbench } from '../stores/workbench.ts'
import type { Dropped } from '../ui/drop-overlay.tsx'

/** Longer text, in UTF-16 units, is not kept for the dialog of pasted text, which would not show it. */
const MOST_KEPT = 1_000_000

/** For what was dropped on the window. */
export function useBringIn(): (dropped: Dropped) => Promise<void> {
  const { files, text } = useBringing()
  const say = useSay()
  return useCallback(
    async (dropped) => {
      if (dropped.files.length === 0 && dropped.entries.length === 0) return text(dropped)
      const found = await filesIn(dropped)
      if (found.isCut) toasts.add({ kind: 'info', text: say('drop.tooMany', { count: found.files.length }) })
      if (found.unreadable.length > 0)
        toasts.add({ kind: 'error', text: say('drop.unreadable', { count: found.unreadable.length, name: found.unreadable[0] ?? '' }) })
      if (found.leftOut > 0) toasts.add({ kind: 'info', text: say('drop.leftOut', { count: found.leftOut }), key: 'drop-left-out' })
      if (found.files.length === 0 && found.unreadable.length === 0)
        toasts.add({ kind: 'info', text: say('drop.empty'), key: 'drop-empty' })
      return files(found.files)
    },
    [files, text, say],
  )
}

/** Ctrl+V brings in what is on the clipboard where no field takes it and no other dialog is open. */
export function usePaste(isOn: boolean): void {
  const { files, text } = useBringing()
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { kind } = useWorkbench.getState().dialog
      if (!isOn || event.defaultPrevented || isTyping(event.target) || (kind !== 'none' && kind !== 'import')) return
      const data = event.clipboardData
      if (!data) return
      const given = { html: data.getData('text/html'), text: data.getData('text/plain') }
      const copied = [...data.files]
      // Some programs put a picture of the text beside it.
      if (given.text === '' && given.html === '' && copied.length === 0) return
      event.preventDefault()
      if (given.text.trim() === '' && copied.length > 0) void files(copied)
      else void text(given)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [isOn, files, text])
}

/** Brings in files one after the other; they come into the import dialog in groups. */
export function useTakeFiles(): (files: readonly File[]) => Promise<void> {
  const say = useSay()
  const showError = useShowError()
  return useCallback(
    async (given: readonly File[]) => {
      if (given.length === 0) return
      const taking = useTakingIn.getState().begin(given.length)
      const failures: unknown[] = []
      await stageFiles(given, {
        onFailure: (error) => failures.push(error),
        onStaged: (staged) => {
          if (!isForgotten(taking.signal)) return useWorkbench.getState().addFiles(staged)
          void sharedClient()
            .call('imports.discard', { stagedIds: staged.map(({ stagedId }) => stagedId) })
            .catch(showError)
        },
        onProgress: taking.moved,
        signal: taking.signal,
      })
      taking.ended()
      // One message, however many there are.
      const [first] = failures
      if (failures.length === 1) showError(first)
      else if (first !== undefined)
        toasts.add({ kind: 'error', text: say('drop.notTaken', { count: failures.length, first: errorText(say, first) }) })
    },
    [say, showError],
  )
}

function useBringing(): {
  files: (files: readonly File[]) => Promise<void>
  text: (data: { html: string; text: string }) => Promise<void>
} {
  const say = useSay()
  const showError = useShowError()
  const files = useTakeFiles()
  const text = useCallback(
    async (given: { html: string; text: string }) => {
      const plain = given.text.trim()
      if (/^https?:\/\/\S+$/i.test(plain)) return void toasts.add({ kind: 'info', text: say('drop.link'), key: 'drop-link' })
      if (plain === '' && given.html.trim() === '') return
      // The dialog for pasted text has it, should the review be left.
      const { keepPasted, pasted } = useWorkbench.getState()
      if (pasted === '' && given.text.length <= MOST_KEPT) keepPasted(given.text)
      const staged = hasStructure(given.html)
        ? stageHtml(`${say('paste.name')}.html`, given.html)
        : stageText(say('paste.name'), given.text)
      await staged.then((file) => useWorkbench.getState().addFiles([file]), showError)
    },
    [say, showError],
  )
  return { files, text }
}

/** Paragraphs, headings or a table: more than the colours an editor puts around words. */
export const hasStructure = (html: string): boolean => /<(?:p|h[1-6]|article|section|table|ul|ol|blockquote|div|br)\b/i.test(html)
