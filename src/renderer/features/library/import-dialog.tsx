/**
 * Files on their way in: what each would become, corrected before anything is stored. Files with a problem or already there
 * say so and offer a way on; the others are not held up. Closing forgets the files, not what was imported.
 */
import { useEffect, useRef, useState } from 'react'
import type { ArticleMetadata } from '../../../shared/domain/article.ts'
import type { ImportPreview, Staged } from '../../../shared/domain/import.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useThrowAway } from '../../lib/parts/throw-away.tsx'
import { errorText, useSay } from '../../lib/say.ts'
import { jobEnded, useWorkbench } from '../../stores/workbench.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './import-dialog.module.css'
import { ImportFile } from './import-file.tsx'
import { ImportOutcomes } from './import-outcomes.tsx'
import { draftOf, parseDraft, typedInto, type DraftErrors, type MetadataDraft } from '../../lib/parts/metadata-draft.ts'

export interface ImportDialogProps {
  files: readonly Staged[]
  onClose: () => void
  onOpenArticle: (articleId: number) => void
}

export function ImportDialog({ files, onClose, onOpenArticle }: ImportDialogProps) {
  const say = useSay()
  const [encodings, setEncodings] = useState<Readonly<Record<string, string>>>({})
  /** Only what was typed: a file read again with another encoding brings its own title along. */
  const [typed, setTyped] = useState<Readonly<Record<string, Partial<MetadataDraft>>>>({})
  const [errors, setErrors] = useState<Readonly<Record<string, DraftErrors>>>({})
  const [chosen, setChosen] = useState<string | null>(null)
  const [begun, setBegun] = useState<{ jobId: string; stagedIds: readonly string[] } | null>(null)
  const items = files.map(({ stagedId }) => ({ stagedId, ...(encodings[stagedId] !== undefined && { encoding: encodings[stagedId] }) }))
  const { data: previews = [], isPending, error } = useData('imports.preview', { items }, { enabled: begun === null })
  const start = useAction('imports.start')
  const discard = useAction('imports.discard')
  const cancel = useAction('jobs.cancel')
  const { addFiles, keepPasted } = useWorkbench.getState()
  const job = useWorkbench((state) => (begun === null ? undefined : state.jobs.get(begun.jobId)))
  const ready = previews.filter(({ articles: [article] }) => article && article.duplicate === null)
  const shown = previews.find((preview) => preview.stagedId === chosen) ?? previews[0]

  const draftFor = ({ stagedId, articles: [article] }: ImportPreview): MetadataDraft | null =>
    article ? { ...draftOf(article.metadata), ...typed[stagedId] } : null

  const close = (): void => {
    void discard.run({ stagedIds: files.map((file) => file.stagedId) })
    onClose()
  }
  const { leave, question } = useThrowAway(Object.keys(typed).length > 0, close)
  /** Leaves the import to itself: its files are forgotten when it is done, those that came since are shown next. */
  const closeBegun = (): void => {
    onClose()
    if (!begun) return
    addFiles(files.filter((file) => !begun.stagedIds.includes(file.stagedId)))
    void jobEnded(begun.jobId).then(() => discard.run({ stagedIds: [...begun.stagedIds] }))
  }
  const importAll = async (): Promise<void> => {
    const metadata = new Map<string, ArticleMetadata>()
    const wrong: Record<string, DraftErrors> = {}
    for (const preview of ready) {
      const draft = draftFor(preview)
      if (!draft || !typed[preview.stagedId]) continue
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
    if (!started) return
    keepPasted('')
    setBegun({ jobId: started.jobId, stagedIds: files.map((file) => file.stagedId) })
  }

  useOneDone(
    job?.result?.kind === 'import' && ready.length === 1 && previews.length === 1 ? (job.result.items[0]?.articleId ?? null) : null,
    (articleId) => {
      closeBegun()
      onOpenArticle(articleId)
    },
  )

  if (job) {
    const ended = job.state !== 'running'
    return (
      <Dialog
        title={say('import.running')}
        isOpen
        onClose={closeBegun}
        size="small"
        actions={
          ended ? (
            <Button label={say('action.close')} kind="primary" onPress={closeBegun} />
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
        {job.state === 'failed' && (
          <Banner kind="error" title={say('import.failed')}>
            {job.error?.message}
          </Banner>
        )}
        {job.result?.kind === 'import' && (
          <ImportOutcomes
            items={job.result.items}
            onOpenArticle={(id) => {
              closeBegun()
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
      onClose={leave}
      size="large"
      isFlush
      onSubmit={() => void importAll()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={leave} />
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
      {question}
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
                  <bdi className={styles.fileName}>{draftFor(preview)?.title ?? preview.name}</bdi>
                  <span className={styles.fileState} data-problem={preview.problem !== null || undefined}>
                    {preview.problem
                      ? say('import.state.problem')
                      : preview.articles[0]?.duplicate
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
          {error && (
            <Banner kind="error" title={say('import.refusedTitle')}>
              {errorText(say, error)}
            </Banner>
          )}
          {shown && (
            <ImportFile
              key={shown.stagedId}
              preview={shown}
              draft={draftFor(shown)}
              errors={errors[shown.stagedId] ?? {}}
              onDraft={(draft) => setTyped(withTyped(typed, shown, draft))}
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

function withTyped(
  typed: Readonly<Record<string, Partial<MetadataDraft>>>,
  { stagedId, articles: [article] }: ImportPreview,
  draft: MetadataDraft,
): Record<string, Partial<MetadataDraft>> {
  const own = article && typedInto(draft, draftOf(article.metadata))
  const others = Object.fromEntries(Object.entries(typed).filter(([id]) => id !== stagedId))
  return own ? { ...others, [stagedId]: own } : others
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
