/** The right pane: the form of the selected annotation, or the annotations of the article where none is; with several of them picked, what they share. */
import { MousePointerClick } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useCodebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { usePicked } from '../../stores/picked.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AnnotationForm } from './annotation-form.tsx'
import { AnnotationList } from './annotation-list.tsx'
import { BulkForm } from './bulk-form.tsx'
import styles from './inspector.module.css'

export interface InspectorProps {
  articleId: number | null
  annotationId: number | null
  onSelect: (annotationId: number | null) => void
  onOpenParty: (partyId: number) => void
}

export function Inspector({ articleId, annotationId, onSelect, onOpenParty }: InspectorProps) {
  const say = useSay()
  const codebook = useCodebook()
  const { data: annotations } = useData('annotations.list', { filter: { articles: [articleId ?? 1] } }, { enabled: articleId !== null })
  const { data: article, error } = useData('articles.get', { id: articleId ?? 1 }, { enabled: articleId !== null })
  const ids = usePicked((state) => state.ids)
  const picked = useMemo(() => annotations?.filter((annotation) => ids.has(annotation.id)) ?? [], [annotations, ids])
  // The pane is made anew for each article: what was picked in the one before is let go of.
  useEffect(() => () => usePicked.getState().pick([]), [])
  if (articleId === null || error || !annotations || !article) return null
  const selected = annotations.find((annotation) => annotation.id === annotationId)
  if (selected)
    return (
      <AnnotationForm
        key={selected.id}
        annotation={selected}
        article={article}
        codebook={codebook}
        onClose={() => onSelect(null)}
        onOpenParty={onOpenParty}
      />
    )
  if (annotations.length === 0) {
    return (
      <EmptyState size="inline" icon={<MousePointerClick />} title={say('inspector.empty')}>
        {say('inspector.emptyText')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.pane}>
      <AnnotationList annotations={annotations} article={article} codebook={codebook} onSelect={onSelect} />
      {picked.length > 1 && <BulkForm annotations={picked} codebook={codebook} />}
    </div>
  )
}
