/**
 * A report as a document: what it says and in which order, not how a format draws it. Sections are made of the library (core/exporters/report),
 * and written as HTML, Word, Markdown and tables (html/, docx/, markdown/, sheets/). Plain data: the same document gives the same bytes.
 * Words of the library are `foreign`: each is isolated in its own direction and language, and is never markup, link or formula.
 */
import type { Stance } from '../../../shared/domain/annotation.ts'
import type { Direction } from '../../../shared/domain/article.ts'
import type { ReportKind, ReportLook } from '../../../shared/domain/report.ts'
import type { MarkedText } from '../report/marks.ts'

/** Where a link leads: a web address (drawn as a link only where it is http, https or mailto), a passage in the library, a place in this document. */
export type LinkTarget =
  | { readonly web: string }
  | { readonly passage: { readonly articleUid: string; readonly annotationUid: string } }
  | { readonly place: string }

export type TextLook = 'strong' | 'emphasis' | 'muted' | 'code'
/** What is drawn of a tag: never colour alone. */
export interface TagSign {
  /** One character; '' where the tag has none. */
  readonly letter: string
  readonly hue: string
  readonly name: string
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly look?: TextLook }
  /** Words of the library. `language`: BCP 47, where it is known. */
  | { readonly kind: 'foreign'; readonly text: string; readonly language?: string | null; readonly look?: TextLook }
  | { readonly kind: 'link'; readonly to: LinkTarget; readonly content: readonly Inline[] }
  /** "D12": the name under which a statement is cited, leading to a place, by default its home. chip: on the tag's colour; raised: as the number of a note. */
  | { readonly kind: 'reference'; readonly statement: Cited; readonly place?: string; readonly look: 'chip' | 'raised' }
  /** A tag's letter on its colour, without its name. */
  | { readonly kind: 'letter'; readonly tag: TagSign }
  | { readonly kind: 'stance'; readonly stance: Stance }
  /** 1 to 5. */
  | { readonly kind: 'intensity'; readonly intensity: number }
  /** A word set off from the text: "New", "important", "overdue". */
  | { readonly kind: 'mark'; readonly text: string; readonly tone: 'new' | 'warn' | 'quiet' }
  | { readonly kind: 'break' }

/** A statement under the number by which this document cites it, from 1 in the order of reading. `reference`: the tag's letter and the number. */
export interface Cited {
  readonly number: number
  readonly reference: string
  readonly tag: TagSign
  /** Anchor of the place where the statement stands first; of its source where it is only cited. */
  readonly home: string
}

/** Running words of the library: a quote, a translation, a note. */
export interface ForeignText {
  readonly text: string
  readonly language: string | null
}

export type Block =
  | {
      readonly kind: 'paragraph'
      readonly content: readonly Inline[]
      readonly look?: 'lead' | 'empty' | 'small' | 'byline' | 'citation' | 'record' | 'quoted'
    }
  /** A heading inside a section that is not in the contents: the name of a column, a step of a history. */
  | { readonly kind: 'subheading'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  | Quote
  | ArticleText
  | Columns
  | Figure
  | { readonly kind: 'group'; readonly id?: string; readonly blocks: readonly Block[] }

export interface ListItem {
  readonly id?: string
  readonly blocks: readonly Block[]
}

/** A label of ours and what stands behind it. */
export interface Fact {
  readonly label: string
  readonly content: readonly Inline[]
}

export interface Table {
  readonly kind: 'table'
  /** Anchor, and the name of its sheet and its CSV file; unique in the document. */
  readonly id: string
  readonly caption: readonly Inline[]
  /** The caption without markup, for the accessible name. */
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** matrix: cells are read down and across, with stances; coding: many narrow fields; plain: as it is. Narrow where there are few columns. */
  readonly look: 'plain' | 'matrix' | 'coding'
  /** The same as plain rows, for XLSX and CSV, where what is drawn joins several values in a cell. By default made from `rows`; null: they stand in another table's already. */
  readonly sheet?: Sheet | null
}
export interface Column {
  /** Lines of the head. */
  readonly head: readonly Inline[]
  readonly align?: 'start' | 'end'
  /** Relative width; 1 by default. */
  readonly share?: number
}
export interface Row {
  readonly id?: string
  /** The first cell is the row's head. */
  readonly cells: readonly Cell[]
  /** Depth in a tree, from 0. */
  readonly depth?: number
}
export interface Cell {
  readonly blocks: readonly Block[]
  /** silent: nothing was heard here. */
  readonly tone?: 'silent' | 'new' | 'warn'
}

/** Typed values in columns: what a spreadsheet gets. Partial dates that are not whole days are text. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly {
    readonly head: string
    readonly kind: 'text' | 'number' | 'date' | 'yes-no' | 'link'
    readonly width?: number
  }[]
  /** One value for each column: text, number, YYYY-MM-DD for dates, true or false, a web address for links; null for none. */
  readonly rows: readonly (readonly SheetValue[])[]
}
export type SheetValue = string | number | boolean | null

