/** The line at the foot: whether all is saved, how much there is, how far undo reaches, and work that is under way with a way to stop it. */
import { CircleCheck, History, Lock } from 'lucide-react'
import { useIsMutating } from '@tanstack/react-query'
import { ImportsPanel } from '../features/imports/imports-panel.tsx'
import { useAction, useData } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Spinner } from '../ui/spinner.tsx'
import styles from './status-bar.module.css'
import { useHistory } from './use-history.ts'

export function StatusBar() {
  const say = useSay()
  const { data: status } = useData('library.status', {})
  const history = useHistory()
  const saving = useIsMutating() > 0
  const jobs = useWorkbench((state) => state.jobs)
  const open = useWorkbench((state) => state.open)
  const cancel = useAction('jobs.cancel')
  const running = [...jobs.values()].filter((job) => job.state === 'running' && job.kind !== 'import')
  if (!status?.open) return <footer className={styles.bar} />
  return (
    <footer className={styles.bar}>
      <span className={styles.item} role="status">
        {status.readOnly !== null ? <Lock /> : saving ? <Spinner label={say('status.saving')} /> : <CircleCheck />}
        {status.readOnly !== null ? say(`status.readOnly.${status.readOnly}`) : saving ? say('status.saving') : say('status.saved')}
      </span>
      {status.counts && (
        <span className={styles.item}>
          {say('status.counts', { articles: status.counts.articles, annotations: status.counts.annotations })}
        </span>
      )}
      <button type="button" className={styles.button} onClick={() => open({ kind: 'history' })}>
        <History />
        {say('status.undoDepth', { count: history.next.depth })}
      </button>
      <span className={styles.space} />
      <ImportsPanel />
      {running.map((job) => (
        <div key={job.id} className={styles.job}>
          <ProgressBar
            label={say(`job.${job.kind}`)}
            value={job.total === 0 ? null : job.done / job.total}
            detail={say('job.progress', { done: job.done, total: job.total })}
            onCancel={() => void cancel.run({ jobId: job.id })}
            cancelLabel={say('job.cancel')}
          />
        </div>
      ))}
      <span className={styles.item}>{say('status.coder', { name: status.coder ?? '' })}</span>
    </footer>
  )
}
