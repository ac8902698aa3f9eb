/** The library for other tools: a format, what goes out, and before anything is written what the file will hold and what it will not. */
import { PackageOpen } from 'lucide-react'
import { useEffect } from 'react'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './export-dialog.module.css'
import { ExportPreview } from './export-preview.tsx'
import { ExportProgress } from './export-progress.tsx'
import { FormatList } from './format-list.tsx'
import { useExportChoice } from './use-export-choice.ts'
import { useExportRun } from './use-export-run.ts'
import { WhatGoesOut } from './what-goes-out.tsx'

export interface ExportDialogProps {
  /** Articles that were chosen before; none: the whole library is offered. */
  articleIds: readonly number[]
  onClose: () => void
}

export function ExportDialog({ articleIds, onClose }: ExportDialogProps) {
  const say = useSay()
  const draft = useExportChoice(articleIds)
  const { run, start, save, show, forget } = useExportRun()
  const { data: status } = useData('library.status', {})
  const key = JSON.stringify(draft.input)
  // What was made is not what is chosen now.
  useEffect(() => forget(), [key]) // oxlint-disable-line react/exhaustive-deps -- only a change of the choice ends it
  const isEmpty = status?.counts?.articles === 0
  const isMaking = run.state === 'making'
  const made = run.state === 'made' || run.state === 'saved' ? run.made : null
  const close = <Button label={say('action.close')} onPress={onClose} />

  if (!status || isEmpty)
    return (
      <Dialog title={say('export.title')} isOpen onClose={onClose} actions={close}>
        {status ? (
          <EmptyState size="inline" icon={<PackageOpen />} title={say('export.empty')}>
            {say('export.emptyText')}
          </EmptyState>
        ) : (
          <Spinner label={say('export.looking')} />
        )}
      </Dialog>
    )
  return (
    <Dialog
      title={say('export.title')}
      isOpen
      size="large"
      isFlush
      onClose={onClose}
      aside={<ExportProgress run={run} onShow={show} />}
      actions={
        <>
          {close}
          {/* One button all the time: whoever pressed it with a key keeps the focus. */}
          <Button
            label={say(made === null ? 'export.start' : run.state === 'saved' ? 'export.saveAgain' : 'export.save')}
            kind={run.state === 'saved' ? 'standard' : 'primary'}
            onPress={() => (made === null ? start(draft.input) : save(made))}
            {...(isMaking && { pendingLabel: say('export.making') })}
          />
        </>
      }
    >
      <div className={styles.panes}>
        <FormatList value={draft.format} onChange={draft.setFormat} isDisabled={isMaking} />
        <div className={styles.choice}>
          <WhatGoesOut draft={draft} articles={articleIds.length} isDisabled={isMaking} />
          <ExportPreview draft={draft} />
        </div>
      </div>
    </Dialog>
  )
}
