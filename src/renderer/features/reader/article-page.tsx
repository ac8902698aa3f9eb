/**
 * The page of an article: its text with its annotations, tagged by mouse or by keys alone. The surface draws and selects;
 * this component gives it marks, turns keys and the bar at the selection into codings, and keeps the selected annotation in sight.
 */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { isTyping } from '../../lib/keys.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useCoding } from '../../stores/coding.ts'
import { useSettings } from '../../stores/settings.ts'
import { ArticleHeader } from './article-header.tsx'
import { ArticleMenu } from './article-menu.tsx'
import { FindBar } from './find-bar.tsx'
import { useReaderFocusMode } from './focus-mode.ts'
import { HoverCard } from './hover-card.tsx'
import { marksOf } from './marks.ts'
import { Minimap } from './minimap.tsx'
import { MoreMenu } from './more-menu.tsx'
import { Operations } from './operations.tsx'
import type { ReaderPage } from './page.ts'
import { PlacingBar } from './placing-bar.tsx'
import { QuickParts } from './quick-parts.tsx'
import styles from './reader.module.css'
import { useReadingPlace } from './reading-place.ts'
import { ReadingToolbar } from './reading-toolbar.tsx'
import { useExtending } from './use-extending.ts'
import { useFind } from './use-find.ts'
import { useNext } from './use-next.ts'
import { useNotText } from './use-not-text.ts'
import { useOperations } from './use-operations.ts'
import { useQuickActions } from './use-quick-actions.ts'
import { usePlacingByHand } from './use-placing.ts'
import { useReaderKeys } from './use-reader-keys.ts'
import { useRemoving } from './use-removing.ts'
import { useSurface } from './use-surface.ts'
import { useTagging } from './use-tagging.ts'
import { useThreading } from './use-threading.ts'
import { useTrail } from './use-trail.ts'
import { useWalking } from './use-walking.ts'

export interface ArticlePageProps {
  article: Article
  selectedId: number | null
  onSelect: (annotationId: number | null) => void
  onEditArticle: () => void
  onDetails: () => void
  onNewText: () => void
  onTexts: () => void
  onExport: () => void
  /** Above the text: what has to be said about the article. */
  banner?: ReactNode
}

const NONE: Annotation[] = []

export function ArticlePage({
  article,
  selectedId: wantedId,
  onSelect,
  onEditArticle,
  onDetails,
  onNewText,
  onTexts,
  onExport,
  banner,
}: ArticlePageProps) {
  const { id: articleId } = article
  const { data: all = NONE } = useData('annotations.list', { filter: { articles: [articleId] } })
  // Offsets of the others are not those of this text: they are for review, and never painted.
  const annotations = useMemo(() => all.filter(({ anchor }) => anchor === undefined || anchor === 'placed'), [all])
  const canWrite = useCanWrite()
  // The address may name an annotation that was removed or undone: keys and marks go by what is there.
  const selectedId = annotations.some((annotation) => annotation.id === wantedId) ? wantedId : null
  const codebook = useCodebook()
  const { reading } = useSettings((state) => state.settings)
  const focus = useCoding((state) => state.focus)
  const update = useAction('annotations.update')
  const [more, setMore] = useState<{ ids: number[]; rect: DOMRect } | null>(null)
  const [hover, setHover] = useState<{ id: number; rect: DOMRect } | null>(null)
  const host = useRef<HTMLDivElement>(null)
  /** The annotation that was chosen here, which needs no scrolling to. */
  const chosenHere = useRef<number | null>(null)

  const select = useCallback(
    (id: number | null) => {
      chosenHere.current = id
      onSelect(id)
    },
    [onSelect],
  )
  const { surface, range, setRange } = useSurface(host, article, {
    onActivate: (id) => select(id),
    onMore: (ids, rect) => setMore({ ids, rect }),
    onHover: (id, rect) => setHover(id === null || rect === null ? null : { id, rect }),
    onEdgeMove: (id, start, end) => void update.run({ id, patch: { start, end } }),
    canMoveEdges: canWrite,
  })
  const page: ReaderPage = { article, annotations, codebook, canWrite, surface, host, range, setRange, selectedId, select }
  const tagging = useTagging(page)
  const quick = useQuickActions(page, tagging)
  const going = useNext(page)
  const find = useFind(page)
  const walking = useWalking(page, tagging, going)
  const focusMode = useReaderFocusMode(page)
  useTrail(page, find)
  useReadingPlace(page, wantedId !== null)
  const threading = useThreading(page)
  const notText = useNotText(page)
  const placing = usePlacingByHand(page)
  useReaderKeys(
    page,
    tagging,
    {
      ...walking,
      ...focusMode,
      ...quick.actions,
      ...threading,
      ...placing.actions,
      ...notText.actions,
      articlePage: onDetails,
      ...useExtending(page),
      ...useOperations(page),
    },
    useRemoving(page),
    quick,
  )

  const marks = useMemo(() => marksOf(annotations, codebook), [annotations, codebook])
  useEffect(() => surface?.setMarks(marks), [surface, marks])
  useEffect(() => surface?.setSelected(selectedId), [surface, selectedId, marks])
  useEffect(() => surface?.layoutChanged(), [surface, reading])
  useEffect(() => {
    const selected = annotations.find((annotation) => annotation.id === selectedId)
    if (!surface || !selected || chosenHere.current === selectedId) return
    chosenHere.current = selectedId
    surface.scrollTo(selected.start, 'center')
    surface.setCaret(selected.start)
  }, [surface, annotations, selectedId])
  useEffect(() => {
    if (!surface || focus?.where !== 'text') return
    useCoding.getState().focusTaken()
    // A text that took its time to come calls nobody back who is typing elsewhere by now.
    const at = document.activeElement
    if (at === focus.from || !isTyping(at)) surface.focus()
  }, [surface, focus])

  const hovered = hover && annotations.find((annotation) => annotation.id === hover.id)
  return (
    <div className={styles.reader}>
      <ReadingToolbar page={page} find={find} going={going}>
        <ArticleMenu onEdit={onEditArticle} onDetails={onDetails} onNewText={onNewText} onTexts={onTexts} onExport={onExport} />
      </ReadingToolbar>
      {placing.wish ? <PlacingBar page={page} placing={placing} /> : banner}
      {find.isOpen && <FindBar find={find} />}
      <div className={styles.body} dir={article.direction}>
        <div
          ref={host}
          className={styles.host}
          data-reading-host
          data-arabic={reading.nastaliq ? undefined : 'naskh'}
          data-numbers={reading.numbers ? undefined : 'off'}
          data-labels={reading.labels ? undefined : 'off'}
        />
        {reading.map && <Minimap page={page} hits={find.hits} />}
      </div>
      {surface && createPortal(<ArticleHeader article={article} />, surface.header)}
      <Operations page={page} />
      <QuickParts page={page} tagging={tagging} quick={quick} notText={notText} />
      {hover && hovered && hovered.id !== selectedId && !range && <HoverCard annotation={hovered} rect={hover.rect} codebook={codebook} />}
      {more && (
        <MoreMenu
          annotations={annotations.filter((annotation) => more.ids.includes(annotation.id))}
          rect={more.rect}
          codebook={codebook}
          onChoose={select}
          onClose={() => setMore(null)}
        />
      )}
    </div>
  )
}
