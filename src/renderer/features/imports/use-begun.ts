/**
 * An import that has begun: it goes on when its dialog is left, its files are forgotten when it is done, and what became of it is told
 * wherever one is by then. Files that wait for another try can be had again. Files that came since are shown next.
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
  files: readonly Staged[]
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
  /** Files of it that another try may help, once it has ended. */
  again: readonly Staged[]
  tryAgain: () => void
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
    setBegun({ jobId, files, isOne })
  }
  const undoRun = useAction('imports.undoRun')
  const takeBack = async (runId: number): Promise<void> => {
    const taken = await undoRun.run({ runId })
    if (taken) offerUndo(say('imports.takenBack', { removed: taken.removed, kept: taken.kept }))
  }
  const again = begun && job ? againOf(begun.files, job) : []
  const since = files.filter(({ stagedId }) => !begun?.files.some((file) => file.stagedId === stagedId))
  /** `kept` go on waiting. */
  const forget = (of: readonly Staged[], kept: readonly Staged[]): void => {
    const stagedIds = of.filter((file) => !kept.includes(file)).map(({ stagedId }) => stagedId)
    if (stagedIds.length > 0) void discard.run({ stagedIds })
  }
  const leave = (): void => {
    onClose()
    if (!begun) return
    addFiles(since)
    // Who closes the report of an import that has ended has seen what waits.
    if (job?.state !== 'running') return forget(begun.files, [])
    void jobEnded(begun.jobId).then((ended) => {
      const waiting = againOf(begun.files, ended)
      forget(begun.files, waiting)
      tell(say, ended, waiting, (runId) => void takeBack(runId))
    })
  }
  const tryAgain = (): void => {
    onClose()
    forget(begun?.files ?? [], again)
    // Once this dialog is gone: nothing that was said in it is to be laid on the files as they are read anew.
    setTimeout(() => addFiles([...again, ...since]))
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
  return { job, begin, leave, again, tryAgain, openArticle }
}

/** Of an import that failed all files: what is in already is found to be there. */
export function againOf(files: readonly Staged[], { state, result }: Job): readonly Staged[] {
  if (state === 'running') return []
  if (result?.kind !== 'import') return files
  const again = new Set(result.again)
  return files.filter(({ stagedId }) => again.has(stagedId))
}

/** The report of an import, of one that failed too; null where there is none. */
export function runIdOf({ result, error }: Job): number | null {
  if (result?.kind === 'import') return result.runId
  const runId = error?.details?.runId
  return typeof runId === 'number' ? runId : null
}

/** An import that ended while one was elsewhere. */
function tell(say: Say, { state, result }: Job, waiting: readonly Staged[], takeBack: (runId: number) => void): void {
  const tryAgain = {
    label: say('import.tryAgain', { count: waiting.length }),
    onPress: () => useWorkbench.getState().addFiles([...waiting]),
  }
  if (result?.kind !== 'import') {
    if (state === 'failed') toasts.add({ kind: 'error', text: say('import.failed'), action: tryAgain })
    return
  }
  const { runId, counts } = result
  toasts.add({
    kind: counts.refused + counts.needs > 0 ? 'info' : 'success',
    text: say('import.summary', summaryValues(counts)),
    action: { label: say('import.showReport'), onPress: () => useWorkbench.getState().open({ kind: 'imports', runId }) },
    ...(waiting.length > 0
      ? { other: tryAgain }
      : counts.imported > 0 && { other: { label: say('imports.takeBackImport'), onPress: () => takeBack(runId) } }),
  })
}
