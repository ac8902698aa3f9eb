/** Metadata, grading, notes and status of the article as one form that is saved with a press; what the grades mean stands beneath. */
import { useEffect, useState } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { draftOf, parseDraft, type DraftErrors, type MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import { MetadataForm } from '../../lib/parts/metadata-form.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './article-view.module.css'
import { GradingHelp } from './grading-help.tsx'
import { Section } from './section.tsx'

const STATUSES = ['new', 'coding', 'coded'] as const

export function DetailsSection({ article }: { article: Article }) {
  const say = useSay()
  const canWrite = useCanWrite()
  const { run, pending } = useAction('articles.update')
  const [draft, setDraft] = useState<MetadataDraft>(() => draftOf(article))
  const [status, setStatus] = useState(article.status)
  const [errors, setErrors] = useState<DraftErrors>({})
  const stored = JSON.stringify(draftOf(article))
  // What was changed elsewhere, or undone, is shown; what is being typed here stays until it is saved or thrown away.
  const [base, setBase] = useState(stored)
  const isChanged = JSON.stringify(draft) !== base
  useEffect(() => {
    if (isChanged || stored === base) return
    setBase(stored)
    setDraft(draftOf(article))
  }, [article, stored, base, isChanged])
  useEffect(() => setStatus(article.status), [article.status])
  const throwAway = (): void => {
    setBase(stored)
    setDraft(draftOf(article))
    setErrors({})
  }
  const save = async (): Promise<void> => {
    const parsed = parseDraft(draft, say)
    if ('errors' in parsed) return setErrors(parsed.errors)
    const saved = await run({ id: article.id, patch: parsed.metadata })
    if (!saved) return
    setErrors({})
    setBase(JSON.stringify(draftOf(saved)))
    setDraft(draftOf(saved))
  }
  return (
    <Section title={say('articlePage.details')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Select
          label={say('article.status')}
          value={status}
          isDisabled={!canWrite}
          onChange={(next) => {
            setStatus(next)
            void run({ id: article.id, patch: { status: next } }).then((saved) => saved ?? setStatus(article.status))
          }}
          options={STATUSES.map((id) => ({ id, label: say(`article.status.${id}`) }))}
        />
        <fieldset className={styles.fields} disabled={!canWrite} aria-label={say('articlePage.details')}>
          <MetadataForm draft={draft} errors={errors} onChange={setDraft} />
        </fieldset>
        <GradingHelp reliability={draft.reliability} credibility={draft.credibility} />
        {isChanged && (
          <div className={styles.foot}>
            <Button
              label={say('article.save')}
              kind="primary"
              type="submit"
              isDisabled={!canWrite}
              {...(pending && { pendingLabel: say('status.saving') })}
            />
            <Button label={say('articlePage.throwAway')} kind="quiet" onPress={throwAway} />
          </div>
        )}
      </form>
    </Section>
  )
}
