/** The right pane: the form of the selected annotation, or the annotations of the article where none is selected. */
import { MousePointerClick } from 'lucide-react'
import { useCodebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AnnotationForm } from './annotation-form.tsx'
import { AnnotationList } from './annotation-list.tsx'

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
  return <AnnotationList annotations={annotations} article={article} codebook={codebook} onSelect={onSelect} />
}
