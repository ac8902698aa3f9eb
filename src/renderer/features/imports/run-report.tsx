/** The report of one import: when and by whom, how much came in, each file with what became of it; to be filtered, kept as a file, or taken back. */
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { importOutcomes } from '../../../shared/domain/import-report.ts'
import { useAction, useCanWrite, useData, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { toasts } from '../../stores/toasts.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './run-report.module.css'
import { RunLines } from './run-lines.tsx'

type Filter = 'all' | (typeof importOutcomes)[number]

export function RunReport({ runId, onOpenArticle }: { runId: number; onOpenArticle: (articleId: number) => void }) {
  const say = useSay()
  const intl = useIntl()
  const showError = useShowError()
  const offerUndo = useOfferUndo()
  const canWrite = useCanWrite()
  const [filter, setFilter] = useState<Filter>('all')
  const [isAsking, setAsking] = useState(false)
  const { data, error, refetch } = useData('imports.run', { runId, limit: 1 })
  const { run: exportRun } = useAction('imports.exportRun')
  const { run: undoRun } = useAction('imports.undoRun')
  if (error && !data) return <LoadError error={error} onAgain={() => void refetch()} />
  if (data?.run.id !== runId)
    return (
      <div className={styles.waiting}>
        <Spinner label={say('imports.loading')} />
      </div>
    )
  const { run } = data

  const save = async (format: 'csv' | 'text'): Promise<void> => {
    const output = await exportRun({ runId, format })
    if (!output) return
    const saved = await hostCall('outputs.save', { outputId: output.outputId, name: output.name })
    if (saved.name !== null) toasts.add({ kind: 'success', text: say('library.saved', { name: saved.name }) })
  }
  const takeBack = async (): Promise<void> => {
    const taken = await undoRun({ runId })
    if (!taken) return
    const { emptied = [], ...counts } = taken
    const said = say('imports.takenBack', counts)
    const text = emptied.length === 0 ? said : `${said} ${say('imports.emptied', { count: emptied.length, name: emptied[0] ?? '' })}`
    if (taken.removed > 0) offerUndo(text)
    else toasts.add({ kind: 'info', text })
  }
  return (
    <div className={styles.report}>
      <header className={styles.head}>
        <p className={styles.when}>
          <strong>{intl.formatDate(run.beganAt, { dateStyle: 'long', timeStyle: 'short' })}</strong>
          <span>
            <bdi>{run.coder}</bdi>
          </span>
          {run.state !== 'done' && <span className={styles.state}>{say(`imports.state.${run.state}`)}</span>}
        </p>
        <div className={styles.actions}>
          <Menu label={say('imports.export')} trigger={<Button label={say('imports.export')} size="small" icon={<ChevronDown />} />}>
            <MenuItem label={say('imports.export.csv')} onAction={() => void save('csv').catch(showError)} />
            <MenuItem label={say('imports.export.text')} onAction={() => void save('text').catch(showError)} />
          </Menu>
          <Button
            label={say('imports.takeBack')}
            size="small"
            isDisabled={!canWrite || run.present === 0 || run.state === 'running'}
            onPress={() => setAsking(true)}
          />
        </div>
        <div className={styles.filter}>
          <SegmentedControl
            label={say('imports.filter')}
            size="small"
            value={filter}
            onChange={setFilter}
            options={(['all', ...importOutcomes] as const)
              .filter((id) => id === 'all' || id === filter || run.counts[id] > 0 || (id === 'imported' && (run.counts.projects ?? 0) > 0))
              .map((id) => ({ id, label: say(`imports.count.${id}`, { count: id === 'all' ? 0 : run.counts[id] }) }))}
          />
        </div>
      </header>
      <RunLines key={filter} runId={runId} outcome={filter === 'all' ? undefined : filter} onOpenArticle={onOpenArticle} />
      <AlertDialog
        isOpen={isAsking}
        title={say('imports.takeBackTitle', { count: run.present })}
        confirmLabel={say('imports.takeBackConfirm')}
        cancelLabel={say('action.cancel')}
        kind="danger"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          void takeBack()
        }}
      >
        {say('imports.takeBackText')}
      </AlertDialog>
    </div>
  )
}
