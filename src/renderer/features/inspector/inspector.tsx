/** The right pane: the form of the selected annotation, or the annotations of the article where none is; of several picked, what they share, once it is asked for. */
import { MousePointerClick } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useCodebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { usePicked } from '../../stores/picked.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AnnotationForm } from './annotation-form.tsx'
import { AnnotationList } from './annotation-list.tsx'
import { BulkForm } from './bulk-form.tsx'
import styles from './inspector.module.css'
import { PickedBar } from './picked-bar.tsx'
import { useEscClears } from './use-esc-clears.ts'

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
  const [wantsForm, setWantsForm] = useState(false)
  // With fewer than two there is nothing to change together, and the next picks begin in the list again.
  if (wantsForm && picked.length < 2) setWantsForm(false)
  const isChanging = wantsForm && picked.length > 1
  useEscClears(picked.length > 0)
  const list = useRef<HTMLDivElement>(null)
  // The form took its focus along: keys go on in the list.
  useEffect(() => {
    if (!isChanging && document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
  }, [isChanging])
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
      {/* The list stays as it is beneath the form: its filter and its place. */}
      <div ref={list} className={styles.list} data-covered={isChanging || undefined}>
        <AnnotationList
          annotations={annotations}
          article={article}
          codebook={codebook}
          onSelect={onSelect}
          onChangePicked={() => setWantsForm(true)}
        />
        {picked.length > 0 && <PickedBar annotations={picked} onChange={() => setWantsForm(true)} />}
      </div>
      {isChanging && <BulkForm annotations={picked} codebook={codebook} onBack={() => setWantsForm(false)} />}
    </div>
  )
}
