/** All annotations of the article in the order of its text. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import styles from './annotation-list.module.css'

export interface AnnotationListProps {
  annotations: readonly Annotation[]
  article: Article
  codebook: Codebook
  onSelect: (annotationId: number) => void
}

export function AnnotationList({ annotations, article, codebook, onSelect }: AnnotationListProps) {
  const say = useSay()
  return (
    <div className={styles.pane}>
      <h2 className={styles.heading}>{say('inspector.count', { count: annotations.length })}</h2>
      <ul className={styles.list}>
        {annotations.map((annotation) => {
          const tag = codebook.tagById.get(annotation.tagId)
          const speaker = annotation.speakerId === null ? undefined : codebook.partyById.get(annotation.speakerId)
          return (
            <li key={annotation.id}>
              <button type="button" className={styles.row} onClick={() => onSelect(annotation.id)}>
                <span className={styles.facts}>
                  {tag && <TagMark tag={tag} />}
                  {speaker && <bdi>{speaker.name}</bdi>}
                  {annotation.important && (
                    <span title={say('coding.important')} aria-label={say('coding.important')}>
                      ★
                    </span>
                  )}
                </span>
                <span className={styles.quote} data-reading lang={article.language ?? undefined} dir="auto">
                  {annotation.quote}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
