/** All annotations of the article in the order of its text, narrowed by words, tag or speaker. Any of them can be picked, to change them together. */
import { SearchX } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { AnchorMark } from '../../lib/parts/anchor-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useCoding } from '../../stores/coding.ts'
import { usePicked } from '../../stores/picked.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { ANYTHING, narrowed, speakersOf, tagsOf, type ListFilter } from './annotation-filter.ts'
import styles from './annotation-list.module.css'

export interface AnnotationListProps {
  annotations: readonly Annotation[]
  article: Article
  codebook: Codebook
  onSelect: (annotationId: number) => void
  /** Enter while several are picked. */
  onChangePicked: () => void
}

export function AnnotationList({ annotations, article, codebook, onSelect, onChangePicked }: AnnotationListProps) {
  const say = useSay()
  const { ids: picked, pick } = usePicked()
  const askFocus = useCoding((state) => state.askFocus)
  const [filter, setFilter] = useState<ListFilter>(ANYTHING)
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => narrowed(annotations, wanted), [annotations, wanted])
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <div className={styles.line}>
          <h2 className={styles.heading}>{say('inspector.count', { count: annotations.length })}</h2>
        </div>
        <SearchField
          label={say('inspector.filter')}
          placeholder={say('inspector.filter')}
          value={filter.words}
          onChange={(words) => setFilter({ ...filter, words })}
          result={shown.length < annotations.length && say('inspector.shown', { count: shown.length })}
        />
        <div className={styles.line}>
          <Select
            label={say('coding.tag')}
            hideLabel
            isQuiet
            value={String(filter.tagId ?? '')}
            onChange={(id) => setFilter({ ...filter, tagId: id === '' ? null : Number(id) })}
            options={[
              { id: '', label: say('inspector.allTags') },
              ...tagsOf(annotations, codebook.tags).map((tag) => ({
                id: String(tag.id),
                label: tag.name,
                icon: <TagMark tag={tag} short />,
              })),
            ]}
          />
          <Select
            label={say('coding.speaker')}
            hideLabel
            isQuiet
            value={String(filter.speakerId ?? '')}
            onChange={(id) => setFilter({ ...filter, speakerId: id === '' ? null : Number(id) })}
            options={[
              { id: '', label: say('inspector.allSpeakers') },
              ...speakersOf(annotations, codebook.partyById).map(({ id, name }) => ({
                id: String(id),
                label: name ?? say('inspector.noSpeaker'),
              })),
            ]}
          />
        </div>
      </header>
      {shown.length === 0 ? (
        <EmptyState size="inline" icon={<SearchX />} title={say('inspector.noneShown')}>
          <Button label={say('inspector.showAll')} onPress={() => setFilter(ANYTHING)} />
        </EmptyState>
      ) : (
        <PickList
          label={say('inspector.list')}
          className={styles.list ?? ''}
          items={shown}
          keyOf={(annotation) => annotation.id}
          picked={picked}
          onPick={(keys) => pick([...keys].map(Number))}
          onOpen={(annotation) => onSelect(annotation.id)}
          onOpenPicked={onChangePicked}
          onLeave={() => askFocus('text')}
          rowHeight={74}
        >
          {(annotation) => <AnnotationRow annotation={annotation} article={article} codebook={codebook} />}
        </PickList>
      )}
    </div>
  )
}

function AnnotationRow({ annotation, article, codebook }: { annotation: Annotation; article: Article; codebook: Codebook }) {
  const say = useSay()
  const tag = codebook.tagById.get(annotation.tagId)
  const speaker = annotation.speakerId === null ? undefined : codebook.partyById.get(annotation.speakerId)
  return (
    <span className={styles.row}>
      <span className={styles.facts}>
        {tag && (
          <span className={styles.tag}>
            <TagMark tag={tag} />
          </span>
        )}
        {speaker && (
          <bdi className={styles.speaker} title={speaker.name}>
            {speaker.name}
          </bdi>
        )}
        {annotation.important && (
          <>
            <span aria-hidden="true">★</span>
            <VisuallyHidden>{say('coding.important')}</VisuallyHidden>
          </>
        )}
        <AnchorMark annotation={annotation} />
      </span>
      <span className={styles.quote} data-reading lang={article.language ?? undefined} dir="auto">
        {annotation.quote}
      </span>
    </span>
  )
}
