/** Placed selections as annotations: one for each coder of a selection, with all the codes that coder gave it; comments and memos are its note. */
import type { ProjectAnnotation } from '../project.ts'
import type { Qde, QdeCoding, QdeSelection } from './qde-model.ts'
import type { PlacedSelection } from './refi-selections.ts'
import { madeUid, uidOfGuid } from './uids.ts'

/** Names that programs number their selections with. */
const NUMBER = /^[\p{L}_-]{0,12}[:#. ]*\d+(?:[:.,-]\d+)*$/u

export interface RefiContext {
  readonly qde: Qde
  readonly codes: ReadonlySet<string>
  /** Texts of notes by GUID. */
  readonly notes: ReadonlyMap<string, string>
  readonly usedNotes: Set<string>
  readonly count: (code: string, by?: number) => void
}

export function annotationsOf(
  article: { key: string; uid: string | null },
  placed: readonly PlacedSelection[],
  context: RefiContext,
): ProjectAnnotation[] {
  return placed.flatMap((one, index) => annotationsOfSelection(article, one, index, context))
}

function annotationsOfSelection(
  article: { key: string; uid: string | null },
  { selection, start, end, verified }: PlacedSelection,
  index: number,
  context: RefiContext,
): ProjectAnnotation[] {
  const { qde, codes, count } = context
  const known: QdeCoding[] = []
  for (const coding of selection.codings) {
    const own = coding.codes.filter((code) => codes.has(code))
    count('codes-unknown', coding.codes.length - own.length)
    if (own.length > 0) known.push({ ...coding, codes: own })
  }
  const note = noteOf(selection, verified, context)
  // A selection of codes that are not there says nothing; one that never had any is a comment, or a passage to keep.
  if (known.length === 0 && selection.codings.length > 0 && note === null) return []
  const byUser = Map.groupBy(known, (coding) => coding.user ?? selection.user)
  if (byUser.size === 0) byUser.set(selection.user, [])
  const uid =
    selection.guid === null
      ? madeUid('selection', article.uid ?? article.key, selection.start, selection.end, index)
      : uidOfGuid(selection.guid)
  return [...byUser].map(([user, codings], place): ProjectAnnotation => {
    const created = Date.parse(codings[0]?.created ?? selection.created ?? '')
    return {
      key: `${uid}-${place}`,
      uid: place === 0 ? uid : madeUid('selection-of', uid, user ?? ''),
      article: article.key,
      start,
      end,
      tag: null,
      codes: [...new Set(codings.flatMap((coding) => coding.codes))],
      note,
      coder: user === null ? null : (qde.users.get(user) ?? null),
      ...(Number.isFinite(created) && created > 0 && { createdAt: created }),
    }
  })
}

function noteOf(selection: QdeSelection, verified: boolean, { notes, usedNotes }: RefiContext): string | null {
  const name = selection.name.trim()
  const parts = [
    verified || NUMBER.test(name) ? '' : name,
    selection.description.trim(),
    ...selection.notes.map((guid) => notes.get(guid) ?? ''),
  ]
  for (const guid of selection.notes) usedNotes.add(guid)
  return parts.filter((part) => part !== '').join('\n\n') || null
}
