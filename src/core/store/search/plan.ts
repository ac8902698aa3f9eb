/** What of a query is shown in an article that it found: words in texts, and annotations that fit. */
import { asksAnnotation, wantedIn, type Wanted } from '../../../shared/search/shape.ts'
import type { Scope } from '../../../shared/search/fields.ts'
import type { Node } from '../../../shared/search/types.ts'
import { jsonList } from '../rows.ts'
import type { ReadDb } from '../types.ts'
import { annotationSql, Conditions } from './conditions.ts'

export interface Plan {
  readonly root: Node
  /** Words of all parts. */
  readonly wanted: readonly Wanted[]
  /** Words of the parts that are about articles. */
  readonly plain: readonly Wanted[]
  /** Parts about annotations. */
  readonly groups: readonly Node[]
}

export function planOf(root: Node): Plan {
  const alternatives = root.kind === 'or' ? root.parts : [root]
  const groups = alternatives.filter(asksAnnotation)
  return {
    root,
    groups,
    wanted: alternatives.flatMap((part) => wantedIn(part, asksAnnotation(part))),
    plain: alternatives.filter((part) => !asksAnnotation(part)).flatMap((part) => wantedIn(part)),
  }
}

export const lookedForIn = (wanted: readonly Wanted[], scope: Scope): Wanted[] => wanted.filter(({ scopes }) => scopes.includes(scope))

/** Ids of the annotations of these articles that fit one of the groups. */
export function fittingAnnotations(db: ReadDb, { groups }: Plan, articleIds: readonly number[]): Set<number> {
  return new Set(
    groups.flatMap((group) => {
      const conditions = new Conditions(db)
      const where = annotationSql(group, conditions)
      return db.column<number>(
        `SELECT n.id FROM annotation n JOIN article a ON a.id = n.article_id WHERE n.article_id IN (SELECT value FROM json_each(@articles)) AND ${where}`,
        { ...conditions.params, articles: jsonList(articleIds) },
      )
    }),
  )
}
