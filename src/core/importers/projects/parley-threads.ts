/** Threads and collections of another library. */
import { uidSchema } from '../../../shared/domain/ids.ts'
import { memberRoleSchema, threadKindSchema } from '../../../shared/domain/thread.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryData } from '../../store/foreign/parley.ts'
import type { ProjectCollection, ProjectThread } from '../project.ts'
import { inOrder, key, number, text, textOrNull, type Dropped } from './parley-values.ts'

type Rows = LibraryData['rows']

/** Members are named by the uids of their annotations. */
export function threadsIn(
  rows: Rows,
  annotations: ReadonlyMap<ForeignValue, Rows['annotation'][number]>,
  dropped: Dropped,
): ProjectThread[] {
  const members = Map.groupBy(inOrder(rows.thread_member), (row) => row.thread_id)
  return rows.thread.flatMap((row): ProjectThread[] => {
    const uid = uidSchema.safeParse(row.uid).data
    const kind = threadKindSchema.safeParse(row.kind).data
    const title = text(row.title).trim()
    if (uid === undefined || kind === undefined || title === '') {
      dropped.count += 1
      return []
    }
    return [
      {
        key: String(row.id),
        uid,
        kind,
        title,
        owner: key(row.owner_id),
        addressee: key(row.addressee_id),
        issue: key(row.issue_id),
        criterion: textOrNull(row.criterion),
        deadline: textOrNull(row.deadline),
        schedule: textOrNull(row.schedule),
        monitor: textOrNull(row.monitor),
        note: textOrNull(row.note),
        statusOverride: textOrNull(row.status_override),
        statusReason: textOrNull(row.status_reason),
        createdAt: Number.isSafeInteger(row.created_ms) ? number(row.created_ms) : 0,
        members: (members.get(row.id) ?? []).flatMap((member) => {
          const annotation = annotations.get(member.annotation_id)?.uid
          const role = memberRoleSchema.safeParse(member.role).data
          return typeof annotation === 'string' && role ? [{ annotation, role }] : []
        }),
      },
    ]
  })
}

/** Those above before those beneath; one that stands beneath itself is at the top. */
export function collectionsIn({ collection }: Rows): ProjectCollection[] {
  const rows = inOrder(collection)
  const byKey = new Map(rows.map((row) => [String(row.id), row]))
  const found = new Map<string, ProjectCollection>()
  const visit = (id: string, above: ReadonlySet<string>): void => {
    const row = byKey.get(id)
    if (!row || found.has(id)) return
    const parent = key(row.parent_id)
    const isBeneath = parent !== null && byKey.has(parent) && !above.has(parent)
    if (isBeneath && !found.has(parent)) visit(parent, new Set([...above, id]))
    const uid = uidSchema.safeParse(row.uid).data
    const name = text(row.name).trim()
    if (uid !== undefined && name !== '' && !found.has(id)) found.set(id, { key: id, uid, name, parent: isBeneath ? parent : null })
  }
  for (const id of byKey.keys()) visit(id, new Set([id]))
  return [...found.values()]
}
