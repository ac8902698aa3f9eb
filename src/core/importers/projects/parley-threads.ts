/** Threads and collections of another library. */
import { z } from 'zod'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { partialDateSchema } from '../../../shared/domain/partial-date.ts'
import { checkResultSchema, memberRoleSchema, threadKindSchema } from '../../../shared/domain/thread-status.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryData } from '../../store/foreign/parley.ts'
import type { ProjectCheck, ProjectCollection, ProjectStatus, ProjectThread } from '../project.ts'
import { byId, inOrder, inTree, json, key, number, text, textOrNull, uidsOf, type Dropped } from './parley-values.ts'

type Rows = LibraryData['rows']

/** Members are named by the uids of their annotations. */
export function threadsIn(
  rows: Rows,
  annotations: ReadonlyMap<ForeignValue, Rows['annotation'][number]>,
  { coders, dropped }: { coders: ReadonlyMap<ForeignValue, string>; dropped: Dropped },
): ProjectThread[] {
  const checksById = byId(rows.thread_check)
  const members = Map.groupBy(inOrder(rows.thread_member), (row) => row.thread_id)
  const checks = Map.groupBy(rows.thread_check, (row) => row.thread_id)
  const quotes = Map.groupBy(inOrder(rows.thread_check_quote), (row) => row.check_id)
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
        measure: textOrNull(row.measure),
        standard: textOrNull(row.standard),
        monitor: textOrNull(row.monitor),
        note: textOrNull(row.note),
        statusOverride: textOrNull(row.status_override),
        statusReason: textOrNull(row.status_reason),
        statusBy: statusIn(row, coders, { annotations, checks: checksById }),
        createdAt: Number.isSafeInteger(row.created_ms) ? number(row.created_ms) : 0,
        members: (members.get(row.id) ?? []).flatMap((member) => {
          const annotation = annotations.get(member.annotation_id)?.uid
          const role = memberRoleSchema.safeParse(member.role).data
          return typeof annotation === 'string' && role ? [{ annotation, role }] : []
        }),
        checks: (checks.get(row.id) ?? []).flatMap((check) => checkIn(check, quotes.get(check.id) ?? [], annotations, dropped)),
      },
    ]
  })
}

const seenSchema = z.object({ members: z.array(z.int()), checks: z.array(z.int()) })

function statusIn(
  row: Rows['thread'][number],
  coders: ReadonlyMap<ForeignValue, string>,
  known: {
    annotations: ReadonlyMap<ForeignValue, { uid: ForeignValue }>
    checks: ReadonlyMap<ForeignValue, { uid: ForeignValue }>
  },
): ProjectStatus | null {
  if (textOrNull(row.status_override) === null) return null
  const seen = json(row.status_seen, seenSchema.nullable(), null)
  return {
    coder: coders.get(row.status_coder_id) ?? null,
    at: Number.isSafeInteger(row.status_ms) ? number(row.status_ms) : null,
    seen: seen && { members: uidsOf(seen.members, known.annotations), checks: uidsOf(seen.checks, known.checks) },
  }
}

function checkIn(
  row: Rows['thread_check'][number],
  quotes: Rows['thread_check_quote'],
  annotations: ReadonlyMap<ForeignValue, Rows['annotation'][number]>,
  dropped: Dropped,
): ProjectCheck[] {
  const uid = uidSchema.safeParse(row.uid).data
  const checked = partialDateSchema.safeParse(row.checked).data
  const result = checkResultSchema.safeParse(row.result).data
  if (uid === undefined || checked === undefined || result === undefined) {
    dropped.count += 1
    return []
  }
  const evidence = quotes.map((quote) => annotations.get(quote.annotation_id)?.uid).filter((known) => typeof known === 'string')
  const createdAt = Number.isSafeInteger(row.created_ms) ? number(row.created_ms) : 0
  return [{ uid, checked, result, by: key(row.by_id), note: text(row.note), createdAt, annotations: evidence }]
}

/** Those above before those beneath; one that stands beneath itself is at the top. */
export function collectionsIn({ collection }: Rows): ProjectCollection[] {
  const rows = inTree(collection)
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
