/**
 * The queue of imports in the line at the foot: a button that says how far they are, and a small panel with each, a way to stop it, and its
 * report once it is done. Nothing stands there while nothing was imported.
 */
import { FileDown } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { Job } from '../../../shared/domain/job.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useTakingIn } from '../../stores/taking-in.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './imports-panel.module.css'
import { summaryValues } from './summary.ts'

/** Ended imports of this run of the window that are still listed. */
const KEPT = 5

export function ImportsPanel() {
  const say = useSay()
  const jobs = useWorkbench((state) => state.jobs)
  const open = useWorkbench((state) => state.open)
  const { done, total, stop } = useTakingIn()
  const cancel = useAction('jobs.cancel')
  const imports = [...jobs.values()].filter((job) => job.kind === 'import').toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  const running = imports.filter((job) => job.state === 'running')
  const ended = imports.filter((job) => job.state !== 'running').slice(0, KEPT)
  if (imports.length === 0 && total === 0) return null
  const sum = (of: (job: Job) => number): number => running.reduce((all, job) => all + of(job), 0)
  const label =
    total > 0
      ? say('imports.takingIn', { done, total })
      : running.length > 0
        ? say('imports.running', { done: sum((job) => job.done), total: sum((job) => job.total) })
        : say('imports.ended')
  return (
    <Popover
      label={say('imports.title')}
      placement="top end"
      trigger={<Button label={label} size="small" kind="quiet" icon={<FileDown />} className={styles.trigger ?? ''} />}
    >
      {(close) => (
        <div className={styles.panel}>
          {total > 0 && (
            <ProgressBar
              label={say('takingIn.label')}
              value={done / total}
              detail={say('job.progress', { done, total })}
              onCancel={stop}
              cancelLabel={say('job.cancel')}
            />
          )}
          {running.map((job) => (
            <ProgressBar
              key={job.id}
              label={say('job.import')}
              value={job.total === 0 ? null : job.done / job.total}
              detail={say('job.progress', { done: job.done, total: job.total })}
              onCancel={() => void cancel.run({ jobId: job.id })}
              cancelLabel={say('job.cancel')}
            />
          ))}
          {ended.length > 0 && (
            <ul className={styles.ended}>
              {ended.map((job) => (
                <Ended
                  key={job.id}
                  job={job}
                  onShow={(runId) => {
                    close()
                    open({ kind: 'imports', runId })
                  }}
                />
              ))}
            </ul>
          )}
          <Button
            label={say('imports.all')}
            size="small"
            kind="quiet"
            className={styles.all ?? ''}
            onPress={() => {
              close()
              open({ kind: 'imports' })
            }}
          />
        </div>
      )}
    </Popover>
  )
}

function Ended({ job, onShow }: { job: Job; onShow: (runId: number) => void }) {
  const say = useSay()
  const intl = useIntl()
  const { result } = job
  if (result?.kind !== 'import') return <li className={styles.line}>{say('import.failed')}</li>
  const { counts, runId } = result
  return (
    <li className={styles.line}>
      <time dateTime={job.startedAt}>{intl.formatTime(job.startedAt)}</time>
      <span>{say('import.summary', summaryValues(counts))}</span>
      <Button label={say('import.showReport')} size="small" onPress={() => onShow(runId)} />
    </li>
  )
}
