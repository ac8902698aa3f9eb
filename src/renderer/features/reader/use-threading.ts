/** Putting the selected annotation into a thread. */
import { useSay } from '../../lib/say.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import { toasts } from '../../stores/toasts.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import type { ReaderPage } from './page.ts'

export function useThreading({ selectedId, canWrite }: ReaderPage): ReaderActions {
  const say = useSay()
  const open = useWorkbench((state) => state.open)
  return {
    thread: () => {
      if (!canWrite) toasts.add({ kind: 'info', text: say('reader.readOnly'), key: 'read-only' })
      else if (selectedId === null) toasts.add({ kind: 'info', text: say('reader.selectAnnotationFirst'), key: 'select-first' })
      else open({ kind: 'attach-thread', annotationId: selectedId })
    },
  }
}
