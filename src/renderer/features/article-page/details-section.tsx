/** Metadata, grading, notes, status and collections of the article, saved as one goes; what the grades mean stands beneath. */
import type { Article } from '../../../shared/domain/article.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { MetadataForm } from '../../lib/parts/metadata-form.tsx'
import { useSay } from '../../lib/say.ts'
import { Select } from '../../ui/select.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './article-view.module.css'
import { GradingHelp } from './grading-help.tsx'
import { Section } from './section.tsx'
import { useDetails } from './use-details.ts'

const STATUSES = ['new', 'coding', 'coded'] as const

export function DetailsSection({ article }: { article: Article }) {
  const say = useSay()
  const canWrite = useCanWrite()
  const { run } = useAction('articles.update')
  const { draft, errors, change, commit } = useDetails(article)
  return (
    <Section title={say('articlePage.details')} hint={say('articlePage.detailsHint')}>
      <form
        className={styles.form}
        onBlur={commit}
        onSubmit={(event) => {
          event.preventDefault()
          commit()
        }}
      >
        <Select
          label={say('article.status')}
          value={article.status}
          isDisabled={!canWrite}
          onChange={(status) => void run({ id: article.id, patch: { status } })}
          options={STATUSES.map((id) => ({ id, label: say(`article.status.${id}`) }))}
        />
        <fieldset className={styles.fields} disabled={!canWrite} aria-label={say('articlePage.details')}>
          <MetadataForm draft={draft} errors={errors} onChange={change} />
        </fieldset>
        <Collections articleId={article.id} />
        <GradingHelp reliability={draft.reliability} credibility={draft.credibility} />
      </form>
    </Section>
  )
}

function Collections({ articleId }: { articleId: number }) {
  const say = useSay()
  const canWrite = useCanWrite()
  const { data: source } = useData('articles.source', { id: articleId })
  const { data: all = [] } = useData('collections.list', {})
  const { run: set } = useAction('collections.setArticles')
  const { run: create } = useAction('collections.create')
  const chosen = (source?.collections ?? []).map(({ id }) => id)
  return (
    <TokenField
      label={say('articlePage.collections')}
      placeholder={say('articlePage.collectionsNone')}
      isDisabled={!canWrite}
      items={all.map(({ id, name }) => ({ id: String(id), label: name }))}
      value={chosen.map(String)}
      onChange={(ids) => {
        const next = ids.map(Number)
        void set({
          articleIds: [articleId],
          add: next.filter((id) => !chosen.includes(id)),
          remove: chosen.filter((id) => !next.includes(id)),
        })
      }}
      onCreate={async (name) => (await create({ name, articleIds: [articleId] })) !== undefined}
      createLabel={(name) => say('articlePage.newCollection', { name })}
    />
  )
}
