/** Imports of this library, newest first, each with its report as it was left. */
import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './imports-dialog.module.css'
import { RunReport } from './run-report.tsx'
import { summaryValues } from './summary.ts'

const PAGE = 100

export interface ImportsDialogProps {
  /** The import to show first; else the newest. */
  runId?: number | undefined
  onClose: () => void
  onOpenArticle: (articleId: number) => void
}

export function ImportsDialog({ runId, onClose, onOpenArticle }: ImportsDialogProps) {
  const say = useSay()
  const intl = useIntl()
  const [limit, setLimit] = useState(PAGE)
  const [picked, setPicked] = useState(runId)
  const { data, error, refetch } = useData('imports.runs', { limit })
  const shown = picked ?? data?.items[0]?.id
  return (
    <Dialog title={say('imports.title')} isOpen onClose={onClose} size="full" isFlush isDismissable>
      {error && !data ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : !data ? (
        <div className={styles.waiting}>
          <Spinner label={say('imports.loading')} />
        </div>
      ) : data.items.length === 0 ? (
        <EmptyState icon={<FileDown />} title={say('imports.noneTitle')}>
          {say('imports.noneText')}
        </EmptyState>
      ) : (
        <div className={styles.panes}>
          <nav className={styles.side} aria-label={say('imports.list')}>
            <ul className={styles.runs}>
              {data.items.map((run) => (
                <li key={run.id}>
                  <button
                    type="button"
                    className={styles.run}
                    aria-current={run.id === shown || undefined}
                    onClick={() => setPicked(run.id)}
                  >
                    <span className={styles.when}>{intl.formatDate(run.beganAt, { dateStyle: 'medium', timeStyle: 'short' })}</span>
                    <span className={styles.about}>{say('imports.about', summaryValues(run.counts))}</span>
                  </button>
                </li>
              ))}
            </ul>
            {data.total > limit && limit < 1_000 && (
              <div className={styles.more}>
                <Button label={say('imports.older')} size="small" onPress={() => setLimit(Math.min(1_000, limit + 300))} />
              </div>
            )}
          </nav>
          <div className={styles.report}>
            {shown !== undefined && (
              <RunReport
                key={shown}
                runId={shown}
                onOpenArticle={(id) => {
                  onClose()
                  onOpenArticle(id)
                }}
              />
            )}
          </div>
        </div>
      )}
    </Dialog>
  )
}