/** A quote as evidence: in its own script, its translation beneath, its coding, its citation. */
export interface Quote {
  readonly kind: 'quote'
  /** Anchor; null where the same quote stands earlier, which keeps it. */
  readonly id: string | null
  readonly statement: Cited
  /** Where its reference leads: the source. */
  readonly place: string
  /** Tag, intensity, importance, "New". */
  readonly head: readonly Inline[]
  readonly quote: ForeignText
  readonly translation: ForeignText | null
  /** Who to whom; how; condition, consequence, deadline; the analyst's note: one line each. */
  readonly lines: readonly (readonly Inline[])[]
  readonly citation: readonly Inline[]
}

/** An article with its highlights and notes. Joined again, the pieces of `marked` are the text, save for what is left out of it. */
export interface ArticleText {
  readonly kind: 'article-text'
  readonly title: string
  readonly language: string | null
  readonly direction: Direction
  readonly marked: MarkedText
  /** By the id of the annotation, which is its id in `marked`. */
  readonly notes: ReadonlyMap<number, Note>
}
/** What is coded at a passage. */
export interface Note {
  readonly statement: Cited
  /** Anchors of the note and of its passage. */
  readonly id: string
  readonly passage: string
  readonly head: readonly Inline[]
  readonly lines: readonly (readonly Inline[])[]
  readonly translation: ForeignText | null
  /** For tables, which do not show the text it stands in. */
  readonly citation: readonly Inline[]
  /** Who coded it; null where that stays unsaid. */
  readonly coder: string | null
}

/** Things side by side where there is room, else one beneath the other. */
export interface Columns {
  readonly kind: 'columns'
  readonly columns: readonly { readonly id?: string; readonly head: readonly Inline[]; readonly blocks: readonly Block[] }[]
}

/** A chart. `table` holds the same facts for those who do not see it, and for spreadsheets. */
export interface Figure {
  readonly kind: 'figure'
  readonly id: string
  readonly caption: readonly Inline[]
  /** What it shows, in a sentence. */
  readonly description: string
  /** A standalone SVG made by us: literal colours, no script, no style sheet, no reference; words are text in it. */
  readonly svg: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly table: Table
}

/** `id` is its anchor. Sections stand in the contents down to level 2 (a section in a section). */
export interface Section {
  readonly id: string
  readonly heading: readonly Inline[]
  /** Behind the heading in the contents: "12 statements". */
  readonly aside?: string
  readonly blocks: readonly Block[]
  readonly sections?: readonly Section[]
  /** Begins on a page of its own. */
  readonly page?: boolean
  /** As a class of HTML and a style of Word: 'matrix', 'sources', 'legend', …; 'own' for what the analyst wrote herself. */
  readonly look?: string
}

export interface ReportDocument {
  /** What it is a report of; a cell of the matrix can be saved by itself. */
  readonly kind: ReportKind | 'cell'
  readonly title: string
  /** The title's language where it is that of the one article. */
  readonly titleLanguage: string | null
  readonly subtitle: string | null
  readonly libraryName: string
  /** Day on which it was made, YYYY-MM-DD: given, never read from the clock here. */
  readonly asOf: string
  readonly look: ReportLook
  /** null: no title page of its own, only the title. */
  readonly cover: {
    /** What kind of report it is. */
    readonly kicker: string
    readonly numbers: readonly { readonly value: number; readonly label: string }[]
    readonly facts: readonly Fact[]
  } | null
  readonly hasContents: boolean
  readonly sections: readonly Section[]
  /** Key to the signs, sources, method. */
  readonly appendix: readonly Section[]
}
