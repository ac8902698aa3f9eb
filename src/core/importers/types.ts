/**
 * What reading a file gives: articles with proposed metadata, a whole project of another tool, or the reason why there is neither.
 * Everything here crosses a thread border: plain data only. Offsets are UTF-16 units into the canonical text.
 */
import type { Direction } from '../../shared/domain/article.ts'
import type { ImportProblem } from '../../shared/domain/import.ts'
import type { PartialDate } from '../../shared/domain/partial-date.ts'
import type { CanonicalChanges } from '../../shared/text/canonical.ts'
import type { Span } from '../../shared/text/span.ts'
import type { FormatId } from './format-ids.ts'
import type { ForeignProject } from './project.ts'

export type { ImportProblem }

export type Certainty = 'certain' | 'likely' | 'guess'

/** The metadata that can stand in a text and be recognised there. */
export type RecognisedField = 'title' | 'outlet' | 'author' | 'url' | 'published'

/** Metadata as a reader found it; null: not found. */
export interface FoundMetadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly url: string | null
  readonly published: PartialDate | null
  /** BCP 47. */
  readonly language: string | null
  readonly direction: Direction
}

export type NotTextKind = 'caption' | 'boilerplate' | 'navigation' | 'other'

/** One article of a file. */
export interface FoundArticle extends FoundMetadata {
  /** Canonical text, not blank. */
  readonly text: string
  readonly note?: string | null
  /** Further metadata by name: section, database number, recipients. Names are `import.detail.<name>` in the locale, or the file's own words. */
  readonly details?: Readonly<Record<string, string>>
  /** Where pages of the source begin, in order. */
  readonly pages?: readonly { readonly start: number; readonly label: string }[]
  /** What is in the text but not of it: captions, boilerplate. A proposal. */
  readonly notText?: readonly (Span & { readonly kind: NotTextKind })[]
  /** What this one lost on the way in. */
  readonly lost?: readonly ImportLoss[]
  /** Filled in for all readers once a file is read, see settle.ts. */
  readonly textHash?: string
}

/**
 * Something that was in the file and is not in what was read: words are `import.lost.<code>` in the locale. `count` is how often;
 * `details` may name what it was.
 */
export interface ImportLoss {
  readonly code: string
  readonly count: number
  readonly details?: Readonly<Record<string, string | number>>
}

/** The articles of a file. */
export interface ReadArticles {
  readonly kind: 'articles'
  readonly format: FormatId
  readonly mediaType: string
  /** WHATWG name, lower case; '' where the format knows no encodings. */
  readonly encoding: string
  readonly certainty: Certainty
  /** Encodings in which the bytes can be read, best first; the one used is among them. */
  readonly candidates: readonly string[]
  /** At least one. */
  readonly articles: readonly FoundArticle[]
  readonly lost: readonly ImportLoss[]
  /** For a table whose columns a person may correct: its head and first rows, with the columns as they were taken in `proposed`. */
  readonly table?: TableSample
}

/** A project of another tool: articles with annotations, codes, parties. */
export interface ReadProject {
  readonly kind: 'project'
  readonly format: FormatId
  readonly mediaType: string
  readonly project: ForeignProject
  readonly lost: readonly ImportLoss[]
}

/** Why there is nothing, or what a person has to say first (`needs-…`). */
export interface NotRead {
  readonly kind: 'problem'
  readonly format: FormatId | null
  readonly problem: ImportProblem
  /** For `needs-columns`: the head of the table and its first rows. */
  readonly table?: TableSample
}

export interface TableSample {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What each column probably is, by its place; null: nothing. */
  readonly proposed: readonly (string | null)[]
  /** The first row is taken for the head; null where the format names the columns itself. */
  readonly headRow: boolean | null
}

export type Reading = ReadArticles | ReadProject | NotRead

/** What a reader is given. Readers never reach the disk or a network. */
export interface ReaderInput {
  /** Name of the file, never a path; a hint and a last resort for a title. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Encoding chosen by a person. */
  readonly encoding?: string
  readonly password?: string
  /** What the columns of a table mean, by place; chosen by a person or remembered. */
  readonly columns?: readonly (string | null)[]
  /** Of a table: whether its first row names the columns, where a person said so. */
  readonly headRow?: boolean
}

export type FileReader = (input: ReaderInput) => Promise<Reading>

/** An article in plain text, with where its metadata was seen. */
export interface ParsedArticle extends FoundMetadata {
  /** Canonical text. */
  readonly text: string
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
