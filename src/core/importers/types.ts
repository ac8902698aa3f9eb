/** What reading a file gives: an article with proposed metadata, or the reason why it cannot become one. */
import type { Direction } from '../../shared/domain/article.ts'
import type { ImportProblem } from '../../shared/domain/import.ts'
import type { PartialDate } from '../../shared/domain/partial-date.ts'
import type { CanonicalChanges } from '../../shared/text/canonical.ts'
import type { Span } from '../../shared/text/span.ts'

export type { ImportProblem }

export type Certainty = 'certain' | 'likely' | 'guess'

/** The metadata that can stand in a text and be recognised there. */
export type RecognisedField = 'title' | 'outlet' | 'author' | 'url' | 'published'

export interface ParsedArticle {
  /** Canonical text. */
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly url: string | null
  readonly published: PartialDate | null
  /** BCP 47. */
  readonly language: string | null
  readonly direction: Direction
  readonly encoding: string
  readonly certainty: Certainty
  /** Encodings in which the bytes can be read, best first; the one used is among them. */
  readonly candidates: string[]
  /** Where in `text` (UTF-16) each field was seen. */
  readonly found: Readonly<Record<RecognisedField, Span | null>>
  /** What had to be changed to make the text canonical. */
  readonly changes: CanonicalChanges
  /** Bytes that could not be read and stand as U+FFFD in the text. */
  readonly replaced: number
}
