/**
 * A project of another tool, or another library, as plain data in terms of this one: what its articles, codes and people become here.
 * Keys are the project's own ids, unique within their list; references are such keys. Offsets are UTF-16 units into the article's text.
 * A value that is left out is one the project does not speak of; null or '' is one it says is not there.
 */
import type { AnnotationPatch } from '../../shared/domain/annotation.ts'
import type { Article, ArticleMetadata } from '../../shared/domain/article.ts'
import type { CellOverride, CellRef } from '../../shared/domain/compare.ts'
import type { LibraryEvent } from '../../shared/domain/event.ts'
import type { FieldValue } from '../../shared/domain/tag-field.ts'
import type { Check } from '../../shared/domain/thread-status.ts'
import type { MemberRole, Thread } from '../../shared/domain/thread.ts'
import type { FileIssue, FileParty, FileTag } from '../codebook/file.ts'
import type { FoundArticle } from './types.ts'

/** The file that an article came from, byte for byte. */
export interface ProjectOriginal {
  readonly name: string
  readonly mediaType: string
  readonly encoding: string
  readonly bytes: Uint8Array
}

/** A text that was replaced since, or the one that stands now; `number` from 1. */
export interface ProjectRevision {
  readonly uid: string
  readonly number: number
  readonly text: string
  readonly pages: readonly { readonly start: number; readonly label: string }[] | null
  /** Which article of the file it is, from 1; null where the file is one article. */
  readonly part?: number | null
  readonly note: string | null
  readonly coder: string | null
  readonly addedAt: number
  readonly original: ProjectOriginal | null
}

/** An article of a project. `uid`: its id there, so that bringing the same project in again finds it. */
export interface ProjectArticle extends FoundArticle {
  readonly key: string
  readonly uid: string | null
  readonly original?: ProjectOriginal | null
  /** Its text is made of passages: it may stand for an article that is not here, and replaces the text of none that is. */
  readonly isExcerpt?: boolean
  readonly more?: Partial<Pick<ArticleMetadata, 'translatedFrom' | 'reliability' | 'credibility'> & Pick<Article, 'status'>>
  /** Earlier texts, oldest first, and the present one, which is the last. */
  readonly revisions?: readonly ProjectRevision[]
  /** Keys of collections, and of a story. */
  readonly collections?: readonly string[]
  readonly story?: string | null
  /** Milliseconds since 1970. */
  readonly addedAt?: number
}

/** A tag, an issue, a party, or a code that may become either, of a project. `more`: what else a codebook can say of it. */
export interface ProjectEntry<Row = FileTag | FileIssue | FileParty> {
  readonly key: string
  readonly uid: string | null
  readonly name: string
  /** Key of the entry above it, in the same list. */
  readonly parent: string | null
  readonly definition?: string
  /** #RRGGBB. */
  readonly colour?: string | null
  readonly aliases?: readonly string[]
  /** The project does no more than name it: where it is here, nothing of it is compared, not even its place. */
  readonly isNameOnly?: boolean
  readonly more?: Omit<Row, 'path' | 'uid'>
}

type PlainCoding = Omit<AnnotationPatch, 'speaker' | 'onBehalfOf' | 'targets' | 'issues' | 'fields' | 'tag' | 'start' | 'end'>

/** References are keys of entries. */
export interface ProjectAnnotation extends PlainCoding {
  readonly key: string
  readonly uid: string | null
  /** Key of an article. */
  readonly article: string
  readonly start: number
  readonly end: number
  /** A key of `tags`; null: the shipped tag "position". */
  readonly tag: string | null
  /** Keys of `codes`, in their order: what they become is decided when the project is brought in. */
  readonly codes?: readonly string[]
  readonly speaker?: string | null
  readonly onBehalfOf?: string | null
  readonly targets?: string[]
  readonly issues?: string[]
  /** Values of the tag's own fields, by the name of the field; a party by its key. */
  readonly fields?: Readonly<Record<string, FieldValue>>
  /** Name of who coded it there. */
  readonly coder?: string | null
  /** Milliseconds since 1970. */
  readonly createdAt?: number
  /** The `number` of the revision that the offsets are in, where that is not the present text; and whether the passage is said to be gone from it. */
  readonly revision?: number
  readonly gone?: boolean
}

