/** What the control of any field of the form is given. */
import type { Annotation, AnnotationPatch } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { Hold } from './use-held-texts.ts'

/** Resolves to whether it was kept. A change of a list builds on what the annotation is when its turn comes. */
export type Change = (patch: AnnotationPatch | ((now: Annotation) => AnnotationPatch)) => Promise<boolean>

export interface ControlProps {
  annotation: Annotation
  article: Article
  codebook: Codebook
  isDisabled: boolean
  onChange: Change
  /** What is being typed into a long text and not yet sent; undefined once there is nothing. */
  onHold: Hold
  onOpenParty: (partyId: number) => void
}
