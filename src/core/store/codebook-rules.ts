/**
 * Rules of the codebook that the schema cannot keep: no loop in a tree, no name or letter that leads to two things, no value that its
 * field cannot hold. Every change keeps them by itself; rows that are put back out of turn are held against them, and so is a library that is checked.
 */
import { isPartialDate } from '../../shared/domain/partial-date.ts'
import type { FieldType } from '../../shared/domain/tag-field.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { withDescendants } from './rows.ts'
import type { TreeTable } from './tree.ts'
import type { ReadDb } from './types.ts'
import type { AffectedRow } from './undo.ts'

/** A rule that is broken, in technical words, with the rows that break it together. */
export interface BrokenRule {
  readonly problem: string
  readonly rows: readonly AffectedRow[]
}

/** Tables whose rows the rules are about. */
const RULED: ReadonlySet<string> = new Set(['tag', 'tag_field', 'issue', 'party', 'party_alias', 'annotation_field'])

/** Every rule that is broken; none in a sound library. */
export function brokenRules(db: ReadDb): BrokenRule[] {
  return [
    ...(['tag', 'issue', 'party'] as const).flatMap((table) => loops(db, table)),
    ...sharedTagNames(db),
    ...sharedFieldNames(db),
    ...sharedPartyNames(db),
    ...unfitValues(db),
  ]
}

/**
 * Runs work that puts rows back. Throws `undo-conflict` (`what: 'constraint'`, with one of the rows) where it breaks a rule that was kept
 * before; the step around it is then rolled back.
 */
export function keepingRules(db: ReadDb, changes: readonly { tbl: string }[], work: () => AffectedRow[]): AffectedRow[] {
  if (!changes.some(({ tbl }) => RULED.has(tbl))) return work()
  const before = new Set(brokenRules(db).map(({ problem }) => problem))
  const affected = work()
  const touched = new Set(affected.map(keyOf))
  for (const { problem, rows } of brokenRules(db)) {
    if (before.has(problem)) continue
    // The row that was not put back is the one that a later step has changed.
    const row = rows.find((candidate) => !touched.has(keyOf(candidate))) ?? rows[0]
    throw new ParleyError('undo-conflict', { table: row?.tbl ?? null, row: row?.rowId ?? null, what: 'constraint' }, { cause: problem })
  }
  return affected
}

const keyOf = ({ tbl, rowId }: AffectedRow): string => `${tbl} ${rowId}`

/** Rows that no way leads to from the top: those of a loop, and what hangs beneath it. */
function loops(db: ReadDb, table: TreeTable): BrokenRule[] {
  const nodes = db.all<{ id: number; parentId: number | null }>(`SELECT id, parent_id AS parentId FROM ${table}`)
  const reached = withDescendants(
    nodes.filter(({ parentId }) => parentId === null).map(({ id }) => id),
    nodes,
  )
  const lost = nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => ({ tbl: table, rowId: id }))
  return lost.length === 0 ? [] : [{ problem: `a loop in the tree: ${lost.map(keyOf).join(', ')}`, rows: lost }]
}

function sharedTagNames(db: ReadDb): BrokenRule[] {
  const tags = db.all<{ id: number; name: string; letter: string | null; retired: number }>('SELECT id, name, letter, retired FROM tag')
  return [
    ...shared('tag', 'name', tags, ({ name }) => foldName(name)),
    // A retired tag gives its letter free.
    ...shared(
      'tag',
      'letter',
      tags.filter(({ retired }) => retired === 0),
      ({ letter }) => letter,
    ),
  ]
}

function sharedFieldNames(db: ReadDb): BrokenRule[] {
  const fields = db.all<{ id: number; tagId: number; name: string }>('SELECT id, tag_id AS tagId, name FROM tag_field')
  return shared('tag_field', 'name', fields, ({ tagId, name }) => `${tagId} ${foldName(name)}`)
}

/** Names and aliases each stand but once by themselves; an alias can still be the name of another party. */
function sharedPartyNames(db: ReadDb): BrokenRule[] {
  const rows = db.all<{ id: number; aliasId: number }>(
    'SELECT p.id, a.id AS aliasId FROM party p JOIN party_alias a ON a.name_fold = p.name_fold AND a.party_id <> p.id',
  )
  return rows.map(({ id, aliasId }) => ({
    problem: `party ${id} and party_alias ${aliasId} share a name`,
    rows: [
      { tbl: 'party', rowId: id },
      { tbl: 'party_alias', rowId: aliasId },
    ],
  }))
}

function shared<T extends { id: number }>(tbl: string, what: string, rows: readonly T[], keyed: (row: T) => string | null): BrokenRule[] {
  const found = Map.groupBy(
    rows.filter((row) => keyed(row) !== null),
    keyed,
  )
  return [...found.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      problem: `${same.map(({ id }) => `${tbl} ${id}`).join(' and ')} share a ${what}`,
      rows: same.map(({ id }) => ({ tbl, rowId: id })),
    }))
}

interface Held {
  rowId: number
  type: FieldType
  choices: string
  value: string
  /** Whether there is a party with the number that the value is. */
  party: number
}

/** Values that the type of their field cannot hold. */
function unfitValues(db: ReadDb): BrokenRule[] {
  const values = db.all<Held>(
    `SELECT v.id AS rowId, f.type, f.choices, v.value, f.type = 'party' AND EXISTS (SELECT 1 FROM party WHERE id = CAST(v.value AS INTEGER)) AS party
     FROM tag_field f CROSS JOIN annotation_field v ON v.field_id = f.id WHERE f.type <> 'text'`,
  )
  return values
    .filter((held) => !fits(held))
    .map(({ rowId, type }) => ({
      problem: `annotation_field ${rowId} is no value of type ${type}`,
      rows: [{ tbl: 'annotation_field', rowId }],
    }))
}

function fits({ type, choices, value, party }: Held): boolean {
  switch (type) {
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value))
    case 'date':
      return isPartialDate(value)
    case 'choice':
      return (JSON.parse(choices) as string[]).includes(value)
    case 'yes-no':
      return value === 'yes' || value === 'no'
    case 'party':
      return party === 1
    case 'text':
      return true
  }
}
