/** The parties that chosen annotations and their threads speak of, those above them, and those they are affiliated with. */
import type { Party } from '../../../../shared/domain/party.ts'
import { jsonList } from '../../../store/rows.ts'
import type { ReadDb } from '../../../store/types.ts'
import type { ChosenIds } from './chosen-ids.ts'

const SPOKEN = `WITH chosen AS (SELECT value AS id FROM json_each(@ids)), threads AS (SELECT DISTINCT thread_id AS id FROM thread_member WHERE annotation_id IN (SELECT id FROM chosen))
  SELECT speaker_id FROM annotation WHERE id IN (SELECT id FROM chosen)
  UNION SELECT on_behalf_of_id FROM annotation WHERE id IN (SELECT id FROM chosen)
  UNION SELECT party_id FROM annotation_target WHERE annotation_id IN (SELECT id FROM chosen)
  UNION SELECT CAST(v.value AS INTEGER) FROM annotation_field v JOIN tag_field f ON f.id = v.field_id JOIN annotation n ON n.id = v.annotation_id AND n.tag_id = f.tag_id
    WHERE f.type = 'party' AND v.annotation_id IN (SELECT id FROM chosen)
  UNION SELECT owner_id FROM thread WHERE id IN (SELECT id FROM threads)
  UNION SELECT addressee_id FROM thread WHERE id IN (SELECT id FROM threads)
  UNION SELECT by_id FROM thread_check WHERE thread_id IN (SELECT id FROM threads)`

export function spokenOf(
  db: ReadDb,
  { annotations }: ChosenIds,
  parties: readonly Pick<Party, 'id' | 'parentId' | 'affiliations'>[],
): ReadonlySet<number> {
  const byId = new Map(parties.map((party) => [party.id, party]))
  const found = new Set<number>()
  const withAbove = (ids: Iterable<number | null>): void => {
    for (const id of ids)
      for (let party = byId.get(id ?? 0); party && !found.has(party.id); party = byId.get(party.parentId ?? 0)) found.add(party.id)
  }
  withAbove(db.column<number | null>(SPOKEN, { ids: jsonList(annotations) }))
  withAbove([...found].flatMap((id) => byId.get(id)?.affiliations.map(({ withId }) => withId) ?? []))
  return found
}