export interface ProjectThread extends Pick<
  Thread,
  'kind' | 'title' | 'criterion' | 'deadline' | 'measure' | 'standard' | 'monitor' | 'note'
> {
  readonly key: string
  readonly uid: string
  readonly owner: string | null
  readonly addressee: string | null
  readonly issue: string | null
  readonly schedule: string | null
  readonly statusOverride: string | null
  readonly statusReason: string | null
  /** Who gave the status of the analyst's own, when, and on what; null where that is not known. */
  readonly statusBy: ProjectStatus | null
  readonly createdAt: number
  readonly members: readonly { readonly annotation: string; readonly role: MemberRole }[]
  readonly checks: readonly ProjectCheck[]
}

/** Members and checks by their uids; `seen` is null where it is not known on what the status was given. */
export interface ProjectStatus {
  readonly coder: string | null
  readonly at: number | null
  readonly seen: { readonly members: readonly string[]; readonly checks: readonly string[] } | null
}

/** A check of a thread; `by`: the key of a party; annotations by their uids. */
export interface ProjectCheck extends Pick<Check, 'uid' | 'checked' | 'result' | 'note'> {
  readonly by: string | null
  readonly createdAt: number
  readonly annotations: readonly string[]
}

export interface ProjectCollection {
  readonly key: string
  readonly uid: string
  readonly name: string
  readonly parent: string | null
}

/** An event, without its id. */
export interface ProjectEvent extends Omit<LibraryEvent, 'id'> {
  readonly createdAt: number
}

/** What was said of a cell of the matrix; keys of an issue and a party, annotations by their uids. */
interface ProjectCell extends Pick<CellRef, 'level'> {
  readonly uid: string
  readonly issue: string | null
  readonly party: string
  readonly seen: readonly string[]
  readonly coder: string | null
  readonly writtenAt: number
}
/** Quotes keep the numbers by which the text names them. */
export interface ProjectSummary extends ProjectCell {
  readonly text: string
  readonly quotes: readonly { readonly annotation: string; readonly number: number }[]
}
export type ProjectReading = ProjectCell & Pick<CellOverride, 'stance' | 'trend' | 'reason'>

/** What only another library has. */
export interface ProjectLibrary {
  readonly threads: readonly ProjectThread[]
  /** In tree order. */
  readonly collections: readonly ProjectCollection[]
  readonly stories: readonly { readonly key: string; readonly uid: string }[]
  /** Keys of two articles that are said not to be the same story. */
  readonly apart: readonly (readonly [string, string])[]
  readonly events: readonly ProjectEvent[]
  readonly summaries: readonly ProjectSummary[]
  readonly readings: readonly ProjectReading[]
  /** uids of two annotations that are said not to be one thread. */
  readonly threadsApart: readonly (readonly [string, string])[]
  /** uids of what was removed there, by kind. */
  readonly removed: Readonly<
    Record<'articles' | 'annotations' | 'tags' | 'issues' | 'parties' | 'threads' | 'collections' | 'stories', readonly string[]>
  >
}

export interface ForeignProject {
  /** The tool and its version, as it names itself. */
  readonly origin: string
  readonly name: string
  readonly articles: readonly ProjectArticle[]
  readonly tags: readonly ProjectEntry<FileTag>[]
  readonly issues: readonly ProjectEntry<FileIssue>[]
  readonly parties: readonly ProjectEntry<FileParty>[]
  /** Entries of which the tool does not say whether they are tags or issues. */
  readonly codes?: readonly ProjectEntry[]
  readonly annotations: readonly ProjectAnnotation[]
  readonly library?: ProjectLibrary
}
