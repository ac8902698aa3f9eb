/** What the parts of an article's page share: the article, its annotations, the surface and what is selected on it. */
import type { RefObject } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { ReaderSurface } from '../../lib/reader-surface/reader-surface.ts'

export interface ReaderPage {
  article: Article
  annotations: readonly Annotation[]
  codebook: Codebook
  canWrite: boolean
  /** Null until the text is laid out. */
  surface: ReaderSurface | null
  host: RefObject<HTMLElement | null>
  /** The selected passage, in UTF-16 units; null where none is. */
  range: Span | null
  setRange: (range: Span | null) => void
  selectedId: number | null
  /** Selects an annotation without scrolling to it: the person is there already. */
  select: (annotationId: number | null) => void
}
