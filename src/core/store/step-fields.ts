/** Which fields each step of a list changed, so that steps on one thing can be told apart: names of fields, never what they hold. */
import type { Step } from '../../shared/domain/history.ts'
import { CODING_COLUMNS } from './annotation-history.ts'
import { imageOf } from './capture.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

/** Columns of tags, issues and parties as fields of the codebook. */
const ENTRY_COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  letter: 'letter',
  hue: 'hue',
  definition: 'definition',
  use_when: 'useWhen',
  use_not: 'useNot',
  retired: 'retired',
  shows: 'shows',
  parent_id: 'place',
  position: 'place',
  kind: 'kind',
  role: 'role',
  note: 'note',
}
/** Tables whose rows are a field each. */
const WHOLE_ROWS: Readonly<Record<string, string>> = {
  annotation_target: 'targets',
  annotation_issue: 'issues',
  annotation_field: 'custom',
  party_alias: 'entry.aliases',
  party_affiliation: 'entry.affiliations',
  tag_field: 'entry.fields',
}
/** Steps that change what is there; the others say by their kind all there is to say. */
const TOLD = /^(annotations|tags|issues|parties)\.update$/

/** The steps with the fields they changed, in the order of the form. */
export function withFields(db: ReadDb, steps: readonly Step[]): Step[] {
  const told = steps.filter(({ kind, count }) => TOLD.test(kind) && count === 1).map(({ seq }) => seq)
  const changes = db.all<{ seq: number; tbl: string; before: string | null; after: string | null }>(
    'SELECT step_seq AS seq, tbl, before, after FROM change WHERE step_seq IN (SELECT value FROM json_each(?)) ORDER BY step_seq, n',
    [jsonList(told)],
  )
  const bySeq = Map.groupBy(changes, ({ seq }) => seq)
  return steps.map((step) => {
    const fields = [...new Set((bySeq.get(step.seq) ?? []).flatMap(fieldsOf))]
    return fields.length === 0 ? step : { ...step, fields }
  })
}

function fieldsOf({ tbl, before, after }: { tbl: string; before: string | null; after: string | null }): string[] {
  const whole = WHOLE_ROWS[tbl]
  if (whole !== undefined) return [whole]
  // A party that was made on the way is no change of one that is there.
  if (before === null || after === null) return []
  const columns = Object.keys(imageOf(after) ?? {})
  if (tbl === 'annotation') return columns.flatMap((column) => CODING_COLUMNS[column]?.field ?? [])
  if (tbl !== 'tag' && tbl !== 'issue' && tbl !== 'party') return []
  return columns.flatMap((column) => (ENTRY_COLUMNS[column] === undefined ? [] : `entry.${ENTRY_COLUMNS[column]}`))
}
