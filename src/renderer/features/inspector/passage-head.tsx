/** The passage itself, its tag, and who coded it when. */
import { useIntl } from 'react-intl'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { AnchorMark } from '../../lib/parts/anchor-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Select } from '../../ui/select.tsx'
import styles from './annotation-form.module.css'

export interface PassageHeadProps {
  annotation: Annotation
  article: Article
  codebook: Codebook
  isDisabled: boolean
  onTag: (tagId: number) => void
}

export function PassageHead({ annotation, article, codebook, isDisabled, onTag }: PassageHeadProps) {
  const say = useSay()
  const intl = useIntl()
  const tag = codebook.tagById.get(annotation.tagId)
  const options = codebook.tags.filter((candidate) => !candidate.retired || candidate.id === annotation.tagId)
  return (
    <header className={styles.head} data-hue={tag?.hue}>
      <div className={styles.tag}>
        <Select
          label={say('coding.tag')}
          hideLabel
          isDisabled={isDisabled}
          value={String(annotation.tagId)}
          onChange={(id) => onTag(Number(id))}
          options={options.map((option) => ({ id: String(option.id), label: option.name, icon: <TagMark tag={option} short /> }))}
        />
      </div>
      <blockquote className={styles.quote} data-reading lang={article.language ?? undefined} dir="auto">
        {annotation.quote}
      </blockquote>
      <p className={styles.coded}>
        <AnchorMark annotation={annotation} />{' '}
        {say('coding.coded', { coder: annotation.coder, date: intl.formatDate(annotation.createdAt, { dateStyle: 'medium' }) })}
      </p>
    </header>
  )
}
