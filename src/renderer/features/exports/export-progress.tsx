/** How far an export is, at the foot of its dialog: progress with a way to stop, what went wrong and what to do, where the file is. */
import { useAction } from '../../lib/data.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './export-dialog.module.css'
import type { ExportRun, ExportRunner } from './use-export-run.ts'

export interface ExportProgressProps {
  run: ExportRun
  onShow: ExportRunner['show']
}

export function ExportProgress({ run, onShow }: ExportProgressProps) {
  const say = useSay()
  switch (run.state) {
    case 'idle':
      return null
    case 'making':
      return <Making jobId={run.jobId} />
    case 'stopped':
      return <Banner kind="info" title={say('export.stopped')} className={styles.outcome} />
    case 'failed':
      return (
        <Banner kind="error" title={say('export.failed')} className={styles.outcome}>
          {errorText(say, run.error)}
        </Banner>
      )
    case 'made':
      return run.error === null ? (
        <Banner kind="info" title={say('export.made', { name: run.made.name })} className={styles.outcome} />
      ) : (
        <Banner kind="error" title={say('export.unsaved', { name: run.made.name })} className={styles.outcome}>
          {errorText(say, run.error)}
        </Banner>
      )
    case 'saved':
      return (
        <Banner
          kind="success"
          title={say('export.saved', { name: run.name })}
          className={styles.outcome}
          {...(run.canShow && { actions: <Button label={say('export.show')} size="small" onPress={() => onShow(run.made)} /> })}
        />
      )
  }
}

function Making({ jobId }: { jobId: string | null }) {
  const say = useSay()
  const job = useWorkbench(({ jobs }) => (jobId === null ? undefined : jobs.get(jobId)))
  const { run: cancel } = useAction('jobs.cancel')
  return (
    <ProgressBar
      label={say('export.making')}
      value={job && job.total > 0 ? job.done / job.total : null}
      className={styles.outcome}
      {...(jobId !== null && { onCancel: () => void cancel({ jobId }), cancelLabel: say('job.cancel') })}
    />
  )
}
