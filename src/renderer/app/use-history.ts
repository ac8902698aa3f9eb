/** Undo and redo of the library. Says what was taken back, and offers the way forth again. */
import { useCallback, useEffect } from 'react'
import type { HistoryState } from '../../shared/domain/history.ts'
import { useAction, useCanWrite, useData } from '../lib/data.ts'
import { aboutRedo, aboutUndo } from '../lib/offer-undo.ts'
import { useSay } from '../lib/say.ts'
import { sharedClient } from '../lib/transport/client.ts'
import { toasts } from '../stores/toasts.ts'
import { stepText } from '../lib/step-text.ts'

/** Steps that may be one of several of an import. */
const IN_PARTS: ReadonlySet<string> = new Set(['articles.import', 'projects.import'])

const NOTHING: HistoryState = { undo: null, redo: null, depth: 0 }

export function useHistory(): { next: HistoryState; undo: () => Promise<void>; redo: () => Promise<void> } {
  const say = useSay()
  const { data: status } = useData('library.status', {})
  const canWrite = useCanWrite()
  const { data = NOTHING } = useData('history.state', {}, { enabled: status?.open ?? false })
  // Where nothing can be written, nothing can be taken back either.
  const next = canWrite ? data : NOTHING
  const { run: runUndo } = useAction('history.undo')
  const { run: runRedo } = useAction('history.redo')
  const redo = useCallback(async () => {
    const step = (await runRedo({}))?.step
    if (step) toasts.add({ kind: 'info', text: say('history.redone', { step: stepText(say, step) }), key: 'history' })
  }, [runRedo, say])
  const { run: undoRun } = useAction('imports.undoRun')
  const takeBack = useCallback(
    async (runId: number) => {
      const taken = await undoRun({ runId })
      if (taken) toasts.add({ kind: 'info', text: say('imports.takenBack', { removed: taken.removed, kept: taken.kept }), key: 'history' })
    },
    [say, undoRun],
  )
  const undo = useCallback(async () => {
    const step = (await runUndo({}))?.step
    if (!step) return
    const part = IN_PARTS.has(step.kind)
      ? await sharedClient()
          .call('imports.ofStep', { seq: step.seq })
          .catch(() => null)
      : null
    const whole = part?.import
    // An import of many articles is many steps: what is left of it can go at once.
    if (whole && whole.present > 0)
      toasts.add({
        kind: 'info',
        text: say('history.undonePart', { taken: whole.articles - whole.present, articles: whole.articles }),
        key: 'history',
        about: aboutRedo(step.seq),
        action: { label: say('history.undoImport'), onPress: () => void takeBack(whole.runId) },
      })
    else
      toasts.add({
        kind: 'info',
        text: say('history.undone', { step: stepText(say, step) }),
        key: 'history',
        about: aboutRedo(step.seq),
        action: { label: say('history.redo'), onPress: () => void redo() },
      })
  }, [redo, runUndo, say, takeBack])
  return { next, undo, redo }
}

/** Takes offers away that are about a step before the last, which their buttons could no longer take back or do again. For one place only. */
export function usePastOffers(): void {
  const { data: state } = useData('history.state', {}, { enabled: useData('library.status', {}).data?.open ?? false })
  const undo = state?.undo?.seq
  const redo = state?.redo?.seq
  useEffect(
    () => toasts.keepAbout([...(undo === undefined ? [] : [aboutUndo(undo)]), ...(redo === undefined ? [] : [aboutRedo(redo)])]),
    [undo, redo],
  )
}
