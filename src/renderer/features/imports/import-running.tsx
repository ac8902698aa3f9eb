/** An import under way, then what became of it. Closing leaves it to itself. */
import type { Job } from '../../../shared/domain/job.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './run-report.module.css'
import { runIdOf } from './use-begun.ts'
import { RunReport } from './run-report.tsx'

export interface ImportRunningProps {
  job: Job
  /** Files that another try may help. */
  again: number
  onTryAgain: () => void
  onClose: () => void
  onOpenArticle: (articleId: number) => void
}

export function ImportRunning({ job, again, onTryAgain, onClose, onOpenArticle }: ImportRunningProps) {
  const say = useSay()
  const cancel = useAction('jobs.cancel')
  if (job.state === 'running') {
    return (
      <Dialog
        title={say('import.running')}
        isOpen
        onClose={onClose}
        size="small"
        actions={
          <>
            <Button label={say('import.stop')} onPress={() => void cancel.run({ jobId: job.id })} />
            <Button label={say('import.goOn')} kind="primary" autoFocus onPress={onClose} />
          </>
        }
      >
        <ProgressBar
          label={say('job.import')}
          value={job.total === 0 ? null : job.done / job.total}
          detail={say('job.progress', { done: job.done, total: job.total })}
        />
        <p className={styles.note}>{say('import.goesOn')}</p>
      </Dialog>
    )
  }
  const runId = runIdOf(job)
  return (
    <Dialog
      title={say('import.doneTitle')}
      isOpen
      onClose={onClose}
      size="large"
      isFlush
      aside={again > 0 && say('import.tryAgainText', { count: again })}
      actions={
        <>
          {again > 0 && <Button label={say('import.tryAgain', { count: again })} onPress={onTryAgain} />}
          <Button label={say('action.close')} kind="primary" autoFocus onPress={onClose} />
        </>
      }
    >
      {job.state === 'failed' && (
        <Banner kind="error" title={say('import.failed')} className={styles.failed}>
          {job.error?.message}
        </Banner>
      )}
      {runId !== null && <RunReport runId={runId} onOpenArticle={onOpenArticle} />}
    </Dialog>
  )
}
