/**
 * Files on their way in: what each would become, corrected before anything is stored. Files with a problem or already there
 * say so and offer a way on; the others are not held up. Closing forgets the files, not what was imported.
 */
import { useEffect, useRef, useState } from 'react'
import type { ArticleMetadata } from '../../../shared/domain/article.ts'
import type { Staged } from '../../../shared/domain/import.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './import-dialog.module.css'
import { ImportFile } from './import-file.tsx'
import { ImportOutcomes } from './import-outcomes.tsx'
import { draftOf, parseDraft, type DraftErrors, type MetadataDraft } from './metadata-form.tsx'

export interface ImportDialogProps {
  files: readonly Staged[]
  onClose: () => void
  onOpenArticle: (articleId: number) => void
}

export function ImportDialog({ files, onClose, onOpenArticle }: ImportDialogProps) {
  const say = useSay()
  const [encodings, setEncodings] = useState<Readonly<Record<string, string>>>({})
  const [drafts, setDrafts] = useState<Readonly<Record<string, MetadataDraft>>>({})
  const [errors, setErrors] = useState<Readonly<Record<string, DraftErrors>>>({})
  const [chosen, setChosen] = useState<string | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const items = files.map(({ stagedId }) => ({ stagedId, ...(encodings[stagedId] !== undefined && { encoding: encodings[stagedId] }) }))
  const { data: previews = [], isPending, error } = useData('imports.preview', { items }, { enabled: jobId === null })
  const start = useAction('imports.start')
  const discard = useAction('imports.discard')
  const cancel = useAction('jobs.cancel')
  const job = useWorkbench((state) => (jobId === null ? undefined : state.jobs.get(jobId)))
  const ready = previews.filter((preview) => preview.metadata !== null && preview.duplicate === null)
  const shown = previews.find((preview) => preview.stagedId === chosen) ?? previews[0]

  const close = (): void => {
    void discard.run({ stagedIds: files.map((file) => file.stagedId) })
    onClose()
  }
  const importAll = async (): Promise<void> => {
    const metadata = new Map<string, ArticleMetadata>()
    const wrong: Record<string, DraftErrors> = {}
    for (const preview of ready) {
      const draft = drafts[preview.stagedId]
      if (!draft) continue
      const parsed = parseDraft(draft, say)
      if ('errors' in parsed) wrong[preview.stagedId] = parsed.errors
      else metadata.set(preview.stagedId, parsed.metadata)
    }
    setErrors(wrong)
    const [firstWrong] = Object.keys(wrong)
    if (firstWrong !== undefined) return setChosen(firstWrong)
    const wanted = items.filter((item) => ready.some((preview) => preview.stagedId === item.stagedId))
    const started = await start.run({
      items: wanted.map((item) => ({ ...item, ...(metadata.has(item.stagedId) && { metadata: metadata.get(item.stagedId) }) })),
    })
    if (started) setJobId(started.jobId)
  }

  useOneDone(
    job?.result?.kind === 'import' && ready.length === 1 && previews.length === 1 ? (job.result.items[0]?.articleId ?? null) : null,
    (articleId) => {
      onClose()
      onOpenArticle(articleId)
    },
  )

  if (job) {
    const ended = job.state !== 'running'
    return (
      <Dialog
        title={say('import.running')}
        isOpen
        onClose={onClose}
        size="small"
        actions={
          ended ? (
            <Button label={say('action.close')} kind="primary" onPress={close} />
          ) : (
            <Button label={say('job.cancel')} onPress={() => void cancel.run({ jobId: job.id })} />
          )
        }
      >
        {!ended && (
          <ProgressBar
            label={say('job.import')}
            value={job.total === 0 ? null : job.done / job.total}
            detail={say('job.progress', { done: job.done, total: job.total })}
          />
        )}
        {job.result?.kind === 'import' && (
          <ImportOutcomes
            items={job.result.items}
            onOpenArticle={(id) => {
              close()
              onOpenArticle(id)
            }}
          />
        )}
      </Dialog>
    )
  }
  return (
    <Dialog
      title={say('import.title')}
      isOpen
      onClose={close}
      size="large"
      isFlush
      onSubmit={() => void importAll()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={close} />
          <Button
            label={say('import.action', { count: ready.length })}
            kind="primary"
            type="submit"
            isDisabled={ready.length === 0}
            {...(start.pending && { pendingLabel: say('job.import') })}
          />
        </>
      }
    >
      <div className={styles.panes}>
        {previews.length > 1 && (
          <ul className={styles.files} aria-label={say('import.files')}>
            {previews.map((preview) => (
              <li key={preview.stagedId}>
                <button
                  type="button"
                  className={styles.file}
                  aria-current={preview === shown || undefined}
                  onClick={() => setChosen(preview.stagedId)}
                >
                  <bdi className={styles.fileName}>{drafts[preview.stagedId]?.title ?? preview.metadata?.title ?? preview.name}</bdi>
                  <span className={styles.fileState} data-problem={preview.problem !== null || preview.duplicate !== null || undefined}>
                    {preview.problem
                      ? say('import.state.problem')
                      : preview.duplicate
                        ? say('import.state.duplicate')
                        : say('import.state.ready')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.detail}>
          {isPending && <Spinner label={say('import.reading')} />}
          {error && <p role="alert">{say('error.staged-gone')}</p>}
          {shown && (
            <ImportFile
              key={shown.stagedId}
              preview={shown}
              draft={drafts[shown.stagedId] ?? (shown.metadata && draftOf(shown.metadata))}
              errors={errors[shown.stagedId] ?? {}}
              onDraft={(draft) => setDrafts({ ...drafts, [shown.stagedId]: draft })}
              onEncoding={(encoding) => setEncodings({ ...encodings, [shown.stagedId]: encoding })}
              onOpenDuplicate={(id) => {
                close()
                onOpenArticle(id)
              }}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** Calls `then` once when a single file has become an article: it is opened at once. */
function useOneDone(articleId: number | null, then: (articleId: number) => void): void {
  const latest = useRef(then)
  useEffect(() => {
    latest.current = then
  })
  useEffect(() => {
    if (articleId !== null) latest.current(articleId)
  }, [articleId])
}
