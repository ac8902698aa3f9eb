/**
 * An import that has begun: it goes on when its dialog is left, its files are forgotten when it is done, and what became of it is told
 * wherever one is by then. Files that came since are shown next.
 */
import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../shared/domain/job.ts'
import type { Staged } from '../../../shared/domain/import.ts'
import { useAction } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay, type Say } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { jobEnded, useWorkbench } from '../../stores/workbench.ts'
import { summaryValues } from './summary.ts'

interface Begun {
  jobId: string
  stagedIds: readonly string[]
  /** A single article: it is opened as soon as it is there. */
  isOne: boolean
}

export interface BegunOptions {
  files: readonly Staged[]
  onClose: () => void
  onOpenArticle: (articleId: number) => void
}

export function useBegun({ files, onClose, onOpenArticle }: BegunOptions): {
  job: Job | undefined
  begin: (jobId: string, isOne: boolean) => void
  leave: () => void
  openArticle: (articleId: number) => void
} {
  const say = useSay()
  const offerUndo = useOfferUndo()
  const discard = useAction('imports.discard')
  const { addFiles, keepPasted } = useWorkbench.getState()
  const [begun, setBegun] = useState<Begun | null>(null)
  const job = useWorkbench((state) => (begun === null ? undefined : state.jobs.get(begun.jobId)))
  const begin = (jobId: string, isOne: boolean): void => {
    keepPasted('')
    setBegun({ jobId, stagedIds: files.map((file) => file.stagedId), isOne })
  }
  const undoRun = useAction('imports.undoRun')
  const takeBack = async (runId: number): Promise<void> => {
    const taken = await undoRun.run({ runId })
    if (taken) offerUndo(say('imports.takenBack', { removed: taken.removed, kept: taken.kept }))
  }
  const leave = (): void => {
    onClose()
    if (!begun) return
    addFiles(files.filter((file) => !begun.stagedIds.includes(file.stagedId)))
    const isRunning = job?.state === 'running'
    void jobEnded(begun.jobId).then((ended) => {
      void discard.run({ stagedIds: [...begun.stagedIds] })
      if (isRunning) tell(say, ended, (runId) => void takeBack(runId))
    })
  }
  const openArticle = (articleId: number): void => {
    leave()
    onOpenArticle(articleId)
  }

  const [line] = job?.result?.kind === 'import' ? job.result.items : []
  const done = begun?.isOne && line?.articleId != null ? line : null
  const latest = useRef(() => {})
  useEffect(() => {
    latest.current = () => {
      if (done?.articleId == null) return
      openArticle(done.articleId)
      if (done.outcome === 'imported') offerUndo(say('import.oneDone'))
    }
  })
  useEffect(() => latest.current(), [done])
  return { job, begin, leave, openArticle }
}

/** An import that ended while one was elsewhere. */
function tell(say: Say, { state, result }: Job, takeBack: (runId: number) => void): void {
  if (result?.kind !== 'import') {
    if (state === 'failed') toasts.add({ kind: 'error', text: say('import.failed') })
    return
  }
  const { runId, counts } = result
  toasts.add({
    kind: counts.refused + counts.needs > 0 ? 'info' : 'success',
    text: say('import.summary', summaryValues(counts)),
    action: { label: say('import.showReport'), onPress: () => useWorkbench.getState().open({ kind: 'imports', runId }) },
    ...(counts.imported > 0 && { other: { label: say('imports.takeBackImport'), onPress: () => takeBack(runId) } }),
  })
}
