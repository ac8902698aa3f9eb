/** What an annotation says, while the pointer rests on it. For eyes only: a screen reader hears the same from the surface. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { CodingLines } from './coding-lines.tsx'
import styles from './hover-card.module.css'
import { placeBeside } from './place-beside.ts'

export function HoverCard({ annotation, rect, codebook }: { annotation: Annotation; rect: DOMRect; codebook: Codebook }) {
  const place = placeBeside([rect], { width: 300, height: 120 })
  return (
    place && (
      <div className={styles.card} style={place} aria-hidden="true">
        <CodingLines annotation={annotation} codebook={codebook} />
      </div>
    )
  )
}
