/** Corrects the metadata of a stored article, and shows what it was imported from. Its text never changes. */
import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import { useAction, useData } from '../../lib/data.ts'
import { draftOf, parseDraft, type DraftErrors, type MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import { MetadataForm } from '../../lib/parts/metadata-form.tsx'
import { useThrowAway } from '../../lib/parts/throw-away.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './article-dialog.module.css'

const STATUSES = ['new', 'coding', 'coded'] as const

export function ArticleDialog({ articleId, onClose }: { articleId: number; onClose: () => void }) {
  const say = useSay()
  const intl = useIntl()
  const { data: article } = useData('articles.get', { id: articleId })
  const { run, pending } = useAction('articles.update')
  const [draft, setDraft] = useState<MetadataDraft | null>(null)
  const [status, setStatus] = useState<(typeof STATUSES)[number]>('new')
  const [errors, setErrors] = useState<DraftErrors>({})
  useEffect(() => {
    if (!article || draft) return
    setDraft(draftOf(article))
    setStatus(article.status)
  }, [article, draft])
  const isChanged = article && draft && (status !== article.status || JSON.stringify(draft) !== JSON.stringify(draftOf(article)))
  const { leave, question } = useThrowAway(isChanged ?? false, onClose)
  if (!article || !draft) return null
  const save = async (): Promise<void> => {
    const parsed = parseDraft(draft, say)
    if ('errors' in parsed) return setErrors(parsed.errors)
    if (await run({ id: articleId, patch: { ...parsed.metadata, status } })) onClose()
  }
  return (
    <Dialog
      title={say('article.title')}
      isOpen
      onClose={leave}
      onSubmit={() => void save()}
      actions={
        <>
          <Button label={say('action.cancel')} onPress={leave} />
          <Button label={say('article.save')} kind="primary" type="submit" {...(pending && { pendingLabel: say('status.saving') })} />
        </>
      }
    >
      <div className={styles.body}>
        <Select
          label={say('article.status')}
          value={status}
          onChange={setStatus}
          options={STATUSES.map((id) => ({ id, label: say(`article.status.${id}`) }))}
        />
        {question}
        <MetadataForm draft={draft} errors={errors} onChange={setDraft} />
        {article.original && (
          <dl className={styles.original}>
            <dt>{say('article.original')}</dt>
            <dd>
              <bdi>{article.original.name}</bdi>, {say('import.bytes', { bytes: article.original.bytes })}, {article.original.encoding}
            </dd>
            <dt>{say('article.fingerprint')}</dt>
            <dd className={styles.hash}>{article.original.sha256}</dd>
            <dt>{say('article.added')}</dt>
            <dd>{intl.formatDate(article.addedAt, { dateStyle: 'medium', timeStyle: 'short' })}</dd>
          </dl>
        )}
      </div>
    </Dialog>
  )
}
