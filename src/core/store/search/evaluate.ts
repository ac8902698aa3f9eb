/**
 * Which articles a query finds, as a set. Each word and each field is one question to the engine, small enough to be answered in a
 * moment; between two of them others have their turn, and the library is asked for again. Groups about annotations go through the annotations in stretches.
 */
import { ARTICLE_SCOPES } from '../../../shared/search/fields.ts'
import { asksAnnotation } from '../../../shared/search/shape.ts'
import type { Node, Problem } from '../../../shared/search/types.ts'
import type { Steps } from '../../anchoring/in-turns.ts'
import type { ReadDb } from '../types.ts'
import { Bits } from './bits.ts'
import { annotationMatch, annotationSql, articleMatch, Conditions, fieldSql } from './conditions.ts'

/** How many annotation ids one question goes through. */
const STRETCH = 100_000
const NOTES = ['note', 'translation'] as const

export class Evaluation {
  readonly #opened: () => ReadDb
  readonly #maxId: number
  /** What is off with the names in the query. */
  readonly problems: Problem[] = []

  /** `opened` is asked anew for every question, and throws where the library was closed in the meantime. */
  constructor(opened: () => ReadDb) {
    this.#opened = opened
    this.#maxId = opened().value<number>('SELECT ifnull(max(id), 0) FROM article')
  }

  *articles(node: Node): Steps<Bits> {
    yield
    if (asksAnnotation(node) && node.kind !== 'or') return yield* this.#group(node)
    switch (node.kind) {
      case 'and': {
        const required = node.parts.filter((part) => part.kind !== 'not')
        let found: Bits | null = null
        for (const part of required) {
          const next: Bits = yield* this.articles(part)
          found = found ? found.and(next) : next
        }
        found ??= this.#all()
        for (const part of node.parts) if (part.kind === 'not') found.without(yield* this.articles(part.part))
        return found
      }
      case 'or': {
        const found = this.#none()
        for (const part of node.parts) found.or(yield* this.articles(part))
        return found
      }
      case 'not':
        return this.#all().without(yield* this.articles(node.part))
      case 'field': {
        const conditions = new Conditions(this.#db, this.problems)
        const where = fieldSql(node, conditions, false)
        return this.#none().addAll(this.#db.column<number>(`SELECT a.id FROM article a WHERE ${where}`, conditions.params))
      }
      default:
        return this.#words(node)
    }
  }

  #words(node: Node & { kind: 'term' | 'near' }): Bits {
    const found = this.#none()
    for (const { table, match } of articleMatch(node, node.scopes ?? ARTICLE_SCOPES))
      found.addAll(this.#db.column<number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`, [match]))
    // Quotes are part of the text, unless they are asked for by name.
    const inAnnotation = annotationMatch(node, node.scopes ?? NOTES)
    if (inAnnotation !== null)
      found.addAll(
        this.#db.column<number>(
          'SELECT DISTINCT n.article_id FROM annotation_fts f CROSS JOIN annotation n ON n.id = f.rowid WHERE annotation_fts MATCH ?',
          [inAnnotation],
        ),
      )
    return found
  }

  *#group(node: Node): Steps<Bits> {
    const found = this.#none()
    const conditions = new Conditions(this.#db, this.problems)
    const where = annotationSql(node, conditions)
    const last = this.#db.value<number>('SELECT ifnull(max(id), 0) FROM annotation')
    for (let from = 0; from <= last; from += STRETCH) {
      const sql = `SELECT DISTINCT n.article_id FROM annotation n JOIN article a ON a.id = n.article_id WHERE ${where}
        ${last > STRETCH ? 'AND n.id > @from AND n.id <= @to' : ''}`
      const range: Record<string, number> = last > STRETCH ? { from, to: from + STRETCH } : {}
      found.addAll(this.#db.column<number>(sql, { ...conditions.params, ...range }))
      if (last <= STRETCH) break
      yield
    }
    return found
  }

  get #db(): ReadDb {
    return this.#opened()
  }

  #none(): Bits {
    return new Bits(this.#maxId)
  }

  #all(): Bits {
    return this.#none().addAll(this.#db.column<number>('SELECT id FROM article'))
  }
}
