/**
 * The statements and articles a report draws on. A section asks for a statement by its id and so cites it; when all sections are gathered,
 * what was cited is numbered: by article as the sources stand, then by position. Until then the numbers are 0.
 */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import { annotationsByIds } from '../../store/annotations.ts'
import { articleById } from '../../store/articles.ts'
import type { ReadDb } from '../../store/types.ts'
import type { Cited } from '../document/model.ts'
import type { Statement } from './data.ts'
import { citedPlace } from './inlines.ts'
import { statementOf, type Names } from './statements.ts'

/** What sections ask for. */
export interface Cites {
  /** The statements with these ids, in the order of the ids, cited. Ids of annotations that are gone are passed over. */
  cite(ids: readonly number[]): Statement[]
  /** One of them; null where it is gone. */
  citeOne(id: number | null): Statement | null
  /** Statements that are counted without being quoted: they take no number, and their articles stand among the sources. */
  count(ids: readonly number[]): void
  /** An article that stands among the sources, whether or not anything of it is quoted. Throws `not-found`. */
  source(id: number): Article
  /** Says that a statement stands at this anchor. False where it stands somewhere already: then that is its home, and this place has no anchor. */
  settle(statement: Statement, place: string): boolean
  /** Articles that are drawn on, by date of publication, undated ones last. */
  readonly articles: Article[]
  /** Everything that is cited, by number. */
  readonly statements: Statement[]
  /** Everything the report rests on: what is cited, and what is counted only, by article and position. */
  readonly basis: Statement[]
  /** Gives what was cited its numbers, from 1, and its home. To be called once, when every section is gathered. */
  number(): void
}

export class Citations implements Cites {
  readonly #db: ReadDb
  readonly #names: Names
  readonly #isNew: (annotation: Annotation, article: Article) => boolean
  readonly #articles = new Map<number, Article>()
  readonly #read = new Map<number, Statement | null>()
  readonly #cited = new Map<number, Statement>()
  readonly #counted = new Set<number>()
  readonly #drawnOn = new Set<number>()
  readonly #homes = new Map<number, string>()

  constructor(db: ReadDb, names: Names, isNew: (annotation: Annotation, article: Article) => boolean) {
    this.#db = db
    this.#names = names
    this.#isNew = isNew
  }

  cite(ids: readonly number[]): Statement[] {
    this.#readAll(ids)
    return ids.flatMap((id) => {
      const statement = this.#read.get(id)
      if (!statement) return []
      this.#cited.set(id, statement)
      this.#drawnOn.add(statement.article.id)
      return [statement]
    })
  }

  citeOne(id: number | null): Statement | null {
    return id === null ? null : (this.cite([id])[0] ?? null)
  }

  count(ids: readonly number[]): void {
    this.#readAll(ids)
    for (const id of ids) {
      const statement = this.#read.get(id)
      if (!statement) continue
      this.#counted.add(id)
      this.#drawnOn.add(statement.article.id)
    }
  }

  source(id: number): Article {
    this.#drawnOn.add(id)
    return this.#article(id)
  }

  get articles(): Article[] {
    return [...this.#drawnOn].map((id) => this.#article(id)).toSorted(byPublication)
  }

  get statements(): Statement[] {
    return this.#inOrder([...this.#cited.values()])
  }

  get basis(): Statement[] {
    const counted = [...this.#counted].flatMap((id) => this.#read.get(id) ?? [])
    return this.#inOrder([...new Set([...this.#cited.values(), ...counted])])
  }

  #inOrder(statements: Statement[]): Statement[] {
    const place = new Map(this.articles.map(({ id }, index) => [id, index]))
    const of = ({ coding }: Statement): number => place.get(coding.articleId) ?? 0
    return statements.toSorted(
      (a, b) => of(a) - of(b) || a.coding.start - b.coding.start || b.coding.end - a.coding.end || a.coding.id - b.coding.id,
    )
  }

  settle(statement: Statement, place: string): boolean {
    if (this.#homes.has(statement.coding.id)) return false
    this.#homes.set(statement.coding.id, place)
    return true
  }

  number(): void {
    this.statements.forEach(({ cited, coding }, index) => {
      const open: { -readonly [Key in keyof Cited]: Cited[Key] } = cited
      open.number = index + 1
      open.reference = `${cited.tag.letter}${index + 1}`
      open.home = this.#homes.get(coding.id) ?? citedPlace(coding)
    })
  }

  #readAll(ids: readonly number[]): void {
    const unread = ids.filter((id) => !this.#read.has(id))
    for (const annotation of annotationsByIds(this.#db, unread)) {
      const article = this.#article(annotation.articleId)
      this.#read.set(annotation.id, statementOf(annotation, article, this.#names, this.#isNew(annotation, article)))
    }
  }

  #article(id: number): Article {
    const article = this.#articles.get(id) ?? articleById(this.#db, id)
    this.#articles.set(id, article)
    return article
  }
}

/** By first day that the date can mean, then by time of day, then as they were added; undated last. */
export function byPublication(a: Article, b: Article): number {
  const day = (article: Article): number => (article.published === null ? Number.MAX_SAFE_INTEGER : dayRange(article.published).first)
  const time = (article: Article): string => article.published?.slice(10) ?? ''
  return day(a) - day(b) || (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.id - b.id)
}
