/**
 * A project of another tool as plain data, in terms of this one: what its articles, codes and people become here. Keys are the
 * project's own ids, unique within their list; references are such keys. Offsets are UTF-16 units into the article's text.
 */
import type { FoundArticle } from './types.ts'

/** An article of a project. `uid`: its id there, so that bringing the same project in again finds it. */
export interface ProjectArticle extends FoundArticle {
  readonly key: string
  readonly uid: string | null
}

/** A tag, an issue or a party of a project. */
export interface ProjectEntry {
  readonly key: string
  readonly uid: string | null
  readonly name: string
  /** Key of the entry above it. */
  readonly parent: string | null
  readonly definition?: string
  /** #RRGGBB. */
  readonly colour?: string | null
  readonly aliases?: readonly string[]
}

export interface ProjectAnnotation {
  readonly key: string
  readonly uid: string | null
  /** Key of an article. */
  readonly article: string
  readonly start: number
  readonly end: number
  /** Keys of entries; the tag is a key of `tags`, null: the shipped tag "position". */
  readonly tag: string | null
  readonly speaker?: string | null
  readonly onBehalfOf?: string | null
  readonly targets?: readonly string[]
  readonly issues?: readonly string[]
  readonly stance?: 'supports' | 'opposes' | 'conditional' | 'neutral' | 'declined' | null
  readonly intensity?: number | null
  readonly note?: string | null
  /** Name of who coded it there. */
  readonly coder?: string | null
}

export interface ForeignProject {
  /** The tool and its version, as it names itself. */
  readonly origin: string
  readonly name: string
  readonly articles: readonly ProjectArticle[]
  readonly tags: readonly ProjectEntry[]
  readonly issues: readonly ProjectEntry[]
  readonly parties: readonly ProjectEntry[]
  readonly annotations: readonly ProjectAnnotation[]
}
