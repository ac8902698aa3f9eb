/** The history in words: who, when, what. Newest first; steps that undo can reach are marked, those taken back are struck through. */
import { useIntl } from 'react-intl'
import { useState } from 'react'
import { useData } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { cx } from '../ui/cx.ts'
import styles from './history-dialog.module.css'
import { stepText } from './step-text.ts'
import { useHistory } from './use-history.ts'

const PAGE = 100

export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const intl = useIntl()
  const [limit, setLimit] = useState(PAGE)
  const { data: steps = [] } = useData('history.list', { limit })
  const { next, undo, redo } = useHistory()
  const actions = (
    <>
      <Button label={say('history.redo')} shortcut="Mod+Shift+Z" isDisabled={!next.redo} onPress={() => void redo()} />
      <Button label={say('history.undo')} shortcut="Mod+Z" kind="primary" isDisabled={!next.undo} onPress={() => void undo()} />
    </>
  )
  return (
    <Dialog title={say('history.title')} isOpen onClose={onClose} size="medium" actions={actions} isDismissable>
      {steps.length === 0 ? (
        <EmptyState size="inline" title={say('history.empty')} />
      ) : (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.seq} className={cx(styles.step, step.state === 'undone' && styles.undone)}>
              <span className={styles.what} dir="auto">
                {stepText(say, step)}
                {step.state === 'undone' && <span className={styles.state}> {say('history.state.undone')}</span>}
              </span>
              <bdi className={styles.who}>{step.coder}</bdi>
              <time className={styles.when} dateTime={step.at}>
                {intl.formatDate(step.at, { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            </li>
          ))}
        </ol>
      )}
      {steps.length === limit && limit < 1_000 && (
        <Button label={say('history.more')} kind="quiet" onPress={() => setLimit(Math.min(1_000, limit + PAGE))} />
      )}
    </Dialog>
  )
}
