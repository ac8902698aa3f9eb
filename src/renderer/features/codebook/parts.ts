/** What the forms of the three parts have in common. */
import type { Codebook } from '../../lib/codebook.ts'
import type { Entry } from './entries.ts'

export interface EntryFieldsProps {
  entry: Entry
  codebook: Codebook
  isReadOnly: boolean
  /** Goes to a passage. */
  onOpen: (articleId: number, annotationId: number) => void
}
